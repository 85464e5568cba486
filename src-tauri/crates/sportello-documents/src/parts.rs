//! The parts of a page. Each is a method of [`Sheet`](crate::sheet::Sheet) that takes words and gives strips; its style is
//! its own, so that the papers of a desk look like one hand made them.

mod code;
mod fields;
mod figure;
mod forms;
mod heading;
mod letterhead;
mod list;
mod signature;
mod styles;
mod table;
mod text;

pub(crate) use fields::FieldRow;
pub(crate) use forms::{Check, Comb};
pub(crate) use letterhead::fits;
pub(crate) use signature::Line as SignatureLine;
pub(crate) use styles::*;
pub(crate) use table::{Grid, GridColumn};
