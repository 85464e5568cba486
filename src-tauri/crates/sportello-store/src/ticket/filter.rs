//! Filtered lists. Two walks, each along one index that holds everything a filter asks: the few open tickets by their
//! date, or all of them from the newest. Parameters that are null ask nothing.

use super::line::{lines_at, ticket_row};
use super::list::Cursor;
use super::row::END_OF_TIME;
use crate::db::{Conn, on};
use crate::error::Result;
use chrono::NaiveDate;
use sportello_domain::ticket::TicketRow;
use sportello_domain::ticket::filter::{FilterBase, FilterDue, FilterOrder, TicketFilter};

/// The first day the calendar knows: where an open period begins.
const START_OF_TIME: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a date");

/// The days that `late` and `soon` stand for.
#[derive(Clone, Copy, Debug)]
pub struct FilterRange {
    /// The civil day in Rome.
    pub today: NaiveDate,
    /// The last day that counts as near.
    pub soon: NaiveDate,
}

/// What a filter asks, with `$3…$15` as its parameters. The two engines differ in the word for "like, whatever the case".
macro_rules! asks {
    ($like:literal) => {
        concat!(
            "($3 is null or $3 like '%,' || t.kind || ',%') ",
            "and ($4 is null or $4 like '%,' || t.channel || ',%') ",
            "and ($5 is null or $5 like '%,' || t.state || ',%') ",
            "and ($6 is null or t.office_id = $6) ",
            "and ($7 is null or t.recorded_by = $7) ",
            "and t.presented_on between $8 and $9 and t.queue_on between $10 and $11 ",
            "and ($12 is null or t.place ",
            $like,
            " $12 escape '\\') ",
            "and ($13 is null or exists (select 1 from ticket_tag g where g.tag_id = $13 and g.ticket_id = t.ticket_id)) ",
            "and ($14 is null or t.open = $14) ",
            "and ($15 is null or t.category_id in ",
            "(select k.category_id from category k where k.category_id = $15 or k.parent_id = $15)) "
        )
    };
}

/// A query of each engine from one text; `$index` is what SQLite is told to walk along.
macro_rules! both {
    ($sqlite:expr, $head:literal, $index:literal, $where:literal, $tail:literal) => {
        if $sqlite {
            concat!($head, " from ticket t indexed by ", $index, " where ", $where, asks!("like"), $tail)
        } else {
            concat!($head, " from ticket t where ", $where, asks!("ilike"), $tail)
        }
    };
}

/// Binds what a filter asks, after the cursor.
macro_rules! bind {
    ($query:expr, $after:expr, $filter:expr, $range:expr) => {{
        let (filter, (due_from, due_to)) = ($filter, due($filter, $range));
        $query
            .bind($after.queue_on)
            .bind($after.seq)
            .bind(list(filter.kinds.iter().map(|kind| kind.code())))
            .bind(list(filter.channels.iter().map(|channel| channel.code())))
            .bind(list(filter.states.iter().map(|state| state.code())))
            .bind(filter.office_id.map(|id| id.0))
            .bind(filter.operator.as_deref())
            .bind(filter.presented_from.unwrap_or(START_OF_TIME))
            .bind(filter.presented_to.unwrap_or(END_OF_TIME))
            .bind(due_from)
            .bind(due_to)
            .bind(filter.place.as_deref().map(like))
            .bind(filter.tag_id.map(|id| id.0))
            .bind(match filter.base {
                FilterBase::Open => Some(true),
                FilterBase::Finished => Some(false),
                FilterBase::All => None,
            })
            .bind(filter.category_id.map(|id| id.0))
    }};
}

