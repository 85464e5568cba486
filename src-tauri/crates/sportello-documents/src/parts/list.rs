//! Lists, by dash or by number.

use super::styles::BODY;
use crate::{
    DocumentFault,
    page::{Mark, Owner, mm},
    sheet::Sheet,
    stack::Strip,
    tree::{Counting, Role, Tree},
};

/// How far the words stand from the dash or the number.
const INDENT: f32 = mm(6.0);

impl Sheet<'_> {
    /// A list; `list` is its field in the data, empty for words of ours.
    pub(crate) fn list(
        &mut self,
        items: &[String],
        counting: Counting,
        list: &'static str,
    ) -> Result<(), DocumentFault> {
        let element = self.tree.element(Role::List(counting), Tree::DOCUMENT);
        for (index, words) in items.iter().enumerate() {
            let item = self.tree.element(Role::Item, element);
            let label = self.tree.element(Role::Label, item);
            let body = self.tree.element(Role::Body, item);
            let sign = match counting {
                Counting::Dashes => "–".to_owned(),
                Counting::Numbers => format!("{}.", index + 1),
            };
            let sign = self.setter.line(&sign, BODY, "label")?;
            let width = self.measure - INDENT;
            let lines = self.setter.fold(words, BODY, width, if list.is_empty() { "item" } else { list });
            let mut lines = lines
                .map_err(|fault| if list.is_empty() { fault } else { fault.within(list, index) })?
                .into_iter();
            let mut strip = Strip::default();
            strip.marks.push(Mark::text(Owner::Element(label), self.left, BODY.baseline(), sign));
            let first: Vec<_> = lines.next().into_iter().collect();
            self.put(&mut strip, body, (self.left + INDENT, width, 0.0), &first, list);
            strip.height = BODY.leading;
            let rest: Vec<_> = lines.collect();
            strip.keep = !rest.is_empty();
            self.push(strip);
            self.run(body, (self.left + INDENT, width), rest, list);
        }
        Ok(())
    }
}
