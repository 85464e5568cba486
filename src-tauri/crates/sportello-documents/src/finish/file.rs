//! The objects as bytes, in one pass. What is no stream goes into object streams and the table of places into a stream
//! too (ISO 32000-1, 7.5.7 and 7.5.8); PDF/A-1 knows neither and gets plain objects and a plain table.

use std::io::Write as _;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use sha2::{Digest, Sha256};

use super::pack::Packer;
use crate::DocumentFault;

/// Objects in one object stream at most: a reader of one page unpacks no more than it must.
const TOGETHER: usize = 200;

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    /// Nowhere: the number is free.
    Free,
    /// So many bytes into the file.
    At(usize),
    /// In the object stream of this number, the so-and-so-many-th.
    In(u32, usize),
}

/// The file, its streams packed already.
pub(super) fn bytes(mut document: Document, packer: &mut Packer) -> Result<Vec<u8>, DocumentFault> {
    let plain = document.version.as_str() < "1.5";
    let mut file = File::new(&document);
    let mut loose = Vec::new();
    for (&(number, _), object) in &document.objects {
        match object {
            Object::Stream(stream) => file.stream(number, stream),
            object if plain => file.object(number, object),
            object => loose.push((number, object)),
        }
    }
    let mut next = document.max_id + 1;
    for together in loose.chunks(TOGETHER) {
        file.together(next, together, packer)?;
        next += 1;
    }
    // A name that is the hash of the content: the same paper has the same name on every computer.
    let id = Object::String(Sha256::digest(&file.bytes)[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let start = file.bytes.len();
    if plain {
        document.trailer.set("Size", i64::from(next));
        file.table(next, &document.trailer);
    } else {
        document.trailer.set("Size", i64::from(next) + 1);
        file.places_as_stream(next, document.trailer, packer)?;
    }
    file.words(format_args!("\nstartxref\n{start}\n%%EOF"));
    Ok(file.bytes)
}

struct File {
    bytes: Vec<u8>,
    /// By the number of the object.
    places: Vec<Place>,
}

impl File {
    fn new(document: &Document) -> Self {
        let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
        let size = streams.map(|stream| stream.content.len() + 128).sum::<usize>() + 4096;
        let mut bytes = Vec::with_capacity(size);
        bytes.extend_from_slice(format!("%PDF-{}\n%", document.version).as_bytes());
        bytes.extend_from_slice(&document.binary_mark);
        bytes.push(b'\n');
        Self { bytes, places: Vec::new() }
    }

    fn words(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing to memory does not fail.
        let _ = self.bytes.write_fmt(words);
    }

    fn place(&mut self, number: u32, place: Place) {
        let at = number as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, Place::Free);
        }
        self.places[at] = place;
    }

    fn object(&mut self, number: u32, object: &Object) {
        self.place(number, Place::At(self.bytes.len()));
        self.words(format_args!("{number} 0 obj\n"));
        write(object, &mut self.bytes);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    fn stream(&mut self, number: u32, stream: &Stream) {
        self.place(number, Place::At(self.bytes.len()));
        self.words(format_args!("{number} 0 obj\n"));
        write_dictionary(&stream.dict, &mut self.bytes);
        self.bytes.extend_from_slice(b"stream\n");
        self.bytes.extend_from_slice(&stream.content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// An object stream: first the number and the place of each object, then the objects.
    fn together(
        &mut self,
        number: u32,
        objects: &[(u32, &Object)],
        packer: &mut Packer,
    ) -> Result<(), DocumentFault> {
        let (mut head, mut body) = (Vec::new(), Vec::new());
        for (index, (inner, object)) in objects.iter().enumerate() {
            self.place(*inner, Place::In(number, index));
            write_whole((*inner).into(), &mut head);
            head.push(b' ');
            write_whole(body.len() as i64, &mut head);
            head.push(b' ');
            write(object, &mut body);
            body.push(b' ');
        }
        let first = head.len() as i64;
        head.append(&mut body);
        let mut dictionary =
            lopdf::dictionary! { "Type" => "ObjStm", "N" => objects.len() as i64, "First" => first };
        dictionary.set("Filter", "FlateDecode");
        self.stream(number, &Stream::new(dictionary, packer.pack(&head)?));
        Ok(())
    }

    /// The table of places as a stream, each row beside the one before it (predictor 12): rows differ little.
    fn places_as_stream(
        &mut self,
        number: u32,
        mut trailer: Dictionary,
        packer: &mut Packer,
    ) -> Result<(), DocumentFault> {
        const ROW: usize = 7;
        self.place(number, Place::At(self.bytes.len()));
        let mut rows = Vec::with_capacity(self.places.len() * (ROW + 1));
        let mut last = [0_u8; ROW];
        for place in &self.places {
            let (kind, wide, narrow) = match *place {
                Place::Free => (0, 0, 0),
                Place::At(at) => (1, at, 0),
                Place::In(stream, index) => (2, stream as usize, index),
            };
            let [.., a, b, c, d] = wide.to_be_bytes();
            let [.., e, f] = narrow.to_be_bytes();
            let row = [kind, a, b, c, d, e, f];
            rows.push(2);
            rows.extend(row.iter().zip(last).map(|(now, before)| now.wrapping_sub(before)));
            last = row;
        }
        trailer.set("Type", "XRef");
        trailer.set("W", vec![1.into(), 4.into(), 2.into()]);
        trailer.set("Filter", "FlateDecode");
        trailer.set("DecodeParms", lopdf::dictionary! { "Predictor" => 12, "Columns" => ROW as i64 });
        self.stream(number, &Stream::new(trailer, packer.pack(&rows)?));
        Ok(())
    }

    /// The table of places for readers of twenty years ago, and the trailer.
    fn table(&mut self, count: u32, trailer: &Dictionary) {
        self.words(format_args!("xref\n0 {count}\n0000000000 65535 f \n"));
        self.places.resize(count as usize, Place::Free);
        for place in std::mem::take(&mut self.places).into_iter().skip(1) {
            match place {
                Place::At(at) => self.words(format_args!("{at:010} 00000 n \n")),
                Place::Free | Place::In(..) => self.words(format_args!("0000000000 65535 f \n")),
            }
        }
        self.bytes.extend_from_slice(b"trailer\n");
        write_dictionary(trailer, &mut self.bytes);
    }
}

fn write(object: &Object, bytes: &mut Vec<u8>) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(value) => bytes.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(number) => write_whole(*number, bytes),
        Object::Real(number) => {
            let _ = write!(bytes, "{number}");
        }
        Object::Name(name) => write_name(name, bytes),
        Object::String(text, StringFormat::Literal) => write_literal(text, bytes),
        Object::String(text, StringFormat::Hexadecimal) => {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            bytes.push(b'<');
            for byte in text {
                bytes.extend([DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
            }
            bytes.push(b'>');
        }
        Object::Array(items) => {
            bytes.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 && !marks_its_start(item) {
                    bytes.push(b' ');
                }
                write(item, bytes);
            }
            bytes.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(dictionary, bytes),
        // A stream inside of another object is none of ours.
        Object::Stream(stream) => write_dictionary(&stream.dict, bytes),
        Object::Reference((number, generation)) => {
            write_whole((*number).into(), bytes);
            bytes.push(b' ');
            write_whole((*generation).into(), bytes);
            bytes.extend_from_slice(b" R");
        }
    }
}

/// Whether no blank is needed before it.
fn marks_its_start(object: &Object) -> bool {
    matches!(object, Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_))
}

fn write_dictionary(dictionary: &Dictionary, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(key, bytes);
        if !marks_its_start(value) {
            bytes.push(b' ');
        }
        write(value, bytes);
    }
    bytes.extend_from_slice(b">>");
}

fn write_name(name: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            bytes.push(byte);
        } else {
            let _ = write!(bytes, "#{byte:02X}");
        }
    }
}

fn write_literal(text: &[u8], bytes: &mut Vec<u8>) {
    bytes.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => bytes.extend([b'\\', byte]),
            b'\r' => bytes.extend(b"\\r"),
            _ => bytes.push(byte),
        }
    }
    bytes.push(b')');
}

fn write_whole(number: i64, bytes: &mut Vec<u8>) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        bytes.push(b'-');
    }
    bytes.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests;
