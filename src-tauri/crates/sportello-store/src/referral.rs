//! The cards of the referrals that the municipality added or wrote over those the program carries.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use sportello_domain::event::EventCode;
use sportello_domain::referral::{Referral, ReferralCard};

/// The municipality's own cards.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<ReferralCard>> {
    const SQL: &str = "select referral_id, card, version from referral order by referral_id";
    let rows: Vec<(String, String, i64)> = on!(conn, fetch_all, sqlx::query_as(SQL))?;
    let card = |(id, card, version): (String, String, i64)| {
        let card = serde_json::from_str(&card).map_err(|_| Error::Register("referral.card".into()))?;
        Ok(ReferralCard { id, card, version })
    };
    rows.into_iter().map(card).collect()
}

/// Saves a card over what was read at `version`: 0 when the municipality had none of its own with this id.
pub async fn save(tx: &mut Tx, id: &str, card: &Referral, version: i64) -> Result<ReferralCard> {
    const SQL: &str = "insert into referral (referral_id, card, version) values ($1, $2, $3) \
                       on conflict (referral_id) do update set card = excluded.card, version = excluded.version";
    let before = list(&mut tx.conn()).await?.into_iter().find(|known| known.id == id);
    if before.as_ref().map_or(0, |known| known.version) != version {
        return Err(Error::Conflict("referral"));
    }
    let text = serde_json::to_string(card).map_err(|error| Error::Register(error.to_string()))?;
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id).bind(text).bind(version + 1))?;
    let after = ReferralCard { id: id.to_owned(), card: card.clone(), version: version + 1 };
    crate::event::append(tx, EventCode::ReferralSaved, &format!("referral:{id}"), before.as_ref(), &after)
        .await?;
    Ok(after)
}
