//! What all forms share: blocks of questions, tables of codes, the parameters of a municipality.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fault::{FormFault, FormProblem};
use super::field::{Choice, Field};
use super::number::Number;
use super::place_in_file::{Locator, Step, read, read_filled, way};
use super::question::{Compiler, Question};

/// The format of a file of blocks.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
enum BlocksSchema {
    #[serde(rename = "sportello.blocchi/1")]
    Blocks,
}

/// The file of the shared blocks.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct BlocksFile {
    #[expect(dead_code, reason = "reading it is the check")]
    schema: BlocksSchema,
    #[serde(rename = "blocchi")]
    blocks: Vec<Block>,
}

/// Questions that go together in many forms.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct Block {
    pub(super) id: String,
    #[serde(rename = "titolo")]
    pub(super) title: String,
    #[serde(rename = "aiuto", default)]
    pub(super) help: Option<String>,
    #[serde(default)]
    pub(super) include: Vec<String>,
    #[serde(rename = "campi", default)]
    pub(super) fields: Vec<Field>,
}

/// A value of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub enum Parameter {
    /// A text, an amount, a day.
    Text(String),
    /// A number.
    Number(Number),
    /// Yes or no.
    Flag(bool),
    /// A table of bands: up to so much, this value.
    Bands(Vec<(Option<Number>, Number)>),
}

/// The parameters of a municipality: `bollo.euro`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters(BTreeMap<String, Parameter>);

/// What all forms share.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub(super) blocks: BTreeMap<String, Block>,
    tables: BTreeMap<String, Vec<Choice>>,
    /// The figures, offices and texts of the municipality.
    pub parameters: Parameters,
}

/// What is wrong with the files that all forms share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedFault {
    /// Which: `blocchi.toml`.
    pub file: String,
    /// What.
    pub fault: FormFault,
}

impl Library {
    /// Reads the blocks, the parameters (a later file wins, key by key) and the tables of codes.
    ///
    /// # Errors
    /// Every fault of every file. Nothing is taken then.
    pub fn read(
        blocks: &str,
        parameters: &[(&str, &str)],
        tables: &[(&str, &str)],
    ) -> Result<Self, Vec<SharedFault>> {
        let mut faults = Vec::new();
        let mut note = |file: &str, fault| faults.push(SharedFault { file: file.to_owned(), fault });
        let mut library = Self::default();
        for (name, source) in tables {
            match table(source) {
                Some(rows) => drop(library.tables.insert((*name).to_owned(), rows)),
                None => note(&format!("{name}.csv"), FormFault::whole(FormProblem::NotText)),
            }
        }
        for (name, source) in parameters {
            match Parameters::read(source) {
                Ok(more) => library.parameters.0.extend(more.0),
                Err(fault) => note(name, fault),
            }
        }
        const BLOCKS: &str = "blocchi.toml";
        match read_filled::<BlocksFile>(blocks, &library.parameters) {
            Err(faults) => faults.into_iter().for_each(|fault| note(BLOCKS, fault)),
            Ok(file) => library.take(file.blocks, blocks).into_iter().for_each(|fault| note(BLOCKS, fault)),
        }
        if faults.is_empty() { Ok(library) } else { Err(faults) }
    }

    fn take(&mut self, blocks: Vec<Block>, source: &str) -> Vec<FormFault> {
        let locator = Locator::new(source);
        let mut faults = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let here = [Step::Key("blocchi"), Step::Index(at)];
            if self.blocks.insert(block.id.clone(), block.clone()).is_some() {
                let id = block.id.clone();
                faults.push(locator.fault(&way(&here, [Step::Key("id")]), FormProblem::RepeatedId { id }));
            }
        }
        for (at, block) in blocks.iter().enumerate() {
            let here = [Step::Key("blocchi"), Step::Index(at)];
            let mut compiler = Compiler::new(self);
            let questions = compiler.block(&block.id, &here);
            let mut found = compiler.faults;
            super::check::block(self, &questions, &mut found);
            faults.extend(found.into_iter().map(|(way, problem)| locator.fault(&way, problem)));
        }
        faults
    }

    /// The questions of a block.
    pub fn block(&self, id: &str) -> Vec<Question> {
        Compiler::new(self).block(id, &[])
    }

    /// The rows of a table of codes.
    pub fn table(&self, name: &str) -> Option<&[Choice]> {
        self.tables.get(name).map(Vec::as_slice)
    }

    /// The names of the tables of codes.
    pub(super) fn tables(&self) -> impl Iterator<Item = &str> {
        self.tables.keys().map(String::as_str)
    }

    /// The name of an office whose code is known, otherwise what was written.
    pub fn office<'a>(&'a self, code: &'a str) -> &'a str {
        self.parameters.text(&format!("uffici.{code}")).unwrap_or(code)
    }
}

