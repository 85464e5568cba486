//! Names and values, one row each. To a screen reader they are a table whose rows have names.

use super::styles::{LABEL, VALUE};
use crate::{
    DocumentFault,
    page::mm,
    sheet::Sheet,
    stack::Strip,
    text::{Line, Style},
    tree::{Element, Role, Scope, Tree},
};

/// A name and its value.
pub(crate) struct FieldRow<'a> {
    /// The name.
    pub(crate) label: &'a str,
    /// The value.
    pub(crate) value: String,
    /// How the value looks.
    pub(crate) style: Style,
    /// The field of the data.
    pub(crate) field: &'static str,
    /// Which line of which list of the data it is, when each is one of its own.
    of: Option<(&'static str, usize)>,
}

impl<'a> FieldRow<'a> {
    /// A row in the usual style.
    pub(crate) fn new(label: &'a str, value: impl Into<String>, field: &'static str) -> Self {
        Self { label, value: value.into(), style: VALUE, field, of: None }
    }

    /// The same in another style.
    pub(crate) fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// The same, as one line of a list of the data.
    pub(crate) fn of(self, list: &'static str, index: usize) -> Self {
        Self { of: Some((list, index)), ..self }
    }
}

/// The part of the width a name may take.
const WIDEST: f32 = 0.45;
/// Between the names and the values.
const GAP: f32 = mm(4.0);

impl Sheet<'_> {
    /// Rows of names and values over the whole measure; the values begin where the longest name ends.
    pub(crate) fn fields(&mut self, rows: &[FieldRow<'_>]) -> Result<(), DocumentFault> {
        self.fields_at(self.left, self.measure, rows)
    }

    /// The same in a column of its own.
    pub(crate) fn fields_at(
        &mut self,
        x: f32,
        width: f32,
        rows: &[FieldRow<'_>],
    ) -> Result<(), DocumentFault> {
        let mut labels = Vec::with_capacity(rows.len());
        for row in rows {
            labels.push(self.setter.fold(row.label, LABEL, width * WIDEST, "label")?);
        }
        let column = labels.iter().flatten().map(Line::width).fold(0.0, f32::max) + GAP;
        let table = self.tree.element(Role::Table, Tree::DOCUMENT);
        for (row, label) in rows.iter().zip(labels) {
            match row.of {
                None => self.field_row((x, width, column), row, label, table)?,
                Some((list, index)) => {
                    self.within(list, index, |sheet| sheet.field_row((x, width, column), row, label, table))?
                }
            }
        }
        Ok(())
    }

    fn field_row(
        &mut self,
        (x, width, column): (f32, f32, f32),
        row: &FieldRow<'_>,
        label: Vec<Line>,
        table: Element,
    ) -> Result<(), DocumentFault> {
        let line = self.tree.element(Role::Row, table);
        let name = self.tree.element(Role::Header(Scope::Row), line);
        let cell = self.tree.element(Role::Cell, line);
        let values = self.setter.fold(&row.value, row.style, width - column, row.field)?;
        let shift = row.style.baseline() - LABEL.baseline();
        let mut strip = Strip::default();
        self.put(&mut strip, name, (x, column, shift), &label, "");
        // Beside a name of several lines stand as many of the value.
        let beside = label.len().max(1);
        strip.height = row.style.leading * beside as f32;
        let mut values = values.into_iter();
        let first: Vec<_> = values.by_ref().take(beside).collect();
        self.put(&mut strip, cell, (x + column, width - column, 0.0), &first, row.field);
        strip.height = row.style.leading * beside as f32;
        let rest: Vec<_> = values.collect();
        strip.keep = !rest.is_empty();
        self.push(strip);
        self.run(cell, (x + column, width - column), rest, row.field);
        Ok(())
    }
}
