//! A form, filled in or to be filled in by hand: what was asked and answered, ticks, codes in boxes, who signs, what comes
//! with it. A long answer is set smaller; one that is longer still goes on in an attachment. None is ever cut.

mod answers;
mod around;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered,
    page::{Size, mm},
    parts::{BODY, NOTE, STRONG},
    render::MadeAt,
    sheet::{Margins, Sheet},
    texts,
};
use answers::Rest;

/// A form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPrint {
    /// What it is called.
    pub title: String,
    /// Which form and which text of it, `residenza@2026-11-24`: at the foot of every page.
    pub reference: String,
    /// Its law.
    #[serde(default)]
    pub law: Option<String>,
    /// The office it is handed to.
    #[serde(default)]
    pub recipient: Option<String>,
    /// Something is still missing: every page says so.
    #[serde(default)]
    pub draft: bool,
    /// To be filled in by hand: what has no value has room to write.
    #[serde(default)]
    pub blank: bool,
    /// Its steps.
    pub sections: Vec<FormSection>,
    /// Whether it takes the place of a certificate: the warning of art. 76 DPR 445/2000 stands on it.
    #[serde(default)]
    pub declaration: bool,
    /// Stamp duty.
    #[serde(default)]
    pub stamps: Option<FormStamps>,
    /// The privacy notice.
    #[serde(default)]
    pub privacy: Option<FormPrivacy>,
    /// Who signs.
    #[serde(default)]
    pub signature: Option<FormSignature>,
    /// What comes with it.
    #[serde(default)]
    pub papers: Vec<FormPaper>,
    /// What happens then.
    #[serde(default)]
    pub afterwards: Option<String>,
    /// The same questions in another language, on pages of their own.
    #[serde(default)]
    pub guide: Option<FormGuide>,
}

/// A step of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSection {
    /// What it is called.
    pub title: String,
    /// What it asks.
    pub parts: Vec<FormPart>,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case", deny_unknown_fields)]
pub enum FormPart {
    /// A name and its value in a line.
    Field {
        /// The name.
        label: String,
        /// The value.
        value: String,
    },
    /// A code with a box for each letter.
    Comb {
        /// What it is.
        label: String,
        /// Its letters.
        value: String,
        /// How many boxes.
        boxes: u8,
    },
    /// A list of which some are ticked.
    Options {
        /// What is asked.
        label: String,
        /// The list.
        options: Vec<FormTick>,
    },
    /// A sentence to tick.
    Tick(FormTick),
    /// A text of any length.
    Text {
        /// What is asked.
        label: String,
        /// The text.
        value: String,
    },
    /// A sentence with its answers in it.
    Sentence {
        /// The sentence.
        words: String,
    },
    /// Who or what the next parts are about.
    Heading {
        /// Its words.
        words: String,
    },
    /// Rows.
    Table {
        /// What they are.
        label: String,
        /// The names of the columns.
        columns: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Something to read.
    Note {
        /// Its words.
        words: String,
    },
}

/// Something to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormTick {
    /// What is true when it is ticked.
    pub words: String,
    /// Whether it is.
    pub ticked: bool,
}

/// Stamp duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormStamps {
    /// How many.
    pub count: u32,
    /// What they cost together.
    #[serde(default)]
    pub amount: Option<String>,
    /// Why, or why none.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// The privacy notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPrivacy {
    /// The municipality's text.
    pub text: String,
    /// What the data are for.
    pub purpose: String,
    /// By which right.
    pub basis: String,
    /// By which right data on health and the like.
    #[serde(default)]
    pub special: Option<String>,
}

/// Who signs, where and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSignature {
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// When.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Whether it matters if the clerk sees it signed (art. 38, c. 3, DPR 445/2000).
    #[serde(default)]
    pub presence: bool,
    /// Whether the clerk does.
    #[serde(default)]
    pub before_clerk: Option<bool>,
    /// Who.
    pub signers: Vec<FormSigner>,
}

/// A line to sign on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSigner {
    /// As what.
    pub role: String,
    /// Who.
    #[serde(default)]
    pub name: Option<String>,
}

/// A paper that comes with a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPaper {
    /// What it is.
    pub text: String,
    /// Whether it is needed.
    pub required: bool,
    /// What can be done instead.
    #[serde(default)]
    pub instead: Option<FormInstead>,
}

/// What can be done instead of bringing a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormInstead {
    /// Declare it.
    Declare,
    /// Let the office ask for it.
    OfficeGetsIt,
}

impl FormInstead {
    fn words(self) -> &'static str {
        match self {
            Self::Declare => "Al posto del certificato basta una dichiarazione (artt. 46 e 47 DPR 445/2000).",
            Self::OfficeGetsIt => {
                "L’ufficio può chiederlo a chi lo ha: non serve portarlo (art. 18 L. 241/1990)."
            }
        }
    }
}

/// A form in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormGuide {
    /// The name of the language, in itself.
    pub language: String,
    /// What the form is called.
    pub title: String,
    /// What it is, what to mind, what happens then.
    #[serde(default)]
    pub words: Vec<String>,
    /// Its questions.
    pub rows: Vec<FormGuideRow>,
}

/// A question in two languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormGuideRow {
    /// As it stands on the form.
    pub italian: String,
    /// In the other language.
    pub text: String,
    /// How to answer, in the other language.
    #[serde(default)]
    pub help: String,
}

pub(crate) fn compose(
    form: &FormPrint,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = Sheet::new(house, Size::A4, Margins::OFFICE);
    sheet.banner(form.recipient.as_deref().unwrap_or_default(), "recipient")?;
    if form.draft {
        sheet.paragraph("BOZZA: mancano dei dati. Non vale come modulo.", STRONG, "draft")?;
        sheet.skip(6.0);
    }
    sheet.title(&form.title, "title")?;
    if let Some(law) = &form.law {
        sheet.skip(2.0);
        sheet.paragraph(law, NOTE, "law")?;
    }
    let reference = format!("Modulo {}", form.reference);
    sheet.paragraph(&reference, NOTE, "reference")?;
    around::stamps(&mut sheet, form.stamps.as_ref())?;
    let mut rests: Vec<Rest> = Vec::new();
    for (index, section) in form.sections.iter().enumerate() {
        sheet.within("sections", index, |sheet| {
            sheet.section(2, &section.title, "title")?;
            answers::parts(sheet, &section.parts, form.blank, index, &mut rests)
        })?;
    }
    if form.declaration {
        sheet.skip(10.0);
        sheet.prose(&texts::said(house, "form.warning", &[])?, BODY, "form.warning")?;
    }
    around::signature(&mut sheet, form)?;
    around::papers(&mut sheet, &form.papers)?;
    if let Some(words) = &form.afterwards {
        sheet.section(3, "Che cosa succede dopo", "afterwards")?;
        sheet.prose(words, BODY, "afterwards")?;
    }
    around::privacy(&mut sheet, form.privacy.as_ref())?;
    answers::attachments(&mut sheet, rests)?;
    around::guide(&mut sheet, form.guide.as_ref())?;
    sheet.skip(mm(2.0));
    let mark = if form.draft { "BOZZA – " } else { "" };
    let foot = format!("{mark}{reference}");
    sheet.rendered(&form.title, Some(&foot), made_at, options)
}
