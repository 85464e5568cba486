//! The least and the most of an answer.

use chrono::NaiveDate;

use super::super::answer::{Answer, longest};
use super::super::field::Kind;
use super::super::finding::Remark;
use super::super::number::Number;
use super::super::question::Question;
use super::super::term::{Literal, day};
use super::conditions::{Known, Scope};

impl Scope<'_, '_> {
    /// What is too short, too long, too little, too much.
    pub(super) fn limits(&self, question: &Question, answer: &Answer<'_>, errors: &mut Vec<Remark>) {
        match answer {
            Answer::Text(text) => {
                let letters = text.chars().count();
                let max = self.count(&question.max).or(longest(question.kind));
                if let Some(min) = self.count(&question.min).filter(|min| letters < *min) {
                    errors.push(Remark::TooShort { min: size(min) });
                }
                if let Some(max) = max.filter(|max| letters > *max) {
                    errors.push(Remark::TooLong { max: size(max) });
                }
            }
            Answer::Choices(chosen) => {
                if let Some(min) = self.count(&question.min).filter(|min| chosen.len() < *min) {
                    errors.push(Remark::TooFew { min: size(min) });
                }
                if let Some(max) = self.count(&question.max).filter(|max| chosen.len() > *max) {
                    errors.push(Remark::TooMany { max: size(max) });
                }
            }
            Answer::Number(number, _) => {
                let written = |bound: Number| match question.kind {
                    Kind::Money => bound.written(2),
                    _ => bound.to_string().replace('.', ","),
                };
                if let Some(bound) = self.bound(&question.min).filter(|bound| number < bound) {
                    errors.push(Remark::Less { bound: written(bound) });
                }
                if let Some(bound) = self.bound(&question.max).filter(|bound| number > bound) {
                    errors.push(Remark::More { bound: written(bound) });
                }
            }
            Answer::Day(given) => {
                let today = self.setting.today;
                let written = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
                if let Some(bound) = self.day_bound(&question.min).filter(|bound| given < bound) {
                    let past = bound == today;
                    errors.push(if past { Remark::InPast } else { Remark::Less { bound: written(bound) } });
                }
                if let Some(bound) = self.day_bound(&question.max).filter(|bound| given > bound) {
                    let future = bound == today;
                    errors.push(if future {
                        Remark::InFuture
                    } else {
                        Remark::More { bound: written(bound) }
                    });
                }
            }
            _ => {}
        }
    }

    fn bound(&self, literal: &Option<Literal>) -> Option<Number> {
        self.terms(&literal.as_ref()?.term()).into_iter().find_map(|known| match known {
            Known::Number(number) => Some(number),
            Known::Text(text) => Number::parse(&text),
            _ => None,
        })
    }

    fn count(&self, literal: &Option<Literal>) -> Option<usize> {
        usize::try_from(self.bound(literal)?.as_whole()?).ok()
    }

    fn day_bound(&self, literal: &Option<Literal>) -> Option<NaiveDate> {
        self.terms(&literal.as_ref()?.term()).into_iter().find_map(|known| match known {
            Known::Day(day) => Some(day),
            Known::Text(text) => day(&text, self.setting.today),
            _ => None,
        })
    }
}

fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
