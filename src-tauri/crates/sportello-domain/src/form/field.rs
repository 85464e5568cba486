//! A question, as a file says it, and what belongs to answers: rules, attachments, costs.

use serde::Deserialize;

use super::condition::Condition;
use super::model::words;
use super::term::Literal;

words! {
    /// What a question is answered with.
    #[cfg_attr(feature = "ts", ts(rename = "FieldKind"))]
    Kind {
        /// A line.
        Text = "testo",
        /// Lines.
        LongText = "testo_lungo",
        /// A day.
        Date = "data",
        /// A time of day.
        Time = "ora",
        /// A whole number.
        Whole = "intero",
        /// A number.
        Decimal = "numero",
        /// A share: `1/3`.
        Fraction = "frazione",
        /// Euro and cents.
        Money = "importo",
        /// One of a list.
        Choice = "scelta",
        /// Some of a list.
        Choices = "scelta_multipla",
        /// Yes or no.
        YesNo = "si_no",
        /// A municipality, of any time.
        Municipality = "comune",
        /// A foreign state, or Italy.
        State = "stato_estero",
        /// A street.
        Street = "indirizzo",
        /// A codice fiscale, of a person or of a body.
        TaxCode = "codice_fiscale",
        /// A partita IVA.
        VatNumber = "partita_iva",
        /// A bank account.
        Iban = "iban",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "telefono",
        /// A number plate.
        Plate = "targa",
        /// A postcode.
        Postcode = "cap",
        /// The number of a document, whose kind is its neighbour `tipo`.
        DocumentNumber = "numero_documento",
        /// An office.
        Office = "ufficio",
        /// Questions that go together.
        Block = "blocco",
        /// Rows of questions.
        Group = "gruppo",
        /// A sentence to tick.
        Declaration = "dichiarazione",
        /// A sentence to read.
        Note = "nota",
    }
}

impl Kind {
    /// Whether it holds other questions.
    pub fn is_nested(self) -> bool {
        matches!(self, Self::Block | Self::Group)
    }

    /// Whether it has options.
    pub fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Whole | Self::Decimal | Self::Fraction | Self::Money)
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name among its neighbours.
    pub id: String,
    /// What it is answered with.
    #[serde(rename = "tipo")]
    pub kind: Kind,
    /// What is asked.
    #[serde(rename = "etichetta", default)]
    pub label: Option<String>,
    /// Whether an answer is needed.
    #[serde(rename = "obbligatorio", default)]
    pub required: Option<bool>,
    /// How to answer.
    #[serde(rename = "aiuto", default)]
    pub help: Option<String>,
    /// An answer somebody could give.
    #[serde(rename = "esempio", default)]
    pub example: Option<String>,
    /// When it is asked.
    #[serde(rename = "se", default)]
    pub when: Option<Condition>,
    /// Letters, number, day or choices at least.
    #[serde(default)]
    pub min: Option<Literal>,
    /// The same at most.
    #[serde(default)]
    pub max: Option<Literal>,
    /// The least, from elsewhere.
    #[serde(rename = "min_da", default)]
    pub min_from: Option<String>,
    /// The most, from elsewhere.
    #[serde(rename = "max_da", default)]
    pub max_from: Option<String>,
    /// What can be chosen.
    #[serde(rename = "opzioni", default)]
    pub options: Vec<Choice>,
    /// The same, from a table of codes.
    #[serde(rename = "opzioni_da", default)]
    pub options_from: Option<String>,
    /// The block it asks.
    #[serde(rename = "blocco", default)]
    pub block: Option<String>,
    /// Questions of its own.
    #[serde(rename = "campi", default)]
    pub fields: Vec<Field>,
    /// Questions of the block left out.
    #[serde(rename = "senza", default)]
    pub without: Vec<String>,
    /// The only questions of the block.
    #[serde(rename = "solo", default)]
    pub only: Vec<String>,
    /// Questions of the block that need no answer here.
    #[serde(rename = "facoltativi", default)]
    pub optional: Vec<String>,
    /// Questions of the block that need one here.
    #[serde(rename = "obbligatori", default)]
    pub needed: Vec<String>,
    /// How many rows.
    #[serde(rename = "ripetibile", default)]
    pub repeat: Option<Repeat>,
    /// Questions that two rows do not answer alike.
    #[serde(rename = "unici", default)]
    pub unique: Vec<String>,
    /// What fills it.
    #[serde(rename = "precompila", default)]
    pub prefill: Option<String>,
    /// What is proposed.
    #[serde(rename = "predefinito", default)]
    pub default: Option<Literal>,
    /// How it is computed.
    #[serde(rename = "calcolo", default)]
    pub compute: Option<Compute>,
    /// What else is wrong or odd.
    #[serde(rename = "controlli", default)]
    pub rules: Vec<Rule>,
    /// The day the place must have been there.
    #[serde(rename = "valido_il", default)]
    pub valid_on: Option<String>,
    /// The sentence that is printed.
    #[serde(rename = "stampa", default)]
    pub printed: Option<String>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// How it is kept.
    #[serde(rename = "valore")]
    pub value: String,
    /// How it is read.
    #[serde(rename = "testo")]
    pub text: String,
    /// What it means.
    #[serde(rename = "aiuto", default)]
    pub help: Option<String>,
    /// What is said when it is chosen.
    #[serde(rename = "avviso", default)]
    pub notice: Option<String>,
}

