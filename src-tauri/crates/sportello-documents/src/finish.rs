//! The finishing pass: what makes the objects of `printpdf` a file that lasts. PDF/A-2u (ISO 19005-2): colours with a
//! profile, fonts with true metrics, metadata that any archive reads, and nothing that depends on the hour or on the
//! computer. With `write` the only module that names `lopdf`. Tags for screen readers are not here yet.

mod metadata;

use std::io::Write as _;

use chrono::NaiveDate;
use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::{DocumentFault, fonts::Face};

/// sRGB in 736 bytes, public domain (CC0), from saucecontrol/Compact-ICC-Profiles. Version 2, so that PDF/A-1 would
/// accept it too.
const SRGB: &[u8] = include_bytes!("../color/sRGB-v2-magic.icc");

/// What the file says of itself.
pub(crate) struct About<'a> {
    /// What the title bar of a reader shows.
    pub(crate) title: &'a str,
    /// The municipality.
    pub(crate) author: &'a str,
    /// The day on the paper.
    pub(crate) made_on: NaiveDate,
}

/// The bytes of the file.
pub(crate) fn finished(mut document: Document, about: &About<'_>) -> Result<Vec<u8>, DocumentFault> {
    document.version = "1.7".to_owned();
    describe(&mut document, about).map_err(DocumentFault::writer)?;
    for object in document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()) {
        match object.get_type() {
            Ok(b"Page") => drop(object.remove(b"Annots")),
            Ok(b"FontDescriptor") => correct(object),
            _ => strip_resources(object),
        }
    }
    document.prune_objects();
    identify(&mut document);
    for stream in document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok()) {
        compress(stream).map_err(DocumentFault::writer)?;
    }
    let options =
        SaveOptions::builder().use_object_streams(true).use_xref_streams(true).compression_level(6).build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options).map_err(DocumentFault::writer)?;
    Ok(bytes)
}

/// Language, title, metadata, colour profile.
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
    let Some(face) = Face::ALL.into_iter().find(|face| name.ends_with(face.name().as_bytes())) else {
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
fn strip_resources(dictionary: &mut Dictionary) {
    if dictionary.has(b"Font") && dictionary.has(b"XObject") {
        for unused in [b"XObject".as_slice(), b"ExtGState", b"Shading"] {
            dictionary.remove(unused);
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
fn compress(stream: &mut Stream) -> std::io::Result<()> {
    if stream.dict.has_type(b"Metadata") || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(&stream.content)?;
    stream.set_content(encoder.finish()?);
    stream.dict.set("Filter", "FlateDecode");
    Ok(())
}

#[cfg(test)]
mod tests;
