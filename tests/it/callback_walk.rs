//! Whatever happens to a ticket, the call that was promised waits as it was.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;
use sportello_app::{App, CallbackAdd, CallbacksQuery, Close, OfficeSave, TicketRef};
use sportello_domain::id::{OfficeId, TicketId};
use sportello_tests::dispatch;
use sportello_tests::{Folder, report};

/// Steps of a walk, one after the other, whether or not the ticket can take them.
const STEPS: &[&str] =
    &["take", "transfer", "accept", "outcome", "send_back", "reply", "close", "note", "void", "reopen"];

#[test]
fn a_call_survives_every_walk_of_its_ticket() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let folder = Folder::new();
    let (app, office) = runtime.block_on(async {
        let app = folder.app_at("2026-11-23T08:00:00Z").await;
        sportello_tests::first_run(&app).await;
        let office = serde_json::from_value(json!({ "name": "Ufficio" })).expect("a card");
        let save = OfficeSave { op: app.new_op(), id: None, version: 0, office, draft_id: None };
        let office = app.office_save(save).await.expect("an office").id;
        (app, office)
    });
    let walks = proptest::collection::vec(0..STEPS.len(), 1..12);
    TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() })
        .run(&walks, |walk| {
            runtime.block_on(async {
                let record = report(&app, "Lampione spento");
                let id = app.ticket_record(record).await.expect("a ticket").ticket.ticket.id;
                let callback =
                    json!({ "ticket_id": id, "due_on": "2026-11-30", "due_at": "9", "about": "esito" });
                let callback = serde_json::from_value(callback).expect("a draft");
                let add = CallbackAdd { op: app.new_op(), draft_id: None, callback };
                let promised = app.callback_add(add).await.expect("promised");
                let mut done = 0;
                for step in &walk {
                    done += usize::from(walked(&app, id, office, STEPS[*step]).await);
                }
                let waiting = app.callbacks(CallbacksQuery::default()).await.expect("the calls");
                prop_assert!(waiting.contains(&promised), "{walk:?} touched the call");
                let follow = app.ticket(TicketRef { id }).await.expect("the ticket").follow;
                prop_assert_eq!(&follow.callbacks, &vec![promised], "{} steps taken", done);
                Ok(())
            })
        })
        .expect("every walk");
    runtime.block_on(app.close());
}

/// Takes one step by the door every face uses; false when the ticket cannot do it now.
async fn walked(app: &App, id: TicketId, office: OfficeId, step: &str) -> bool {
    let mut request = json!({ "op": app.new_op(), "id": id });
    let more = match step {
        "transfer" => json!({ "office_id": office, "question": "Verificare." }),
        "accept" => json!({ "case_officer": "geom. Prova" }),
        "outcome" | "note" => json!({ "text": "Visto." }),
        "reply" => json!({ "text": "Fatto.", "channel": "phone" }),
        "send_back" | "void" | "reopen" => json!({ "reason": "manca la data" }),
        _ => json!({}),
    };
    request.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
    dispatch(app, &format!("ticket_{step}"), request).await.is_ok()
}

#[test]
fn the_walk_can_walk() {
    // Without this, a walk in which every step is refused would prove nothing.
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let folder = Folder::new();
        let app = folder.app_at("2026-11-23T08:00:00Z").await;
        sportello_tests::first_run(&app).await;
        let office = serde_json::from_value(json!({ "name": "Ufficio" })).expect("a card");
        let save = OfficeSave { op: app.new_op(), id: None, version: 0, office, draft_id: None };
        let office = app.office_save(save).await.expect("an office").id;
        let id = app.ticket_record(report(&app, "Buca")).await.expect("a ticket").ticket.ticket.id;
        for step in ["take", "transfer", "accept", "outcome", "send_back", "outcome", "reply", "note"] {
            assert!(walked(&app, id, office, step).await, "{step}");
        }
        app.ticket_close(Close { op: app.new_op(), id, version: None, draft_id: None })
            .await
            .expect("closed");
        assert!(walked(&app, id, office, "void").await);
        app.close().await;
    });
}
