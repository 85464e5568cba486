//! Which side of a photograph is up: the one thing a copy keeps of what the camera wrote, because without it the picture
//! lies on its side. TIFF 6.0 for the layout, Exif 2.32 (tag 0112) for the meaning.

/// How an Exif segment begins.
const EXIF: &[u8] = b"Exif\0\0";
/// The tag, and its type: one short number.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;
/// Bytes of an entry of a directory.
const ENTRY: usize = 12;

/// The orientation an Exif segment (its two bytes of length included) asks for, when it is not the plain one.
pub(super) fn asked(segment: &[u8]) -> Option<u16> {
    let tiff = segment.get(2..)?.strip_prefix(EXIF)?;
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let halves = (usize::from(short(4)?), usize::from(short(6)?));
    let directory = if little { halves.0 | halves.1 << 16 } else { halves.0 << 16 | halves.1 };
    let entries = usize::from(short(directory)?);
    let entry = (0..entries)
        .map(|at| directory + 2 + at * ENTRY)
        .find(|at| short(*at) == Some(ORIENTATION) && short(*at + 2) == Some(SHORT))?;
    short(entry + 8).filter(|value| (2..=8).contains(value))
}

/// A whole segment, marker included, that says the orientation and nothing else.
pub(super) fn segment(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    tiff.extend(ORIENTATION.to_be_bytes());
    tiff.extend(SHORT.to_be_bytes());
    tiff.extend(1_u32.to_be_bytes());
    tiff.extend(orientation.to_be_bytes());
    // The rest of the value's four bytes, then no further directory.
    tiff.extend([0; 6]);
    let length = (2 + EXIF.len() + tiff.len()) as u16;
    [&[0xff, 0xe1][..], &length.to_be_bytes(), EXIF, &tiff].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_written_is_read_back() {
        for value in 2..=8 {
            let whole = segment(value);
            assert_eq!(usize::from(u16::from_be_bytes([whole[2], whole[3]])), whole.len() - 2);
            assert_eq!(asked(&whole[2..]), Some(value));
        }
        assert_eq!(asked(&segment(1)[2..]), None, "the plain one needs no words");
    }

    #[test]
    fn a_camera_that_writes_the_small_end_first_is_read_too() {
        let tiff =
            b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let segment = [&[0, 0][..], EXIF, tiff].concat();
        assert_eq!(asked(&segment), Some(6));
    }

    proptest! {
        #[test]
        fn nothing_a_camera_writes_stops_the_copy(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = asked(&[&[0, 0][..], EXIF, b"MM\0*", &bytes].concat());
            let _ = asked(&bytes);
        }
    }
}
