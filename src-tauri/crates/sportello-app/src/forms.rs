//! Forms: which there are, how they are filled, how they are printed. What they ask and what is wrong is said by the one
//! evaluator in the domain; here its answers become pages, cards and rows.

mod catalogue;

pub use catalogue::{FormCatalogue, FormEntry, FormOrigin, form_catalogue, form_check};
