//! The Italian words for citizens and contacts.

use super::{day, line};
use sportello_app::{CitizenCard, ContactCounts, PersonLine};
use sportello_domain::citizen::Citizen;
use sportello_domain::interaction::InteractionOutcome;
use sportello_domain::referral::ReferralCard;
use sportello_domain::ticket::{Channel, PersonRole};

const DAYS: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];

/// A citizen on one line, with the id the other commands want.
pub(crate) fn citizen(citizen: &Citizen) -> String {
    let data = &citizen.data;
    let known = [data.phone.as_deref(), data.email.as_deref(), data.address.as_deref()];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}  {:<28} {known}", citizen.id, data.display_name()).trim_end().to_owned()
}

/// A citizen and what is going on.
pub(crate) fn citizen_card(card: &CitizenCard) -> String {
    let mut lines = vec![citizen(&card.citizen)];
    let data = &card.citizen.data;
    let points = data.phones.iter().chain(&data.emails).map(|point| match &point.label {
        Some(label) => format!("  {} ({label})", point.value),
        None => format!("  {}", point.value),
    });
    lines.extend(points);
    lines.extend(data.care_notes.iter().map(|notes| format!("  Da ricordare: {notes}")));
    lines.extend(card.tickets.iter().map(|ticket| format!("  {}", line(ticket))));
    lines.extend(card.merged.iter().map(|record| {
        format!(
            "  Scheda unita il {}: {}  {}",
            day(record.at.date_naive()),
            record.id,
            record.citizen.display_name()
        )
    }));
    lines.join("\n")
}

/// The other people of a ticket.
pub(crate) fn people(people: &[PersonLine]) -> Vec<String> {
    let line = |line: &PersonLine| {
        let reply = if line.person.reply_to { ", la risposta va qui" } else { "" };
        format!("{}: {}{reply}", role(line.person.role), line.citizen.data.display_name())
    };
    people.iter().map(line).collect()
}

fn role(role: PersonRole) -> &'static str {
    match role {
        PersonRole::Delegate => "Delegato",
        PersonRole::Guardian => "Tutore",
        PersonRole::CoReporter => "Stesso problema",
        PersonRole::Interested => "Interessato",
    }
}

/// The cards of what is not for us.
pub(crate) fn referrals(cards: &[ReferralCard]) -> String {
    let text = |card: &ReferralCard| {
        let hours = card.card.hours.as_ref().map(|hours| format!(" ({hours})")).unwrap_or_default();
        format!("{}  [{}]\n  {}{hours}\n  «{}»", card.card.title, card.id, card.card.call, card.card.say)
    };
    if cards.is_empty() {
        return "Nessuna scheda: forse è per noi.".to_owned();
    }
    cards.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// The contacts of a period.
pub(crate) fn contact_counts(counts: &ContactCounts) -> String {
    let mut lines =
        vec![format!("Contatti dal {} al {}: {}", day(counts.from), day(counts.to), counts.total)];
    let mut part = |title: &str, rows: Vec<(String, i64)>| {
        if !rows.is_empty() {
            lines.push(title.to_owned());
            lines.extend(rows.into_iter().map(|(name, count)| format!("  {count:>5}  {name}")));
        }
    };
    let weekday = |number: u8| DAYS[usize::from(number.clamp(1, 7)) - 1];
    let hours =
        counts.hours.iter().map(|slot| (format!("{} ore {}", weekday(slot.weekday), slot.hour), slot.count));
    part("Per ora", hours.collect());
    part("Per giorno", counts.days.iter().map(|row| (day(row.day), row.count)).collect());
    part("Per canale", counts.channels.iter().map(|row| (channel(row.channel).into(), row.count)).collect());
    part("Per esito", counts.outcomes.iter().map(|row| (outcome(row.outcome).into(), row.count)).collect());
    part("Per argomento", counts.topics.iter().map(|row| (row.name.clone(), row.count)).collect());
    part("Indirizzati", counts.referrals.iter().map(|row| (row.name.clone(), row.count)).collect());
    lines.join("\n")
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "telefono",
        Channel::Counter => "sportello",
        Channel::Email => "e-mail",
        Channel::Pec => "PEC",
        Channel::Letter => "lettera",
        Channel::Web => "sito web",
        Channel::App => "app",
        Channel::Social => "social",
        Channel::Meeting => "riunione",
    }
}

fn outcome(outcome: InteractionOutcome) -> &'static str {
    match outcome {
        InteractionOutcome::Answered => "risposto subito",
        InteractionOutcome::Referred => "indirizzato altrove",
        InteractionOutcome::Promoted => "diventato pratica",
    }
}
