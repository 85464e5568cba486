//! One story, two databases: the desk's main job on an encrypted SQLite file and on PostgreSQL. Whatever the second
//! engine does differently shows up here as a failure.

use serde_json::json;
use sportello_app::{
    Accept, App, Close, Code, ContactLog, DraftDiscard, DraftSave, Empty, Note, OfficeSave, OutcomeReport,
    RecordTicket, Reply, SendBack, SettingsSave, TextQuery, TicketRef, TicketView, TicketsQuery, Transfer,
    TypedSettings, Verify, Void,
};
use sportello_domain::id::{DraftId, JobId, OfficeId};
use sportello_domain::interaction::InteractionOutcome;
use sportello_domain::office::OfficeData;
use sportello_domain::ticket::{Channel, ReplyChannel, TicketState};
use sportello_tests::{Folder, day, draft, on_postgresql};

const NOW: &str = "2026-11-23T09:00:00Z";

#[tokio::test]
async fn on_sqlite() {
    let folder = Folder::new();
    let app = folder.app_at(NOW).await;
    sportello_tests::first_run(&app).await;
    story(&app).await;
    app.close().await;
    // The story is still there the next morning.
    let app = folder.app_at("2026-11-24T07:00:00Z").await;
    assert_eq!(in_view(&app, TicketView::Finished).await, ["2026/0003", "2026/0002", "2026/0001"]);
    app.close().await;
}

#[tokio::test]
async fn on_the_shared_server() {
    on_a_shared_store(async |app| story(app).await).await;
}

/// Tells a story on a PostgreSQL server, where there is one.
pub(crate) async fn on_a_shared_store(tell: impl AsyncFnOnce(&App)) {
    let Some((_server, app)) = on_postgresql(NOW).await else { return };
    tell(&app).await;
    app.close().await;
}

/// Proves the store: every change left its line.
pub(crate) async fn is_sound(app: &App) {
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
    assert!(report.sound, "{report:?}");
}

async fn story(app: &App) {
    let office = an_office(app).await;
    let record = a_call_becomes_a_ticket(app, office).await;
    let id = record.ticket.id.expect("made by the client");
    it_is_found_by_typing(app).await;
    it_goes_to_the_office_and_comes_back(app, &record, office).await;
    others(app).await;
    what_is_half_typed_waits(app).await;
    settings_are_not_overwritten(app).await;

    let detail = app.ticket(TicketRef { id }).await.expect("the ticket");
    let line: Vec<String> = detail.entries.iter().map(|line| format!("{:?}", line.entry.code)).collect();
    insta::allow_duplicates! {
        insta::assert_snapshot!(line.join(" "), @"TicketRecorded NoteAdded TicketTaken TicketTransferred TicketAccepted OutcomeRecorded TicketSentBack OutcomeRecorded TicketAnswered TicketClosed");
    }
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
    assert!(report.sound, "{report:?}");
    assert!(report.events > 20, "every change left a line: {report:?}");
}

async fn an_office(app: &App) -> OfficeId {
    let data: OfficeData = serde_json::from_value(json!({
        "name": "Lavori pubblici", "floor": "primo piano", "competences": ["lampione spento", "buca"]
    }))
    .expect("a card");
    let save = OfficeSave { op: app.new_op(), id: None, version: 0, office: data.clone(), draft_id: None };
    let saved = app.office_save(save.clone()).await.expect("a new office");
    assert_eq!(app.office_save(save).await.as_ref(), Ok(&saved), "the same operation, done once");
    let changed = OfficeData { answer_days: 15, ..data };
    let save = |version| OfficeSave {
        op: app.new_op(),
        id: Some(saved.id),
        version,
        office: changed.clone(),
        draft_id: None,
    };
    app.office_save(save(1)).await.expect("the version that was read");
    assert_eq!(app.office_save(save(1)).await.expect_err("an old version").code, Code::Conflict);
    let hits = app.offices_find(TextQuery { text: "lampione".into() }).await.expect("a search");
    assert_eq!(hits.iter().map(|hit| hit.matched.as_str()).collect::<Vec<_>>(), ["lampione spento"]);
    saved.id
}

