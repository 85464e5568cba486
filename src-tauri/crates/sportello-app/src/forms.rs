//! Forms: which there are, how they are filled, how they are printed. What they ask and what is wrong is said by the one
//! evaluator in the domain; here its answers become pages, cards and rows.

mod catalogue;
mod desk;
mod fill;
mod known;
mod paper;
mod state;

pub use catalogue::{FormCatalogue, FormEntry, FormOrigin, form_catalogue, form_check};
pub use desk::{
    BrokenForm, FormAnswers, FormBegin, FormKeep, FormLine, FormPaperAsked, FormPaperKind, FormPlace,
    FormPlaceQuery, FormStart, Forms, FormsQuery, KeptForm, KeptForms, KnownAnswer,
};
pub use fill::{FormFill, FormFilled, form_bring_sheet, form_fill};
pub use state::{FieldState, FormState, OptionState, OtherWords, PaperState, SignatureState, StepState};

pub(crate) use desk::{begin, forms, keep, kept, paper, places_find, state};
