//! A font of the computer for the letters no shipped font has: Chinese, Japanese, Korean. Looked for only when a paper
//! needs one.

use sportello_documents::{DocumentFault, lend_font};

/// Where the systems keep such fonts, the better ones first.
const PLACES: &[&str] = if cfg!(windows) {
    &["C:\\Windows\\Fonts\\msyh.ttc", "C:\\Windows\\Fonts\\simsun.ttc"]
} else if cfg!(target_os = "macos") {
    &["/System/Library/Fonts/PingFang.ttc", "/System/Library/Fonts/STHeiti Light.ttc"]
} else {
    &[
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
        "/usr/share/fonts/truetype/arphic/uming.ttc",
    ]
};

/// Makes a paper; when it lacks a letter that a font of the computer may have, lends that font and makes it again.
pub(crate) fn with_fonts<T>(make: impl Fn() -> Result<T, DocumentFault>) -> Result<T, DocumentFault> {
    let made = make();
    if !made.as_ref().is_err_and(lacks_an_ideograph) {
        return made;
    }
    let lent =
        PLACES.iter().filter_map(|place| std::fs::read(place).ok()).any(|font| lend_font(font).is_ok());
    if lent { make() } else { made }
}

fn lacks_an_ideograph(fault: &DocumentFault) -> bool {
    match fault {
        // From the radicals to the last ideographs, and the syllables of Korean.
        DocumentFault::MissingGlyph { character, .. } => {
            matches!(u32::from(*character), 0x1100..=0x11FF | 0x2E80..=0xD7FF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
        }
        DocumentFault::In { fault, .. } => lacks_an_ideograph(fault),
        _ => false,
    }
}
