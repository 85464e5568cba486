//! Who writes: crest, municipality, desk, where it is. On a letter it stands over the window of the envelope; on a sheet
//! for the office it is one line.

use crate::{
    DocumentFault,
    fonts::Face,
    page::{Area, Mark, mm},
    sheet::Sheet,
    stack::Strip,
    text::{Line, Style},
    tree::{Role, Tree},
};

/// The municipality, where its name is of ordinary length.
const NAME: Style = Style::new(Face::SemiBold, 20.0, 25.0);
/// The municipality, where it is not.
const LONG_NAME: Style = Style::new(Face::SemiBold, 13.0, 17.0);
/// The desk under the municipality.
const DESK: Style = Style::new(Face::Regular, 11.5, 15.0);
/// Where the desk is.
const CONTACT: Style = Style::new(Face::Regular, 9.5, 13.0).grey();
/// The municipality on a sheet for the office.
const SMALL_NAME: Style = Style::new(Face::SemiBold, 10.0, 13.0);
/// The desk beside it.
const SMALL_DESK: Style = Style::new(Face::Regular, 10.0, 13.0).grey();

/// Where the desk is, when it takes more lines than there is room for beside the desk.
const RUNNING: Style = Style::new(Face::Regular, 8.0, 9.6).grey();
/// The municipality and the desk of a house that says more of itself than there is room for.
const SMALL_PRINT: Style = Style::new(Face::SemiBold, 8.0, 9.6);

/// Top of the letterhead.
const HEAD: f32 = mm(14.0);
/// The same of a letterhead in small print.
const SMALL_HEAD: f32 = mm(12.0);
/// Foot of its last line: below, the window of the envelope shows what is there (see `kinds::letter`).
const FOOT: f32 = mm(44.0);
/// Left edge of where the desk is.
const RIGHT_COLUMN: f32 = mm(115.0);
/// A block taller than this is no name and no address, and two or three of them would leave no room for the text.
pub(crate) const TALLEST: f32 = mm(40.0);
/// The crest of a letter.
const CREST: Area = Area { x: mm(25.0), y: mm(12.0), width: mm(32.0), height: mm(20.0) };
/// From the crest to the name.
const BESIDE: f32 = mm(5.0);

