//! From text to rows.

use super::{CELL_MAX, Encoding, FileFault, LineFault, ROWS_MAX, decode, looks_like_formula};
use crate::fault::FieldRule;
use csv::{ReaderBuilder, StringRecord};
use serde::Serialize;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `;`: what a spreadsheet in Italian writes.
    Semicolon,
    /// `,`.
    Comma,
    /// A tab.
    Tab,
}

impl Separator {
    /// In the order they win when a header has as many of one as of another.
    const ALL: [Self; 3] = [Self::Semicolon, Self::Tab, Self::Comma];

    /// The character itself.
    pub fn character(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
        }
    }

    /// The one that the header has most of, outside quotation marks.
    fn of(header: &str) -> Self {
        let count = |separator: &Self| {
            let mut quoted = false;
            let outside = header.chars().filter(|c| {
                quoted ^= *c == '"';
                !quoted && *c == separator.character()
            });
            outside.count()
        };
        // The last of equals wins in `max_by_key`: the favourite goes last.
        Self::ALL.into_iter().rev().max_by_key(count).unwrap_or(Self::Semicolon)
    }
}

/// One row under the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on, from 1, as an editor counts them.
    pub line: u32,
    cells: StringRecord,
}

impl Row {
    /// A cell, without the blanks around it; empty where the row is shorter than the header.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }
}

/// A file read as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How its bytes were read.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub separator: Separator,
    /// The names of its columns, all different: a second `Nome` is `Nome (2)`, one without a name is `#3`.
    pub header: Vec<String>,
    /// Its rows, those without any word left out, those that cannot be read left out and told in `faults`.
    pub rows: Vec<Row>,
    /// Rows that cannot be read.
    pub faults: Vec<LineFault>,
    /// Cells that look like formulas; they are text here.
    pub formulas: Vec<LineFault>,
}

/// A row of its own after the last: if it does not come out whole, a quotation mark is still open.
const END: &str = "\u{0}end";

impl Table {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// No part of it can be used.
    pub fn read(bytes: &[u8]) -> Result<Self, FileFault> {
        let (text, encoding) = decode(bytes)?;
        Self::of(&text, encoding)
    }

    fn of(text: &str, encoding: Encoding) -> Result<Self, FileFault> {
        let (said, body) = said_separator(text);
        let first = body.lines().find(|line| !line.trim().is_empty()).ok_or(FileFault::Empty)?;
        let separator = said.unwrap_or_else(|| Separator::of(first));
        let whole = format!("{body}\n{END}");
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator.character() as u8)
            .from_reader(whole.as_bytes());
        let mut lines = Lines::new(text, body, &whole);
        let mut table =
            Self { encoding, separator, header: vec![], rows: vec![], faults: vec![], formulas: vec![] };
        let mut record = StringRecord::new();
        // A text in memory, in UTF-8, with rows of any length: nothing is left that could fail.
        while let Ok(true) = reader.read_record(&mut record) {
            let line = lines.of(record.position().map_or(0, csv::Position::byte));
            if reader.position().byte() as usize >= whole.len() {
                return match (record.iter().eq([END]), table.header.is_empty()) {
                    (false, _) => Err(FileFault::OpenQuote { line }),
                    (true, true) => Err(FileFault::Empty),
                    (true, false) => Ok(table),
                };
            }
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if table.header.is_empty() {
                table.header = names(&record);
                continue;
            }
            if table.rows.len() + table.faults.len() >= ROWS_MAX as usize {
                return Err(FileFault::TooManyRows { max: ROWS_MAX });
            }
            table.push(Row { line, cells: record.clone() });
        }
        Err(FileFault::Empty)
    }

    /// Keeps a row, or says why it cannot be read.
    fn push(&mut self, row: Row) {
        let (line, columns) = (row.line, self.header.len());
        let name = |at: usize| self.header.get(at).cloned();
        let fault = |column, rule| LineFault { line, column, rule };
        if let Some(long) = row.cells.iter().position(|cell| cell.len() > CELL_MAX as usize) {
            return self.faults.push(fault(name(long), FieldRule::TooLong { max: CELL_MAX }));
        }
        // Separators left over at the end of a row are what spreadsheets leave; words are a shifted row.
        if row.cells.iter().skip(columns).any(|cell| !cell.trim().is_empty()) {
            let rule = FieldRule::TooManyCells { columns: columns as u32, cells: row.cells.len() as u32 };
            return self.faults.push(fault(None, rule));
        }
        let formulas = row.cells.iter().enumerate().filter(|(_, cell)| looks_like_formula(cell));
        let found: Vec<_> = formulas.map(|(at, _)| fault(name(at), FieldRule::LooksLikeFormula)).collect();
        self.formulas.extend(found);
        self.rows.push(row);
    }
}

/// The line a spreadsheet puts first to say what separates the cells (`sep=;`), and what is after it.
fn said_separator(text: &str) -> (Option<Separator>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = first.trim_end_matches('\r').strip_prefix("sep=");
    let separator = said.and_then(|said| {
        Separator::ALL.into_iter().find(|separator| said.chars().eq([separator.character()]))
    });
    (separator, if separator.is_some() { rest } else { text })
}

/// The names of the columns, all different.
fn names(record: &StringRecord) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(record.len());
    // Nameless columns after the last name are separators left over, not columns.
    let named = record.iter().enumerate().filter(|(_, name)| !name.trim().is_empty());
    let columns = named.last().map_or(0, |(at, _)| at + 1);
    for (at, name) in record.iter().take(columns).enumerate() {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = if name.is_empty() { format!("#{}", at + 1) } else { name };
        let spellings = (2..).map(|n| format!("{name} ({n})"));
        let mut spellings = std::iter::once(name.clone()).chain(spellings);
        names.extend(spellings.find(|spelling| !names.contains(spelling)));
    }
    names
}

/// Counts lines up to a place, place after place. The reader's own count is off after blank lines.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> Lines<'a> {
    /// `body` is the end of `text`: the lines before it count too.
    fn new(text: &str, body: &str, whole: &'a str) -> Self {
        let before = text.len() - body.len();
        let skipped = text.as_bytes()[..before].iter().filter(|byte| **byte == b'\n').count();
        Self { text: whole.as_bytes(), at: 0, line: 1 + skipped as u32 }
    }

    /// The line of the first byte of a row that starts at `from`, the line ends before it skipped.
    fn of(&mut self, from: u64) -> u32 {
        let from = (from as usize).min(self.text.len());
        let blank = self.text[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let until = from + blank;
        // A line ends with \n, \r\n or, in files of very old programs, \r alone.
        let ends = (self.at..until).filter(|at| match self.text[*at] {
            b'\n' => true,
            b'\r' => self.text.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        self.line += ends.count() as u32;
        self.at = until;
        self.line
    }
}
