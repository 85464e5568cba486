//! The reasons of a date, in Italian: the steps for whoever checks it, one sentence for the citizen.

use chrono::{Datelike, NaiveDate};

use super::compute::Course;
use super::outcome::{Deadline, Step};
use super::pause::Pause;
use super::rule::{Basis, Direction, Restart, Roll, Rule, Term};
use crate::calendar::italian::{days, from_to, long_date};
use crate::calendar::{holiday_name, is_sunday};

/// The reckoning, step by step.
pub(super) fn steps(course: &Course) -> Vec<Step> {
    let Course { rule, term, raw_on, due_on, .. } = course;
    let law = Some(rule.article);
    let mut steps = vec![step(opening(course), course.presented_on, law)];
    if course.start_on != course.presented_on {
        steps.push(match restart(rule.restart) {
            _ if course.reopened => step("Riaperta: comincia un nuovo termine", course.start_on, law),
            (words, article) => step(format!("{words}: il termine riparte"), course.start_on, Some(article)),
        });
    }
    for pause in &course.pauses {
        steps.extend(pause_steps(pause));
    }
    if let Some(limit) = course.extension_limit {
        steps.push(step("La proroga va comunicata entro", limit, law));
    }
    let length = length(*term);
    match (rule.direction, raw_on == due_on) {
        (Direction::NotBefore, _) => steps.push(step(format!("Fine del termine: {length}"), *due_on, law)),
        (Direction::DueBy, true) => steps.push(step(format!("Scadenza: {length}"), *due_on, law)),
        (Direction::DueBy, false) => {
            steps.push(step(format!("Fine del termine: {length}"), *raw_on, law));
            let skipped = raw_on.iter_days().take_while(|day| day < due_on);
            steps.extend(
                skipped.map(|day| step(format!("{}: si passa al giorno dopo", skipped_name(day)), day, None)),
            );
            steps.push(step("Scadenza: primo giorno non festivo", *due_on, Some(rolling_law(rule))));
        }
    }
    if let Some(literal) = course.literal_due_on {
        steps.push(step("Scadenza secondo la lettera della norma, non usata", literal, law));
    }
    let target = match rule.direction {
        Direction::DueBy => "Obiettivo interno: ultimo giorno utile di apertura",
        Direction::NotBefore => "Primo giorno di apertura",
    };
    steps.push(step(target, course.target_on, None));
    steps
}

/// What moves the last day forward: the civil code, or the rule's own law where Saturday counts too.
fn rolling_law(rule: &Rule) -> &'static str {
    if rule.roll == Roll::Holidays { "art. 2963, comma 3, c.c." } else { rule.article }
}

fn pause_steps(pause: &Pause) -> Vec<Step> {
    let (Some(from), Some(to)) =
        (NaiveDate::from_epoch_days(pause.from), NaiveDate::from_epoch_days(pause.to))
    else {
        return Vec::new();
    };
    let law = Some(pause.ground.article());
    let count = days(pause.to.abs_diff(pause.from));
    let most = if pause.capped { ", il massimo ammesso" } else { "" };
    vec![
        step(format!("Sospesa per {}", pause.ground.words()), from, law),
        step(format!("Fine della sospensione ({count}{most})"), to, law),
    ]
}

fn step(label: impl Into<String>, date: NaiveDate, article: Option<&str>) -> Step {
    Step { label: label.into(), date, article: article.map(Into::into) }
}

/// The whole reckoning in one sentence.
pub(super) fn sentence(course: &Course) -> String {
    let end = long_date(course.raw_on);
    let reason = reason(course);
    if course.rule.direction == Direction::NotBefore {
        let Course { rule, term, .. } = course;
        let (length, closing) = (length(*term), rule.closing);
        let first = if matches!(term, Term::DaysFirstIncluded(_)) { "," } else { "" };
        let start = long_date(course.start_on);
        return format!("{} {start}: {length}{first} arrivano a {end}; {closing} ({reason}).", rule.opening);
    }
    let roll = roll(course);
    match course.term {
        Term::ThirtiethOfJanuary => {
            format!(
                "{} nel {}: il termine è {end}{roll} ({reason}).",
                course.rule.opening,
                course.start_on.year()
            )
        }
        term => {
            let extension = if course.rule.extends.is_some() { ", proroga compresa," } else { "" };
            let without = if suspended(course).is_empty() { "" } else { ", senza contare la sospensione," };
            let ends = if matches!(term, Term::Days(1) | Term::Months(1)) { "scade" } else { "scadono" };
            let length = length(term);
            format!("{}: {length}{extension}{without} {ends} {end}{roll} ({reason}).", story(course))
        }
    }
}

