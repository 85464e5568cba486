//! Offices in depth on both engines: people who are away, offices that end, and tables imported, stopped and taken back.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sportello_app::{
    Accept, App, Code, Empty, ImportUndo, JobRef, OfficeImport, OfficeSave, OfficeTable, TextQuery, Transfer,
    Verify,
};
use sportello_domain::id::{ImportId, JobId, OfficeId};
use sportello_domain::office::{Office, OfficeData};
use sportello_tests::{Folder, day, on_postgresql, report};

/// A Tuesday, ten o'clock in Rome.
const NOW: &str = "2026-11-24T09:00:00Z";

#[tokio::test]
async fn on_sqlite() {
    let folder = Folder::new();
    let app = folder.app_at(NOW).await;
    sportello_tests::first_run(&app).await;
    story(&app).await;
    app.close().await;
}

#[tokio::test]
async fn on_the_shared_server() {
    let Some((_server, app)) = on_postgresql(NOW).await else { return };
    story(&app).await;
    app.close().await;
}

async fn story(app: &App) {
    let tributi = the_card_keeps_everything(app).await;
    the_deputy_gets_the_ticket(app, &tributi).await;
    an_ended_office_is_not_offered(app).await;
    a_table_is_imported_and_taken_back(app).await;
    nothing_is_half_imported(app).await;
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
    assert!(report.sound, "{report:?}");
}

async fn save(app: &App, id: Option<OfficeId>, version: i64, card: Value) -> Office {
    let office: OfficeData = serde_json::from_value(card).expect("a card");
    let save = OfficeSave { op: app.new_op(), id, version, office, draft_id: None };
    app.office_save(save).await.expect("saved")
}

async fn all(app: &App) -> Vec<Office> {
    app.offices(Empty {}).await.expect("the directory").offices
}

async fn the_card_keeps_everything(app: &App) -> Office {
    let hours = json!({ "weekly": { "monday": [], "tuesday": [{ "from": "08:30", "to": "12:30" }], "wednesday": [],
        "thursday": [{ "from": "14:00", "to": "16:30" }], "friday": [], "saturday": [], "sunday": [] },
        "special": [{ "date": "2026-11-26", "spans": [], "reason": "formazione" }], "note": "su appuntamento" });
    let saved = save(app, None, 0, json!({
        "name": "Tributi", "phone": "039 1", "phones": ["039 2 int. 12"], "hours": hours, "ipa_code": "ab12",
        "does_not": ["Bollo auto: Regione"], "synonyms": ["tasse"], "to_bring": ["codice fiscale"],
        "internal_notes": "chiave in portineria", "competences": ["IMU"],
        "people": [
            { "name": "Prova Capo", "role": "head", "absences": [{ "from": "2026-11-20", "to": "2026-11-30" }] },
            { "name": "Prova Vice", "role": "deputy" },
            { "name": "Prova Pratica", "role": "case_officer", "matter": "rimborsi" },
        ],
    }))
    .await;
    let read = all(app).await.remove(0);
    assert_eq!(read.data, saved.data, "every field is read back");
    assert_eq!(read.data.ipa_code.as_deref(), Some("AB12"));
    let now = serde_json::to_value(read.now.as_ref().expect("shown now")).expect("JSON");
    assert_eq!(now["open"], json!({ "state": "open", "until": "12:30" }));
    assert_eq!(now["officers"], json!(["Prova Pratica", "Prova Vice"]));
    assert_eq!(now["addressee"]["instead_of"]["until"], "2026-11-30");
    let hits = app.offices_find(TextQuery { text: "bollo".into() }).await.expect("a search");
    assert!(hits[0].not_here, "it says who does it");
    let circle = OfficeSave {
        op: app.new_op(),
        id: Some(saved.id),
        version: 1,
        office: OfficeData { parent_id: Some(saved.id), ..saved.data.clone() },
        draft_id: None,
    };
    assert_eq!(
        app.office_save(circle).await.expect_err("part of itself").fields[0].field,
        "office.parent_id"
    );
    read
}

