use super::*;
use crate::{
    fonts::Face,
    page::{Mark, Owner, Page, Size},
    reader,
    text::{Style, Typesetter},
    tree::Role,
    write,
};

fn about(title: &str) -> About<'_> {
    About {
        title,
        author: "Comune di Città & Castello",
        made_at: DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").unwrap(),
        twin_1b: false,
    }
}

fn file(words: &str, title: &str) -> Vec<u8> {
    let mut page = Page::new(Size::A4);
    let mut tree = Tree::default();
    for (face, y) in [(Face::Regular, 100.0), (Face::Mono, 150.0)] {
        let line = Typesetter::default().line(words, Style::new(face, 12.0, 15.0), "body").unwrap();
        let element = tree.element(Role::Paragraph, Tree::DOCUMENT);
        page.marks.push(Mark::text(Owner::Element(element), 50.0, y, line));
    }
    write::pdf(&[page], &tree, &about(title)).unwrap()
}

fn loaded(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

fn id(pdf: &[u8]) -> Vec<u8> {
    loaded(pdf).trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec()
}

fn xmp(document: &Document) -> String {
    let metadata = document.catalog().unwrap().get_deref(b"Metadata", document).unwrap().as_stream().unwrap();
    assert!(!metadata.is_compressed(), "the metadata is found without knowing PDF");
    String::from_utf8(metadata.content.clone()).unwrap()
}

#[test]
fn the_file_is_sound_for_others() {
    reader::check(&file("Prova", "Prova"));
}

#[test]
fn the_catalog_says_language_title_and_colours() {
    let pdf = file("Prova", "Prova");
    assert!(pdf.starts_with(b"%PDF-1.7\n"));
    let document = loaded(&pdf);
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"it-IT");
    let preferences = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let intent = catalog.get(b"OutputIntents").unwrap().as_array().unwrap()[0].as_dict().unwrap();
    let profile = intent.get_deref(b"DestOutputProfile", &document).unwrap().as_stream().unwrap();
    assert_eq!(profile.decompressed_content().unwrap(), SRGB);
}

#[test]
fn title_author_and_day_are_the_same_in_both_places() {
    let title = "Nomi & cognomi <prova> – città";
    let document = loaded(&file("Prova", title));
    let info = document.trailer.get_deref(b"Info", &document).unwrap().as_dict().unwrap();
    let said = |key: &[u8]| lopdf::decode_text_string(info.get(key).unwrap()).unwrap();
    assert_eq!(said(b"Title"), title);
    assert_eq!(said(b"CreationDate"), "D:20261123101500+01'00'");
    let xmp = xmp(&document);
    let title = "<rdf:li xml:lang=\"x-default\">Nomi &amp; cognomi &lt;prova&gt; – città</rdf:li>";
    assert!(xmp.contains(title), "{xmp}");
    assert!(xmp.contains(&format!("<rdf:li>{}</rdf:li>", said(b"Author").replace('&', "&amp;"))), "{xmp}");
    assert!(xmp.contains("<xmp:CreateDate>2026-11-23T10:15:00+01:00</xmp:CreateDate>"), "{xmp}");
    assert!(xmp.contains(&format!("<pdf:Producer>{}</pdf:Producer>", said(b"Producer"))), "{xmp}");
    assert!(xmp.contains(&format!("<xmp:CreatorTool>{}</xmp:CreatorTool>", said(b"Creator"))), "{xmp}");
}

#[test]
fn the_metadata_is_well_formed_xml() {
    if reader::has("pdfinfo") {
        let output = reader::run(&file("Prova", "a & b < c > d \" ' ]]>"), "pdfinfo", &["-meta", "{}"]);
        let xmp = String::from_utf8(output.stdout).unwrap();
        assert_eq!(xmp.matches("&amp;").count(), 2, "{xmp}");
        assert!(!xmp.contains("]]>"), "{xmp}");
    }
}

#[test]
fn the_name_of_the_file_is_its_content() {
    assert_eq!(id(&file("Prova", "Prova")), id(&file("Prova", "Prova")));
    assert_ne!(id(&file("Prova", "Prova")), id(&file("Prove", "Prova")));
    assert_ne!(id(&file("Prova", "Prova")), id(&file("Prova", "Prove")));
    assert_eq!(id(&file("Prova", "Prova")).len(), 16);
}

#[test]
fn fonts_say_their_true_measures() {
    let document = loaded(&file("Prova", "Prova"));
    let descriptors: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|object| object.has_type(b"FontDescriptor"))
        .map(|font| {
            let number = |key: &[u8]| font.get(key).unwrap().as_i64().unwrap();
            (number(b"CapHeight"), number(b"Ascent"), number(b"Flags"))
        })
        .collect();
    assert_eq!(descriptors.len(), 2);
    assert!(descriptors.contains(&(692, 1133, 32)), "{descriptors:?}");
    assert!(descriptors.contains(&(711, 1048, 33)), "{descriptors:?}");
}

#[test]
fn pages_carry_nothing_unused() {
    let document = loaded(&file("Prova", "Prova"));
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    assert!(!page.has(b"Annots"));
    let resources = page.get_deref(b"Resources", &document).unwrap().as_dict().unwrap();
    assert_eq!(resources.iter().map(|(key, _)| key.as_slice()).collect::<Vec<_>>(), [b"Font"]);
}

#[test]
fn every_stream_but_the_metadata_is_compressed() {
    let document = loaded(&file("Prova", "Prova"));
    for stream in document.objects.values().filter_map(|object| object.as_stream().ok()) {
        // `lopdf` gives object streams back decompressed and writes its table of references plain.
        let exempt =
            [b"Metadata".as_slice(), b"ObjStm", b"XRef"].iter().any(|kind| stream.dict.has_type(kind));
        assert!(stream.is_compressed() || exempt, "{:?}", stream.dict);
    }
}
