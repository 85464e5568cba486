//! Running text: no page begins with the last line of a paragraph nor ends with the first of one.

use crate::{
    DocumentFault,
    sheet::Sheet,
    stack::Strip,
    text::{Line, Style},
    tree::{Element, Role, Tree},
};

impl Sheet<'_> {
    /// One paragraph over the whole measure.
    pub(crate) fn paragraph(
        &mut self,
        words: &str,
        style: Style,
        field: &'static str,
    ) -> Result<(), DocumentFault> {
        self.paragraph_at(self.left, self.measure, words, style, field)
    }

    /// One paragraph in a column of its own.
    pub(crate) fn paragraph_at(
        &mut self,
        x: f32,
        width: f32,
        words: &str,
        style: Style,
        field: &'static str,
    ) -> Result<(), DocumentFault> {
        let lines = self.setter.fold(words, style, width, field)?;
        let element = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
        self.run(element, (x, width), lines, field);
        Ok(())
    }

    /// A text with line ends of its own: each begins a paragraph, an empty line sets it apart.
    pub(crate) fn prose(
        &mut self,
        words: &str,
        style: Style,
        field: &'static str,
    ) -> Result<(), DocumentFault> {
        for paragraph in self.setter.paragraphs(words, style, self.measure, field)? {
            if paragraph.apart {
                self.skip(0.6 * style.leading);
            }
            let element = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
            self.follows_script = true;
            self.run(element, (self.left, self.measure), paragraph.lines, field);
            self.follows_script = false;
        }
        Ok(())
    }

    /// The lines of an element, each on a strip, the first two and the last two together.
    pub(crate) fn run(&mut self, element: Element, (x, width): (f32, f32), lines: Vec<Line>, field: &str) {
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let mut strip = Strip::default();
            self.put(&mut strip, element, (x, width, 0.0), &[line], field);
            strip.keep = index + 1 < count && (index == 0 || index + 2 == count);
            self.push(strip);
        }
    }
}
