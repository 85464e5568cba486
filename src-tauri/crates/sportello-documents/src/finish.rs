//! The finishing pass: what makes the objects of `printpdf` a file that lasts and that everybody can read. PDF/A-2a
//! (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): the structure a screen reader walks, colours with a profile, fonts with true
//! metrics, metadata that any archive reads, and nothing that depends on the hour or on the computer. With `write` the
//! only module that names `lopdf`.

mod metadata;
mod structure;

use chrono::{DateTime, FixedOffset};
use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

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
    for object in document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()) {
        match object.get_type() {
            Ok(b"Page") => drop(object.remove(b"Annots")),
            Ok(b"FontDescriptor") => correct(object),
            _ => strip_resources(object, has_pictures),
        }
    }
    structure::add(&mut document, tree, tagged).map_err(DocumentFault::writer)?;
    if about.twin_1b {
        list_characters(&mut document);
    }
    document.prune_objects();
    identify(&mut document);
    // One for all streams: to make one is to clear 300 kB.
    let mut deflate = Compress::new(Compression::new(6), true);
    for stream in document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok()) {
        compress(stream, &mut deflate).map_err(DocumentFault::writer)?;
    }
    let packed = !about.twin_1b;
    let options = SaveOptions::builder()
        .use_object_streams(packed)
        .use_xref_streams(packed)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options).map_err(DocumentFault::writer)?;
    Ok(bytes)
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

/// Resources every page names and none uses.
fn strip_resources(dictionary: &mut Dictionary, has_pictures: bool) {
    if dictionary.has(b"Font") && dictionary.has(b"XObject") {
        for unused in [b"ExtGState".as_slice(), b"Shading"] {
            dictionary.remove(unused);
        }
        if !has_pictures {
            dictionary.remove(b"XObject");
        }
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

/// An `/ID` that is the hash of the content: the same paper has the same name on every computer.
fn identify(document: &mut Document) {
    let streams = document.objects.iter().filter_map(|(id, object)| Some((id, object.as_stream().ok()?)));
    let mut hash = Sha256::new();
    for ((number, _), stream) in streams {
        hash.update(number.to_be_bytes());
        hash.update((stream.content.len() as u64).to_be_bytes());
        hash.update(&stream.content);
    }
    let id = Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
}

/// Every stream but the metadata, which must be found in the file by programs that know no PDF.
fn compress(stream: &mut Stream, deflate: &mut Compress) -> Result<(), flate2::CompressError> {
    if stream.dict.has_type(b"Metadata") || stream.dict.has(b"Filter") {
        return Ok(());
    }
    deflate.reset();
    let mut packed = Vec::with_capacity(stream.content.len() / 2 + 64);
    loop {
        let taken = usize::try_from(deflate.total_in()).unwrap_or(usize::MAX);
        let rest = stream.content.get(taken..).unwrap_or_default();
        if deflate.compress_vec(rest, &mut packed, FlushCompress::Finish)? == Status::StreamEnd {
            break;
        }
        packed.reserve(packed.capacity().max(64));
    }
    stream.set_content(packed);
    stream.dict.set("Filter", "FlateDecode");
    Ok(())
}

#[cfg(test)]
mod tests;