/// How many rows a group has.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// At least.
    #[serde(default)]
    pub min: u32,
    /// At most.
    #[serde(default = "most_rows")]
    pub max: u32,
    /// What the key that adds one says.
    #[serde(rename = "aggiungi", default)]
    pub add: Option<String>,
}

/// Rows of a group that says nothing about it.
pub(super) fn most_rows() -> u32 {
    20
}

words! {
    /// To a whole number.
    Rounding {
        /// Up.
        Up = "su",
        /// Down.
        Down = "giu",
        /// To the nearest, halves up.
        Nearest = "vicino",
    }
}

/// How a value is computed: one of the ways.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Compute {
    /// All together.
    #[serde(rename = "somma", default)]
    pub sum: Option<Vec<Literal>>,
    /// All multiplied.
    #[serde(rename = "prodotto", default)]
    pub product: Option<Vec<Literal>>,
    /// The first without the second.
    #[serde(rename = "differenza", default)]
    pub difference: Option<Vec<Literal>>,
    /// Days from the first to the second.
    #[serde(rename = "giorni_fra", default)]
    pub days_between: Option<Vec<Literal>>,
    /// Days from the first to the second, both counted.
    #[serde(rename = "giorni_compresi", default)]
    pub days_inclusive: Option<Vec<Literal>>,
    /// The first day and so many more.
    #[serde(rename = "data_piu", default)]
    pub day_after: Option<Vec<Literal>>,
    /// The value of the first band the number does not exceed.
    #[serde(rename = "fascia", default)]
    pub band: Option<Vec<Literal>>,
    /// To a whole number.
    #[serde(rename = "arrotonda", default)]
    pub rounding: Option<Rounding>,
}

impl Compute {
    /// The ways that are given: their word and their terms.
    pub(super) fn given(&self) -> Vec<(&'static str, &[Literal])> {
        [
            ("somma", &self.sum),
            ("prodotto", &self.product),
            ("differenza", &self.difference),
            ("giorni_fra", &self.days_between),
            ("giorni_compresi", &self.days_inclusive),
            ("data_piu", &self.day_after),
            ("fascia", &self.band),
        ]
        .into_iter()
        .filter_map(|(word, terms)| terms.as_deref().map(|terms| (word, terms)))
        .collect()
    }
}

/// What is said when a condition is true.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// When.
    #[serde(rename = "se")]
    pub when: Condition,
    /// What is wrong.
    #[serde(rename = "errore", default)]
    pub error: Option<String>,
    /// What is odd.
    #[serde(rename = "avviso", default)]
    pub notice: Option<String>,
    /// At which question, of a rule of the form.
    #[serde(rename = "campo", default)]
    pub field: Option<String>,
}

words! {
    /// What the citizen can do instead of bringing a paper (artt. 43, 46 and 47 DPR 445/2000; art. 18 L. 241/1990).
    #[cfg_attr(feature = "ts", ts(rename = "PaperInstead"))]
    Instead {
        /// Declare it.
        Declare = "autocertificazione",
        /// Let the office get it.
        OfficeGetsIt = "acquisizione_ufficio",
    }
}

/// A paper that comes with a form.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Its name.
    pub id: String,
    /// What it is.
    #[serde(rename = "testo")]
    pub text: String,
    /// Whether it is needed.
    #[serde(rename = "obbligatorio", default)]
    pub required: bool,
    /// When.
    #[serde(rename = "se", default)]
    pub when: Option<Condition>,
    /// What can be done instead.
    #[serde(rename = "alternativa", default)]
    pub instead: Option<Instead>,
}

/// Something to pay.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// What.
    #[serde(rename = "testo")]
    pub text: String,
    /// How much.
    #[serde(rename = "importo", default)]
    pub amount: Option<Literal>,
    /// When.
    #[serde(rename = "se", default)]
    pub when: Option<Condition>,
}
