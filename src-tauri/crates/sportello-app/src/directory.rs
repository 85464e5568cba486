//! What seldom changes and is asked for with every key typed: the desk's settings, its offices, the categories with their
//! words, the cards of what is not for us. Read once, and again when the register tells of a change to anything else than
//! tickets, citizens and contacts, whoever made it.

use crate::app::App;
use crate::catalog::KIND_WORDS;
use crate::error::Outcome;
use crate::referrals;
use crate::settings::{self, DeskSettings};
use chrono::NaiveDate;
use sportello_domain::category::{Category, Lexicon};
use sportello_domain::id::{CategoryId, OfficeId};
use sportello_domain::office::Office;
use sportello_domain::referral::ReferralCard;
use sportello_store::{Conn, category, event, office};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError};
use tokio::sync::Mutex;

/// What was read at one moment.
pub(crate) struct Directory {
    /// The municipality and its desk.
    pub(crate) desk: DeskSettings,
    /// Every office, ended ones included, without what holds for it now.
    pub(crate) offices: Vec<Office>,
    /// Every area and category.
    pub(crate) categories: Vec<Category>,
    /// Their words, once somebody asks: the first screen does not.
    lexicon: OnceLock<Arc<Lexicon>>,
    /// Every card, the retired ones too.
    pub(crate) referrals: Vec<ReferralCard>,
    /// Whose card speaks best of a category on a day, as far as somebody asked: finding out reads every card.
    best: std::sync::Mutex<HashMap<(NaiveDate, CategoryId), Option<OfficeId>>>,
}

impl Directory {
    /// The words of the categories.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.lexicon.get_or_init(|| Arc::new(Lexicon::new(&self.categories, &KIND_WORDS)))
    }

    /// The office of a category on a day: the one that `choose` chose when somebody first asked.
    pub(crate) fn best_office(
        &self,
        category: CategoryId,
        today: NaiveDate,
        choose: impl FnOnce() -> Option<OfficeId>,
    ) -> Option<OfficeId> {
        let mut best = self.best.lock().unwrap_or_else(PoisonError::into_inner);
        *best.entry((today, category)).or_insert_with(choose)
    }
}

/// The directory as it was last read, and the line of the register it was read at.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Option<(i64, Arc<Directory>)>>);

impl Kept {
    /// Forgets everything: another store is open.
    pub(crate) async fn forget(&self) {
        *self.0.lock().await = None;
    }
}

impl App {
    /// The directory as it is now.
    pub(crate) async fn directory(&self, conn: &mut Conn<'_>) -> Outcome<Arc<Directory>> {
        let mut kept = self.directory.0.lock().await;
        // Nothing was read: nothing is counted.
        let read_at = kept.as_ref().map_or(i64::MAX, |(at, _)| *at);
        // The end of the register first: what is written meanwhile is read twice, never missed.
        let end = event::end(conn, read_at).await?;
        let directory = match kept.take() {
            Some((_, directory)) if end.others == 0 => directory,
            before => Arc::new(read(conn, before.map(|(_, directory)| directory)).await?),
        };
        *kept = Some((end.seq, Arc::clone(&directory)));
        Ok(directory)
    }
}

async fn read(conn: &mut Conn<'_>, before: Option<Arc<Directory>>) -> Outcome<Directory> {
    let categories = category::list(conn).await?;
    let lexicon =
        before.filter(|before| before.categories == categories).map(|before| before.lexicon.clone());
    Ok(Directory {
        desk: settings::desk_of(conn).await?,
        offices: office::list(conn).await?,
        referrals: referrals::all(conn).await?,
        best: Default::default(),
        categories,
        lexicon: lexicon.unwrap_or_default(),
    })
}
