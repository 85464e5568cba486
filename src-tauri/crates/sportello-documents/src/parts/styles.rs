//! The type of the papers.

use crate::{fonts::Face, text::Style};

/// The title of a paper.
pub(crate) const TITLE: Style = Style::new(Face::SemiBold, 19.0, 24.0);
/// The title of a part of it.
pub(crate) const SECTION: Style = Style::new(Face::SemiBold, 13.0, 18.0);
/// The title of a part of a part.
pub(crate) const SUBSECTION: Style = Style::new(Face::SemiBold, 11.0, 15.5);
/// Running text.
pub(crate) const BODY: Style = Style::new(Face::Regular, 11.0, 15.5).hyphenated();
/// The same, said louder.
pub(crate) const STRONG: Style = Style::new(Face::SemiBold, 11.0, 15.5);
/// Values beside their names.
pub(crate) const VALUE: Style = Style::new(Face::Regular, 11.0, 15.5);
/// Names of values.
pub(crate) const LABEL: Style = Style::new(Face::Regular, 9.5, 15.5).grey();
/// Notes of law and of privacy.
pub(crate) const NOTE: Style = Style::new(Face::Regular, 9.0, 12.5).grey().hyphenated();
/// Cells of a table.
pub(crate) const CELL: Style = Style::new(Face::Regular, 9.5, 12.5);
/// The same, said louder.
pub(crate) const CELL_STRONG: Style = Style::new(Face::SemiBold, 9.5, 12.5);
/// Names of columns.
pub(crate) const COLUMN: Style = Style::new(Face::SemiBold, 8.5, 12.0);
/// Under a line to sign on.
pub(crate) const UNDER_LINE: Style = Style::new(Face::Regular, 9.0, 12.0).grey();
