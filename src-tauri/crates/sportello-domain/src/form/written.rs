//! How answers are written on the form, which is Italian by law.

use super::answer::{Answer, Entry, Somewhere};
use super::check::placeholders;
use super::field::Kind;

/// How yes and no are written.
pub const YES_NO: [&str; 2] = ["sì", "no"];

impl Entry<'_> {
    /// The answer as it is printed; empty when there is none.
    pub fn written(&self) -> String {
        match &self.answer {
            Answer::None => String::new(),
            Answer::Wrong(given) | Answer::Text(given) => given.clone(),
            Answer::Flag(flag) => YES_NO[usize::from(!flag)].to_owned(),
            Answer::Number(number, typed) => match self.question.kind {
                Kind::Money => format!("€\u{a0}{}", number.written(2)),
                Kind::Fraction if !typed.is_empty() => typed.clone(),
                _ if number.has_decimals(6) => number.to_string().replace('.', ","),
                _ => number.written(2),
            },
            Answer::Day(day) => day.format("%d/%m/%Y").to_string(),
            Answer::Time(time) => time.format("%H:%M").to_string(),
            Answer::Choice(option) => option.text.clone(),
            Answer::Choices(chosen) => {
                chosen.iter().map(|option| option.text.as_str()).collect::<Vec<_>>().join("; ")
            }
            Answer::Place(Somewhere::Known(_, name)) => name.clone(),
            Answer::Place(Somewhere::Italy) => "Italia".to_owned(),
            Answer::Place(Somewhere::Elsewhere(given)) => given.clone(),
            Answer::Inside(entries) => joined(entries),
            Answer::Rows(rows) => rows.iter().map(|row| joined(row)).collect::<Vec<_>>().join("; "),
        }
    }

    /// The sentence of the form with its answers, if it has one, and the names it used.
    pub fn sentence(&self) -> Option<(String, Vec<String>)> {
        let sentence = self.question.printed.as_deref()?;
        let mut words = sentence.to_owned();
        let mut used = Vec::new();
        for name in placeholders(sentence) {
            let value = if name == "valore" { self.written() } else { self.inside(name) };
            words = words.replace(&format!("{{{name}}}"), &value);
            used.push(name.to_owned());
        }
        Some((words, used))
    }

    /// The answer at the end of a path inside a block.
    fn inside(&self, path: &str) -> String {
        let Answer::Inside(entries) = &self.answer else { return String::new() };
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        let found = entries.iter().find(|entry| entry.question.id == first);
        found
            .map(|entry| if rest.is_empty() { entry.written() } else { entry.inside(rest) })
            .unwrap_or_default()
    }

    /// The answer in the form in which it is kept.
    pub fn kept(&self) -> serde_json::Value {
        use serde_json::{Map, Value, json};
        let object = |entries: &[Entry<'_>]| {
            let fields = entries.iter().filter(|entry| entry.answer.is_given());
            Value::Object(
                fields.map(|entry| (entry.question.id.clone(), entry.kept())).collect::<Map<_, _>>(),
            )
        };
        match &self.answer {
            Answer::None => Value::Null,
            Answer::Wrong(given) | Answer::Text(given) => json!(given),
            Answer::Flag(flag) => json!(flag),
            Answer::Number(number, _) if self.question.kind == Kind::Whole => match number.as_whole() {
                Some(whole) => json!(whole),
                None => json!(number.to_string()),
            },
            Answer::Number(number, typed) => match self.question.kind {
                Kind::Money => json!(number.written(2).replace('.', "").replace(',', ".")),
                _ if !typed.is_empty() => json!(typed),
                _ => json!(number.to_string()),
            },
            Answer::Day(day) => json!(day.to_string()),
            Answer::Time(time) => json!(time.format("%H:%M").to_string()),
            Answer::Choice(option) => json!(option.value),
            Answer::Choices(chosen) => json!(chosen.iter().map(|option| &option.value).collect::<Vec<_>>()),
            Answer::Place(Somewhere::Known(code, _)) => json!(code.to_string()),
            Answer::Place(Somewhere::Italy) => json!("ITA"),
            Answer::Place(Somewhere::Elsewhere(given)) => json!(given),
            Answer::Inside(entries) => object(entries),
            Answer::Rows(rows) => Value::Array(rows.iter().map(|row| object(row)).collect()),
        }
    }
}

fn joined(entries: &[Entry<'_>]) -> String {
    let written = entries.iter().map(Entry::written).filter(|written| !written.is_empty());
    written.collect::<Vec<_>>().join(" ")
}
