//! Work lists and counts, against the same rows read bare.

use crate::measure::{ratio, times, told};
use crate::raw::Raw;
use sportello_app::{App, Empty, TicketView, TicketsQuery, dispatch};

const ROUNDS: usize = 200;
const OVERDUE: &str = "select json_group_array(json_array(seq, year, progressive, state, subject, due_on)) from \
    (select * from ticket where open and queue_on < $1 order by queue_on, seq limit 100)";
const FINISHED: &str = "select json_group_array(json_array(seq, year, progressive, state, subject, due_on)) from \
    (select * from ticket where not open and queue_on >= $1 order by seq desc limit 100)";
const COUNT: &str = "select count(*) from ticket where open";

pub(crate) async fn measure(app: &App, raw: &mut Raw) {
    for (name, view, floor) in [
        ("overdue, 100 rows", TicketView::Overdue, OVERDUE),
        ("finished, the newest 100 rows", TicketView::Finished, FINISHED),
    ] {
        let query = || serde_json::json!({ "view": view, "after": null, "limit": 100 });
        let ours =
            times(ROUNDS, async |_| dispatch(app, "tickets", query()).await.expect("a list").get().len())
                .await;
        let day = if view == TicketView::Finished { "1970-01-01" } else { "2026-11-20" };
        let bare = times(ROUNDS, async |_| raw.text(floor, day).await).await;
        told(name, &ours, "goal 1");
        told("  floor: the bare rows → JSON", &bare, "");
        ratio("  times the floor", &ours, &bare, "");
    }

    let mut after = None;
    let pages = times(60, async |_| {
        let query = TicketsQuery {
            view: TicketView::Finished,
            after: after.take(),
            limit: Some(500),
            ..TicketsQuery::default()
        };
        let page = app.tickets(query).await.expect("a page");
        after = page.next;
        page.rows.len()
    });
    told("finished, the 500 rows that follow", &pages.await, "as flat at the 30,000th row as at the first");

    let ours = times(ROUNDS, async |_| app.agenda(Empty {}).await.expect("the agenda")).await;
    let bare = times(ROUNDS, async |_| raw.number(COUNT).await).await;
    told("agenda: every count and its first rows", &ours, "goal 1");
    told("  floor: one count of the open tickets", &bare, "");
    ratio("  times the floor", &ours, &bare, "");
}
