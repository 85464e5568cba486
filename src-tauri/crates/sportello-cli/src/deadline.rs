//! `deadline …`: needs no store.

use crate::Session;
use crate::output::{self, Problem};
use crate::words;
use chrono::NaiveDate;
use clap::Args;
use sportello_app::Failure;
use sportello_domain::calendar::{DeskCalendar, WeeklyHours};
use sportello_domain::deadline::{
    Deadline, Facts, RULES, Rule, RuleName, Suspension, affected_third_party_suspension, compute,
    refusal_notice_suspension,
};

/// Calcola un termine di legge e lo spiega.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Elenca le regole, con il loro articolo
    #[arg(long)]
    rules: bool,
    /// Il giorno da cui corre il termine: presentazione, ricevimento, inizio dell'affissione
    #[arg(long, value_name = "AAAA-MM-GG", required_unless_present = "rules")]
    presented: Option<NaiveDate>,
    /// La regola; se manca: commitment, o procedure quando c'è una sospensione (un impegno non si sospende)
    #[arg(long, value_name = "REGOLA")]
    rule: Option<String>,
    /// Sospensione, dal giorno dell'atto al giorno della risposta; si può ripetere
    #[arg(long, value_name = "DAL..AL")]
    suspended: Vec<String>,
    /// Nuova decorrenza: domanda corretta, o ricevuta dall'ente competente
    #[arg(long, value_name = "AAAA-MM-GG")]
    restarted: Option<NaiveDate>,
    /// Giorni del termine, per le regole che li lasciano dire
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// Quando si è comunicata la proroga
    #[arg(long, value_name = "AAAA-MM-GG")]
    extended: Option<NaiveDate>,
    /// Avviso ai controinteressati, o preavviso di rigetto: quando è partito
    #[arg(long, value_name = "AAAA-MM-GG", requires = "notice_received")]
    notice_sent: Option<NaiveDate>,
    /// … quando è stato ricevuto
    #[arg(long, value_name = "AAAA-MM-GG", requires = "notice_sent")]
    notice_received: Option<NaiveDate>,
    /// … quando è arrivata l'opposizione, o le osservazioni
    #[arg(
        long,
        value_name = "AAAA-MM-GG",
        requires = "notice_sent",
        alias = "observations",
        alias = "opposition"
    )]
    notice_answered: Option<NaiveDate>,
}

pub(crate) fn run(session: &Session, arguments: &Arguments) -> Result<(), Problem> {
    if arguments.rules {
        output::result(session.json, &RULES, |rules| {
            rules.iter().map(rule_line).collect::<Vec<_>>().join("\n")
        });
        return Ok(());
    }
    let Some(presented_on) = arguments.presented else { return Ok(()) };
    let name = rule_name(arguments)?;
    let facts = facts(arguments, name, presented_on)?;
    let desk = DeskCalendar::new(WeeklyHours::default(), None, Vec::new())
        .map_err(|fault| Problem::Usage(fault.to_string()))?;
    let deadline = compute(name, &facts, &desk).map_err(Failure::from)?;
    output::result(session.json, &deadline, explained);
    Ok(())
}

fn rule_name(arguments: &Arguments) -> Result<RuleName, Problem> {
    match &arguments.rule {
        Some(name) => name.parse().map_err(|_| {
            Problem::Usage(format!(
                "La regola «{name}» non esiste. Le regole: sportello-cli deadline --rules"
            ))
        }),
        None if arguments.suspended.is_empty() && arguments.notice_sent.is_none() => Ok(RuleName::Commitment),
        None => Ok(RuleName::Procedure),
    }
}

fn facts(arguments: &Arguments, name: RuleName, presented_on: NaiveDate) -> Result<Facts, Problem> {
    let mut facts = Facts::presented(presented_on);
    facts.restart_on = arguments.restarted;
    facts.days = arguments.days;
    facts.extended_on = arguments.extended;
    for text in &arguments.suspended {
        facts.suspensions.push(suspension(name.rule(), text)?);
    }
    if let (Some(sent), Some(received)) = (arguments.notice_sent, arguments.notice_received) {
        let answered = arguments.notice_answered;
        let suspension = match name {
            RuleName::GeneralCivicAccess => affected_third_party_suspension(sent, received, answered),
            _ => refusal_notice_suspension(sent, received, answered),
        };
        facts.suspensions.push(suspension.map_err(Failure::from)?);
    }
    Ok(facts)
}

/// `FROM..TO`, on the ground the rule is suspended by. A rule that is never suspended says so itself when computed.
fn suspension(rule: &Rule, text: &str) -> Result<Suspension, Problem> {
    let wrong = || Problem::Usage(format!("«{text}» non è un periodo: si scrive 2026-09-11..2026-09-21"));
    let (from, to) = text.split_once("..").ok_or_else(wrong)?;
    let day = |text: &str| text.trim().parse::<NaiveDate>().map_err(|_| wrong());
    let fallback = sportello_domain::deadline::SuspensionGround::MissingInformation;
    let ground = rule.suspensions.first().copied().unwrap_or(fallback);
    Ok(Suspension::new(ground, day(from)?, day(to)?))
}

fn rule_line(rule: &Rule) -> String {
    format!("{:<34}{} — {}", rule.name.to_string(), rule.title, rule.article)
}

fn explained(deadline: &Deadline) -> String {
    let steps = deadline.steps.iter().map(|step| {
        let article = step.article.as_ref().map(|article| format!(" ({article})")).unwrap_or_default();
        format!("  {}  {}{article}", step.date, step.label)
    });
    let steps = steps.collect::<Vec<_>>().join("\n");
    format!(
        "{}\n{steps}\nScadenza: {}. Obiettivo dello sportello: {}.",
        deadline.explanation,
        words::day(deadline.due_on),
        words::day(deadline.target_on)
    )
}
