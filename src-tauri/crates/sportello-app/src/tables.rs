//! Tables that leave the desk for a sheet. Codes become words, and the words are those of the face that asks.

use crate::recovery::DocumentFile;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Deserialize;
use sportello_domain::table::csv;
use std::collections::BTreeMap;

/// The words of a table: for the name of each column and for each code in its cells. What is missing stays a code.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct TableWords {
    /// Code → word.
    pub words: BTreeMap<String, String>,
}

impl TableWords {
    /// The word for a code.
    pub(crate) fn say(&self, code: &str) -> String {
        self.words.get(code).map_or(code, String::as_str).to_owned()
    }

    /// A table as a file.
    pub(crate) fn file<const N: usize>(
        &self,
        file_name: String,
        columns: [&str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) -> DocumentFile {
        let heads = columns.map(|column| self.say(column));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        DocumentFile { file_name, base64: BASE64.encode(csv(&heads, rows)) }
    }
}
