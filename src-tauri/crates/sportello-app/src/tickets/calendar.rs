//! What the passing of days does by itself, done when somebody is there to see it.

use super::change::Change;
use crate::app::App;
use crate::error::Outcome;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::id::OpId;
use sportello_domain::ticket::TicketNumber;
use sportello_domain::ticket::lifecycle::{Action, CLOSE_AFTER_DAYS, Role};
use sportello_store::{Conn, Error, setting, ticket};

/// Answered tickets filed at once.
const MOST: i64 = 500;
/// Where what the last day brought is kept.
const DAY: &str = "day_started";

/// A day begins.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DayStart {
    /// The operation.
    pub op: OpId,
    /// Whether to file the tickets answered more than fifteen days ago; otherwise they are only counted.
    #[serde(default)]
    pub close: bool,
}

/// What a day brought, whoever began it and however often.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayStarted {
    /// The day.
    pub day: NaiveDate,
    /// Tickets whose suspension has ended by itself.
    pub resumed: Vec<TicketNumber>,
    /// Tickets filed.
    pub closed: Vec<TicketNumber>,
    /// Tickets that can still be filed: answered, and nobody came back.
    pub to_close: u32,
}

/// Ends the suspensions whose days are over; files what was answered long enough ago, if asked to. What it did is kept for
/// the rest of the day, so that every window can tell it.
pub(crate) async fn day_start(app: &App, request: DayStart) -> Outcome<DayStarted> {
    let store = app.store().await?;
    let today = app.today();
    let mut tx = match store.begin(app.stamp(request.op)).await {
        Err(Error::AlreadyDone) => {
            return Ok(day_of(&mut store.reader().await?.conn(), today).await?.unwrap_or_default());
        }
        begun => begun?,
    };
    let long_ago = today.checked_sub_days(Days::new(CLOSE_AFTER_DAYS.into())).unwrap_or(today);
    let suspended = ticket::suspended(&mut tx.conn()).await?;
    let answered = ticket::answered_until(&mut tx.conn(), long_ago, MOST).await?;
    let (kept, version): (DayStarted, i64) = setting::find(&mut tx.conn(), DAY).await?.unwrap_or_default();
    let mut day = if kept.day == today { kept } else { DayStarted { day: today, ..DayStarted::default() } };
    if let Some(first) = suspended.first().or(answered.first()) {
        let first = ticket::find(&mut tx.conn(), *first).await?;
        let now = app.now();
        let mut change = Change::over(app, store, tx, first);
        for id in suspended {
            change.turn_to(id).await?;
            if change.end_suspension().await? {
                day.resumed.push(change.ticket.number);
            }
        }
        for id in answered.into_iter().filter(|_| request.close) {
            change.turn_to(id).await?;
            change
                .step_as(Role::Calendar, Action::Close, EventCode::TicketClosed, &[], |ticket, _| {
                    ticket.closed_at = Some(now);
                })
                .await?;
            day.closed.push(change.ticket.number);
        }
        tx = change.tx;
    }
    let rest = ticket::answered_until(&mut tx.conn(), long_ago, MOST).await?;
    day.to_close = u32::try_from(rest.len()).unwrap_or(u32::MAX);
    setting::save(&mut tx, DAY, &day, version).await?;
    tx.commit().await?;
    Ok(day)
}

/// What today brought, once somebody has begun it.
pub(crate) async fn day_of(conn: &mut Conn<'_>, today: NaiveDate) -> Outcome<Option<DayStarted>> {
    let kept: Option<(DayStarted, i64)> = setting::find(conn, DAY).await?;
    Ok(kept.map(|(day, _)| day).filter(|day| day.day == today))
}
