//! Every paper says what the store holds, on both databases, and nothing of it on the wrong paper.

use crate::both::Desk;
use crate::documents::{answered, made, recorded, told};
use serde_json::{Value, json};
use sportello_app::{App, Code, Failure, Verify, read_request};
use sportello_domain::id::{JobId, OfficeId, TicketId};

const NOW: &str = "2026-11-24T09:00:00Z";

fn holds(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "«{words}» in: {text}");
    }
}

fn fields(failure: &Failure) -> Vec<&str> {
    failure.fields.iter().map(|fault| fault.field.as_str()).collect()
}

async fn office(app: &App) -> OfficeId {
    let card = json!({
        "name": "Lavori pubblici", "floor": "primo piano", "room": "12", "phone": "039 7397222",
        "email": "lavori@example.org", "head": "Verdi Anna", "competences": ["lampione spento", "buca"],
        "internal_notes": "CHIAVE IN PORTINERIA", "answer_days": 10,
        "people": [{ "name": "Neri Ugo", "role": "case_officer", "phone": "039 7397223" }],
        "hours": { "weekly": {
            "monday": [{ "from": "08:30", "to": "12:30" }], "tuesday": [{ "from": "08:30", "to": "12:30" }],
            "wednesday": [{ "from": "08:30", "to": "12:30" }], "thursday": [], "friday": [], "saturday": [],
            "sunday": [],
        } },
    });
    let save = read_request(json!({ "op": app.new_op(), "office": card })).expect("a request");
    app.office_save(save).await.unwrap_or_else(|failure| panic!("{failure:?}")).id
}

async fn ticket(app: &App, more: Value) -> TicketId {
    let mut ticket = json!({
        "kind": "report", "channel": "counter", "text": "Lampione spento da una settimana.",
        "subject": "Lampione spento", "place": "via Matteotti 12", "note": "SEGRETO UNO",
        "citizen": { "surname": "Rossi", "name": "Maria", "phone": "039 111222", "address": "via Po 2, Lissone" },
    });
    for (name, value) in more.as_object().expect("fields") {
        ticket[name] = value.clone();
    }
    recorded(app, ticket).await.ticket.id
}

async fn substitute(app: &App, name: &str) {
    let version = app.follow_up(sportello_app::Empty {}).await.expect("the choices").version;
    let choices = json!({ "stale_days": 10, "substitute": name });
    let save = json!({ "op": app.new_op(), "version": version, "follow_up": choices });
    app.follow_up_save(read_request(save).expect("a request")).await.expect("saved");
}

#[tokio::test]
async fn a_receipt_is_a_notice_of_start_when_it_says_all_that_the_law_asks() {
    for desk in Desk::both(NOW).await {
        let app = desk.app();
        let office = office(&app).await;
        let first = ticket(&app, json!({ "rule": "procedure", "office_id": office })).await;
        let receipt =
            |ids: &[TicketId], visit: bool| json!({ "kind": "receipt", "ids": ids, "visit": visit });
        let text = told(&app, receipt(&[first], false)).await;
        holds(
            &text,
            &[
                "Rossi Maria",
                "via Po 2",
                "2026/0001",
                "Segnalazione",
                "Lampione spento",
                "Lavori pubblici",
                "Neri Ugo",
                "24 dicembre 2026",
                "30 giorni dalla presentazione",
                "art. 2, comma 2, L. 241/1990",
                "2016/679",
            ],
        );
        assert!(!text.contains("comunicazione di avvio"), "data are missing: {text}");
        assert!(!text.contains("SEGRETO"), "{text}");

        substitute(&app, "Segretario comunale").await;
        let letterhead = json!({ "pec": "comune@pec.example.org", "online_access": "con SPID nel sito" });
        let save = json!({ "op": app.new_op(), "version": 0, "letterhead": letterhead });
        app.letterhead_save(read_request(save).expect("a request")).await.expect("saved");
        let text = told(&app, receipt(&[first], false)).await;
        holds(
            &text,
            &[
                "comunicazione di avvio",
                "comune@pec.example.org",
                "con SPID nel sito",
                "Segretario comunale",
                "primo piano",
            ],
        );

        let link = json!({ "kind": "visit", "ticket_id": first });
        let second = ticket(&app, json!({ "subject": "Carta d'identità", "link": link })).await;
        for asked in [receipt(&[first, second], false), receipt(&[second], true), receipt(&[first], true)] {
            let text = told(&app, asked).await;
            holds(&text, &["2026/0001", "2026/0002", "Carta d'identità", "impegno dello Sportello"]);
        }
        assert_eq!(fields(&made(&app, receipt(&[], false)).await.expect_err("none")), ["ids"]);

        let anonymous = json!({ "citizen": null, "anonymous": { "reason": "non vuole" } });
        let text = told(&app, receipt(&[ticket(&app, anonymous).await], false)).await;
        holds(&text, &["anonymous", "Codice di ritiro"]);
    }
}

