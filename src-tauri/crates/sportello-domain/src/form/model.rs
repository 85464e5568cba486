//! What a form file says, as it is written: Italian keys on the outside, one struct for each table. Nothing unknown is
//! let through; what the words mean together is looked at in `check`.

use serde::Deserialize;

use super::field::{Attachment, Cost, Field, Rule};
use super::term::Literal;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal,)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$doc])*
        pub enum $name {
            $($(#[$item])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its word in a file.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// The format a file is written in.
    Schema {
        /// A form.
        Form = "sportello.modulo/1",
    }
}

words! {
    /// Whether a form is offered.
    #[cfg_attr(feature = "ts", ts(rename = "FormOffer"))]
    State {
        /// Being written.
        Draft = "bozza",
        /// Offered.
        Active = "attivo",
        /// No longer offered.
        Withdrawn = "ritirato",
    }
}

words! {
    /// What a form is for the law.
    #[cfg_attr(feature = "ts", ts(rename = "FormClass"))]
    Class {
        /// It asks for something.
        Request = "istanza",
        /// It takes the place of a certificate or of a sworn statement (artt. 46 and 47 DPR 445/2000): never without the
        /// warning of art. 76 and the privacy notice (art. 48, c. 2).
        Declaration = "dichiarazione_sostitutiva",
        /// It tells something.
        Notice = "comunicazione",
        /// It becomes a ticket of the desk.
        Report = "segnalazione",
        /// It lets somebody else act (art. 38, c. 3-bis).
        Proxy = "delega",
    }
}

words! {
    /// The shelf a form stands on.
    #[cfg_attr(feature = "ts", ts(rename = "FormShelf"))]
    Shelf {
        /// Where one lives, certificates, identity cards.
        Registry = "anagrafe",
        /// Declarations instead of certificates.
        Declarations = "autocertificazioni",
        /// Rooms, patronage.
        Culture = "cultura",
        /// Voting.
        Elections = "elettorale",
        /// Everything else.
        General = "generale",
        /// Parking, traffic.
        Mobility = "mobilita",
        /// School services.
        School = "scuola",
        /// Guests, housing handed over.
        Safety = "sicurezza",
        /// Social services.
        Social = "sociale",
        /// Birth, marriage, death.
        CivilStatus = "stato_civile",
        /// Public ground, works.
        Territory = "territorio",
        /// Access to documents and data.
        Transparency = "trasparenza",
        /// Taxes.
        Taxes = "tributi",
    }
}

words! {
    /// Whether somebody signs before the clerk.
    #[cfg_attr(feature = "ts", ts(rename = "SignBefore"))]
    Presence {
        /// It is asked.
        Optional = "facoltativa",
        /// Always.
        Always = "obbligatoria",
        /// Never: nothing changes.
        Never = "mai",
    }
}

words! {
    /// When stamp duty is due.
    StampRule {
        /// Never.
        Never = "mai",
        /// Always.
        Always = "sempre",
        /// In the cases listed.
        Cases = "condizionata",
    }
}

fn class() -> Class {
    Class::Request
}

/// A form, as its file says it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    /// The format.
    pub schema: Schema,
    /// Its name among the forms.
    pub id: String,
    /// What it is called.
    #[serde(rename = "titolo")]
    pub title: String,
    /// Which text this is: printed at the foot.
    #[serde(rename = "versione")]
    pub version: String,
    /// Whether it is offered.
    #[serde(rename = "stato")]
    pub state: State,
    /// What it is for the law.
    #[serde(rename = "classe", default = "class")]
    pub class: Class,
    /// Its shelf.
    #[serde(rename = "categoria")]
    pub shelf: Shelf,
    /// Its law.
    #[serde(rename = "riferimento", default)]
    pub law: Option<String>,
    /// Where its text comes from.
    #[serde(rename = "fonte", default)]
    pub source: Option<String>,
    /// Its first day, `2026-01-01`.
    #[serde(rename = "valido_dal", default)]
    pub valid_from: Option<String>,
    /// Its last day.
    #[serde(rename = "valido_fino_al", default)]
    pub valid_to: Option<String>,
    /// Words of its matter.
    #[serde(rename = "parole_chiave", default)]
    pub keywords: Vec<String>,
    /// How citizens ask for it.
    #[serde(rename = "sinonimi", default)]
    pub synonyms: Vec<String>,
    /// What it is, in plain words.
    #[serde(rename = "cos_e", default)]
    pub about: Option<String>,
    /// What to mind.
    #[serde(rename = "attenzione", default)]
    pub mind: Option<String>,
    /// What happens then.
    #[serde(rename = "al_termine", default)]
    pub afterwards: Option<String>,
    /// The office it is handed to: a code of the parameters.
    #[serde(rename = "ufficio_destinatario", default)]
    pub recipient: Option<String>,
    /// The office that decides.
    #[serde(rename = "ufficio_competente", default)]
    pub competent: Option<Competent>,
    /// How many copies are printed.
    #[serde(rename = "copie", default)]
    pub copies: Option<u32>,
    /// The same, from a parameter.
    #[serde(rename = "copie_da", default)]
    pub copies_from: Option<String>,
    /// Days for the answer.
    #[serde(rename = "termine_giorni", default)]
    pub term_days: Option<u32>,
    /// The same, from a parameter.
    #[serde(rename = "termine_giorni_da", default)]
    pub term_from: Option<String>,
    /// What to bring that is no attachment.
    #[serde(rename = "porta", default)]
    pub bring: Vec<String>,
    /// Its steps.
    #[serde(rename = "sezioni")]
    pub sections: Vec<Section>,
    /// The privacy notice.
    #[serde(default)]
    pub privacy: Option<Privacy>,
    /// Who signs.
    #[serde(rename = "firma", default)]
    pub signature: Option<Signature>,
    /// Stamp duty.
    #[serde(rename = "bollo", default)]
    pub stamp: Option<Stamp>,
    /// What comes with it.
    #[serde(rename = "allegati", default)]
    pub attachments: Vec<Attachment>,
    /// What it costs besides stamps.
    #[serde(rename = "costi", default)]
    pub costs: Vec<Cost>,
    /// Rules between fields.
    #[serde(rename = "controlli", default)]
    pub rules: Vec<Rule>,
    /// How it becomes a ticket.
    #[serde(rename = "pratica", default)]
    pub ticket: Option<TicketFrom>,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name.
    pub id: String,
    /// What it is called.
    #[serde(rename = "titolo")]
    pub title: String,
    /// What to do.
    #[serde(rename = "aiuto", default)]
    pub help: Option<String>,
    /// When it is asked.
    #[serde(rename = "se", default)]
    pub when: Option<super::condition::Condition>,
    /// Its questions.
    #[serde(rename = "campi")]
    pub fields: Vec<Field>,
}

/// The office that decides.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Competent {
    /// The field that names it.
    #[serde(rename = "da_campo", default)]
    pub field: Option<String>,
    /// Who it is when the field says nothing.
    #[serde(rename = "altrimenti")]
    pub otherwise: String,
}

