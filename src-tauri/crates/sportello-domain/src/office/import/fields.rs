//! The columns an office can come from.
//!
//! Besides the names people give their columns, those of the data set "unità organizzative" of the national index of
//! the public administrations (IndicePA, AgID), in its present spelling (`Codice_uni_uo`) and in the older one
//! (`cod_ou`).

use super::OfficeData;
use crate::import::FieldNames;

const fn field(field: &'static str, names: &'static [&'static str]) -> FieldNames {
    FieldNames { field, names, required: false }
}

/// Every field a column can fill.
#[rustfmt::skip]
pub const FIELDS: &[FieldNames] = &[
    FieldNames {
        field: "name",
        names: &["descrizioneuo", "desou", "nome", "denominazione", "ufficio", "nomeufficio", "denominazioneufficio", "servizio", "descrizione", "name", "office"],
        required: true,
    },
    field("ipa_code", &["codiceuniuo", "coduniou", "codou", "codiceunivoco", "codice", "ipacode", "code"]),
    field("parent", &["codiceuniuopadre", "coduniuopadre", "codoupadre", "partedi", "ufficiopadre", "padre", "settore", "area", "parent", "parentoffice"]),
    field("address", &["indirizzo", "sede", "via", "address"]),
    field("zip", &["cap", "zip"]),
    field("town", &["descrizionecomune", "comune", "citta", "town"]),
    field("floor", &["piano", "floor"]),
    field("room", &["stanza", "room"]),
    field("phone", &["telefono", "tel", "phone"]),
    field("phones", &["altritelefoni", "telefoni", "interno", "phones"]),
    field("email", &["email", "mail", "postaelettronica"]),
    field("pec", &["pec", "domiciliodigitale"]),
    field("mail_1", &["mail1"]),
    field("mail_1_kind", &["tipomail1"]),
    field("mail_2", &["mail2"]),
    field("mail_2_kind", &["tipomail2"]),
    field("mail_3", &["mail3"]),
    field("mail_3_kind", &["tipomail3"]),
    field("head", &["responsabile", "dirigente", "head"]),
    field("head_name", &["nomeresponsabile", "nomeresp"]),
    field("head_surname", &["cognomeresponsabile", "cognresp"]),
    field("head_phone", &["telefonoresponsabile", "telresp"]),
    field("head_email", &["mailresponsabile", "mailresp"]),
    field("competences", &["competenze", "cisivaper", "checosafa", "funzioni", "competences"]),
    field("does_not", &["nonfa", "checosanonfa", "doesnot"]),
    field("synonyms", &["sinonimi", "parolechiave", "synonyms"]),
    field("to_bring", &["checosaportare", "daportare", "tobring"]),
    field("answer_days", &["giorni", "giorniperrispondere", "answerdays"]),
];

/// Whether the header is that of IndicePA: it has the code of the unit by its own name.
pub fn is_indice_pa(header: &[String]) -> bool {
    let own = ["codiceuniuo", "codou", "coduniou"];
    header.iter().any(|name| own.contains(&crate::fold::query_words(name).concat().as_str()))
}

type Value<'a> = dyn Fn(&str) -> Option<&'a str> + 'a;

/// Street, postal code and town on one line; a postal code alone is no address.
pub(super) fn address(value: &Value<'_>) -> Option<String> {
    let street = value("address")?;
    let town: Vec<&str> = [value("zip"), value("town")].into_iter().flatten().collect();
    Some(if town.is_empty() { street.to_owned() } else { format!("{street}, {}", town.join(" ")) })
}

/// Surname and name, or the one column that has both.
pub(super) fn head(value: &Value<'_>) -> Option<String> {
    let parts: Vec<&str> = [value("head_surname"), value("head_name")].into_iter().flatten().collect();
    value("head").map(str::to_owned).or_else(|| (!parts.is_empty()).then(|| parts.join(" ")))
}

/// The addresses of IndicePA, told apart by their kind.
pub(super) fn mails(value: &Value<'_>, data: &mut OfficeData) {
    let (mut email, mut pec) = (None, None);
    for n in 1..=3 {
        let Some(mail) = value(&format!("mail_{n}")) else { continue };
        let certified =
            value(&format!("mail_{n}_kind")).is_some_and(|kind| kind.to_lowercase().contains("pec"));
        let place = if certified { &mut pec } else { &mut email };
        place.get_or_insert_with(|| mail.to_lowercase());
    }
    data.email = email.or_else(|| data.email.take());
    data.pec = pec.or_else(|| data.pec.take());
}