#[tokio::test]
async fn what_goes_to_an_office_says_what_was_asked_and_promised() {
    for mut desk in Desk::both(NOW).await {
        let app = desk.app();
        let office = office(&app).await;
        let id = ticket(&app, json!({ "rule": "procedure" })).await;
        for kind in ["transmission", "interim_reply", "reminder"] {
            let failure = made(&app, json!({ "kind": kind, "id": id })).await.expect_err(kind);
            assert_eq!(failure.code, Code::NotFound, "{kind}");
        }
        let transfer = json!({
            "op": app.new_op(), "id": id, "office_id": office, "question": "Quando lo riparate?",
            "promise": "Una telefonata", "addressee": null, "answer_by": null, "decided_by": null,
        });
        app.ticket_transfer(read_request(transfer).expect("a request")).await.expect("transferred");
        let text = told(&app, json!({ "kind": "transmission", "id": id })).await;
        holds(
            &text,
            &[
                "Lavori pubblici",
                "Verdi Anna",
                "2026/0001",
                "Quando lo riparate?",
                "Una telefonata",
                "via Matteotti 12",
                "Rossi Maria",
                "039 111222",
                "4 dicembre 2026",
                "24 dicembre 2026",
            ],
        );
        assert!(!text.contains("SEGRETO"), "{text}");

        let text = told(&app, json!({ "kind": "weekly", "office": office })).await;
        holds(&text, &["Lavori pubblici", "2026/0001", "Quando lo riparate?", "23 novembre 2026"]);

        let app = desk.at("2026-12-10T09:00:00Z").await;
        let text = told(&app, json!({ "kind": "reminder", "id": id })).await;
        holds(&text, &["Lavori pubblici", "2026/0001", "24 novembre 2026", "4 dicembre 2026"]);
        for step in ["office", "head"] {
            let remind = json!({
                "op": app.new_op(), "id": id, "step": step, "means": "email", "recipient": format!("a {step}"), "text": "Vi preghiamo.",
            });
            app.ticket_remind(read_request(remind).expect("a request")).await.expect(step);
        }
        let missing = made(&app, json!({ "kind": "reminder", "id": id })).await.expect_err("nobody is named");
        assert_eq!(fields(&missing), ["recipient"]);
        substitute(&app, "Segretario comunale").await;
        let text = told(&app, json!({ "kind": "reminder", "id": id })).await;
        holds(&text, &["Segretario comunale", "potere sostitutivo", "a office", "a head"]);

        let interim = json!({
            "op": app.new_op(), "id": id, "text": "Manca un pezzo di ricambio.", "channel": "letter", "expected_on": "2027-01-15",
        });
        app.ticket_interim(read_request(interim).expect("a request")).await.expect("told");
        let text = told(&app, json!({ "kind": "interim_reply", "id": id })).await;
        holds(&text, &["Rossi Maria", "Manca un pezzo di ricambio.", "24 dicembre 2026", "15 gennaio 2027"]);
    }
}

