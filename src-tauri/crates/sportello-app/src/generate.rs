//! A synthetic municipality: realistic words, nobody's data, the same for the same seed.
//!
//! The words, the street and the kind of ticket *i* depend only on the seed and on *i*, so a small corpus is the
//! beginning of a large one; dates, people and the open share scale with the size. Ten years of arrivals; as in a real
//! desk, a few in a thousand are open.

mod random;
mod story;
mod words;

use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use crate::settings;
use chrono::{Days, NaiveDate};
use random::Random;
use serde::Serialize;
use sportello_domain::category::Lexicon;
use sportello_domain::citizen::CitizenData;
use sportello_domain::id::{CategoryId, CitizenId, OfficeId, OpId};
use sportello_store::{Stamp, bulk, category, office};
use std::collections::HashMap;
use story::Story;

/// Tickets of one write.
const BATCH: u64 = 2_000;
/// Tickets that one citizen brings, on average.
const TICKETS_PER_CITIZEN: u64 = 3;
/// Days of arrivals.
const DAYS: u64 = 3_650;

/// What to generate.
#[derive(Clone, Copy, Debug)]
pub struct Corpus {
    /// Tickets.
    pub tickets: u64,
    /// The seed.
    pub seed: u64,
    /// The last day of the data.
    pub until: NaiveDate,
}

/// What was generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Generated {
    /// Tickets added.
    pub tickets: u64,
    /// Citizens added.
    pub citizens: u64,
}

impl Corpus {
    /// The random numbers of one thing: the same whatever else is generated.
    fn random(&self, what: u64, i: u64) -> Random {
        Random::new(
            self.seed ^ what.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ i.wrapping_mul(0xd134_2543_de82_ef95),
        )
    }

    fn citizens(&self) -> u64 {
        self.tickets.div_ceil(TICKETS_PER_CITIZEN)
    }

    /// The day ticket `i` arrived: in order, evenly over the years.
    fn day(&self, i: u64) -> NaiveDate {
        let ago = (self.tickets - 1 - i) * DAYS / self.tickets.max(1);
        self.until.checked_sub_days(Days::new(ago)).unwrap_or(self.until)
    }
}

/// Fills the store, which then says on every screen that its data are not real.
///
/// # Errors
/// The store has real tickets, or cannot be written.
pub async fn run(app: &App, corpus: Corpus) -> Outcome<Generated> {
    let store = app.store().await?;
    let view = settings::show(app, crate::app::Empty {}).await?;
    let mut reader = store.reader().await?;
    if !bulk::is_empty(&mut reader.conn()).await? {
        return Err(Failure::new(Code::StoreExists, "only an empty store is filled with invented data"));
    }
    let at = corpus.until.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc();
    let mut ids = corpus.random(1, 0);
    if office::list(&mut reader.conn()).await?.is_empty() {
        crate::demo::offices(app, &mut || OpId(ids.uuid(at))).await?;
    }
    let offices: Vec<OfficeId> =
        office::list(&mut reader.conn()).await?.iter().map(|office| office.id).collect();
    let words = Lexicon::new(&category::list(&mut reader.conn()).await?, &[]);
    let categories: Vec<Option<CategoryId>> = words::TOPICS
        .iter()
        .map(|topic| words.read(topic.subjects[0], 1).guesses.first().map(|guess| guess.id))
        .collect();
    drop(reader);

    let mut stamp = || Stamp { op: OpId(ids.uuid(at)), actor: "generatore".to_owned(), at };
    let mut lexicon = bulk::Lexicon::default();

    let people: Vec<(CitizenId, CitizenData)> = (0..corpus.citizens()).map(|i| person(&corpus, i)).collect();
    let mut tx = store.begin(stamp()).await?;
    bulk::citizens(&mut tx, &people, &mut lexicon).await?;
    if !view.settings.demo {
        let marked = settings::DeskSettings { demo: true, ..view.settings.clone() };
        settings::save_desk(&mut tx, &marked, view.version).await?;
    }
    tx.commit().await?;

    let mut numbers = HashMap::new();
    for start in (0..corpus.tickets).step_by(usize::try_from(BATCH).unwrap_or(1)) {
        let end = corpus.tickets.min(start + BATCH);
        let batch = (start..end).map(|i| {
            let mut random = corpus.random(2, i);
            let person =
                &people[usize::try_from(corpus.random(3, i).below(corpus.citizens())).unwrap_or_default()];
            let (day, until) = (corpus.day(i), corpus.until);
            let story = Story { day, until, person, offices: &offices, categories: &categories };
            story.ticket(&mut random, &mut numbers, &view.settings.calendar)
        });
        let batch = batch.collect::<Outcome<Vec<_>>>()?;
        let mut tx = store.begin(stamp()).await?;
        bulk::tickets(&mut tx, &batch, &mut lexicon).await?;
        bulk::counters(&mut tx).await?;
        tx.commit().await?;
    }
    let mut tx = store.begin(stamp()).await?;
    bulk::finish(&mut tx, lexicon).await?;
    tx.commit().await?;
    Ok(Generated { tickets: corpus.tickets, citizens: corpus.citizens() })
}

fn person(corpus: &Corpus, i: u64) -> (CitizenId, CitizenData) {
    let mut random = corpus.random(4, i);
    let surname = random.pick(words::SURNAMES);
    let name = random.pick(words::NAMES);
    let street = random.pick(words::STREETS);
    let data = CitizenData {
        surname: Some(surname.to_owned()),
        name: Some(name.to_owned()),
        // 039 is the area code of the desk of the seed; the numbers that follow are nobody's, being too short.
        phone: (random.below(10) < 8).then(|| format!("039 00{:06}", random.below(1_000_000))),
        email: (random.below(10) < 6).then(|| format!("persona{i}@example.it")),
        address: Some(format!("{street} {}", 1 + random.below(120))),
        ..CitizenData::default()
    };
    (CitizenId(random.uuid(chrono::DateTime::UNIX_EPOCH)), data)
}
