//! What a desk must not forget, on both engines: calls to make, reminders that are ready, replies that are owed, tickets
//! that lie still, and what a shift leaves to the next.

use crate::both::Desk;
use serde_json::json;
use sportello_app::{
    Accept, Agenda, App, CallbackAdd, CallbackChange, CallbackLine, CallbackStep, CallbacksQuery, CitizenRef,
    Close, Code, Empty, FollowUp, FollowUpSave, Interim, OfficeSave, OutcomeReport, RecordTicket, Remind,
    ReminderQuery, Reply, ShiftNoteAdd, TicketRef, Transfer, Verify,
};
use sportello_domain::escalation::{Milestone, ReminderStep};
use sportello_domain::id::{JobId, OfficeId, TicketId};
use sportello_domain::office::OfficeData;
use sportello_domain::ticket::ReplyChannel;
use sportello_tests::{day, draft};

/// Nine in the morning in Rome, on the Monday the term below is counted from.
const MONDAY: &str = "2026-11-23T08:00:00Z";

#[tokio::test]
async fn calls_are_made_whatever_happens_to_the_ticket() {
    for desk in Desk::both(MONDAY).await {
        let app = desk.app();
        let office = office(&app, None).await;
        let id = ticket(&app, "2026-11-20").await;
        let call =
            add(&app, json!({ "ticket_id": id, "due_on": "2026-11-24", "due_at": "9.30", "about": "esito" }))
                .await;
        assert_eq!(
            (call.callback.phone.as_str(), call.callback.due_at.as_deref()),
            ("039 111222", Some("09:30"))
        );
        assert_eq!(call.citizen_name.as_deref(), Some("Rossi Maria"));
        let other = add(
            &app,
            json!({ "who": "Bianchi", "phone": "02 333444", "due_on": "2026-11-23", "about": "orari" }),
        )
        .await;
        assert_eq!(agenda(&app).await.callbacks.rows, [other.clone(), call.clone()], "by day and hour");

        let card = CitizenRef { id: call.callback.citizen_id.expect("the ticket's citizen") };
        let card = app.citizen(card).await.expect("the card");
        assert_eq!(card.callbacks, std::slice::from_ref(&call), "and on the card of whoever waits");

        transfer(&app, id, office).await;
        report(&app, id).await;
        answer(&app, id).await;
        let op = app.new_op();
        app.ticket_close(Close { op, id, version: None, draft_id: None }).await.expect("closed");
        let waiting = app.callbacks(CallbacksQuery::default()).await.expect("the calls");
        assert_eq!(
            waiting,
            [other.clone(), call.clone()],
            "nothing that happened to the ticket touched the call"
        );

        let tried = step(&app, &call, CallbackChange::Unanswered).await;
        assert_eq!((tried.callback.attempts, tried.callback.waiting), (1, true));
        let again = CallbackStep {
            op: app.new_op(),
            id: call.callback.id,
            version: Some(1),
            step: CallbackChange::Done,
        };
        assert_eq!(app.callback_step(again).await.expect_err("an old version").code, Code::Conflict);
        let change = CallbackChange::Moved { due_on: day("2026-11-25"), due_at: None };
        let moved = step(&app, &tried, change).await;
        assert_eq!((moved.callback.due_on, moved.callback.due_at.clone()), (day("2026-11-25"), None));
        assert_eq!(agenda(&app).await.callbacks.count, 1, "beyond tomorrow it is not of today");
        let op = app.new_op();
        let done = CallbackStep { op, id: call.callback.id, version: None, step: CallbackChange::Done };
        let first = app.callback_step(done.clone()).await.expect("done");
        assert_eq!(app.callback_step(done).await.as_ref(), Ok(&first), "asked twice, done once");
        let shown = app.ticket(TicketRef { id }).await.expect("the ticket");
        assert_eq!(shown.follow.attempts, 1);
        let codes: Vec<String> = shown.entries.iter().map(|line| format!("{:?}", line.entry.code)).collect();
        assert!(codes.join(" ").ends_with("CallbackUnanswered CallbackMoved CallbackDone"), "{codes:?}");

        let wrong = CallbackAdd {
            op: app.new_op(),
            draft_id: None,
            callback: serde_json::from_value(json!({ "due_on": "2026-11-22", "due_at": "mai", "about": "" }))
                .expect("a draft"),
        };
        let failure = app.callback_add(wrong).await.expect_err("nothing is right");
        let fields: Vec<&str> = failure.fields.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["phone", "about", "due_on", "due_at"]);
        sound(&app).await;
    }
}

