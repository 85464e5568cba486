//! Citizens in depth, on both engines.

use crate::story;
use serde_json::json;
use sportello_app::{
    App, CitizenRef, CitizenSave, Code, PersonAdd, PersonRemove, RecordTicket, TextQuery, TicketRef,
};
use sportello_domain::citizen::{Citizen, CitizenData};
use sportello_domain::id::TicketId;
use sportello_domain::ticket::PersonRole;
use sportello_tests::{Folder, draft};

const NOW: &str = "2026-11-23T09:00:00Z";

#[tokio::test]
async fn on_sqlite() {
    let folder = Folder::new();
    let app = folder.app_at(NOW).await;
    sportello_tests::first_run(&app).await;
    story(&app).await;
    app.close().await;
}

#[tokio::test]
async fn on_postgresql() {
    story::on_a_shared_store(async |app| story(app).await).await;
}

async fn story(app: &App) {
    other_people_of_a_ticket(app).await;
    crate::story::is_sound(app).await;
}

/// A citizen, as a form sends it.
async fn citizen(app: &App, data: serde_json::Value) -> Citizen {
    let citizen: CitizenData = serde_json::from_value(data).expect("a citizen");
    let save = CitizenSave { op: app.new_op(), id: None, version: 0, citizen, draft_id: None };
    app.citizen_save(save).await.expect("saved")
}

async fn ticket(app: &App, json: serde_json::Value) -> TicketId {
    let record = RecordTicket { op: app.new_op(), draft_id: None, ticket: draft(json) };
    app.ticket_record(record).await.expect("a ticket").ticket.ticket.id
}

async fn other_people_of_a_ticket(app: &App) {
    let anna = citizen(app, json!({ "surname": "Verdi", "name": "Anna", "phone": "039 1234567" })).await;
    let id = ticket(app, json!({ "text": "Assegno non arrivato", "citizen": { "surname": "Verdi", "name": "Ugo", "phone": "039 7654321" } })).await;
    let add = |role, reply_to, version| PersonAdd {
        op: app.new_op(),
        id,
        version,
        draft_id: None,
        citizen_id: Some(anna.id),
        citizen: None,
        role,
        reply_to,
    };
    let request = add(PersonRole::Delegate, true, Some(1));
    let added = app.ticket_person_add(request.clone()).await.expect("a delegate");
    assert_eq!(
        (added.ticket.version, added.people.len()),
        (2, 1),
        "whoever read the ticket has not seen her"
    );
    assert_eq!(app.ticket_person_add(request).await.expect("asked twice").people.len(), 1, "done once");
    let stale = app.ticket_person_add(add(PersonRole::Guardian, true, Some(1))).await;
    assert_eq!(stale.expect_err("an old version").code, Code::Conflict);
    let again = app.ticket_person_add(add(PersonRole::Guardian, true, None)).await.expect("another role");
    assert_eq!(again.people.iter().map(|line| line.person.role).collect::<Vec<_>>(), [PersonRole::Guardian]);

    let requester = added.ticket.citizen_id;
    let twice = PersonAdd { citizen_id: requester, ..add(PersonRole::Interested, false, None) };
    assert_eq!(app.ticket_person_add(twice).await.expect_err("she is there already").code, Code::Invalid);
    let new = PersonAdd {
        citizen_id: None,
        citizen: serde_json::from_value(json!({ "surname": "Fumagalli", "phone": "039 5550000" })).ok(),
        ..add(PersonRole::CoReporter, true, None)
    };
    let both = app.ticket_person_add(new).await.expect("somebody new");
    let replies: Vec<bool> = both.people.iter().map(|line| line.person.reply_to).collect();
    assert_eq!(replies, [false, true], "the reply goes to one of them");

    let found = app.search(TextQuery { text: "fumagalli assegno".into() }).await.expect("a search");
    assert_eq!(found.tickets.len(), 1, "a co-reporter's name finds the ticket");
    let card = app.citizen(CitizenRef { id: anna.id }).await.expect("her card");
    assert_eq!(card.tickets.len(), 1, "the tickets of any role are on the card");

    let remove = PersonRemove { op: app.new_op(), id, version: None, citizen_id: anna.id };
    app.ticket_person_remove(remove).await.expect("taken off");
    let unknown = app.ticket_person_remove(PersonRemove { op: app.new_op(), ..remove }).await;
    assert_eq!(unknown.expect_err("she is not there any more").code, Code::NotFound);
    let detail = app.ticket(TicketRef { id }).await.expect("the ticket");
    let codes: Vec<&str> = detail.entries.iter().map(|line| line.entry.code.code()).collect();
    assert_eq!(
        codes[1..],
        ["ticket.person_added", "ticket.person_added", "ticket.person_added", "ticket.person_removed"]
    );
    let names = app.search(TextQuery { text: "fumagalli".into() }).await.expect("a search");
    assert_eq!(names.tickets.len(), 1);
}
