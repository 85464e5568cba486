//! The finishing pass: what makes the objects of `printpdf` a file that lasts and that everybody can read. PDF/A-2a
//! (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): the structure a screen reader walks, colours with a profile, fonts with true
//! metrics, metadata that any archive reads, and nothing that depends on the hour or on the computer. With `write` the
//! only module that names `lopdf`.

mod file;
mod metadata;
mod pack;
mod structure;

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use pack::Packer;

use crate::{DocumentFault, fonts::Face, tree::Tree, write::Tagged};
pub(crate) use structure::tag;

/// sRGB in 736 bytes, public domain (CC0), from saucecontrol/Compact-ICC-Profiles. Version 2, so that PDF/A-1 would
/// accept it too.
const SRGB: &[u8] = include_bytes!("../color/sRGB-v2-magic.icc");

/// What the file says of itself.
pub(crate) struct About<'a> {
    /// What the title bar of a reader shows.
    pub(crate) title: &'a str,
    /// The municipality.
    pub(crate) author: &'a str,
    /// When it was made.
    pub(crate) made_at: DateTime<FixedOffset>,
    /// As PDF/A-1b (ISO 19005-1) instead of PDF/A-2a and PDF/UA-1.
    pub(crate) twin_1b: bool,
}

/// The bytes of the file.
pub(crate) fn finished(
    mut document: Document,
    tree: &Tree,
    tagged: &Tagged,
    about: &About<'_>,
) -> Result<Vec<u8>, DocumentFault> {
    document.version = if about.twin_1b { "1.4" } else { "1.7" }.to_owned();
    describe(&mut document, about).map_err(DocumentFault::writer)?;
    let has_pictures = document.objects.values().any(|object| {
        object
            .as_stream()
            .is_ok_and(|stream| stream.dict.get(b"Subtype").is_ok_and(|kind| kind == &Object::from("Image")))
    });
    let mut unused = Vec::new();
    for object in document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()) {
        match object.get_type() {
            Ok(b"Page") => drop(object.remove(b"Annots")),
            Ok(b"FontDescriptor") => correct(object),
            _ => strip_resources(object, has_pictures, &mut unused),
        }
    }
    for id in unused {
        document.objects.remove(&id);
    }
    structure::add(&mut document, tree, tagged).map_err(DocumentFault::writer)?;
    if about.twin_1b {
        list_characters(&mut document);
    }
    let mut packer = Packer::new();
    for stream in document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok()) {
        packer.pack_stream(stream)?;
    }
    file::bytes(document, &mut packer)
}

/// Language, tags, title, metadata, colour profile.
fn describe(document: &mut Document, about: &About<'_>) -> lopdf::Result<()> {
    let xmp = metadata::xmp(about).into_bytes();
    let metadata =
        document.add_object(Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp));
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let catalog = document.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(metadata::LANGUAGE));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);
    let info = document.trailer.get(b"Info").and_then(Object::as_reference)?;
    document.set_object(info, metadata::info(about));
    Ok(())
}

/// `printpdf` without its layout gives the ascent for the height of capitals, and no font is monospaced.
fn correct(descriptor: &mut Dictionary) {
    const FIXED_PITCH: i64 = 1;
    let name = descriptor.get(b"FontName").and_then(Object::as_name).unwrap_or_default().to_vec();
    let Some(face) =
        Face::ALL.into_iter().chain([Face::System]).find(|face| name.ends_with(face.name().as_bytes()))
    else {
        return;
    };
    let capitals = face.parsed().capital_height().unwrap_or_default();
    descriptor.set("CapHeight", face.thousandths(capitals.into()));
    let flags = descriptor.get(b"Flags").and_then(Object::as_i64).unwrap_or_default();
    // Roboto Mono does not say it of itself.
    let fixed = if face == Face::Mono { FIXED_PITCH } else { 0 };
    descriptor.set("Flags", flags | fixed);
}

/// Resources every page names and none uses; they go to `unused`.
fn strip_resources(dictionary: &mut Dictionary, has_pictures: bool, unused: &mut Vec<ObjectId>) {
    if !dictionary.has(b"Font") || !dictionary.has(b"XObject") {
        return;
    }
    let pictures = (!has_pictures).then_some(b"XObject".as_slice());
    for name in [b"ExtGState".as_slice(), b"Shading"].into_iter().chain(pictures) {
        unused.extend(dictionary.remove(name).and_then(|object| object.as_reference().ok()));
    }
}

/// The characters in each font, bit by bit, which PDF/A-1 wants said (6.3.5) and its successors do not.
fn list_characters(document: &mut Document) {
    let described = document.objects.iter().filter_map(|(id, object)| {
        let program = object.as_dict().ok()?.get(b"FontFile2").ok()?.as_reference().ok()?;
        let program = &document.objects.get(&program)?.as_stream().ok()?.content;
        Some((*id, rustybuzz::ttf_parser::Face::parse(program, 0).ok()?.number_of_glyphs()))
    });
    let described: Vec<_> = described.collect();
    for (id, count) in described {
        let mut bits = vec![0xff; usize::from(count / 8)];
        if count % 8 > 0 {
            bits.push(0xff << (8 - count % 8));
        }
        let set = document.add_object(Stream::new(Dictionary::new(), bits));
        if let Ok(descriptor) = document.get_object_mut(id).and_then(Object::as_dict_mut) {
            descriptor.set("CIDSet", set);
        }
    }
}

#[cfg(test)]
mod tests;