#[tokio::test]
async fn reminders_climb_the_ladder_and_leave_by_hand_only() {
    for mut desk in Desk::both("2026-11-02T08:00:00Z").await {
        let app = desk.app();
        let office = office(&app, Some("Verdi")).await;
        let id = ticket(&app, "2026-11-02").await;
        transfer(&app, id, office).await;
        let follow = app.ticket(TicketRef { id }).await.expect("the ticket").follow;
        assert_eq!((follow.ready, follow.next, follow.milestone), (None, Some(ReminderStep::Office), None));
        let why = follow.office_why.expect("the office has it");
        assert_eq!(why.usual.due_on, day("2026-11-23"), "twenty days end on a Sunday");
        assert_eq!(agenda(&app).await.reminders.count, 0);

        // Nine days before the citizen's date.
        let app = desk.at("2026-11-23T08:00:00Z").await;
        let ready = agenda(&app).await.reminders;
        assert_eq!((ready.count, ready.rows[0].step), (1, ReminderStep::Office));
        assert_eq!(app.reminders(Empty {}).await.expect("the list").len(), 1);
        let prepared = app.reminder(ReminderQuery { id }).await.expect("prepared");
        assert_eq!((prepared.ready, prepared.missing.len()), (true, 0));
        assert_eq!(prepared.means, [(ReplyChannel::Email, "lavori@comune.example.it".to_owned())]);
        assert!(
            prepared.text.contains("2 novembre 2026") && prepared.text.contains("2 dicembre 2026"),
            "{}",
            prepared.text
        );
        let entries = app.ticket(TicketRef { id }).await.expect("the ticket").entries.len();
        assert_eq!(entries, 3, "what is prepared leaves no line");

        let remind = Remind {
            op: app.new_op(),
            id,
            draft_id: None,
            step: ReminderStep::Office,
            means: ReplyChannel::Email,
            recipient: prepared.recipient.clone(),
            text: prepared.text.clone(),
        };
        let blank = Remind { op: app.new_op(), text: "Entro il {data}".into(), ..remind.clone() };
        assert_eq!(app.ticket_remind(blank).await.expect_err("a blank").fields[0].field, "text");
        let sent = app.ticket_remind(remind.clone()).await.expect("sent");
        assert_eq!((sent.follow.ready, sent.follow.sent.len()), (None, 1));
        assert_eq!(app.ticket_remind(remind.clone()).await.expect("asked twice").follow.sent.len(), 1);
        let twice = app.ticket_remind(Remind { op: app.new_op(), ..remind }).await.expect_err("another time");
        assert_eq!(twice.code, Code::Conflict);
        assert_eq!(agenda(&app).await.reminders.count, 0, "what was sent is not prepared again");

        // Two days after the citizen's date: the head; never the substitute, because the term is the desk's own.
        let app = desk.at("2026-12-04T08:00:00Z").await;
        let late = app.ticket(TicketRef { id }).await.expect("the ticket").follow;
        assert_eq!(
            (late.ready, late.milestone, late.interim_owed),
            (Some(ReminderStep::Head), Some(Milestone::Late), true)
        );
        let prepared = app.reminder(ReminderQuery { id }).await.expect("prepared");
        assert!(
            prepared.text.contains("Verdi") && prepared.text.contains("23 novembre 2026"),
            "{}",
            prepared.text
        );
        let sent = app.send_prepared(id, None, None, None).await.expect("sent as prepared");
        assert_eq!((sent.follow.ready, sent.follow.next), (None, None));
        assert_eq!(app.reminder(ReminderQuery { id }).await.expect_err("none left").code, Code::NotFound);
        sound(&app).await;
    }
}

#[tokio::test]
async fn an_interim_reply_is_owed_once_and_moves_no_date() {
    for mut desk in Desk::both("2026-11-02T08:00:00Z").await {
        let id = ticket(&desk.app(), "2026-11-02").await;
        assert_eq!(agenda(&desk.app()).await.interims.count, 0);
        let app = desk.at("2026-11-29T08:00:00Z").await;
        assert_eq!(agenda(&app).await.interims.rows.len(), 1, "three days before");
        let prepared = app.interim(TicketRef { id }).await.expect("prepared");
        assert_eq!(prepared.missing, ["motivo", "nuova_data"], "what only the desk knows");
        let interim = Interim {
            op: app.new_op(),
            id,
            draft_id: None,
            text: prepared.text.replace("{motivo}", "aspettiamo i pezzi"),
            channel: ReplyChannel::Phone,
            expected_on: day("2026-12-10"),
        };
        assert_eq!(
            app.ticket_interim(interim.clone()).await.expect_err("a blank is left").fields[0].field,
            "text"
        );
        let interim = Interim { text: interim.text.replace("{nuova_data}", "10 dicembre"), ..interim };
        let told = app.ticket_interim(interim).await.expect("told");
        assert_eq!((told.ticket.due_on, told.ticket.answered_on), (Some(day("2026-12-02")), None));
        assert!(told.due.is_some() && !told.follow.interim_owed, "the clock runs, and nothing is owed");
        assert_eq!(agenda(&app).await.interims.count, 0);
        answer(&app, id).await;
        sound(&app).await;
    }
}

