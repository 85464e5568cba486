//! Two people, one store: they see each other, neither waits for the other, and neither overwrites what they have not seen.

use crate::both::Desk;
use serde_json::json;
use sportello_app::{
    App, CallbackAdd, ChangesQuery, Code, Empty, Note, OfficeSave, OpenRecord, Other, PresenceTell, Subject,
    Take, TextQuery, TicketRef, Verify,
};
use sportello_domain::id::{JobId, OfficeId, SessionId};
use sportello_tests::report;

const MORNING: &str = "2026-11-23T08:00:00Z";

#[tokio::test]
async fn they_see_what_the_other_has_open() {
    for desk in Desk::both(MORNING).await {
        let (anna, bruno) = (desk.app(), desk.another(MORNING, "bruno").await);
        let id = anna.ticket_record(report(&anna, "Lampione")).await.expect("a ticket").ticket.ticket.id;
        let [hers, his] = [&anna, &bruno].map(|app| SessionId(app.new_op().0));
        let ticket = Subject::Ticket(id.0);
        let lines = events(&anna).await;

        tell(&anna, hers, &[(ticket, false)]).await;
        assert_eq!(others(&anna, hers, ticket).await, [], "nobody is somebody else to themselves");
        let seen = others(&bruno, his, ticket).await;
        assert_eq!(
            (seen[0].operator.as_str(), seen[0].editing, seen[0].same_person),
            ("prova", false, false)
        );
        tell(&anna, hers, &[(ticket, false), (ticket, true)]).await;
        assert!(others(&bruno, his, ticket).await[0].editing, "who reads and changes, changes");
        tell(&bruno, his, &[(ticket, true), (Subject::Settings, false)]).await;
        assert_eq!(others(&anna, hers, ticket).await[0].operator, "bruno");

        tell(&anna, hers, &[]).await;
        assert_eq!(others(&bruno, his, ticket).await, [], "she left");
        let later = desk.another("2026-11-23T08:01:01Z", "carla").await;
        assert_eq!(others(&later, hers, ticket).await, [], "a minute of silence is a goodbye");
        assert_eq!(events(&anna).await, lines, "none of this is in the register");
        for app in [anna, bruno, later] {
            app.close().await;
        }
    }
}

#[tokio::test]
async fn they_hear_of_every_save_and_lose_none() {
    for desk in Desk::both(MORNING).await {
        let (anna, bruno) = (desk.app(), desk.another(MORNING, "bruno").await);
        let id = anna.ticket_record(report(&anna, "Lampione")).await.expect("a ticket").ticket.ticket.id;
        let before = changed(&bruno).await;
        let note = Note { op: anna.new_op(), id, version: None, draft_id: None, text: "Vista.".into() };
        anna.ticket_note(note).await.expect("a note");
        let after = changed(&bruno).await;
        assert!(after > before, "another desk's save is heard");
        assert_eq!(changed(&bruno).await, after, "and silence is heard too");

        let read = bruno.ticket(TicketRef { id }).await.expect("the ticket").ticket.version;
        let take = |app: &App| Take { op: app.new_op(), id, version: Some(read), draft_id: None };
        anna.ticket_take(take(&anna)).await.expect("the first");
        assert_eq!(bruno.ticket_take(take(&bruno)).await.expect_err("the second").code, Code::Conflict);

        // Both write as fast as they can: every save is there, and the chain has no gap.
        let call = |app: &App, n: usize| {
            let callback =
                json!({ "phone": "039 111222", "due_on": "2026-11-24", "about": format!("n. {n}") });
            let callback = serde_json::from_value(callback).expect("a draft");
            CallbackAdd { op: app.new_op(), draft_id: None, callback }
        };
        let write = async |app: &App| {
            for n in 0..15 {
                app.callback_add(call(app, n)).await.expect("written");
                tell(app, SessionId(app.new_op().0), &[(Subject::Ticket(id.0), n % 2 == 0)]).await;
            }
        };
        tokio::join!(write(&anna), write(&bruno));
        assert_eq!(anna.agenda(Empty {}).await.expect("the agenda").callbacks.count, 30);
        let report = bruno.verify(Verify { job: JobId(bruno.new_op().0) }).await.expect("verify");
        assert!(report.sound, "{report:?}");
        anna.close().await;
        bruno.close().await;
    }
}

/// What seldom changes is kept in memory; never longer than until somebody, anywhere, changes it.
#[tokio::test]
async fn they_find_what_the_other_has_just_changed() {
    for desk in Desk::both(MORNING).await {
        let (anna, bruno) = (desk.app(), desk.another(MORNING, "bruno").await);
        let found = async |app: &App, text: &str| {
            let hits = app.search(TextQuery { text: text.into() }).await.expect("a search");
            hits.offices.into_iter().map(|hit| hit.office.data.name).collect::<Vec<_>>()
        };
        let save = async |id: Option<OfficeId>, version: i64, does: &str| {
            let office = json!({ "name": "Zattere", "competences": [does] });
            let office = serde_json::from_value(office).expect("a card");
            let op = anna.new_op();
            anna.office_save(OfficeSave { op, id, version, office, draft_id: None }).await.expect("saved")
        };
        assert_eq!(found(&bruno, "gondole").await, [""; 0]);
        let office = save(None, 0, "gondole e traghetti").await;
        assert_eq!(found(&bruno, "gondole").await, ["Zattere"], "an office the other has added");
        anna.ticket_record(report(&anna, "Lampione")).await.expect("a ticket");
        assert_eq!(found(&bruno, "gondole").await, ["Zattere"], "a ticket changes nothing of it");
        save(Some(office.id), office.version, "vaporetti").await;
        assert_eq!(found(&bruno, "gondole").await, [""; 0]);
        assert_eq!(found(&bruno, "vaporetti").await, ["Zattere"]);
        for app in [anna, bruno] {
            app.close().await;
        }
    }
}

async fn tell(app: &App, session: SessionId, open: &[(Subject, bool)]) {
    let open =
        open.iter().map(|(subject, editing)| OpenRecord { subject: *subject, editing: *editing }).collect();
    app.presence(PresenceTell { session, open }).await.expect("told");
}

async fn others(app: &App, session: SessionId, subject: Subject) -> Vec<Other> {
    app.changes(ChangesQuery { session, subjects: vec![subject] }).await.expect("seen").others
}

async fn changed(app: &App) -> i64 {
    let session = SessionId(app.new_op().0);
    app.changes(ChangesQuery { session, subjects: Vec::new() }).await.expect("heard").seq
}

async fn events(app: &App) -> i64 {
    app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify").events
}
