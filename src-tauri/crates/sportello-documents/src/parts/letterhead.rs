//! Who writes: crest, municipality, desk, where it is. On a letter it stands over the window of the envelope; on a sheet
//! for the office it is one line.

use crate::{
    DocumentFault,
    fonts::Face,
    page::{Area, Mark, mm},
    sheet::Sheet,
    stack::Strip,
    text::Style,
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

/// Top of the letterhead.
const HEAD: f32 = mm(14.0);
/// Left edge of where the desk is.
const RIGHT_COLUMN: f32 = mm(115.0);
/// A block taller than this is no name and no address, and two or three of them would leave no room for the text.
pub(crate) const TALLEST: f32 = mm(40.0);
/// The crest of a letter.
const CREST: Area = Area { x: mm(25.0), y: mm(12.0), width: mm(32.0), height: mm(20.0) };
/// From the crest to the name.
const BESIDE: f32 = mm(5.0);

impl Sheet<'_> {
    /// The letterhead of a letter on a strip that hangs from the upper edge of the page. Gives its foot.
    pub(crate) fn letterhead(&mut self, strip: &mut Strip) -> Result<f32, DocumentFault> {
        let house = self.house;
        let crest = self.crest(strip, CREST)?;
        let left = if crest > 0.0 { self.left + crest + BESIDE } else { self.left };
        let right = self.left + self.measure;
        let (accent, letters) = (self.accent(), self.letter_accent());
        let mut name =
            self.setter.fold(&house.municipality, NAME.ink(letters), right - left, "municipality")?;
        if name.len() > 1 {
            name = self.setter.fold(
                &house.municipality,
                LONG_NAME.ink(letters),
                right - left,
                "municipality",
            )?;
        }
        let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        fits(&name, "municipality")?;
        let y = self.put(strip, owner, (left, right - left, HEAD), &name, "municipality") + 3.0;
        let desk = self.setter.fold(&house.desk, DESK, RIGHT_COLUMN - left - mm(5.0), "desk")?;
        fits(&desk, "desk")?;
        let owner = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let under_desk = self.put(strip, owner, (left, RIGHT_COLUMN - left, y), &desk, "desk");
        let mut contacts = y + DESK.baseline() - CONTACT.baseline();
        for (index, line) in house.lines.iter().enumerate() {
            contacts = self.within("lines", index, |sheet| {
                let lines = sheet.setter.fold(line, CONTACT, right - RIGHT_COLUMN, "line")?;
                fits(&lines, "line")?;
                let owner = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
                Ok(sheet.put(strip, owner, (RIGHT_COLUMN, right - RIGHT_COLUMN, contacts), &lines, "line"))
            })?;
        }
        let crest_foot = if crest > 0.0 { CREST.y + CREST.height - 2.0 } else { 0.0 };
        let foot = under_desk.max(contacts).max(crest_foot) + 5.0;
        strip.marks.push(Mark::rule(self.left, foot, self.measure, 0.8, accent));
        strip.height = strip.height.max(foot);
        Ok(foot)
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

/// What does not fit on a first page is refused by name.
pub(crate) fn fits(lines: &[crate::text::Line], field: &'static str) -> Result<(), DocumentFault> {
    let height: f32 = lines.iter().map(|line| line.style().leading).sum();
    if height <= TALLEST { Ok(()) } else { Err(DocumentFault::DoesNotFit { field }) }
}