async fn the_deputy_gets_the_ticket(app: &App, tributi: &Office) {
    let ticket = app.ticket_record(report(app, "Rimborso IMU")).await.expect("a ticket").ticket.ticket;
    let transfer = Transfer {
        op: app.new_op(),
        id: ticket.id,
        version: None,
        draft_id: None,
        office_id: tributi.id,
        question: "Verificare.".into(),
        promise: None,
        addressee: None,
        answer_by: None,
        decided_by: None,
    };
    let moved = app.ticket_transfer(transfer).await.expect("transferred");
    let last = moved.entries.last().expect("a line");
    assert_eq!(last.entry.case_officer.as_deref(), Some("Prova Vice"), "to whom, while the head is away");
    let accept = Accept {
        op: app.new_op(),
        id: ticket.id,
        version: None,
        draft_id: None,
        case_officer: "prova  capo".into(),
    };
    app.ticket_accept(accept).await.expect("accepted");
    let work = app.offices_open_work(Empty {}).await.expect("open work");
    assert_eq!(work.len(), 1);
    assert_eq!(work[0].away.as_ref().map(|away| away.name.as_str()), Some("Prova Capo"));
    assert_eq!(work[0].addressee.as_ref().map(|to| to.name.as_str()), Some("Prova Vice"));
    assert_eq!(work[0].tickets.len(), 1);
}

async fn an_ended_office_is_not_offered(app: &App) {
    let old = save(app, None, 0, json!({ "name": "Annona", "valid_to": "2026-11-23" })).await;
    let found = app.offices_find(TextQuery { text: "annona".into() }).await.expect("a search");
    assert!(found.is_empty());
    assert!(all(app).await.iter().any(|office| office.id == old.id), "it stays in the directory");
    let ticket = app.ticket_record(report(app, "Mercato")).await.expect("a ticket").ticket.ticket;
    let transfer = Transfer {
        op: app.new_op(),
        id: ticket.id,
        version: None,
        draft_id: None,
        office_id: old.id,
        question: "Verificare.".into(),
        promise: None,
        addressee: None,
        answer_by: None,
        decided_by: None,
    };
    let refused = app.ticket_transfer(transfer).await.expect_err("it ended yesterday");
    let fault = serde_json::to_value(&refused.fields[0]).expect("JSON");
    assert_eq!(fault, json!({ "field": "office_id", "rule": { "rule": "ended", "on": "2026-11-23" } }));
}

fn table(text: &str) -> OfficeTable {
    OfficeTable { base64: BASE64.encode(text), columns: Vec::new() }
}

fn import(app: &App, text: &str) -> OfficeImport {
    OfficeImport { op: app.new_op(), job: JobId(app.new_op().0), table: table(text) }
}

async fn a_table_is_imported_and_taken_back(app: &App) {
    let before = all(app).await;
    let text = "Nome;Parte di;Telefono\nImposte;Finanze;039 9\nFinanze;;\nTributi;Finanze;039 7\n";
    let preview = app.office_import_preview(table(text)).await.expect("a preview");
    assert_eq!((preview.added, preview.changed, preview.refused), (2, 1, 0));
    assert_eq!(all(app).await, before, "looking writes nothing");
    let request = import(app, text);
    let done = app.office_import(request.clone()).await.expect("an import");
    let again = app.office_import(request).await.expect("asked twice");
    assert_eq!(again.import, done.import, "done once");
    let after = all(app).await;
    assert_eq!(after.len(), before.len() + 2);
    let named = |name: &str| after.iter().find(|office| office.data.name == name).expect("an office");
    assert_eq!(named("Tributi").data.parent_id, Some(named("Finanze").id));
    assert_eq!(named("Tributi").data.people.len(), 3, "an empty cell says nothing");

    let id = done.import.expect("done").id;
    let undo = ImportUndo { op: app.new_op(), id };
    let undone = app.import_undo(undo).await.expect("taken back");
    assert_eq!(app.import_undo(undo).await.as_ref(), Ok(&undone), "asked twice, done once");
    let cards = |offices: &[Office]| offices.iter().map(|office| office.data.clone()).collect::<Vec<_>>();
    assert_eq!(cards(&all(app).await), cards(&before), "all of it, as it was");
    let twice = app.import_undo(ImportUndo { op: app.new_op(), id }).await.expect_err("once only");
    assert_eq!(twice.code, Code::Conflict);

    let done = app.office_import(import(app, "Nome;Piano\nVerde;primo\n")).await.expect("an import");
    let verde = all(app).await.into_iter().find(|office| office.data.name == "Verde").expect("imported");
    save(app, Some(verde.id), verde.version, json!({ "name": "Verde pubblico" })).await;
    let undo = ImportUndo { op: app.new_op(), id: done.import.expect("done").id };
    assert_eq!(app.import_undo(undo).await.expect_err("changed since").code, Code::Conflict);
    assert!(all(app).await.iter().any(|office| office.data.name == "Verde pubblico"), "and untouched");
    let unknown = ImportUndo { op: app.new_op(), id: ImportId(app.new_op().0) };
    assert_eq!(app.import_undo(unknown).await.expect_err("never done").code, Code::NotFound);
}

