//! Where things stand in a file of forms, and what its reader says about it.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{FormFault, FormProblem, near};
use super::library::Parameters;

/// One step of the way to a thing: a property, or which one of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A property.
    Key(&'static str),
    /// Of a list, from 0.
    Index(usize),
}

/// The way to a thing.
pub(super) type Way = Vec<Step>;

/// A way and more steps.
pub(super) fn way(way: &[Step], more: impl IntoIterator<Item = Step>) -> Way {
    way.iter().cloned().chain(more).collect()
}

/// The longest file: a form has some hundred lines.
const LONGEST: usize = 512 * 1024;

/// Reads a file into its struct.
pub(super) fn read<T: DeserializeOwned>(source: &str) -> Result<T, FormFault> {
    if source.len() > LONGEST {
        return Err(FormFault::whole(FormProblem::NotText));
    }
    toml::from_str(source).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let (line, column) = position(source, at);
        FormFault { line, column, problem: problem(source, at, error.message()) }
    })
}

/// The same with the parameters that stand in its texts, `{parametro:tari.termine_giorni}`, put in their place. A file
/// that was read already.
pub(super) fn read_filled<T: DeserializeOwned>(
    source: &str,
    parameters: &Parameters,
) -> Result<T, Vec<FormFault>> {
    let read = read(source).map_err(|fault| vec![fault])?;
    if !source.contains(OPEN) {
        return Ok(read);
    }
    let unknown = unknown_parameters(source, parameters);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut table: toml::Table = self::read(source).map_err(|fault| vec![fault])?;
    table.iter_mut().for_each(|(_, value)| fill(value, parameters));
    table
        .try_into()
        .map_err(|error| vec![FormFault::whole(FormProblem::Syntax { detail: error.message().to_owned() })])
}

/// How a parameter in a text begins.
const OPEN: &str = "{parametro:";

fn unknown_parameters(source: &str, parameters: &Parameters) -> Vec<FormFault> {
    let known = |key: &str| parameters.written(key).is_some();
    let named = source.match_indices(OPEN).filter_map(|(at, _)| {
        let key = source[at + OPEN.len()..].split('}').next()?;
        (!known(key)).then(|| {
            let (line, column) = position(source, at);
            let near = near(key, parameters.iter().map(|(key, _)| key));
            FormFault { line, column, problem: FormProblem::UnknownParameter { key: key.to_owned(), near } }
        })
    });
    named.collect()
}

fn fill(value: &mut toml::Value, parameters: &Parameters) {
    match value {
        toml::Value::String(text) if text.contains(OPEN) => {
            let mut parts = text.split(OPEN);
            let mut filled = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                let (key, rest) = part.split_once('}').unwrap_or((part, ""));
                filled.push_str(&parameters.written(key).unwrap_or_default());
                filled.push_str(rest);
            }
            *text = filled;
        }
        toml::Value::Array(items) => items.iter_mut().for_each(|item| fill(item, parameters)),
        toml::Value::Table(table) => table.iter_mut().for_each(|(_, item)| fill(item, parameters)),
        _ => {}
    }
}

/// Line and column of a byte, from 1.
fn position(source: &str, at: usize) -> (u32, u32) {
    let before = source.get(..at.min(source.len())).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let count = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
    (count(before.matches('\n').count()), count(before[start..].chars().count()))
}

/// The reader says it in English, always in the same words.
fn problem(source: &str, at: usize, message: &str) -> FormProblem {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or_default().to_owned();
    let others = quoted.iter().skip(1).copied();
    if message.starts_with("unknown field") {
        return FormProblem::UnknownKey { near: near(&first, others), key: first };
    }
    if message.starts_with("unknown variant") {
        let near = near(&first, others);
        return FormProblem::UnknownWord { key: key_before(source, at), word: first, near };
    }
    if message.starts_with("missing field") {
        return FormProblem::MissingKey { key: first };
    }
    if message.starts_with("duplicate") {
        return FormProblem::RepeatedKey;
    }
    if message.starts_with("invalid type") || message.starts_with("data did not match") {
        return FormProblem::WrongType { key: key_before(source, at) };
    }
    FormProblem::Syntax { detail: message.lines().next().unwrap_or_default().to_owned() }
}

/// The property whose value begins at a byte.
fn key_before(source: &str, at: usize) -> String {
    let before = source.get(..at.min(source.len())).unwrap_or_default();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let Some(sign) = before.rfind('=') else { return String::new() };
    let name = before[..sign].trim_end();
    name[name.trim_end_matches(is_part).len()..].to_owned()
}

/// Finds things in a file that has been read.
pub(super) struct Locator<'a> {
    source: &'a str,
    table: Option<Spanned<DeTable<'a>>>,
}

impl<'a> Locator<'a> {
    /// Over a file.
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, table: DeTable::parse(source).ok() }
    }

    /// A fault at the end of a way, or at the nearest thing to it that is written.
    pub(super) fn fault(&self, way: &[Step], problem: FormProblem) -> FormFault {
        let (line, column) = position(self.source, self.byte(way));
        FormFault { line, column, problem }
    }

    fn byte(&self, way: &[Step]) -> usize {
        let Some(table) = &self.table else { return 0 };
        let Some((Step::Key(key), rest)) = way.split_first() else { return 0 };
        let Some(mut value) = table.get_ref().get(*key) else { return 0 };
        for step in rest {
            let next = match (step, value.get_ref()) {
                (Step::Key(key), DeValue::Table(table)) => table.get(*key),
                (Step::Index(at), DeValue::Array(array)) => array.get(*at),
                _ => None,
            };
            match next {
                Some(next) => value = next,
                None => break,
            }
        }
        value.span().start
    }
}
