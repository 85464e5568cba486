//! The cards of what is not for us: the program's, with the municipality's own over them.

use crate::app::{App, Empty};
use crate::error::Outcome;
use crate::search::TextQuery;
use serde::Deserialize;
use sportello_domain::id::{DraftId, OpId};
use sportello_domain::referral::{Referral, ReferralCard, WHISTLEBLOWING, find_referrals, told_referrals};
use sportello_store::{Conn, Error, draft, referral};
use std::sync::LazyLock;

/// Cards shown at once.
const SHOWN: usize = 3;

#[derive(Deserialize)]
struct Row {
    id: String,
    title: String,
    call: String,
    hours: String,
    say: String,
    words: String,
    secret: String,
}

/// The cards the program carries: national bodies, true everywhere. See `src-tauri/catalog/README.md`.
static CARRIED: LazyLock<Vec<ReferralCard>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("../../../catalog/rinvii.csv").as_slice());
    // The file is embedded: a test reads every row of it.
    reader.deserialize::<Row>().filter_map(Result::ok).map(carried).collect()
});

fn carried(row: Row) -> ReferralCard {
    let card = Referral {
        title: row.title,
        call: row.call,
        hours: (!row.hours.is_empty()).then_some(row.hours),
        say: row.say,
        words: row.words.split('|').map(str::to_owned).collect(),
        secret: !row.secret.is_empty(),
        retired: false,
    };
    ReferralCard { id: row.id, card, version: 0 }
}

/// A card to add or to change.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReferralSave {
    /// The operation.
    pub op: OpId,
    /// The card; a new one when missing.
    #[serde(default)]
    pub id: Option<String>,
    /// The version that was read; 0 for a card that the municipality has not touched yet.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// What it says.
    pub card: Referral,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// Every card, the retired ones too.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Vec<ReferralCard>> {
    let store = app.store().await?;
    all(&mut store.reader().await?.conn()).await
}

/// The cards that answer what was typed.
pub(crate) async fn find(app: &App, request: TextQuery) -> Outcome<Vec<ReferralCard>> {
    Ok(found(&list(app, Empty {}).await?, &request.text))
}

/// The same, among cards at hand.
pub(crate) fn found(cards: &[ReferralCard], text: &str) -> Vec<ReferralCard> {
    let mut found = find_referrals(cards, text);
    found.truncate(SHOWN);
    found
}

/// The cards for a story told at the intake.
pub(crate) async fn told(app: &App, request: TextQuery) -> Outcome<Vec<ReferralCard>> {
    let mut found = told_referrals(&list(app, Empty {}).await?, &request.text);
    found.truncate(SHOWN);
    Ok(found)
}

/// Every card.
pub(crate) async fn all(conn: &mut Conn<'_>) -> Outcome<Vec<ReferralCard>> {
    let mut own = referral::list(conn).await?;
    let over = |carried: &ReferralCard, own: &mut Vec<ReferralCard>| {
        let at = own.iter().position(|card| card.id == carried.id);
        at.map_or_else(|| carried.clone(), |at| own.swap_remove(at))
    };
    let mut cards: Vec<ReferralCard> = CARRIED.iter().map(|carried| over(carried, &mut own)).collect();
    own.sort_by(|one, other| one.id.cmp(&other.id));
    cards.extend(own);
    Ok(cards)
}

/// Saves a card.
pub(crate) async fn save(app: &App, request: ReferralSave) -> Outcome<ReferralCard> {
    let id = request.id.unwrap_or_else(|| request.op.to_string());
    let mut card = request.card.parse()?;
    // The law, not a setting, says that nothing is kept of these talks.
    card.secret |= id == WHISTLEBLOWING;
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let saved = referral::save(&mut tx, &id, &card, request.version).await?;
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
            Ok(saved)
        }
        Err(Error::AlreadyDone) => {
            let cards = all(&mut store.reader().await?.conn()).await?;
            let found = cards.into_iter().find(|card| card.id == id);
            Ok(found.ok_or(Error::NotFound("referral"))?)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_carried_card_is_sound_and_found_by_its_own_words() {
        let mut reader = csv::Reader::from_reader(include_bytes!("../../../catalog/rinvii.csv").as_slice());
        let rows: Vec<Row> =
            reader.deserialize().collect::<Result<_, _>>().expect("the embedded list is sound");
        assert_eq!(rows.len(), CARRIED.len());
        let ids: HashSet<&str> = CARRIED.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids.len(), CARRIED.len(), "each id once");
        for card in CARRIED.iter() {
            assert_eq!(card.card.clone().parse().as_ref(), Ok(&card.card), "{}", card.id);
            for words in &card.card.words {
                let found = find_referrals(&CARRIED, words);
                assert!(found.iter().any(|hit| hit.id == card.id), "{words:?} finds {}", card.id);
            }
        }
        let secret: Vec<&str> =
            CARRIED.iter().filter(|card| card.card.secret).map(|card| card.id.as_str()).collect();
        assert_eq!(secret, [WHISTLEBLOWING]);
    }

    #[test]
    fn stories_told_at_the_desk_find_where_they_belong() {
        let first = |text: &str| told_referrals(&CARRIED, text).first().map(|card| card.id.clone());
        let cases = [
            ("C'è odore di gas nelle scale del palazzo", Some("gas")),
            ("mi hanno rubato la bicicletta, è stato un furto", Some("reati")),
            ("devo rinnovare il passaporto", Some("questura")),
            ("da stamattina siamo senz'acqua, manca l'acqua in tutta la via", Some("acqua")),
            ("a che punto è la mia pensione", Some("inps")),
            ("vorrei fare una segnalazione riservata su un appalto truccato", Some("whistleblowing")),
            ("lampione spento davanti a casa", None),
            ("buca nel marciapiede di via Roma", None),
            ("buca", None),
            ("luce", None),
            ("vorrei il certificato di residenza", None),
            ("non passano a ritirare l'umido da una settimana", None),
        ];
        for (text, expected) in cases {
            assert_eq!(first(text).as_deref(), expected, "{text}");
        }
    }
}
