//! Columns and type of the letter.

use crate::{fonts::Face, page::mm, text::Style};

/// Left edge of the text.
pub(super) const LEFT: f32 = mm(25.0);
/// Right edge of the text.
pub(super) const RIGHT: f32 = mm(185.0);
/// Width of the text: about 80 characters.
pub(super) const MEASURE: f32 = RIGHT - LEFT;
/// Left edge of the words of the subject.
pub(super) const SUBJECT_COLUMN: f32 = LEFT + mm(18.0);
/// Left edge of the address and of the signature.
pub(super) const RIGHT_COLUMN: f32 = mm(115.0);
/// Width of the address and of the signature.
pub(super) const RIGHT_MEASURE: f32 = RIGHT - RIGHT_COLUMN;

/// The municipality, where its name is of ordinary length.
pub(super) const NAME: Style = Style::new(Face::SemiBold, 20.0, 25.0);
/// The municipality, where it is not.
pub(super) const LONG_NAME: Style = Style::new(Face::SemiBold, 13.0, 17.0);
/// The desk under the municipality.
pub(super) const DESK: Style = Style::new(Face::Regular, 11.5, 15.0);
/// Where the desk is.
pub(super) const CONTACT: Style = Style::new(Face::Regular, 9.5, 13.0).grey();
/// Names of the references.
pub(super) const LABEL: Style = Style::new(Face::Regular, 9.5, 15.0).grey();
/// The references.
pub(super) const REFERENCE: Style = Style::new(Face::Regular, 11.0, 15.0);
/// Name and address of the citizen.
pub(super) const ADDRESS: Style = Style::new(Face::Regular, 11.5, 15.0);
/// The same, where they are not of ordinary length.
pub(super) const LONG_ADDRESS: Style = Style::new(Face::Regular, 9.5, 12.5);
/// The text.
pub(super) const BODY: Style = Style::new(Face::Regular, 11.5, 16.5);
/// The subject, and the desk that signs.
pub(super) const SIGNATURE: Style = Style::new(Face::SemiBold, 11.5, 16.5);
/// Foot of the page.
pub(super) const FOOT: Style = Style::new(Face::Regular, 9.0, 12.0).grey();