#[tokio::test]
async fn the_citizens_print_has_nothing_internal_and_the_other_has_all() {
    for desk in Desk::both(NOW).await {
        let app = desk.app();
        let office = office(&app).await;
        let id = ticket(&app, json!({})).await;
        let transfer =
            json!({ "op": app.new_op(), "id": id, "office_id": office, "question": "SEGRETO DUE" });
        app.ticket_transfer(read_request(transfer).expect("a request")).await.expect("transferred");
        let outcome =
            json!({ "op": app.new_op(), "id": id, "text": "SEGRETO TRE", "case_officer": "Neri Ugo" });
        app.ticket_outcome(read_request(outcome).expect("a request")).await.expect("reported");
        answered(&app, id, "Riparato ieri.").await;
        let text = told(&app, json!({ "kind": "ticket", "id": id })).await;
        holds(
            &text,
            &[
                "2026/0001",
                "Lampione spento da una settimana.",
                "Trasferita: Lavori pubblici",
                "Riparato ieri.",
            ],
        );
        assert!(!text.contains("SEGRETO"), "{text}");
        let internal =
            made(&app, json!({ "kind": "ticket", "id": id, "internal": true })).await.expect("made");
        assert_eq!(internal.file_name, "pratica-interna-2026-0001.pdf");
        let text = told(&app, json!({ "kind": "ticket", "id": id, "internal": true })).await;
        holds(&text, &["SEGRETO UNO", "SEGRETO DUE", "SEGRETO TRE", "Uso interno", "prova"]);
    }
}

#[tokio::test]
async fn lists_labels_and_the_directory_are_those_of_the_screen() {
    for desk in Desk::both(NOW).await {
        let app = desk.app();
        let office = office(&app).await;
        let (first, second) =
            (ticket(&app, json!({})).await, ticket(&app, json!({ "subject": "Buca" })).await);
        let list = |ids: &[TicketId], landscape: bool| json!({ "kind": "list", "tickets": { "ids": ids, "view": "open" }, "title": "Da seguire", "landscape": landscape });
        let text = told(&app, list(&[], false)).await;
        holds(&text, &["Da seguire", "2026/0001", "2026/0002", "Lampione spento", "Buca", "Rossi Maria"]);
        let text = told(&app, list(&[second], true)).await;
        assert!(text.contains("Buca") && !text.contains("2026/0001"), "{text}");
        let page = made(&app, list(&[second], true)).await.expect("made").pages;
        assert_eq!((page[0].width, page[0].height), (297.0, 210.0));
        assert!(
            page[0].words.iter().any(|words| words.text.contains("Buca")),
            "whoever hears it reads the same"
        );

        for (kind, more) in [
            ("phone_list", json!({})),
            ("floor_list", json!({})),
            ("door_sheet", json!({ "office": office })),
        ] {
            let mut asked = more;
            asked["kind"] = json!(kind);
            let text = told(&app, asked.clone()).await;
            holds(&text, &["Lavori pubblici"]);
            assert!(!text.contains("PORTINERIA"), "{kind}: {text}");
            asked["a3"] = json!(true);
            let page = &made(&app, asked).await.expect(kind).pages[0];
            assert_eq!(page.width.max(page.height), 420.0, "{kind}");
        }
        let text = told(&app, json!({ "kind": "phone_list" })).await;
        holds(&text, &["039 7397222", "Verdi Anna", "Responsabile", "Neri Ugo"]);
        let text = told(&app, json!({ "kind": "door_sheet", "office": office })).await;
        holds(&text, &["8.30–12.30", "12"]);

        let label = made(&app, json!({ "kind": "labels", "ids": [first] })).await.expect("made");
        assert_eq!((label.pages[0].width, label.pages[0].height), (62.0, 29.0));
        let text = told(&app, json!({ "kind": "labels", "ids": [first, second], "skip": 3 })).await;
        holds(&text, &["2026/0001", "2026/0002"]);
        let wrong =
            made(&app, json!({ "kind": "labels", "ids": [first], "skip": 24 })).await.expect_err("no room");
        assert_eq!(fields(&wrong), ["skip"]);

        let note = json!({ "op": app.new_op(), "text": "Torna il sig. Bianchi." });
        app.shift_note(read_request(note).expect("a request")).await.expect("left");
        let call =
            json!({ "phone": "039 333444", "who": "Neri", "due_on": "2026-11-24", "about": "il ponte" });
        let add = json!({ "op": app.new_op(), "callback": call });
        app.callback_add(read_request(add).expect("a request")).await.expect("promised");
        let text = told(&app, json!({ "kind": "handover" })).await;
        holds(&text, &["24 novembre 2026", "039 333444", "il ponte", "Torna il sig. Bianchi."]);
        let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
        assert!(report.sound, "{report:?}");
    }
}
