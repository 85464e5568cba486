//! From the words somebody types to a category, an office and the days it usually takes — with the reason, always.

use crate::app::App;
use crate::directory::Directory;
use crate::error::Outcome;
use crate::offices::as_of_now;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::category::{Category, Guess, KindGuess, Lexicon, Reason};
use sportello_domain::id::{CategoryId, OfficeId};
use sportello_domain::office::{DEFAULT_ANSWER_DAYS, Office, OfficeHit, OfficeNow};
use sportello_domain::ticket::TicketKind;
use sportello_store::{Conn, category};

/// Proposals: the likeliest, and two others a key away.
const PROPOSALS: usize = 3;
/// Tickets of the past that are looked at.
const PAST: i64 = 20;
/// The past decides the office when it has at least this many tickets, and this share of them (of a hundred) agree.
const PAST_ENOUGH: i64 = 5;
const PAST_AGREE: i64 = 60;
/// How much of what an office's card says one inside it must say, to be the one.
const INSIDE: f64 = 0.4;

/// What is being typed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ProposeQuery {
    /// The words.
    pub text: String,
    /// Where it is: its street is not what the matter is about, a park or a school may be.
    #[serde(default)]
    pub place: Option<String>,
}

/// What the words seem to be about.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Proposal {
    /// The categories, the likeliest first.
    pub suggestions: Vec<Suggestion>,
    /// The kind, when the words tell it by themselves.
    pub kind: Option<KindGuess>,
}

/// A category, with what follows from it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Suggestion {
    /// The category.
    pub category_id: CategoryId,
    /// Its name.
    pub name: String,
    /// Its area.
    pub area: String,
    /// The words that speak for it.
    pub reasons: Vec<Reason>,
    /// The kind the words tell, or the one this category usually is; nothing when either kind would do.
    pub kind: Option<TicketKind>,
    /// The office.
    pub office: Option<OfficeRef>,
    /// Days the office usually needs.
    pub days: u16,
    /// Where the last tickets of the category went.
    pub past: Option<Past>,
}

/// An office that is proposed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfficeRef {
    /// Identity.
    pub id: OfficeId,
    /// Name.
    pub name: String,
    /// Why this one.
    pub because: Because,
    /// What holds for it at this moment: whether it is there, whether it is open.
    pub now: Option<OfficeNow>,
}

/// Why an office is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Because {
    /// The last tickets of the category went there.
    Past,
    /// The category says so.
    Category,
    /// Its card does.
    Card {
        /// The line of the card.
        line: String,
    },
}

/// Where the last tickets of a category went.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Past {
    /// The office most of them went to.
    pub office_name: String,
    /// How many went there.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub went: i64,
    /// Of how many.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub of: i64,
}

/// Reads what is typed.
pub(crate) async fn propose(app: &App, request: ProposeQuery) -> Outcome<Proposal> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let directory = app.directory(&mut conn).await?;
    let (categories, lexicon) = (&directory.categories, directory.lexicon());
    let mut reading = lexicon.read(&request.text, PROPOSALS);
    if reading.guesses.is_empty() {
        reading.guesses = lexicon.read(request.place.as_deref().unwrap_or_default(), PROPOSALS).guesses;
    }
    let offices = as_of_now(app, directory.offices.clone(), &directory.desk.calendar);
    let told = reading.kind.as_ref().map(|guess| guess.kind);
    let mut suggestions = Vec::with_capacity(reading.guesses.len());
    for guess in reading.guesses {
        suggestions.extend(suggest(&mut conn, lexicon, categories, &offices, guess, told).await?);
    }
    Ok(Proposal { suggestions, kind: reading.kind })
}

async fn suggest(
    conn: &mut Conn<'_>,
    lexicon: &Lexicon,
    categories: &[Category],
    offices: &[Office],
    guess: Guess,
    told: Option<TicketKind>,
) -> Outcome<Option<Suggestion>> {
    let named = |id: CategoryId| categories.iter().find(|category| category.id == id);
    let Some(found) = named(guess.id) else { return Ok(None) };
    let past = category::past(conn, guess.id, PAST).await?;
    let chosen = choose(lexicon, found, offices, &past);
    let days = found.data.answer_days.or(chosen.as_ref().map(|(office, _)| office.data.answer_days));
    let of: i64 = past.iter().map(|(_, went)| went).sum();
    let most = past.first().and_then(|(id, went)| Some((by_id(offices, *id)?, *went)));
    Ok(Some(Suggestion {
        category_id: found.id,
        name: found.data.name.clone(),
        area: found.data.parent_id.and_then(named).map(|area| area.data.name.clone()).unwrap_or_default(),
        reasons: guess.reasons,
        kind: told.or(found.data.kind),
        days: days.unwrap_or(DEFAULT_ANSWER_DAYS),
        office: chosen.map(|(office, because)| OfficeRef {
            id: office.id,
            name: office.data.name.clone(),
            because,
            now: office.now.clone(),
        }),
        past: most.map(|(office, went)| Past { office_name: office.data.name.clone(), went, of }),
    }))
}

/// The office of a category: where the last ones went, or what the category says, or the card that says it best.
fn choose<'a>(
    lexicon: &Lexicon,
    category: &Category,
    offices: &'a [Office],
    past: &[(OfficeId, i64)],
) -> Option<(&'a Office, Because)> {
    let of: i64 = past.iter().map(|(_, went)| went).sum();
    let agree = |(_, went): &&(OfficeId, i64)| of >= PAST_ENOUGH && went * 100 >= of * PAST_AGREE;
    if let Some(office) = past.first().filter(agree).and_then(|(id, _)| by_id(offices, *id)) {
        return Some((office, Because::Past));
    }
    if let Some(office) = category.data.office_id.and_then(|id| by_id(offices, id)) {
        return Some((office, Because::Category));
    }
    let best = |among: &mut dyn Iterator<Item = &'a Office>| {
        among
            .flat_map(|office| {
                let lines = std::iter::once(&office.data.name).chain(&office.data.competences);
                lines.map(move |line| (lexicon.fit(category.id, line), office, line))
            })
            .filter(|(fit, _, _)| *fit > 0.0)
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
    };
    let (fit, office, line) = best(&mut offices.iter())?;
    // An office inside that one that speaks of it too knows more about it.
    let inside = best(&mut offices.iter().filter(|inside| inside.data.parent_id == Some(office.id)));
    let (_, office, line) =
        inside.filter(|(deeper, _, _)| *deeper >= fit * INSIDE).unwrap_or((fit, office, line));
    Some((office, Because::Card { line: line.clone() }))
}

fn by_id(offices: &[Office], id: OfficeId) -> Option<&Office> {
    offices.iter().find(|office| office.id == id)
}

/// The offices of the categories that a need is about, and the synonym that says so.
pub(crate) fn offices_of(
    directory: &Directory,
    need: &str,
    offices: &[Office],
    today: NaiveDate,
) -> impl Iterator<Item = OfficeHit> {
    let (categories, lexicon) = (&directory.categories, directory.lexicon());
    lexicon.read(need, PROPOSALS).guesses.into_iter().filter_map(move |guess| {
        let found = categories.iter().find(|category| category.id == guess.id)?;
        let chosen = || choose(lexicon, found, offices, &[]).map(|(office, _)| office.id);
        let office = by_id(offices, directory.best_office(found.id, today, chosen)?)?;
        let matched = guess.reasons.first()?.synonym.clone();
        Some(OfficeHit { office: office.clone(), matched, not_here: false })
    })
}
