//! Tables for the sheets of an Italian office: UTF-8 with its mark, `;` between cells, Italian dates. Whatever a citizen
//! wrote stays a text when it is opened there: no cell begins like a formula (OWASP ASVS 5.0, 1.2.10).

use chrono::NaiveDate;

/// What tells the sheet that the file is UTF-8.
pub const MARK: &str = "\u{feff}";
/// Between cells.
pub const SEPARATOR: char = ';';

/// A table as a file.
pub fn csv<Row: AsRef<[String]>>(heads: &[&str], rows: impl IntoIterator<Item = Row>) -> String {
    let mut file = MARK.to_owned();
    line(&mut file, heads.iter().copied());
    for row in rows {
        line(&mut file, row.as_ref().iter().map(String::as_str));
    }
    file
}

fn line<'a>(file: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            file.push(SEPARATOR);
        }
        file.push_str(&quoted(&neutral(cell)));
    }
    file.push_str("\r\n");
}

/// A cell no sheet reckons with: what would be read as a formula gets an apostrophe before it.
pub fn neutral(cell: &str) -> String {
    let cell: String = cell.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let first = cell.trim_start().chars().next();
    let dangerous = cell.starts_with(['\t', '\r', '\n'])
        || first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠'));
    if dangerous { format!("'{cell}") } else { cell }
}

/// Quoted where the separator, a quote or a new line is inside (RFC 4180), and where a sheet would eat spaces.
fn quoted(cell: &str) -> String {
    let needs = cell.contains([SEPARATOR, '"', '\n', '\t', ',', '\'']) || cell.trim() != cell;
    if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// `23/12/2026`.
pub fn italian_day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads a table as a sheet does.
    fn read(file: &str) -> Vec<Vec<String>> {
        let text = file.strip_prefix(MARK).expect("the mark of UTF-8");
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let (mut inside, mut signs) = (false, text.chars().peekable());
        while let Some(c) = signs.next() {
            match c {
                '"' if inside && signs.peek() == Some(&'"') => cell.push(signs.next().expect("a quote")),
                '"' => inside = !inside,
                ';' if !inside => row.push(std::mem::take(&mut cell)),
                '\r' if !inside => {}
                '\n' if !inside => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                other => cell.push(other),
            }
        }
        rows
    }

    #[test]
    fn formulas_become_texts() {
        for evil in ["=1+1", "+39039", "-2", "@SUM(A1)", "\t=1", " =cmd|'/c calc'!A0", "＝1", "|x", "\r=1"] {
            assert!(neutral(evil).starts_with('\''), "{evil:?}");
        }
        for good in ["via Roma 12", "2026/0413", "", "a=b", "23/12/2026"] {
            assert_eq!(neutral(good), good);
        }
    }

    proptest! {
        #[test]
        fn no_text_is_a_formula_or_breaks_the_table(cells in prop::collection::vec(".{0,40}|[=+@;\"\n\r\t'-]{0,6}", 1..5)) {
            let file = csv(&["a"], [cells.clone()]);
            let rows = read(&file);
            prop_assert_eq!(rows.len(), 2);
            prop_assert_eq!(rows[1].len(), cells.len());
            for cell in &rows[1] {
                let first = cell.trim_start().chars().next().unwrap_or('a');
                prop_assert!(!"=+-@|%\t\r".contains(first), "{cell:?}");
            }
        }

        #[test]
        fn what_is_harmless_arrives_as_it_was(text in "[a-zà-ù0-9;,\" ]{1,40}") {
            let text = text.trim().to_owned();
            let rows = read(&csv(&["a"], [[text.clone()]]));
            prop_assert_eq!(&rows[1][0], &text);
        }
    }
}
