//! The recovery code and its house in one struct of borrowed words, for whoever has no [`House`](crate::House) yet.

use chrono::{NaiveDate, NaiveTime};

use crate::{Document, DocumentFault, House, Options, RecoveryCode, render};

/// What the sheet for the safe is made of.
#[derive(Clone, Copy)]
pub struct RecoverySheet<'a> {
    /// Whose archive the code opens: `Comune di Montelupo`.
    pub municipality: &'a str,
    /// The identity of the archive, to tell its sheet from that of another.
    pub store_id: &'a str,
    /// Eight groups of five capital letters and digits, in order.
    pub groups: &'a [&'a str],
    /// The day the code was made.
    pub made_on: NaiveDate,
}

/// The sheet as a PDF of one page.
///
/// # Errors
/// As [`render`].
pub fn recovery_sheet(sheet: &RecoverySheet<'_>) -> Result<Vec<u8>, DocumentFault> {
    let house = House { municipality: sheet.municipality.to_owned(), ..House::default() };
    let code = Document::RecoverySheet(RecoveryCode {
        store_id: sheet.store_id.to_owned(),
        groups: sheet.groups.iter().map(|group| (*group).to_owned()).collect(),
        made_on: sheet.made_on,
    });
    let made_at = sheet.made_on.and_time(NaiveTime::MIN).and_utc().fixed_offset();
    Ok(render(&code, &house, made_at, Options::default())?.pdf)
}

#[cfg(test)]
mod tests;
