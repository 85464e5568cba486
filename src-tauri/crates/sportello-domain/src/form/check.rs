//! What the words of a form mean together: that every question, block, option and parameter named is there, comes before,
//! and can happen.

mod conditions;
mod questions;
mod reachable;

pub(super) use questions::placeholders;

use std::collections::BTreeSet;

use super::Form;
use super::fault::{FormProblem, near};
use super::field::Kind;
use super::library::Library;
use super::model::{Class, FormFile, StampRule};
use super::place_in_file::{Step, Way, way};
use super::question::Question;
use super::term::{Literal, Term, day};

/// Where, and what.
type Found = Vec<(Way, FormProblem)>;

/// A form or a block being looked at.
struct Check<'a> {
    library: &'a Library,
    found: &'a mut Found,
    /// The questions that came before, one list for each thing they are in.
    before: Vec<Vec<&'a Question>>,
    /// All of them.
    all: Vec<&'a [Question]>,
    /// Whether there is a signature to ask about.
    signed: bool,
    never: reachable::Never,
}

/// Looks at a block by itself.
pub(super) fn block(library: &Library, questions: &[Question], found: &mut Found) {
    let mut check = Check {
        library,
        found,
        before: vec![Vec::new()],
        all: vec![questions],
        signed: false,
        never: reachable::Never::default(),
    };
    check.questions(questions, &[]);
    check.rules_of(questions);
}

/// Looks at a form.
pub(super) fn form(library: &Library, form: &Form, found: &mut Found) {
    let file = &form.file;
    let all: Vec<Question> = form.steps.iter().flat_map(|step| step.questions.iter().cloned()).collect();
    let mut check = Check {
        library,
        found,
        before: vec![Vec::new()],
        all: vec![&all],
        signed: file.signature.is_some(),
        never: reachable::Never::default(),
    };
    check.head(file);
    let mut from = 0;
    let mut ids = BTreeSet::new();
    for (at, section) in file.sections.iter().enumerate() {
        let here = [Step::Key("sezioni"), Step::Index(at)];
        check.id(&section.id, &here, &mut ids);
        if section.fields.is_empty() {
            check.note(&way(&here, [Step::Key("campi")]), FormProblem::NoFields { id: section.id.clone() });
        }
        let outer: Vec<_> = section.when.iter().collect();
        if let Some(when) = &section.when {
            check.condition(when, &way(&here, [Step::Key("se")]), true);
        }
        let to = from + section.fields.len();
        check.questions(all.get(from..to).unwrap_or_default(), &outer);
        from = to;
    }
    check.rules_of(&all);
    check.before = vec![all.iter().collect()];
    check.tail(file);
    let mut names = BTreeSet::new();
    for question in &all {
        if !names.insert(question.id.as_str()) {
            let id = question.id.clone();
            check.note(&way(&question.way, [Step::Key("id")]), FormProblem::RepeatedId { id });
        }
    }
}

impl<'a> Check<'a> {
    fn note(&mut self, at: &[Step], problem: FormProblem) {
        if !at.is_empty() && !self.found.iter().any(|(way, known)| way == at && *known == problem) {
            self.found.push((at.to_vec(), problem));
        }
    }