impl Sheet<'_> {
    /// The letterhead of a letter on a strip that hangs from the upper edge of the page, over the window of the envelope.
    ///
    /// # Errors
    /// What does not fit there even in small print, by name: the address never moves.
    pub(crate) fn letterhead(&mut self, strip: &mut Strip) -> Result<(), DocumentFault> {
        let house = self.house;
        let crest = self.crest(strip, CREST)?;
        let left = if crest > 0.0 { self.left + crest + BESIDE } else { self.left };
        let width = self.left + self.measure - left;
        let (accent, letters) = (self.accent(), self.letter_accent());
        let mut name = self.setter.fold(&house.municipality, NAME.ink(letters), width, "municipality")?;
        if name.len() > 1 {
            name = self.setter.fold(&house.municipality, LONG_NAME.ink(letters), width, "municipality")?;
        }
        let mut desk = self.setter.fold(&house.desk, DESK, RIGHT_COLUMN - left - mm(5.0), "desk")?;
        let rows = self.contact_rows()?;
        let running: Vec<String> = house.lines.iter().map(|line| together(line)).collect();
        let running = self.setter.fold(&running.join(" · "), RUNNING, width, "lines")?;
        let (mut head, mut gap) = (HEAD, 3.0);
        let under_name = head + height(&name) + gap;
        let first_row = under_name + DESK.baseline() - CONTACT.baseline();
        let rows_fit = first_row + rows.iter().map(|row| height(row)).sum::<f32>() <= FOOT;
        let desk_fits = under_name + height(&desk) <= FOOT;
        let beside = rows_fit && desk_fits;
        if !beside && under_name + height(&desk) + gap + height(&running) > FOOT {
            (head, gap) = (SMALL_HEAD, 0.0);
            name = self.setter.fold(&house.municipality, SMALL_PRINT.ink(letters), width, "municipality")?;
            desk = self.setter.fold(&house.desk, SMALL_PRINT, width, "desk")?;
            let taken = [("municipality", &name), ("desk", &desk), ("lines", &running)];
            if head + taken.iter().map(|(_, lines)| height(lines)).sum::<f32>() > FOOT {
                let longest = taken.into_iter().max_by_key(|(_, lines)| lines.len());
                return Err(DocumentFault::DoesNotFit { field: longest.map_or("lines", |(field, _)| field) });
            }
        }
        let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let y = self.put(strip, owner, (left, width, head), &name, "municipality") + gap;
        let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let under_desk = self.put(strip, owner, (left, width, y), &desk, "desk");
        let contacts = if beside {
            self.put_contacts(strip, &rows, first_row)?
        } else {
            let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
            self.put(strip, owner, (left, width, under_desk + gap), &running, "lines")
        };
        let crest_foot = if crest > 0.0 { CREST.y + CREST.height - 2.0 } else { 0.0 };
        let foot = under_desk.max(contacts).max(crest_foot) + 5.0;
        strip.marks.push(Mark::rule(self.left, foot, self.measure, 0.8, accent));
        strip.height = strip.height.max(foot);
        Ok(())
    }

    /// Where the desk is, each line in a row of its own.
    fn contact_rows(&mut self) -> Result<Vec<Vec<Line>>, DocumentFault> {
        let width = self.left + self.measure - RIGHT_COLUMN;
        let lines = self.house.lines.iter().enumerate();
        let set = |(index, line): (usize, &String)| {
            self.within("lines", index, |sheet| sheet.setter.fold(line, CONTACT, width, "line"))
        };
        lines.map(set).collect()
    }

    fn put_contacts(
        &mut self,
        strip: &mut Strip,
        rows: &[Vec<Line>],
        mut y: f32,
    ) -> Result<f32, DocumentFault> {
        let width = self.left + self.measure - RIGHT_COLUMN;
        for (index, row) in rows.iter().enumerate() {
            let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
            let place = (RIGHT_COLUMN, width, y);
            y = self.within("lines", index, |sheet| Ok(sheet.put(strip, owner, place, row, "line")))?;
        }
        Ok(y)
    }

    /// One line at the head of a sheet for the office: who, and at the right what it is of, with its field in the data.
    pub(crate) fn banner(&mut self, right: &str, field: &'static str) -> Result<(), DocumentFault> {
        let house = self.house;
        let mut strip = Strip::default();
        let (accent, letters) = (self.accent(), self.letter_accent());
        let right = self.setter.line(right, SMALL_DESK, field)?;
        let room = self.measure - right.width() - mm(6.0);
        let crest_room = Area { x: self.left, y: 0.0, width: mm(14.0), height: mm(9.0) };
        let crest = self.crest(&mut strip, crest_room)?;
        let indent = if crest > 0.0 { crest + mm(3.0) } else { 0.0 };
        let name =
            self.setter.fold(&house.municipality, SMALL_NAME.ink(letters), room - indent, "municipality")?;
        let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let y = self.put(&mut strip, owner, (self.left + indent, room - indent, 0.0), &name, "municipality");
        let desk = self.setter.fold(&house.desk, SMALL_DESK, room - indent, "desk")?;
        let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let y = self.put(&mut strip, owner, (self.left + indent, room - indent, y), &desk, "desk");
        let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let x = self.left + self.measure - right.width();
        self.put(&mut strip, owner, (x, right.width(), 0.0), &[right], field);
        let foot = y.max(if crest > 0.0 { mm(9.0) } else { 0.0 }) + 4.0;
        strip.marks.push(Mark::rule(self.left, foot, self.measure, 0.8, accent));
        strip.height = foot;
        self.push(strip);
        self.skip(mm(6.0));
        Ok(())
    }
}

/// A telephone number or an address is not divided among others; what is longer than that is a text.
fn together(line: &str) -> String {
    const LONGEST: usize = 50;
    if line.chars().count() > LONGEST { line.to_owned() } else { line.trim().replace(' ', "\u{a0}") }
}

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.style().leading).sum()
}

/// What does not fit on a first page is refused by name.
pub(crate) fn fits(lines: &[Line], field: &'static str) -> Result<(), DocumentFault> {
    if height(lines) <= TALLEST { Ok(()) } else { Err(DocumentFault::DoesNotFit { field }) }
}
