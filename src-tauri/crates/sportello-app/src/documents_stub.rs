use chrono::NaiveDate;
pub struct RecoverySheet<'a> { pub municipality: &'a str, pub store_id: &'a str, pub groups: &'a [&'a str], pub made_on: NaiveDate }
pub fn recovery_sheet(_: &RecoverySheet<'_>) -> Result<Vec<u8>, String> { Ok(Vec::new()) }
pub struct CitizenLetter<'a> { pub municipality: &'a str, pub desk: &'a str, pub desk_address: Option<&'a str>, pub desk_phone: Option<&'a str>, pub recipient: &'a str, pub recipient_address: Option<&'a str>, pub number: &'a str, pub subject: &'a str, pub presented_on: NaiveDate, pub body: &'a sportello_domain::text::CitizenText, pub dated: NaiveDate }
pub fn citizen_letter(_: &CitizenLetter<'_>) -> Result<Vec<u8>, String> { Ok(Vec::new()) }