/// The query of a page.
fn page(sqlite: bool, base: FilterBase, by_due: bool) -> &'static str {
    match (base, by_due) {
        (_, true) => both!(
            sqlite,
            "select t.seq",
            "ticket_open_by_due",
            "t.open and (t.queue_on, t.seq) > ($1, $2) and ",
            "order by t.queue_on, t.seq limit $16"
        ),
        (FilterBase::Open, _) => both!(
            sqlite,
            "select t.seq",
            "ticket_open_by_due",
            "t.open and t.queue_on >= $1 and t.seq < $2 and ",
            "order by t.seq desc limit $16"
        ),
        _ => both!(
            sqlite,
            "select t.seq",
            "ticket_by_filter",
            "t.queue_on >= $1 and t.seq < $2 and ",
            "order by t.seq desc limit $16"
        ),
    }
}

/// The query of a count.
fn counting(sqlite: bool, base: FilterBase) -> &'static str {
    match base {
        FilterBase::Open => both!(
            sqlite,
            "select count(*) from (select 1 as one",
            "ticket_open_by_due",
            "t.open and t.queue_on >= $1 and t.seq < $2 and ",
            "limit $16) as found"
        ),
        FilterBase::Finished | FilterBase::All => both!(
            sqlite,
            "select count(*) from (select 1 as one",
            "ticket_by_filter",
            "t.queue_on >= $1 and t.seq < $2 and ",
            "limit $16) as found"
        ),
    }
}

/// A page of what a filter finds: at most `limit` rows after `after`.
pub async fn filtered(
    conn: &mut Conn<'_>,
    filter: &TicketFilter,
    range: FilterRange,
    after: Option<Cursor>,
    limit: i64,
) -> Result<(Vec<TicketRow>, Option<Cursor>)> {
    let by_due = filter.base == FilterBase::Open && filter.order == FilterOrder::Due;
    let sql = page(matches!(conn, Conn::Sqlite(_)), filter.base, by_due);
    let start = if by_due {
        Cursor { queue_on: START_OF_TIME, seq: 0 }
    } else {
        Cursor { queue_on: START_OF_TIME, seq: i64::MAX }
    };
    let mut after = after.unwrap_or(start);
    if !by_due {
        after.queue_on = START_OF_TIME;
    }
    let seqs: Vec<i64> =
        on!(&mut *conn, fetch_all, bind!(sqlx::query_scalar(sql), after, filter, range).bind(limit))?;
    let found = lines_at(conn, &seqs).await?;
    let full = i64::try_from(found.len()).is_ok_and(|length| length == limit);
    let next = found.last().filter(|_| full).map(|row| Cursor { queue_on: row.queue_on, seq: row.seq });
    Ok((found.into_iter().map(ticket_row).collect::<Result<_>>()?, next))
}

/// How many tickets a filter finds, counting no further than `most`.
pub async fn count(conn: &mut Conn<'_>, filter: &TicketFilter, range: FilterRange, most: i64) -> Result<i64> {
    let sql = counting(matches!(conn, Conn::Sqlite(_)), filter.base);
    let all = Cursor { queue_on: START_OF_TIME, seq: i64::MAX };
    Ok(on!(conn, fetch_one, bind!(sqlx::query_scalar(sql), all, filter, range).bind(most))?)
}

/// Codes as one parameter: `,report,complaint,`; nothing when any will do.
fn list<'a>(codes: impl Iterator<Item = &'a str>) -> Option<String> {
    let codes: Vec<&str> = codes.collect();
    (!codes.is_empty()).then(|| format!(",{},", codes.join(",")))
}

/// Letters anywhere in a line; what the engine reads as a sign is only a letter here.
fn like(letters: &str) -> String {
    format!("%{}%", letters.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}

/// The days between which the citizen's date must lie. Whoever waits for nothing is due at the end of time.
fn due(filter: &TicketFilter, range: FilterRange) -> (NaiveDate, NaiveDate) {
    let yesterday = range.today.pred_opt().unwrap_or(range.today);
    let (from, to) = match filter.due {
        None => (START_OF_TIME, END_OF_TIME),
        Some(FilterDue::Late) => (START_OF_TIME, yesterday),
        Some(FilterDue::Soon) => (range.today, range.soon),
    };
    let to = filter.due_to.map_or(to, |day| day.min(to));
    (filter.due_from.map_or(from, |day| day.max(from)), to)
}

#[cfg(test)]
mod tests;
