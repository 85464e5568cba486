//! Names of files. The one a paper came with is kept as it is; the one it leaves with opens nothing but what it says.

use super::FileType;

/// Characters of the longest name that leaves, its ending included: every file system takes them, also in other scripts.
const LONGEST: usize = 80;
/// Names Windows keeps for its devices, whatever their ending.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$", "com", "lpt"];

/// The ending of a name, in small letters.
pub(super) fn ending(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, ending) = last.rsplit_once('.')?;
    let plain = !ending.is_empty() && ending.chars().all(|c| c.is_ascii_alphanumeric());
    (!stem.is_empty() && plain).then(|| ending.to_ascii_lowercase())
}

/// Whether the name of a file says that it is something else than what it holds.
pub fn tells_another_type(name: &str, file_type: FileType) -> bool {
    ending(name).is_some_and(|ending| !file_type.answers_to(&ending))
}

/// A name to show: what cannot be seen, or changes the order of what is read, is shown as a sign of its own.
pub fn shown_name(name: &str) -> String {
    name.chars().map(|c| if is_invisible(c) { '\u{fffd}' } else { c }).collect()
}

/// The name a copy leaves with: no folder, nothing invisible, nothing a system reads as something else, and the ending of
/// what it really is.
pub fn leaving_name(name: &str, file_type: FileType) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if r#"<>:"|?*/\%$`;&"#.contains(c) || c.is_whitespace() { ' ' } else { c })
        .collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = match clean.rsplit_once('.') {
        Some((stem, ending)) if file_type.answers_to(&ending.to_ascii_lowercase()) => stem,
        _ => clean.as_str(),
    };
    let ending = file_type.ending();
    let stem: String = stem.chars().take(LONGEST - ending.len() - 2).collect();
    let stem = stem.trim_matches(['.', ' ', '-', '~']);
    let stem = match stem {
        "" => "allegato".to_owned(),
        stem if is_reserved(stem) => format!("_{stem}"),
        stem => stem.to_owned(),
    };
    format!("{stem}.{ending}")
}

/// Windows looks at the part before the first dot, and counts ports in digits of every kind.
fn is_reserved(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim().to_lowercase();
    let device = first.trim_end_matches(|c: char| c.is_numeric() || "¹²³".contains(c));
    RESERVED.contains(&first.as_str()) || (device != first && ["com", "lpt"].contains(&device))
}

/// Control characters, marks of writing direction, joiners and other signs without a shape.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
