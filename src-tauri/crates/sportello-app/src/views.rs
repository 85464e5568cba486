//! Lists somebody keeps: a filter with a name, for oneself or for everybody.

use crate::app::{App, Empty};
use crate::error::{Failure, Outcome};
use serde::{Deserialize, Serialize};
use sportello_domain::fault::Faults;
use sportello_domain::id::{OpId, ViewId};
use sportello_domain::text::line;
use sportello_domain::ticket::filter::TicketFilter;
use sportello_store::Error;
use sportello_store::saved_view::{self, SavedView};

/// Characters of the longest name: it is a tab.
const NAME_MAX: u32 = 40;

/// A list somebody keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ViewLine {
    /// Identity.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// Whether everybody sees it.
    pub shared: bool,
    /// What it shows.
    pub filter: TicketFilter,
    /// Its place among the others, from the first.
    pub place: i64,
    /// Version of the row.
    pub version: i64,
}

/// A list to keep.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ViewSave {
    /// The operation.
    pub op: OpId,
    /// The list to change; a new one when missing, with the identity of the operation.
    #[serde(default)]
    pub id: Option<ViewId>,
    /// The version that was read; 0 for a new one.
    #[serde(default)]
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// Whether everybody sees it.
    #[serde(default)]
    pub shared: bool,
    /// What it shows.
    pub filter: TicketFilter,
    /// Its place among the others; after them when missing.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub place: Option<i64>,
}

/// A list to drop.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ViewDrop {
    /// The operation.
    pub op: OpId,
    /// The list.
    pub id: ViewId,
}

/// Another order of the lists.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ViewsArrange {
    /// The operation.
    pub op: OpId,
    /// The lists in their new order; those not named come after, as they were.
    pub ids: Vec<ViewId>,
}

/// The lists of this operator and those of everybody, in their order.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Vec<ViewLine>> {
    let store = app.store().await?;
    let views = saved_view::list(&mut store.reader().await?.conn(), &app.operator).await?;
    let line = |view: SavedView| ViewLine {
        id: view.id,
        name: view.name,
        shared: view.owner.is_none(),
        filter: view.filter,
        place: view.place,
        version: view.version,
    };
    Ok(views.into_iter().map(line).collect())
}

/// Keeps a list.
pub(crate) async fn save(app: &App, request: ViewSave) -> Outcome<Vec<ViewLine>> {
    let mut faults = Faults::default();
    let name = faults.take("name", line(&request.name, NAME_MAX));
    let name = faults.finish(name)?;
    let filter = request.filter.parse()?;
    let store = app.store().await?;
    let after_all = list(app, Empty {}).await?.last().map_or(1, |view| view.place + 1);
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let view = SavedView {
                id: request.id.unwrap_or(ViewId(request.op.0)),
                owner: (!request.shared).then(|| app.operator.clone()),
                name,
                filter,
                place: request.place.unwrap_or(after_all),
                version: request.version,
            };
            saved_view::save(&mut tx, &view).await?;
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    list(app, Empty {}).await
}

/// Puts the lists in another order. Only those this operator sees are moved.
pub(crate) async fn arrange(app: &App, request: ViewsArrange) -> Outcome<Vec<ViewLine>> {
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let mut views = saved_view::list(&mut tx.conn(), &app.operator).await?;
            for id in &request.ids {
                if !views.iter().any(|view| view.id == *id) {
                    return Err(Failure::from(Error::NotFound("view")));
                }
            }
            let named = |view: &SavedView| request.ids.iter().position(|id| *id == view.id);
            views.sort_by_key(|view| named(view).unwrap_or(usize::MAX));
            for (place, view) in (1..).zip(views) {
                if view.place != place {
                    saved_view::save(&mut tx, &SavedView { place, ..view }).await?;
                }
            }
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    list(app, Empty {}).await
}

/// Drops a list. What somebody else keeps for themselves is not there for this operator.
pub(crate) async fn remove(app: &App, request: ViewDrop) -> Outcome<Vec<ViewLine>> {
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let view = saved_view::find(&mut tx.conn(), request.id).await?;
            if view.owner.as_ref().is_some_and(|owner| *owner != app.operator) {
                return Err(Failure::from(Error::NotFound("view")));
            }
            saved_view::remove(&mut tx, &view).await?;
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    list(app, Empty {}).await
}