/// The privacy notice (art. 13 of Regulation (EU) 2016/679).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// Which text of the municipality.
    #[serde(rename = "informativa")]
    pub notice: String,
    /// What the data are for.
    #[serde(rename = "finalita")]
    pub purpose: String,
    /// By which right.
    #[serde(rename = "base_giuridica")]
    pub basis: String,
    /// By which right data on health and the like (art. 9).
    #[serde(rename = "dati_particolari", default)]
    pub special: Option<String>,
}

/// Who signs, where and when.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Whether the place is printed.
    #[serde(rename = "luogo", default)]
    pub place: bool,
    /// The day, `oggi` as a rule.
    #[serde(rename = "data", default)]
    pub day: Option<String>,
    /// Whether it is made before the clerk.
    #[serde(rename = "davanti_al_dipendente")]
    pub presence: Presence,
    /// Who.
    #[serde(rename = "firmatari")]
    pub signers: Vec<Signer>,
}

/// A line to sign on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// As what.
    #[serde(rename = "ruolo")]
    pub role: String,
    /// The block with the name.
    #[serde(rename = "nome_da", default)]
    pub name_from: Option<String>,
    /// The group each row of which signs.
    #[serde(rename = "per_ogni", default)]
    pub each: Option<String>,
    /// When; of a group, for each row.
    #[serde(rename = "se", default)]
    pub when: Option<super::condition::Condition>,
}

/// Stamp duty (DPR 642/1972).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// When it is due.
    #[serde(rename = "regola")]
    pub rule: StampRule,
    /// How many, when always.
    #[serde(rename = "marche", default)]
    pub count: Option<u32>,
    /// What to know about it.
    #[serde(rename = "nota", default)]
    pub note: Option<String>,
    /// What is said when none is due.
    #[serde(rename = "nota_esente", default)]
    pub exempt: Option<String>,
    /// The cases; those that are true add up.
    #[serde(rename = "casi", default)]
    pub cases: Vec<StampCase>,
}

/// A case in which stamps are due.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StampCase {
    /// When.
    #[serde(rename = "se")]
    pub when: super::condition::Condition,
    /// How many.
    #[serde(rename = "marche", default)]
    pub count: Option<u32>,
    /// The same, from an answer.
    #[serde(rename = "marche_da", default)]
    pub count_from: Option<Literal>,
    /// Why.
    #[serde(rename = "nota", default)]
    pub note: Option<String>,
}

/// Which answers become which words of a ticket.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TicketFrom {
    /// The choice of its kind.
    #[serde(rename = "tipo_da", default)]
    pub kind: Option<String>,
    /// Its subject.
    #[serde(rename = "oggetto", default)]
    pub subject: Option<String>,
    /// What happens.
    #[serde(rename = "descrizione", default)]
    pub description: Option<String>,
    /// What is asked.
    #[serde(rename = "richiesta", default)]
    pub request: Option<String>,
    /// Where.
    #[serde(rename = "luogo", default)]
    pub place: Option<String>,
    /// Who.
    #[serde(rename = "cittadino", default)]
    pub citizen: Option<String>,
}