async fn a_call_becomes_a_ticket(app: &App, office: OfficeId) -> RecordTicket {
    let contact = ContactLog {
        op: app.new_op(),
        draft_id: None,
        channel: Channel::Phone,
        topic: "lampione".into(),
        outcome: InteractionOutcome::Answered,
        referral: None,
        citizen_id: None,
    };
    let contact = app.contact_log(contact).await.expect("a contact");
    let op = app.new_op();
    let ticket = draft(json!({
        "id": op, "interaction_id": contact.id, "kind": "segnalazione", "channel": "telefono",
        "text": "Perché il lampione è spento da tre sere?\nDavanti al 12.", "place": "via Matteotti 12",
        "citizen": {"surname": "D'Angelo", "name": "Nicolò", "phone": "039 7397275", "email": "n.dangelo@example.it"},
        "reply_by": "email", "office_id": office, "note": "Terza chiamata in un mese."
    }));
    let record = RecordTicket { op, draft_id: None, ticket };
    let recorded = app.ticket_record(record.clone()).await.expect("a ticket").ticket;
    assert_eq!(recorded.ticket.number.to_string(), "2026/0001");
    assert_eq!(recorded.ticket.due_on, Some(day("2026-12-23")));
    assert_eq!(recorded.deadline.as_ref().map(|deadline| deadline.due_on), recorded.ticket.due_on);
    assert_eq!(recorded.ticket.subject, "Perché il lampione è spento da tre sere?");
    let again = app.ticket_record(record.clone()).await.expect("the same operation").ticket;
    assert_eq!(again.ticket, recorded.ticket, "asked twice, done once");
    let card = app.agenda(Empty {}).await.expect("the agenda").contacts;
    assert_eq!(card.len(), 1, "the contact that was logged is the one that was promoted");
    assert_eq!(card[0].outcome, InteractionOutcome::Promoted);
    record
}

async fn it_is_found_by_typing(app: &App) {
    let found = async |text: &str| {
        let hits = app.search(TextQuery { text: text.into() }).await.expect("a search");
        (hits.tickets.len(), hits.citizens.len())
    };
    assert_eq!(found("lampi").await, (1, 0), "half a long word");
    assert_eq!(found("PERCHE matt").await, (1, 0), "accents and case");
    assert_eq!(found("lam mat").await, (1, 0), "two halves");
    assert_eq!(found("terza chiam").await, (1, 0), "an internal note");
    assert_eq!(found("dangelo").await, (1, 1), "apostrophes");
    assert_eq!(found("nicolo d'ang").await, (1, 1), "names in any order");
    assert_eq!(found("7397").await, (0, 1), "four digits of a telephone");
    assert_eq!(found("2026/0001").await, (1, 0), "its number");
    assert_eq!(found("2026/1").await, (1, 0), "its number as it is said");
    assert_eq!(found("lampione montagna").await, (0, 0), "every word counts");
    for syntax in
        ["\" OR 1", "a* AND", "NEAR(", "'; drop table ticket; --", "{", "%", "\\", ":", "|", "!", "<script>"]
    {
        found(syntax).await;
    }
}

async fn in_view(app: &App, view: TicketView) -> Vec<String> {
    let page = app.tickets(TicketsQuery { view, ..Default::default() }).await.expect("a list");
    page.rows.iter().map(|line| line.row.number.to_string()).collect()
}

async fn it_goes_to_the_office_and_comes_back(app: &App, record: &RecordTicket, office_id: OfficeId) {
    let id = record.ticket.id.expect("made by the client");
    let (draft_id, op) = (None, || app.new_op());
    let read = app.ticket(TicketRef { id }).await.expect("the ticket").ticket;
    assert_eq!(in_view(app, TicketView::New).await, ["2026/0001"]);

    let early = Close { op: op(), id, version: Some(read.version), draft_id };
    assert_eq!(app.ticket_close(early).await.expect_err("nobody answered").code, Code::NotPossible);

    let transfer = |version| Transfer {
        op: op(),
        id,
        version,
        draft_id,
        office_id,
        question: "Verificare il punto luce.".into(),
        promise: Some("Scriviamo noi.".into()),
        addressee: None,
        answer_by: None,
        decided_by: None,
    };
    let moved = app.ticket_transfer(transfer(Some(read.version))).await.expect("transferred");
    assert_eq!(moved.ticket.state, TicketState::Transferred);
    assert_eq!(
        moved.ticket.office_due_on,
        Some(day("2026-12-09")),
        "15 days end on the Immaculate Conception"
    );
    assert_eq!(moved.ticket.due_on, read.due_on, "the citizen's date does not move");
    let stale = app.ticket_transfer(transfer(Some(read.version))).await.expect_err("an old version");
    assert_eq!(stale.code, Code::Conflict);
    assert_eq!(in_view(app, TicketView::AtOffice).await, ["2026/0001"]);

    let accept = Accept { op: op(), id, version: None, draft_id, case_officer: "Ufficio tecnico".into() };
    let taken = app.ticket_accept(accept.clone()).await.expect("accepted");
    assert_eq!(app.ticket_accept(accept).await.expect("asked twice").ticket, taken.ticket, "done once");

    let report = |text: &str| OutcomeReport {
        op: op(),
        id,
        version: None,
        draft_id,
        text: text.into(),
        case_officer: None,
    };
    app.ticket_outcome(report("Visto.")).await.expect("an outcome");
    assert_eq!(in_view(app, TicketView::ToCommunicate).await, ["2026/0001"]);
    let back = SendBack { op: op(), id, version: None, draft_id, reason: "Quando torna acceso?".into() };
    let back = app.ticket_send_back(back).await.expect("sent back");
    assert_eq!(back.ticket.office_due_on, Some(day("2026-11-28")), "five days");
    app.ticket_outcome(report("Lampada sostituita.")).await.expect("an outcome");

    let mut reply = Reply {
        op: op(),
        id,
        version: None,
        draft_id,
        text: "È stato riparato.".into(),
        channel: ReplyChannel::Email,
        on: Some(day("2026-11-22")),
    };
    let early = app.ticket_reply(reply.clone()).await.expect_err("before it was presented");
    assert_eq!(early.fields.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["on"]);
    reply.on = None;
    let answered = app.ticket_reply(reply).await.expect("answered");
    assert_eq!(answered.ticket.answered_on, Some(day("2026-11-23")));
    assert_eq!(answered.due, None, "the clock has stopped");
    app.ticket_close(Close { op: op(), id, version: None, draft_id }).await.expect("closed");
    assert_eq!(in_view(app, TicketView::Open).await, [""; 0]);
}