/// Why a date is that one, in few words that follow it: "30 giorni dalla presentazione, art. 2, comma 2, L. 241/1990".
#[must_use]
pub fn in_brief(deadline: &Deadline) -> String {
    let rule = deadline.rule.rule();
    let mut reason = match rule.term {
        Term::ThirtiethOfJanuary | Term::GivenDays => length(rule.term),
        term => format!("{} dalla presentazione", length(term)),
    };
    if deadline.suspended_days > 0 {
        reason += &format!(" e {} di sospensione", days(deadline.suspended_days));
    }
    if deadline.raw_on != deadline.due_on {
        reason += ", fino al primo giorno non festivo";
    }
    format!("{reason}, {}", rule.article)
}

/// "Presentata martedì 1° settembre 2026, sospesa dall'11 al 21 settembre 2026 (10 giorni)".
fn story(course: &Course) -> String {
    let mut story = format!("{} {}", course.rule.opening, long_date(course.presented_on));
    if course.start_on != course.presented_on {
        let (words, _) = restart(course.rule.restart);
        let (words, runs) = if course.reopened {
            ("Riaperta", "da qui comincia un nuovo termine")
        } else {
            (words, "da qui il termine riparte")
        };
        story += &format!(", {} {} ({runs})", words.to_lowercase(), long_date(course.start_on));
    }
    let suspended = suspended(course);
    if !suspended.is_empty() {
        story += &format!(", sospesa {}", suspended.join(" e "));
    }
    story
}

/// "dall'11 al 21 settembre 2026 (10 giorni)", once for each pause that added days.
fn suspended(course: &Course) -> Vec<String> {
    let words = |pause: &Pause| {
        let (from, to) = (NaiveDate::from_epoch_days(pause.from)?, NaiveDate::from_epoch_days(pause.to)?);
        let most = if pause.capped { ", il massimo" } else { "" };
        (from < to).then(|| format!("{} ({}{most})", from_to(from, to), days(pause.to.abs_diff(pause.from))))
    };
    course.pauses.iter().filter_map(words).collect()
}

/// ", che è Natale; il termine passa a lunedì 28 dicembre 2026", or nothing when the term did not move.
fn roll(course: &Course) -> String {
    let Course { raw_on, due_on, .. } = course;
    if raw_on == due_on {
        return String::new();
    }
    let why = match holiday_name(*raw_on) {
        None => "che per questo termine vale come festivo",
        Some(_) if plain_sunday(*raw_on) => "che è festivo",
        Some(name) => &format!("che è {name}"),
    };
    format!(", {why}; il termine passa a {}", long_date(*due_on))
}

/// The law or the promise, and what the letter of the law would say.
fn reason(course: &Course) -> String {
    let mut reason = match course.rule.basis {
        Basis::Commitment => format!("{}: risposta entro {}", course.rule.article, length(course.term)),
        Basis::Statute => course.rule.article.into(),
    };
    if let Some(literal) = course.literal_due_on {
        reason += &format!("; alla lettera la norma porterebbe a {}", long_date(literal));
    }
    reason
}

fn length(term: Term) -> String {
    match term {
        Term::Days(count) | Term::DaysUnlessGiven(count) => days(count),
        Term::DaysFirstIncluded(count) => format!("{} di seguito, compreso il primo", days(count)),
        Term::Months(1) => "un mese".into(),
        Term::Months(count) => format!("{count} mesi"),
        Term::ThirtiethOfJanuary => "30 gennaio dell'anno dopo".into(),
        Term::GivenDays => "i giorni indicati".into(),
    }
}

fn restart(restart: Restart) -> (&'static str, &'static str) {
    match restart {
        Restart::CorrectedRequest => ("Corretta", "art. 6, comma 5, D.P.R. 184/2006"),
        Restart::CompetentBody => ("Arrivata all'ente competente", "Circolare DFP 2/2017, par. 4.1"),
        Restart::Never => ("", ""),
    }
}

fn opening(course: &Course) -> String {
    match course.term {
        Term::DaysFirstIncluded(_) => format!("{}: il primo giorno si conta", course.rule.opening),
        Term::Days(_) => format!("{}: il primo giorno non si conta", course.rule.opening),
        _ => course.rule.opening.into(),
    }
}

fn skipped_name(day: NaiveDate) -> &'static str {
    match holiday_name(day) {
        Some(_) if plain_sunday(day) => "Domenica",
        Some(name) => name,
        None => "Sabato",
    }
}

fn plain_sunday(day: NaiveDate) -> bool {
    is_sunday(day) && holiday_name(day) == Some("domenica")
}
