//! What matters are about: the list the desk edits, and the proposal made from it.

mod propose;
mod save;

pub use propose::{Because, OfficeRef, Past, Proposal, ProposeQuery, Suggestion};
pub use save::CategorySave;

pub(crate) use propose::{offices_of, propose};
pub(crate) use save::save;

use crate::app::{App, Empty};
use crate::catalog;
use crate::error::Outcome;
use serde::Serialize;
use sportello_domain::category::Category;
use sportello_domain::id::CategoryId;
use sportello_domain::office::Office;
use sportello_store::{Conn, Error, Store, Tx, category};

/// Every area and category.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Categories {
    /// In the order they were entered; areas are those without a parent.
    pub categories: Vec<Category>,
}

/// Every area and category.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Categories> {
    let store = app.store().await?;
    let categories = category::list(&mut store.reader().await?.conn()).await?;
    Ok(Categories { categories })
}

/// Days an office needs for a ticket: what its category usually takes, or else what the office does.
pub(crate) async fn usual_days(conn: &mut Conn<'_>, id: Option<CategoryId>, office: &Office) -> Outcome<u16> {
    let Some(id) = id else { return Ok(office.data.answer_days) };
    Ok(category::find(conn, id).await?.data.answer_days.unwrap_or(office.data.answer_days))
}

/// Puts the catalog in a store that is being made.
pub(crate) async fn load(tx: &mut Tx) -> Result<(), Error> {
    category::load(tx, &catalog::categories()).await
}

/// Puts the catalog in a store of an older program. A store that cannot be written now is opened all the same.
pub(crate) async fn load_if_missing(app: &App, store: &Store) {
    let work = async {
        if category::is_empty(&mut store.reader().await?.conn()).await? {
            let mut tx = store.begin(app.stamp(app.new_op())).await?;
            load(&mut tx).await?;
            tx.commit().await?;
        }
        Ok::<(), Error>(())
    };
    if let Err(error) = work.await {
        tracing::warn!(%error, "the categories were not loaded");
    }
}
