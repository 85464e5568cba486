use super::*;
use crate::fixture::{store, write};
use crate::store::Store;
use sqlx::Executor;

const LINES: i64 = 30;

async fn written() -> (tempfile::TempDir, Store) {
    let (folder, store) = store().await;
    for i in 0..LINES {
        let mut tx = write(&store).await;
        append(&mut tx, EventCode::NoteAdded, &format!("ticket:{i}"), None::<&()>, &format!("riga {i}"))
            .await
            .expect("a line");
        tx.commit().await.expect("saved");
    }
    (folder, store)
}

async fn check(store: &Store) -> ChainReport {
    let mut reader = store.reader().await.expect("a reader");
    verify(&mut reader.conn(), |_, _| true).await.expect("readable").expect("not stopped")
}

/// What a person with the file and its key, but without the program, could do.
async fn tamper(store: &Store, sql: &'static str) -> Result<(), sqlx::Error> {
    let mut tx = write(store).await;
    let Conn::Sqlite(conn) = tx.conn() else { unreachable!() };
    let done = conn.execute(sql).await.map(drop);
    tx.commit().await.expect("saved");
    done
}

#[tokio::test]
async fn an_untouched_register_is_sound() {
    let (_folder, store) = written().await;
    assert_eq!(check(&store).await, ChainReport { events: LINES, erased: 0, broken: None });
}

#[tokio::test]
async fn the_register_cannot_be_changed_by_a_mistake() {
    let (_folder, store) = written().await;
    for sql in [
        "update event set actor = 'altri' where seq = 3",
        "delete from event where seq = 3",
        "update event_payload set payload = '{}' where seq = 3",
    ] {
        tamper(&store, sql).await.expect_err(sql);
    }
    assert_eq!(check(&store).await.broken, None);
}

#[tokio::test]
async fn every_forgery_is_seen() {
    let forgeries = [
        "update event set actor = 'altri' where seq = 7",
        "update event set code = 'ticket.voided' where seq = 7",
        "update event set subject = 'ticket:x' where seq = 7",
        "update event set at = '2020-01-01T00:00:00+00:00' where seq = 7",
        "update event set digest = zeroblob(32) where seq = 7",
        "update event set hash = zeroblob(32) where seq = 7",
        "update event set hash = x'00' where seq = 7",
        "update event_payload set payload = '{\"after\":\"altro\"}' where seq = 7",
        "update event_payload set salt = zeroblob(16) where seq = 7",
        "delete from event_payload where seq = 7; delete from event where seq = 7",
        "delete from event_payload where seq = 30; delete from event where seq = 30",
        "delete from event_payload; delete from event; update chain_head set seq = 0",
        "update event set seq = 100 where seq = 30",
        "update event_payload set payload = (select payload from event_payload where seq = 8) where seq = 7",
    ];
    let mut seen = 0;
    for forgery in forgeries {
        let (_folder, store) = written().await;
        tamper(
            &store,
            "drop trigger event_is_never_changed; drop trigger event_is_never_deleted; \
             drop trigger event_payload_is_never_changed; pragma defer_foreign_keys = on",
        )
        .await
        .expect("whoever has the key can drop the triggers");
        // Moving a line away from its payload is stopped by the foreign key before the chain is even read.
        if tamper(&store, forgery).await.is_ok() {
            let report = check(&store).await;
            assert!(report.broken.is_some(), "{forgery}: {report:?}");
            seen += 1;
        }
    }
    assert!(seen >= 13, "only {seen} forgeries could be tried");
}

#[tokio::test]
async fn erasing_a_payload_leaves_the_chain_and_takes_the_words() {
    let (_folder, store) = written().await;
    tamper(&store, "delete from event_payload where seq = 7").await.expect("erasing is allowed");
    assert_eq!(check(&store).await, ChainReport { events: LINES, erased: 1, broken: None });
}

#[tokio::test]
async fn a_check_can_be_stopped() {
    let (_folder, store) = written().await;
    let mut reader = store.reader().await.expect("a reader");
    assert_eq!(verify(&mut reader.conn(), |_, _| false).await.expect("readable"), None);
}

#[tokio::test]
async fn an_operation_is_done_once() {
    let (_folder, store) = store().await;
    let stamp = crate::fixture::stamp();
    let mut tx = store.begin(stamp.clone()).await.expect("the first time");
    append(&mut tx, EventCode::NoteAdded, "x", None::<&()>, &()).await.expect("a line");
    tx.commit().await.expect("saved");
    assert!(matches!(store.begin(stamp).await, Err(Error::AlreadyDone)));
    assert_eq!(check(&store).await.events, 1);
}

#[tokio::test]
async fn a_write_that_is_dropped_is_undone_and_the_next_one_works() {
    let (_folder, store) = store().await;
    for _ in 0..3 {
        let mut tx = write(&store).await;
        append(&mut tx, EventCode::NoteAdded, "x", None::<&()>, &()).await.expect("a line");
        drop(tx);
    }
    let mut tx = write(&store).await;
    append(&mut tx, EventCode::NoteAdded, "y", None::<&()>, &()).await.expect("a line");
    tx.commit().await.expect("saved");
    assert_eq!(check(&store).await, ChainReport { events: 1, erased: 0, broken: None });
}
