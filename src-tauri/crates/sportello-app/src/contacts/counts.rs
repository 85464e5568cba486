//! Contacts, counted by hour, day, channel and topic: the hours and days are those of the clock on the wall.

use crate::app::App;
use crate::clock::{rome_midnight, rome_time};
use crate::error::{Failure, Outcome};
use crate::search::TextQuery;
use chrono::{Datelike, Days, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};
use sportello_domain::fault::FieldRule;
use sportello_domain::fold::{index_words, query_words};
use sportello_domain::interaction::InteractionOutcome;
use sportello_domain::ticket::Channel;
use sportello_store::interaction;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Days counted when nobody says which.
const DAYS: u64 = 30;
/// Topics named; the others are counted together.
const TOPICS: usize = 30;
/// Topics offered while one is typed.
const OFFERED: usize = 8;

/// Which days, the first and the last included.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct ContactPeriod {
    /// The first day; thirty days up to the last when missing.
    pub from: Option<NaiveDate>,
    /// The last day; today when missing.
    pub to: Option<NaiveDate>,
}

/// The contacts of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ContactCounts {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// All of them.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub total: i64,
    /// By hour of the day and day of the week; only those with contacts.
    pub hours: Vec<HourCount>,
    /// By day; only those with contacts.
    pub days: Vec<DayCount>,
    /// By channel, the most used first.
    pub channels: Vec<ChannelCount>,
    /// By outcome, the most frequent first.
    pub outcomes: Vec<OutcomeCount>,
    /// By topic, the most frequent first, however it was spelt. Contacts that became tickets are not here.
    pub topics: Vec<NamedCount>,
    /// Contacts whose topic is not among those named.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub other_topics: i64,
    /// By card of the referrals, by title.
    pub referrals: Vec<NamedCount>,
}

/// The contacts of one hour on one day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HourCount {
    /// Day of the week, from Monday, 1.
    pub weekday: u8,
    /// Hour of the day, from 0.
    pub hour: u8,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: i64,
}

/// The contacts of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayCount {
    /// The day.
    pub day: NaiveDate,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: i64,
}

/// The contacts of one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChannelCount {
    /// Which.
    pub channel: Channel,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: i64,
}

/// The contacts that ended alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutcomeCount {
    /// How.
    pub outcome: InteractionOutcome,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: i64,
}

/// The contacts with one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NamedCount {
    /// Which.
    pub name: String,
    /// How many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: i64,
}

/// Topics typed before that hold every word, the most used first.
pub(crate) async fn topics(app: &App, request: TextQuery) -> Outcome<Vec<String>> {
    let typed = query_words(&request.text);
    let store = app.store().await?;
    let used = interaction::used_topics(&mut store.reader().await?.conn()).await?;
    let holds = |topic: &String| {
        let words = index_words(topic);
        typed.iter().all(|typed| words.split(' ').any(|word| word.starts_with(typed.as_str())))
    };
    let mut seen = Vec::new();
    // Two spellings of one topic are offered once, as it is spelt most often.
    let mut first_spelling = |topic: &String| {
        let words = index_words(topic);
        let new = !seen.contains(&words);
        seen.push(words);
        new
    };
    Ok(used.into_iter().filter(holds).filter(|topic| first_spelling(topic)).take(OFFERED).collect())
}

/// The contacts of a period, counted.
pub(crate) async fn counts(app: &App, request: ContactPeriod) -> Outcome<ContactCounts> {
    let to = request.to.unwrap_or_else(|| app.today());
    let from = request.from.unwrap_or_else(|| to.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(to));
    if to < from {
        return Err(Failure::field("to", FieldRule::Before { earliest: from }));
    }
    let until = rome_midnight(to.succ_opt().unwrap_or(to));
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let slots = interaction::slots(&mut conn, rome_midnight(from), until).await?;
    let typed = interaction::topics(&mut conn, rome_midnight(from), until).await?;
    let cards = crate::referrals::all(&mut conn).await?;
    let title = |id: &String| {
        cards.iter().find(|card| card.id == *id).map_or_else(|| id.clone(), |card| card.card.title.clone())
    };

    let (mut hours, mut days) = (BTreeMap::new(), BTreeMap::new());
    for slot in &slots {
        let time = rome_time(slot.hour);
        let weekday = u8::try_from(time.weekday().number_from_monday()).unwrap_or_default();
        *hours.entry((weekday, u8::try_from(time.hour()).unwrap_or_default())).or_default() += slot.count;
        *days.entry(time.date()).or_default() += slot.count;
    }
    let total = slots.iter().map(|slot| slot.count).sum();
    let with_topic: i64 = typed.iter().map(|(_, count)| count).sum();
    let topics = by_spelling(typed);
    let named: i64 = topics.iter().map(|topic| topic.count).sum();
    let sent = slots.iter().filter_map(|slot| Some((title(slot.referral.as_ref()?), slot.count)));
    Ok(ContactCounts {
        from,
        to,
        total,
        hours: hours.into_iter().map(|((weekday, hour), count)| HourCount { weekday, hour, count }).collect(),
        days: days.into_iter().map(|(day, count)| DayCount { day, count }).collect(),
        channels: sums(slots.iter().map(|slot| (slot.channel, slot.count)))
            .map(|(channel, count)| ChannelCount { channel, count })
            .collect(),
        outcomes: sums(slots.iter().map(|slot| (slot.outcome, slot.count)))
            .map(|(outcome, count)| OutcomeCount { outcome, count })
            .collect(),
        topics,
        other_topics: with_topic - named,
        referrals: sums(sent).map(|(name, count)| NamedCount { name, count }).collect(),
    })
}

/// Sums what has the same name, the most frequent first.
fn sums<T: PartialEq>(counts: impl Iterator<Item = (T, i64)>) -> impl Iterator<Item = (T, i64)> {
    let mut sums: Vec<(T, i64)> = Vec::new();
    for (name, count) in counts {
        match sums.iter_mut().find(|sum| sum.0 == name) {
            Some(sum) => sum.1 += count,
            None => sums.push((name, count)),
        }
    }
    sums.sort_by_key(|sum| Reverse(sum.1));
    sums.into_iter()
}

/// One line for all spellings of a topic, under the most frequent of them.
fn by_spelling(typed: Vec<(String, i64)>) -> Vec<NamedCount> {
    let mut spelt: BTreeMap<String, NamedCount> = BTreeMap::new();
    for (topic, count) in typed {
        let words = index_words(&topic);
        spelt
            .entry(words)
            .and_modify(|known| known.count += count)
            .or_insert(NamedCount { name: topic, count });
    }
    let mut topics: Vec<NamedCount> = spelt.into_values().collect();
    topics.sort_by(|one, other| (other.count, &one.name).cmp(&(one.count, &other.name)));
    topics.truncate(TOPICS);
    topics
}