    fn id<'b>(&mut self, id: &'b str, here: &[Step], known: &mut BTreeSet<&'b str>) {
        let at = way(here, [Step::Key("id")]);
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if id.is_empty() || !id.chars().all(letter) {
            self.note(&at, FormProblem::BadId { id: id.to_owned() });
        }
        if !known.insert(id) {
            self.note(&at, FormProblem::RepeatedId { id: id.to_owned() });
        }
    }

    /// What stands before the sections.
    fn head(&mut self, file: &FormFile) {
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if file.id.is_empty() || !file.id.chars().all(letter) {
            self.note(&[Step::Key("id")], FormProblem::BadId { id: file.id.clone() });
        }
        for (key, text) in [("titolo", &file.title), ("versione", &file.version)] {
            if text.trim().is_empty() {
                self.note(&[Step::Key(key)], FormProblem::MissingKey { key: key.to_owned() });
            }
        }
        let days = [("valido_dal", &file.valid_from), ("valido_fino_al", &file.valid_to)];
        for (key, text) in days {
            let bad = text.as_deref().filter(|text| text.parse::<chrono::NaiveDate>().is_err());
            if let Some(term) = bad {
                self.note(&[Step::Key(key)], FormProblem::BadTerm { term: term.to_owned() });
            }
        }
        if let (Some(from), Some(to)) = (&file.valid_from, &file.valid_to)
            && from > to
        {
            self.note(&[Step::Key("valido_fino_al")], FormProblem::BadBounds);
        }
        if let Some(code) = &file.recipient {
            self.office(code, &[Step::Key("ufficio_destinatario")]);
        }
        for (key, from) in [("copie_da", &file.copies_from), ("termine_giorni_da", &file.term_from)] {
            if let Some(text) = from {
                self.parameter_term(text, &[Step::Key(key)]);
            }
        }
        if file.sections.is_empty() {
            self.note(&[Step::Key("sezioni")], FormProblem::NoFields { id: file.id.clone() });
        }
        if file.class == Class::Declaration {
            let lacks = |what: &str| FormProblem::DeclarationLacks { what: what.to_owned() };
            let warned = file.sections.iter().flat_map(|section| &section.fields).any(|field| {
                field.id == "dich_penale" && field.kind == Kind::Declaration && field.required == Some(true)
            });
            if !warned {
                self.note(&[Step::Key("classe")], lacks("dich_penale"));
            }
            if file.privacy.is_none() {
                self.note(&[Step::Key("classe")], lacks("privacy"));
            }
        }
    }

    /// What stands after them: it may name every question.
    fn tail(&mut self, file: &'a FormFile) {
        if let Some(competent) = &file.competent {
            let here = [Step::Key("ufficio_competente")];
            self.office(&competent.otherwise, &way(&here, [Step::Key("altrimenti")]));
            if let Some(path) = &competent.field {
                self.named(path, &way(&here, [Step::Key("da_campo")]));
            }
        }
        if let Some(privacy) = &file.privacy {
            let key = format!("informative.{}", privacy.notice);
            if self.library.parameters.text(&key).is_none() {
                let problem = FormProblem::UnknownNotice { key: privacy.notice.clone() };
                self.note(&[Step::Key("privacy"), Step::Key("informativa")], problem);
            }
        }
        self.signature(file);
        self.stamp(file);
        let mut ids = BTreeSet::new();
        for (at, attachment) in file.attachments.iter().enumerate() {
            let here = [Step::Key("allegati"), Step::Index(at)];
            self.id(&attachment.id, &here, &mut ids);
            self.may_happen(attachment.when.as_ref(), &here);
        }
        for (at, cost) in file.costs.iter().enumerate() {
            let here = [Step::Key("costi"), Step::Index(at)];
            self.may_happen(cost.when.as_ref(), &here);
            if let Some(amount) = &cost.amount {
                self.operand(amount, &way(&here, [Step::Key("importo")]));
            }
        }
        for (at, rule) in file.rules.iter().enumerate() {
            let here = [Step::Key("controlli"), Step::Index(at)];
            self.rule(rule, &here);
            if let Some(path) = &rule.field {
                self.named(path, &way(&here, [Step::Key("campo")]));
            }
        }
        if let Some(ticket) = &file.ticket {
            let fields = [
                ("tipo_da", &ticket.kind),
                ("oggetto", &ticket.subject),
                ("descrizione", &ticket.description),
                ("richiesta", &ticket.request),
                ("luogo", &ticket.place),
                ("cittadino", &ticket.citizen),
            ];
            for (key, path) in fields {
                if let Some(path) = path {
                    self.named(path, &[Step::Key("pratica"), Step::Key(key)]);
                }
            }
        }
    }

    fn signature(&mut self, file: &'a FormFile) {
        let Some(signature) = &file.signature else { return };
        if signature.day.as_deref().is_some_and(|day| day != "oggi") {
            let term = signature.day.clone().unwrap_or_default();
            self.note(&[Step::Key("firma"), Step::Key("data")], FormProblem::BadTerm { term });
        }
        for (at, signer) in signature.signers.iter().enumerate() {
            let here = [Step::Key("firma"), Step::Key("firmatari"), Step::Index(at)];
            if let Some(path) = &signer.name_from {
                self.named(path, &way(&here, [Step::Key("nome_da")]));
            }
            let rows =
                signer.each.as_ref().and_then(|path| self.named(path, &way(&here, [Step::Key("per_ogni")])));
            if let Some(when) = &signer.when {
                let inside = rows.is_some();
                if let Some(rows) = rows {
                    self.before.push(rows.children.iter().collect());
                }
                self.condition(when, &way(&here, [Step::Key("se")]), false);
                if inside {
                    self.before.pop();
                }
            }
        }
    }

    fn stamp(&mut self, file: &'a FormFile) {
        let Some(stamp) = &file.stamp else { return };
        let missing = |key: &str| FormProblem::MissingKey { key: key.to_owned() };
        match stamp.rule {
            StampRule::Always if stamp.count.is_none() => self.note(&[Step::Key("bollo")], missing("marche")),
            StampRule::Cases if stamp.cases.is_empty() => self.note(&[Step::Key("bollo")], missing("casi")),
            _ => {}
        }
        if stamp.rule != StampRule::Never && self.library.parameters.number("bollo.euro").is_none() {
            let key = "bollo.euro".to_owned();
            self.note(&[Step::Key("bollo")], FormProblem::UnknownParameter { key, near: None });
        }
        for (at, case) in stamp.cases.iter().enumerate() {
            let here = [Step::Key("bollo"), Step::Key("casi"), Step::Index(at)];
            self.may_happen(Some(&case.when), &here);
            match (&case.count, &case.count_from) {
                (None, Some(from)) => self.operand(from, &way(&here, [Step::Key("marche_da")])),
                (None, None) => self.note(&here, missing("marche")),
                _ => {}
            }
        }
    }

    /// A condition that must be sound and possible.
    fn may_happen(&mut self, when: Option<&'a super::condition::Condition>, here: &[Step]) {
        let Some(when) = when else { return };
        let at = way(here, [Step::Key("se")]);
        self.condition(when, &at, false);
        if !self.can_be(&[when]) {
            self.note(&at, FormProblem::NeverTrue);
        }
    }

    fn office(&mut self, code: &str, at: &[Step]) {
        let known: Vec<&str> = self.library.parameters.names("uffici").collect();
        if !known.contains(&code) {
            let near = near(code, known);
            self.note(at, FormProblem::UnknownOffice { code: code.to_owned(), near });
        }
    }

    fn parameter(&mut self, key: &str, at: &[Step]) {
        if self.library.parameters.get(key).is_none() {
            let near = near(key, self.library.parameters.iter().map(|(key, _)| key));
            self.note(at, FormProblem::UnknownParameter { key: key.to_owned(), near });
        }
    }

    fn parameter_term(&mut self, text: &str, at: &[Step]) {
        match Term::read(text) {
            Some(Term::Parameter(key)) => self.parameter(&key, at),
            _ => self.note(at, FormProblem::BadTerm { term: text.to_owned() }),
        }
    }

    /// A term of a computation.
    fn operand(&mut self, literal: &Literal, at: &[Step]) {
        match literal.operand() {
            Term::Field(path) => drop(self.named(&path, at)),
            Term::Parameter(key) => self.parameter(&key, at),
            Term::Text(term) => self.note(at, FormProblem::BadTerm { term }),
            _ => {}
        }
    }
}

/// Whether a text is a day of the format.
fn is_day(text: &str) -> bool {
    chrono::NaiveDate::from_ymd_opt(2024, 1, 1).is_some_and(|leap| day(text, leap).is_some())
}
