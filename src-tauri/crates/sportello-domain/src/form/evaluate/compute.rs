//! Computed values. What is missing counts as nothing; a day that is missing gives no value.

use chrono::NaiveDate;

use super::super::answer::Answer;
use super::super::field::{Kind, Rounding};
use super::super::library::Parameter;
use super::super::number::Number;
use super::super::question::Question;
use super::super::term::{Literal, Term, day, days_after};
use super::conditions::{Known, Scope};

impl Scope<'_, '_> {
    /// The value of a question that is computed.
    pub(super) fn computed<'q>(&self, question: &'q Question) -> Answer<'q> {
        let Some(compute) = &question.compute else { return Answer::None };
        let given = compute.given();
        let [(word, terms)] = given.as_slice() else { return Answer::None };
        if *word == "data_piu" {
            return self.day_after(terms).map_or(Answer::None, Answer::Day);
        }
        let value = match (*word, *terms) {
            ("somma", terms) => terms.iter().try_fold(Number::ZERO, |sum, term| sum.plus(self.number(term))),
            ("prodotto", terms) => {
                terms.iter().try_fold(Number::whole(1), |product, term| product.times(self.number(term)))
            }
            ("differenza", [first, second]) => self.number(first).minus(self.number(second)),
            ("giorni_fra", [from, to]) => self.days(from, to).map(Number::whole),
            ("giorni_compresi", [from, to]) => self.days(from, to).map(|days| Number::whole(days + 1)),
            ("fascia", [amount, bands]) => self.band(self.number(amount), bands),
            _ => None,
        };
        let rounded = match compute.rounding {
            None => value,
            Some(Rounding::Up) => value.map(Number::ceiling),
            Some(Rounding::Down) => value.map(Number::floor),
            Some(Rounding::Nearest) => value.and_then(Number::rounded),
        };
        let value = match question.kind {
            // Cents have no parts.
            Kind::Money => rounded
                .and_then(Number::cents)
                .and_then(|cents| Number::whole(cents).divided(Number::whole(100))),
            _ => rounded,
        };
        value.map_or(Answer::None, |value| Answer::Number(value, String::new()))
    }

    /// The number of a term.
    pub(super) fn number(&self, literal: &Literal) -> Number {
        let number = |known: &Known| match known {
            Known::Number(number) => Some(*number),
            Known::Text(text) => Number::parse(text),
            _ => None,
        };
        let values = self.terms(&literal.operand());
        let numbers: Vec<Number> = values.iter().filter_map(number).collect();
        numbers.into_iter().try_fold(Number::ZERO, Number::plus).unwrap_or(Number::ZERO)
    }

    fn day(&self, literal: &Literal) -> Option<NaiveDate> {
        self.terms(&literal.operand()).into_iter().find_map(|known| match known {
            Known::Day(day) => Some(day),
            Known::Text(text) => day(&text, self.setting.today),
            _ => None,
        })
    }

    fn days(&self, from: &Literal, to: &Literal) -> Option<i64> {
        Some(self.day(to)?.signed_duration_since(self.day(from)?).num_days())
    }

    fn day_after(&self, terms: &[Literal]) -> Option<NaiveDate> {
        let [from, days] = terms else { return None };
        days_after(self.day(from)?, self.number(days).as_whole()?)
    }

    fn band(&self, amount: Number, bands: &Literal) -> Option<Number> {
        let Term::Parameter(key) = bands.term() else { return None };
        let Some(Parameter::Bands(bands)) = self.setting.library.parameters.get(&key) else { return None };
        let fits = |up_to: Option<Number>| up_to.is_none_or(|up_to| amount <= up_to);
        bands.iter().find(|(up_to, _)| fits(*up_to)).map(|(_, value)| *value)
    }
}