#[tokio::test]
async fn what_lies_still_is_found_and_a_shift_tells_the_next() {
    for mut desk in Desk::both(MONDAY).await {
        let id = ticket(&desk.app(), "2026-11-23").await;
        let done = ticket(&desk.app(), "2026-11-23").await;
        answer(&desk.app(), done).await;
        let handed = desk.app().handover(Empty {}).await.expect("the handover");
        assert_eq!(handed.touched.iter().map(|line| line.lines).sum::<i64>(), 4, "{handed:?}");

        let app = desk.at("2026-12-03T08:00:01Z").await;
        let stale = agenda(&app).await.stale;
        assert_eq!((stale.count, stale.rows[0].ticket.row.id, stale.rows[0].days), (1, id, 10));
        let choose = |version, stale_days| FollowUpSave {
            op: app.new_op(),
            version,
            follow_up: FollowUp {
                stale_days,
                substitute: Some(" Segretario  generale ".into()),
                ..FollowUp::default()
            },
            draft_id: None,
        };
        let kept = app.follow_up_save(choose(0, 11)).await.expect("saved");
        assert_eq!(kept.follow_up.substitute.as_deref(), Some("Segretario generale"));
        assert_eq!(app.follow_up_save(choose(0, 12)).await.expect_err("an old version").code, Code::Conflict);
        assert_eq!(
            app.follow_up_save(choose(1, 0)).await.expect_err("no days").fields[0].field,
            "stale_days"
        );
        assert_eq!(agenda(&app).await.stale.count, 0);

        let note =
            ShiftNoteAdd { op: app.new_op(), draft_id: None, text: "Torna il sig. Neri alle 11.".into() };
        let written = app.shift_note(note.clone()).await.expect("written");
        assert_eq!(app.shift_note(note).await.as_ref(), Ok(&written), "asked twice, written once");
        let call =
            add(&app, json!({ "phone": "039 555666", "due_on": "2026-12-04", "about": "orari" })).await;
        let handed = app.handover(Empty {}).await.expect("the handover");
        assert_eq!((handed.notes, handed.callbacks), (vec![written], vec![call]));
        assert_eq!(handed.touched.len(), 0, "the shift has just begun");
        sound(&app).await;
    }
}

async fn agenda(app: &App) -> Agenda {
    app.agenda(Empty {}).await.expect("the agenda")
}

async fn sound(app: &App) {
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
    assert!(report.sound, "{report:?}");
}

async fn office(app: &App, head: Option<&str>) -> OfficeId {
    let office: OfficeData = serde_json::from_value(
        json!({ "name": "Lavori pubblici", "head": head, "email": "lavori@comune.example.it" }),
    )
    .expect("a card");
    let save = OfficeSave { op: app.new_op(), id: None, version: 0, office, draft_id: None };
    app.office_save(save).await.expect("an office").id
}

async fn ticket(app: &App, presented_on: &str) -> TicketId {
    let ticket = draft(json!({
        "text": "Lampione spento", "presented_on": presented_on, "reply_by": "phone",
        "citizen": { "surname": "Rossi", "name": "Maria", "phone": "039 111222" },
    }));
    let record = RecordTicket { op: app.new_op(), draft_id: None, ticket };
    app.ticket_record(record).await.expect("a ticket").ticket.ticket.id
}

async fn transfer(app: &App, id: TicketId, office_id: OfficeId) {
    let (op, question) = (app.new_op(), "Verificare.".to_owned());
    let transfer = Transfer {
        op,
        id,
        version: None,
        draft_id: None,
        office_id,
        question,
        promise: None,
        addressee: None,
        answer_by: None,
        decided_by: None,
    };
    app.ticket_transfer(transfer).await.expect("transferred");
}

async fn report(app: &App, id: TicketId) {
    let (op, case_officer) = (app.new_op(), "geom. Prova".to_owned());
    app.ticket_accept(Accept { op, id, version: None, draft_id: None, case_officer })
        .await
        .expect("accepted");
    let (op, text) = (app.new_op(), "Riparato.".to_owned());
    let report = OutcomeReport { op, id, version: None, draft_id: None, text, case_officer: None };
    app.ticket_outcome(report).await.expect("an outcome");
}

async fn answer(app: &App, id: TicketId) {
    let (op, text, channel) = (app.new_op(), "Fatto.".to_owned(), ReplyChannel::Phone);
    let reply = Reply { op, id, version: None, draft_id: None, text, channel, on: None };
    app.ticket_reply(reply).await.expect("answered");
}

async fn add(app: &App, callback: serde_json::Value) -> CallbackLine {
    let callback = serde_json::from_value(callback).expect("a draft");
    app.callback_add(CallbackAdd { op: app.new_op(), draft_id: None, callback }).await.expect("promised")
}

async fn step(app: &App, line: &CallbackLine, step: CallbackChange) -> CallbackLine {
    let request =
        CallbackStep { op: app.new_op(), id: line.callback.id, version: Some(line.callback.version), step };
    app.callback_step(request).await.expect("changed")
}
