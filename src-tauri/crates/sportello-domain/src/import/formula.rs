//! Cells that a spreadsheet would run instead of showing.

/// Whether a spreadsheet would take the cell for a formula: it begins with `=`, `+`, `-`, `@` or a tab. A telephone
/// number (`+39 039…`), a negative number or a lone dash is not one.
pub fn looks_like_formula(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix(['=', '@', '\t', '\r', '+', '-']) else { return false };
    let number = rest.chars().all(|c| c.is_ascii_digit() || " .,/()-".contains(c));
    !(cell.starts_with(['+', '-']) && number)
}

/// The cell as it may leave for a spreadsheet: what would be run is preceded by an apostrophe, so it is shown.
pub fn neutral(cell: &str) -> String {
    if looks_like_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}