async fn nothing_is_half_imported(app: &App) {
    let before = all(app).await;
    let mut bad: String = (0..1_200).map(|i| format!("Ufficio {i};\n")).collect();
    bad.insert_str(0, "Nome;Parte di\n");
    let text = format!("{bad}Ultimo;Che non c'è\n");
    let refused = app.office_import(import(app, &text)).await.expect("a report");
    assert_eq!((refused.refused, refused.import), (1, None));
    assert_eq!(refused.faults[0].line, 1_202);

    let request = import(app, &bad);
    let mut events = app.events();
    let stopping = async {
        let first = events.recv().await;
        app.job_cancel(JobRef { job: request.job }).await.expect("stopped");
        first
    };
    let (stopped, first) = tokio::join!(app.office_import(request.clone()), stopping);
    assert!(first.is_ok());
    assert_eq!(stopped.expect_err("the operator stopped it").code, Code::Cancelled);
    assert_eq!(all(app).await, before, "nothing half-imported");
    assert_eq!(app.office_import(request).await.expect("now").added, 1_200);
    assert_eq!(all(app).await.len(), before.len() + 1_200);
    assert_eq!(app.today(), day("2026-11-24"));
}

#[test]
fn from_the_command_line() {
    let cli = crate::cli::cli();
    cli.run(&["init"]).json();
    let file = cli.store().with_file_name("uffici.csv");
    let name = file.to_str().expect("a path");
    // Windows-1252, semicolons, a formula, a row that has slipped.
    std::fs::write(&file, b"Nome;Telefono\nPoliz\xeca;=1+1\nVerde;1;2\n").expect("written");
    let ran = cli.run(&["office", "import", name]);
    assert_eq!(ran.code, 1);
    let report: Value = serde_json::from_str(&ran.out).expect("a report");
    assert_eq!((&report["encoding"], &report["import"]), (&json!("windows1252"), &Value::Null));
    assert_eq!(report["faults"][0]["line"], 3);
    assert_eq!(
        report["notices"][0],
        json!({ "line": 2, "column": "Telefono", "rule": "looks_like_formula" })
    );
    assert_eq!(cli.run(&["office", "list"]).json(), json!([]), "nothing written");

    std::fs::write(&file, "Ente,Descr\nA,Anagrafe\n").expect("written");
    let missing: Value = serde_json::from_str(&cli.run(&["office", "import", name]).out).expect("a report");
    assert_eq!(missing["missing"], json!(["name"]));
    let dry = cli.run(&["office", "import", name, "--dry-run", "--map", "Descr=name"]).json();
    assert_eq!((&dry["added"], &dry["import"]), (&json!(1), &Value::Null));
    let done = cli.run(&["office", "import", name, "--map", "Descr=name"]).json();
    assert_eq!(done["import"]["added"], 1);
    let shown = cli.run(&["office", "show", "anagrafe", "--plain"]).json();
    assert_eq!(
        (&shown["name"], &shown["now"]["validity"]["validity"]),
        (&json!("Anagrafe"), &json!("current"))
    );
    cli.run(&["office", "import-undo"]).json();
    assert_eq!(cli.run(&["office", "list"]).json(), json!([]));

    std::fs::write(&file, b"\xff\xfeN\0o\0m\0e\0").expect("written");
    let utf16 = cli.run(&["office", "import", name]);
    assert!(utf16.code == 1 && utf16.err.contains("UTF-16"), "{utf16:?}");
}

/// A hundred thousand rows, in one transaction.
#[tokio::test]
async fn a_hundred_thousand_rows() {
    let folder = Folder::new();
    let (app, _) = folder.first_run().await;
    let rows: String = (0..100_000).map(|i| format!("Ufficio {i},Settore {},039 {i}\n", i % 100)).collect();
    let sectors: String = (0..100).map(|i| format!("Settore {i},,\n")).collect();
    // The most that a file may have: the sectors take the place of the last rows.
    let rows: String = rows.lines().take(99_900).map(|line| format!("{line}\n")).collect();
    let text = format!("Nome,Parte di,Telefono\n{rows}{sectors}");
    let preview = app.office_import_preview(table(&text)).await.expect("a preview");
    assert_eq!((preview.added, preview.refused), (100_000, 0));
    let done = app.office_import(import(&app, &text)).await.expect("an import");
    assert_eq!(done.import.expect("done").added, 100_000);
    app.close().await;
}
