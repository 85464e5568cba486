//! Citizens in depth, on both engines.

mod contacts;
mod merge;

use crate::story;
use serde_json::json;
use sportello_app::{
    App, CitizenRef, CitizenSave, Code, DuplicatesQuery, PersonAdd, PersonRemove, ProtocolSave, RecordTicket,
    TextQuery, TicketRef,
};
use sportello_domain::citizen::{Citizen, CitizenData, DuplicateReason};
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
    everything_is_kept_and_nothing_is_compulsory(app).await;
    they_are_found_while_typing(app).await;
    likely_duplicates_come_with_reasons(app).await;
    merge::story(app).await;
    contacts::story(app).await;
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

async fn everything_is_kept_and_nothing_is_compulsory(app: &App) {
    let whole = json!({
        "surname": "De Luca", "name": "Nicolò", "tax_code": "dlc ncl 80a01 f205x", "address": "via XX Settembre 7",
        "phone": "039 2460135", "phones": [{ "value": "333 4567890", "label": "figlia" }],
        "emails": ["n.deluca@example.it", { "value": "figlia@example.it", "label": "figlia" }],
        "pec": "n.deluca@pec.example.it", "reply_by": "pec", "birth_date": "1980-01-01",
        "care_notes": "caratteri grandi; interprete LIS"
    });
    let saved = citizen(app, whole).await;
    let read = app.citizen(CitizenRef { id: saved.id }).await.expect("the card").citizen;
    assert_eq!(read, saved);
    assert_eq!(read.data.phones.len(), 2);
    assert_eq!(read.data.phone.as_deref(), Some("039 2460135"), "the first is where it always was");
    assert_eq!(read.data.tax_code.as_deref(), Some("DLCNCL80A01F205X"));

    let mut changed = read.data.clone();
    changed.phone = None;
    changed.phones.remove(0);
    let save = |version, citizen| CitizenSave {
        op: app.new_op(),
        id: Some(saved.id),
        version,
        citizen,
        draft_id: None,
    };
    let after = app.citizen_save(save(1, changed.clone())).await.expect("the version that was read");
    assert_eq!(after.data.phone.as_deref(), Some("333 4567890"), "the next one is the first now");
    assert_eq!(app.citizen_save(save(1, changed)).await.expect_err("an old version").code, Code::Conflict);

    let id = ticket(app, json!({ "text": "Vorrei notizie", "citizen_id": saved.id })).await;
    let reply_by = app.ticket(TicketRef { id }).await.expect("the ticket").ticket.reply_by;
    assert_eq!(reply_by, Some(sportello_domain::ticket::ReplyChannel::Pec), "the channel they like");
    citizen(app, json!({ "kind": "organizzazione", "organization": "Condominio Aurora" })).await;
    citizen(app, json!({ "name": "Ugo" })).await;
    let nobody = CitizenSave {
        op: app.new_op(),
        id: None,
        version: 0,
        citizen: CitizenData::default(),
        draft_id: None,
    };
    assert_eq!(app.citizen_save(nobody).await.expect_err("nobody at all").code, Code::Invalid);
    let unborn =
        serde_json::from_value(json!({ "name": "Ugo", "birth_date": "2026-11-24" })).expect("a form");
    let unborn = CitizenSave { op: app.new_op(), id: None, version: 0, citizen: unborn, draft_id: None };
    let fault = app.citizen_save(unborn).await.expect_err("tomorrow");
    assert_eq!(fault.fields[0].field, "citizen.birth_date");
}

async fn they_are_found_while_typing(app: &App) {
    let surname = async |text: &str| {
        let found = app.citizens(TextQuery { text: text.into() }).await.expect("a search");
        found.first().and_then(|citizen| citizen.data.surname.clone()).unwrap_or_default()
    };
    for text in [
        "de luca",
        "deluca",
        "DELUCA nicolo",
        "nicolò de l",
        "  nic   luc ",
        "nicolo\u{300} luca",
        "d e luca",
        "DLCNCL80A01F205X",
        "dlcncl80",
        "4567",
        "333 45 67 890",
        "+39 333 4567890",
        "+393334567890",
        "00393334567890",
        "n.deluca@example.it",
        "figlia@exam",
        "n.deluca@pec",
        "settembre 7",
        "via xx sett",
    ] {
        assert_eq!(surname(text).await, "De Luca", "{text:?}");
    }
    assert_eq!(surname("2026/0001").await, "Verdi", "by the number of a ticket");
    assert_eq!(surname("pratica n. 2026/1").await, "Verdi", "as the number is said");
    let both = app.citizens(TextQuery { text: "2026/0001".into() }).await.expect("a search");
    assert_eq!(both.len(), 2, "the requester and the co-reporter of the ticket");
    let found = app.search(TextQuery { text: "2026/0001".into() }).await.expect("a search");
    let protocol = serde_json::from_value(json!({
        "number": "0004512", "registered_on": "2026-11-23", "direction": "in"
    }))
    .expect("a number");
    let save = ProtocolSave { op: app.new_op(), id: found.tickets[0].row.id, draft_id: None, protocol };
    app.protocol_save(save).await.expect("noted");
    assert_eq!(surname("prot. n. 4512/2026").await, "Verdi", "by a number of the protocol");
    for nothing in ["", "   ", "zzz", "\" OR 1", "333 45 67 891"] {
        assert_eq!(surname(nothing).await, "", "{nothing:?}");
    }
    let newest = app.citizens_list(TextQuery { text: " ".into() }).await.expect("the list");
    assert_eq!(newest[0].data.name.as_deref(), Some("Ugo"), "those added last, when nothing is typed");
}

async fn likely_duplicates_come_with_reasons(app: &App) {
    let reasons = async |typed: serde_json::Value| {
        let citizen = serde_json::from_value(typed).expect("what is typed");
        let query = DuplicatesQuery { citizen, except: None };
        let found = app.citizen_duplicates(query).await.expect("candidates");
        let first = found.into_iter().find(|one| one.citizen.data.surname.as_deref() == Some("De Luca"));
        first.map(|one| one.reasons).unwrap_or_default()
    };
    use DuplicateReason::*;
    assert_eq!(reasons(json!({ "tax_code": "DLCNCL80A01F205X" })).await, [SameTaxCode]);
    assert_eq!(reasons(json!({ "phone": "+39 333/4567890" })).await, [SamePhone]);
    assert_eq!(reasons(json!({ "email": "FIGLIA@example.it" })).await, [SameEmail]);
    assert_eq!(
        reasons(json!({ "surname": "Nicolo", "name": "DELUCA", "birth_date": "1980-01-01" })).await,
        [SameNameAndBirth]
    );
    assert_eq!(
        reasons(json!({ "surname": "De Lucca", "name": "Nicola", "address": "Via XX Settembre, 9" })).await,
        [SimilarNameSameStreet]
    );
    assert_eq!(reasons(json!({ "surname": "de luca", "name": "nicolo" })).await, [SameName]);
    assert_eq!(reasons(json!({ "surname": "de luca" })).await, [], "half a name is no reason");
    assert_eq!(reasons(json!({ "phone": "333 45" })).await, [], "half a number neither");
    assert_eq!(reasons(json!({})).await, []);
    let known = app.citizens(TextQuery { text: "deluca".into() }).await.expect("a search").remove(0);
    let query = DuplicatesQuery { citizen: known.data, except: Some(known.id) };
    assert!(
        app.citizen_duplicates(query).await.expect("candidates").is_empty(),
        "nobody is their own duplicate"
    );
}
