//! The municipality on its papers: letterhead, colour, and the sentences it wants said in its own words.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Who writes. The same for every paper of a desk.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    /// As on its letterhead: `Comune di Montelupo`.
    pub municipality: String,
    /// The desk, which also signs: `Sportello per il Cittadino`.
    pub desk: String,
    /// Address, telephone, opening hours: one line each, as they are to be read.
    #[serde(default)]
    pub lines: Vec<String>,
    /// The crest.
    #[serde(default)]
    pub logo: Option<Logo>,
    /// The colour of the letterhead; black when there is none. One too pale to be read colours the rules alone.
    #[serde(default)]
    pub accent: Option<Accent>,
    /// The sentences the municipality has changed: the id of a text of [`TEXTS`](crate::TEXTS) and its words.
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
}

/// A picture for the letterhead: PNG, JPEG, WebP or SVG. In JSON the bytes are in base 64.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The file, as it was chosen.
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    pub bytes: Vec<u8>,
    /// What it shows, for who cannot see it: `Stemma del Comune di Montelupo`.
    pub alt: String,
}

/// A colour, `#1f4e79` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

impl Accent {
    /// Reads `#1f4e79`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self { rgb: [part(0)?, part(2)?, part(4)?] })
    }

    /// Whether letters in it can be read on white by everybody: 4.5 to 1 (WCAG 2.2, 1.4.3).
    pub fn can_be_read(self) -> bool {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.rgb.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5
    }
}

impl Serialize for Accent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [red, green, blue] = self.rgb;
        serializer.serialize_str(&format!("#{red:02x}{green:02x}{blue:02x}"))
    }
}

impl<'de> Deserialize<'de> for Accent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("a colour is `#` and six hexadecimal digits"))
    }
}

fn to_base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&BASE64.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    BASE64.decode(text).map_err(|_| de::Error::custom("not base 64"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_digits_and_travels_as_it_came() {
        let house: House =
            serde_json::from_str(r##"{"municipality":"a","desk":"b","accent":"#1F4e79"}"##).unwrap();
        assert_eq!(house.accent, Some(Accent { rgb: [0x1f, 0x4e, 0x79] }));
        assert!(serde_json::to_string(&house).unwrap().contains("\"#1f4e79\""));
        for wrong in ["1f4e79", "#1f4e7", "#1f4e7g", "#àè1", ""] {
            assert_eq!(Accent::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_too_pale_is_known() {
        let reads = |text| Accent::parse(text).unwrap().can_be_read();
        assert!(reads("#1f4e79") && reads("#000000") && reads("#767676"));
        assert!(!reads("#777777") && !reads("#ffcc00") && !reads("#ffffff"));
    }

    #[test]
    fn a_crest_travels_as_text() {
        let logo = Logo { bytes: vec![0, 255, 7], alt: "Stemma".to_owned() };
        let text = serde_json::to_string(&logo).unwrap();
        assert_eq!(text, r#"{"bytes":"AP8H","alt":"Stemma"}"#);
        assert_eq!(serde_json::from_str::<Logo>(&text).unwrap(), logo);
        assert!(serde_json::from_str::<Logo>(r#"{"bytes":"???","alt":""}"#).is_err());
    }
}
