//! Headings: they stay with what they head.

use super::styles::{SECTION, SUBSECTION, TITLE};
use crate::{
    DocumentFault,
    sheet::Sheet,
    stack::Strip,
    text::Style,
    tree::{Role, Tree},
};

impl Sheet<'_> {
    /// The title of the paper.
    pub(crate) fn title(&mut self, words: &str, field: &'static str) -> Result<(), DocumentFault> {
        self.heading(1, words, TITLE, field)
    }

    /// The title of a part, from level 2.
    pub(crate) fn section(
        &mut self,
        level: u8,
        words: &str,
        field: &'static str,
    ) -> Result<(), DocumentFault> {
        self.skip(if level == 2 { 16.0 } else { 10.0 });
        self.heading(level, words, if level == 2 { SECTION } else { SUBSECTION }, field)?;
        self.skip(3.0);
        Ok(())
    }

    fn heading(
        &mut self,
        level: u8,
        words: &str,
        style: Style,
        field: &'static str,
    ) -> Result<(), DocumentFault> {
        let lines = self.setter.fold(words, style, self.measure, field)?;
        let element = self.tree.element(Role::Heading(level), Tree::DOCUMENT);
        let count = lines.len();
        for line in lines {
            let mut strip = Strip::default();
            self.put(&mut strip, element, (self.left, self.measure, 0.0), &[line], field);
            self.push(strip);
        }
        self.keep(count);
        Ok(())
    }
}
