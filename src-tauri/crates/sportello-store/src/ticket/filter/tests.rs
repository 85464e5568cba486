//! The walks are the ones meant: no sort of a million rows, no row read that the index can answer for.

use super::*;
use crate::fixture;

async fn plan(sql: &str) -> String {
    let (_folder, store) = fixture::store().await;
    let mut reader = store.reader().await.expect("a reader");
    let Conn::Sqlite(conn) = reader.conn() else { panic!("the fixture is SQLite") };
    let explain = format!("explain query plan {sql}");
    let lines: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(explain)).fetch_all(&mut *conn).await.expect("a plan");
    lines.into_iter().map(|(_, _, _, line)| line).collect::<Vec<_>>().join(" / ")
}

#[tokio::test]
async fn the_open_ones_are_walked_by_their_date() {
    let plan = plan(page(true, FilterBase::Open, true)).await;
    assert!(plan.contains("ticket_open_by_due"), "{plan}");
    assert!(!plan.contains("TEMP B-TREE"), "no sort: {plan}");
}

#[tokio::test]
async fn all_of_them_are_walked_in_an_index_that_holds_everything_asked() {
    for sql in [
        page(true, FilterBase::All, false),
        page(true, FilterBase::Finished, false),
        counting(true, FilterBase::All),
    ] {
        let plan = plan(sql).await;
        assert!(plan.contains("COVERING INDEX ticket_by_filter"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "no sort: {plan}");
    }
}
