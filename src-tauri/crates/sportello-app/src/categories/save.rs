//! Changing the list.

use crate::app::App;
use crate::error::{Failure, Outcome};
use serde::Deserialize;
use sportello_domain::category::{Category, CategoryData};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CategoryId, DraftId, OpId};
use sportello_store::{Conn, Error, category, draft, office};

/// An area or a category to add or to change.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CategorySave {
    /// The operation.
    pub op: OpId,
    /// The one to change; a new one when missing.
    #[serde(default)]
    pub id: Option<CategoryId>,
    /// The version that was read; 0 for a new one.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// What it says.
    pub category: CategoryData,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// Saves an area or a category.
pub(crate) async fn save(app: &App, request: CategorySave) -> Outcome<Category> {
    let data = request.category.parse()?;
    let store = app.store().await?;
    let id = request.id.unwrap_or(CategoryId(request.op.0));
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            check_references(&mut tx.conn(), id, &data).await?;
            let saved = category::save(&mut tx, id, &data, request.version).await?;
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
            Ok(saved)
        }
        Err(Error::AlreadyDone) => Ok(category::find(&mut store.reader().await?.conn(), id).await?),
        Err(error) => Err(error.into()),
    }
}

/// Two levels and no more: what has a parent is in an area, and an area that has something in it stays one.
async fn check_references(conn: &mut Conn<'_>, id: CategoryId, data: &CategoryData) -> Outcome<()> {
    if let Some(parent) = data.parent_id {
        let all = category::list(conn).await?;
        let is_area = |category: &Category| category.id == parent && category.data.parent_id.is_none();
        let has_some = all.iter().any(|category| category.data.parent_id == Some(id));
        if parent == id || has_some || !all.iter().any(is_area) {
            return Err(Failure::field("parent_id", FieldRule::NotFound));
        }
    }
    match data.office_id {
        Some(office_id) => match office::find(conn, office_id).await {
            Err(Error::NotFound(_)) => Err(Failure::field("office_id", FieldRule::NotFound)),
            other => Ok(other.map(drop)?),
        },
        None => Ok(()),
    }
}