/// An anonymous caller, an answer on the spot, a ticket recorded by mistake.
async fn others(app: &App) {
    let record = async |json| {
        let record = RecordTicket { op: app.new_op(), draft_id: None, ticket: draft(json) };
        app.ticket_record(record).await.expect("a ticket").ticket
    };
    let anonymous =
        record(json!({ "text": "Auto in sosta vietata", "anonymous": { "reason": "non lo dice" } })).await;
    assert_eq!(
        (anonymous.ticket.due_on, anonymous.ticket.reply_by),
        (None, None),
        "nothing is promised to nobody"
    );
    let answered = record(json!({
        "text": "Quando apre l'anagrafe?", "citizen": { "surname": "Prova" },
        "answer": { "text": "Alle otto.", "channel": "counter" }
    }))
    .await;
    assert_eq!(answered.ticket.state, TicketState::Answered);
    assert_eq!(
        in_view(app, TicketView::Open).await,
        ["2026/0002"],
        "the anonymous one comes last, but it is there"
    );

    let void = Void {
        op: app.new_op(),
        id: anonymous.ticket.id,
        version: None,
        draft_id: None,
        reason: "doppia".into(),
    };
    let voided = app.ticket_void(void).await.expect("voided");
    assert_eq!((voided.ticket.state, voided.actions.len()), (TicketState::Voided, 0));
    let note = Note {
        op: app.new_op(),
        id: anonymous.ticket.id,
        version: None,
        draft_id: None,
        text: "Vedi 2026/0003.".into(),
    };
    app.ticket_note(note).await.expect("a note on anything");
    assert_eq!(in_view(app, TicketView::Finished).await, ["2026/0003", "2026/0002", "2026/0001"]);
}

async fn what_is_half_typed_waits(app: &App) {
    let id = DraftId(app.new_op().0);
    let save = |text: &str| DraftSave { id, kind: "intake".into(), body: json!({ "text": text }) };
    app.draft_save(save("lam")).await.expect("saved");
    app.draft_save(save("lampione \u{0} 🚰 '\"<b>")).await.expect("anything typed is kept");
    let drafts = app.drafts(Empty {}).await.expect("the drafts");
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].body, json!({ "text": "lampione \u{0} 🚰 '\"<b>" }));
    app.draft_discard(DraftDiscard { id }).await.expect("gone");
    assert_eq!(app.drafts(Empty {}).await.expect("the drafts").len(), 0);
}

async fn settings_are_not_overwritten(app: &App) {
    let read = app.settings(Empty {}).await.expect("the settings");
    assert_eq!(read.weekly_minutes, 30 * 60);
    let now = read.settings;
    let typed = TypedSettings {
        municipality: now.municipality,
        name: now.name,
        address: now.address,
        phone: Some("039 7397275".into()),
        sector: now.sector,
        hours: now.calendar.hours().clone(),
        patron: None,
        closures: Vec::new(),
        special: Vec::new(),
    };
    let save = |version| SettingsSave { op: app.new_op(), version, settings: typed.clone(), draft_id: None };
    app.settings_save(save(read.version)).await.expect("the version that was read");
    assert_eq!(app.settings_save(save(read.version)).await.expect_err("an old version").code, Code::Conflict);
}