/// A table of codes: `id`, `descrizione`.
fn table(source: &str) -> Option<Vec<Choice>> {
    let mut reader = csv::Reader::from_reader(source.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().ok()?.clone();
    let column = |name: &str| headers.iter().position(|header| header == name);
    let (id, text) = (column("id")?, column("descrizione")?);
    let row = |row: csv::StringRecord| {
        let cell = |at: usize| row.get(at).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty());
        Some(Choice { value: cell(id)?, text: cell(text)?, help: None, notice: None })
    };
    reader.records().map(|record| row(record.ok()?)).collect()
}

impl Parameters {
    /// Reads a file of parameters.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(source: &str) -> Result<Self, FormFault> {
        let file: toml::Table = read(source)?;
        let mut values = BTreeMap::new();
        for (section, value) in &file {
            let toml::Value::Table(section_values) = value else {
                if section == "schema" {
                    continue;
                }
                return Err(FormFault::whole(FormProblem::UnknownKey { key: section.clone(), near: None }));
            };
            for (key, value) in section_values {
                let key = format!("{section}.{key}");
                let wrong = || FormFault::whole(FormProblem::WrongType { key: key.clone() });
                values.insert(key.clone(), parameter(value).ok_or_else(wrong)?);
            }
        }
        Ok(Self(values))
    }

    /// A parameter.
    pub fn get(&self, key: &str) -> Option<&Parameter> {
        self.0.get(key)
    }

    /// A text.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Parameter::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A number, or an amount written as a text.
    pub fn number(&self, key: &str) -> Option<Number> {
        match self.get(key)? {
            Parameter::Number(number) => Some(*number),
            Parameter::Text(text) => Number::parse(text),
            _ => None,
        }
    }

    /// A value as it is read in a text: `16,00`.
    pub fn written(&self, key: &str) -> Option<String> {
        Some(match self.get(key)? {
            Parameter::Text(text) if Number::parse(text).is_some() => text.replace('.', ","),
            Parameter::Text(text) => text.clone(),
            Parameter::Number(number) => number.to_string().replace('.', ","),
            Parameter::Flag(_) | Parameter::Bands(_) => return None,
        })
    }

    /// Every key and its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Parameter)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// The names of a section: `uffici` gives the codes of the offices.
    pub fn names<'a>(&'a self, section: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.keys().filter_map(move |key| key.strip_prefix(section)?.strip_prefix('.'))
    }

    /// Puts one value in the place of another.
    pub fn set(&mut self, key: &str, value: Parameter) {
        self.0.insert(key.to_owned(), value);
    }
}

fn parameter(value: &toml::Value) -> Option<Parameter> {
    Some(match value {
        toml::Value::String(text) => Parameter::Text(text.clone()),
        toml::Value::Integer(number) => Parameter::Number(Number::whole(*number)),
        toml::Value::Float(number) => Parameter::Number(Number::parse(&number.to_string())?),
        toml::Value::Boolean(flag) => Parameter::Flag(*flag),
        toml::Value::Datetime(day) => Parameter::Text(day.to_string()),
        toml::Value::Array(bands) => Parameter::Bands(bands.iter().map(band).collect::<Option<_>>()?),
        toml::Value::Table(_) => return None,
    })
}

/// `{ fino_a = "500.00", valore = 4 }`; without `fino_a` it holds for all that is more.
fn band(value: &toml::Value) -> Option<(Option<Number>, Number)> {
    let number = |value: &toml::Value| match value {
        toml::Value::String(text) => Number::parse(text),
        toml::Value::Integer(number) => Some(Number::whole(*number)),
        _ => None,
    };
    let band = value.as_table()?;
    let up_to = match band.get("fino_a") {
        Some(value) => Some(number(value)?),
        None => None,
    };
    Some((up_to, number(band.get("valore")?)?))
}
