//! CAP: five digits. The list of them is not open data, so only the shape is looked at.

use super::{Finding, Verdict, tidy};

/// The general codes of the cities where each district has its own: a letter with one of these arrives late.
const GENERAL: [&str; 38] = [
    "00100", "06100", "09100", "10100", "15100", "16100", "19100", "20100", "24100", "25100", "29100",
    "30100", "34100", "35100", "37100", "38100", "40100", "41100", "42100", "43100", "44100", "47100",
    "48100", "50100", "56100", "57100", "60100", "61100", "65100", "70100", "71100", "74100", "80100",
    "84100", "89100", "90100", "95100", "98100",
];

/// A postcode.
pub fn postcode(text: &str) -> Verdict {
    let code = tidy(text);
    if code.len() != 5 || !code.chars().all(|c| c.is_ascii_digit()) {
        return Verdict::of(code).with_error(Finding::Format);
    }
    if GENERAL.contains(&code.as_str()) {
        return Verdict::of(code).with_notice(Finding::GeneralPostcode);
    }
    Verdict::of(code)
}
