//! What comes with a ticket, on both databases: papers, protocol numbers, dates registered late.

use crate::cli::cli;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use sportello_app::{
    App, AttachmentAdd, AttachmentLine, AttachmentRef, AttachmentRemove, Code, Failure, PaperPlace,
    ProtocolSave, RecordTicket, Reply, TableWords, TextQuery, TicketDetail, TicketRef, UnregisteredQuery,
    Verify,
};
use sportello_domain::id::{DraftId, JobId, TicketId};
use sportello_domain::ticket::ReplyChannel;
use sportello_tests::{Folder, draft, on_postgresql};

const NOW: &str = "2026-11-24T09:00:00Z";
/// A photograph that says where it was taken.
const PHOTO: &[u8] = b"\xff\xd8\xff\xe1\x00\x11Exif\0\0GPS 45.6N\xff\xda\x00\x04\x01\x01abc\xff\xd9";

#[tokio::test]
async fn on_sqlite() {
    let folder = Folder::new();
    let app = folder.app_at(NOW).await;
    sportello_tests::first_run(&app).await;
    story(&app).await;
    app.close().await;
    let bytes = std::fs::read(folder.database()).expect("the file");
    assert!(!bytes.windows(9).any(|window| window == b"GPS 45.6N"), "papers are inside the encrypted store");
}

#[tokio::test]
async fn on_the_shared_server() {
    let Some((_server, app)) = on_postgresql(NOW).await else { return };
    story(&app).await;
    app.close().await;
}

async fn story(app: &App) {
    papers_come_with_a_draft_and_stay(app).await;
    dangerous_files_are_refused(app).await;
    protocol_numbers_are_noted_once(app).await;
    what_has_no_number_is_listed(app).await;
    late_registration_is_told(app).await;
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
    assert!(report.sound, "{report:?}");
}

fn paper(app: &App, place: PaperPlace, name: &str, bytes: &[u8]) -> AttachmentAdd {
    AttachmentAdd { op: app.new_op(), place, name: name.into(), base64: BASE64.encode(bytes) }
}

async fn record(app: &App, json: serde_json::Value) -> TicketDetail {
    let record = RecordTicket { op: app.new_op(), draft_id: None, ticket: draft(json) };
    app.ticket_record(record).await.expect("a ticket").ticket
}

async fn detail(app: &App, id: TicketId) -> TicketDetail {
    app.ticket(TicketRef { id }).await.expect("the ticket")
}

fn rules(failure: &Failure) -> String {
    let rules = failure.fields.iter().map(|fault| {
        let rule = serde_json::to_value(&fault.rule).expect("a rule");
        format!(
            "{} {}",
            fault.field,
            rule["fault"]["fault"].as_str().or(rule["rule"].as_str()).unwrap_or("?")
        )
    });
    rules.collect::<Vec<_>>().join(", ")
}

async fn papers_come_with_a_draft_and_stay(app: &App) {
    let tray = DraftId(app.new_op().0);
    let photo = paper(app, PaperPlace::Folder(tray), "C:\\foto\u{202e}gpj.png", PHOTO);
    let kept = app.attachment_add(photo.clone()).await.expect("kept in the tray");
    assert_eq!(app.attachment_add(photo).await.as_ref(), Ok(&kept), "asked twice, kept once");
    let wrong = app
        .attachment_add(paper(app, PaperPlace::Folder(tray), "errore.txt", b"non questo"))
        .await
        .expect("kept");
    let id = wrong.attachment.id;
    app.attachment_remove(AttachmentRemove { op: app.new_op(), id, reason: None }).await.expect("taken out");
    let waiting = app.attachments(PaperPlace::Folder(tray)).await.expect("a list");
    assert_eq!(waiting, vec![kept.clone()]);

    let ticket = record(
        app,
        json!({ "text": "Buca in via Roma", "papers": tray, "citizen": { "surname": "Prova", "phone": "039 0000000" } }),
    )
    .await;
    let id = ticket.ticket.id;
    let [line] = &ticket.papers.attachments[..] else { panic!("the paper went with the ticket: {ticket:?}") };
    assert_eq!(line.attachment.id, kept.attachment.id);
    assert_eq!(
        (line.attachment.name.as_str(), line.shown_name.as_str(), line.leaving_name.as_str()),
        ("C:\\foto\u{202e}gpj.png", "C:\\foto\u{fffd}gpj.png", "fotogpj.png.jpg")
    );
    assert!(line.mislabelled && line.image);
    assert_eq!(app.attachments(PaperPlace::Folder(tray)).await.expect("a list"), []);

    let copy = app.attachment_read(AttachmentRef { id: line.attachment.id }).await.expect("a copy");
    let bytes = BASE64.decode(copy.base64).expect("bytes");
    assert_eq!(
        bytes, b"\xff\xd8\xff\xda\x00\x04\x01\x01abc\xff\xd9",
        "the place is gone, the picture is not"
    );

    // The same file on another ticket: another row, the same bytes.
    let other =
        record(app, json!({ "text": "Altra", "citizen": { "surname": "Prova", "phone": "039 0000000" } }));
    let other = other.await.ticket.id;
    let large: Vec<u8> = std::iter::repeat_n(b"riga di testo\n", 60_000).flatten().copied().collect();
    for (name, bytes) in [("foto.jpg", PHOTO), ("lungo.txt", &large)] {
        let add = paper(app, PaperPlace::Ticket(other), name, bytes);
        let line = app.attachment_add(add.clone()).await.expect("attached");
        assert_eq!(app.attachment_add(add).await.as_ref(), Ok(&line), "asked twice, done once");
    }
    let lines = detail(app, other).await.papers.attachments;
    assert_eq!(lines[0].attachment.sha256, kept.attachment.sha256);
    let copy = app.attachment_read(AttachmentRef { id: lines[1].attachment.id }).await.expect("a copy");
    assert!(BASE64.decode(copy.base64).expect("bytes") == large, "several chunks come back in order");
    let hits = app.search(TextQuery { text: "lungo.txt".into() }).await.expect("a search");
    assert_eq!(hits.tickets.len(), 1, "found by the name of a paper");

    let hide = |reason: Option<&str>| AttachmentRemove {
        op: app.new_op(),
        id: lines[0].attachment.id,
        reason: reason.map(str::to_owned),
    };
    assert_eq!(rules(&app.attachment_remove(hide(None)).await.expect_err("no reason")), "reason required");
    let left = app.attachment_remove(hide(Some("di un altro"))).await.expect("hidden");
    assert_eq!(left[0].attachment.removed_reason.as_deref(), Some("di un altro"));
    assert_eq!(app.attachment_remove(hide(Some("di nuovo"))).await.expect_err("twice").code, Code::Conflict);
    assert_eq!(
        detail(app, id).await.papers.attachments[0].attachment.removed_at,
        None,
        "the other one stays"
    );
    let codes: Vec<&str> =
        detail(app, other).await.entries.iter().map(|line| line.entry.code.code()).collect();
    assert_eq!(codes, ["ticket.recorded", "attachment.added", "attachment.added", "attachment.removed"]);
}

async fn dangerous_files_are_refused(app: &App) {
    let ticket =
        record(app, json!({ "text": "Con file", "citizen": { "surname": "Prova", "phone": "039 0000000" } }));
    let place = PaperPlace::Ticket(ticket.await.ticket.id);
    for (name, bytes, fault) in [
        ("fattura.pdf", &b"MZ\x90\0"[..], "file program"),
        ("a.html", b"<script>", "file program"),
        ("a.zip", b"PK\x03\x04", "file archive"),
        ("vuoto.txt", b"", "file empty"),
        ("strano.xyz", b"\0\x01", "file unknown_type"),
    ] {
        let failure = app.attachment_add(paper(app, place, name, bytes)).await.expect_err(name);
        assert_eq!(rules(&failure), fault, "{name}");
        assert!(!failure.detail.contains(name), "no names in errors");
    }
    assert_eq!(app.attachments(place).await.expect("a list"), Vec::<AttachmentLine>::new());
    let part = vec![b'a'; 24 * 1024 * 1024];
    for i in 0..4_u8 {
        let mut bytes = part.clone();
        bytes[0] = b'a' + i;
        app.attachment_add(paper(app, place, "a.txt", &bytes)).await.expect("room for it");
    }
    let last = app.attachment_add(paper(app, place, "a.txt", &part)).await.expect_err("100 MiB");
    assert_eq!(rules(&last), "file ticket_full");
}

fn protocol(app: &App, id: TicketId, json: serde_json::Value) -> ProtocolSave {
    let protocol = serde_json::from_value(json).expect("a number");
    ProtocolSave { op: app.new_op(), id, draft_id: None, protocol }
}

async fn protocol_numbers_are_noted_once(app: &App) {
    let ticket = record(
        app,
        json!({ "text": "Lettera", "channel": "letter", "citizen": { "surname": "Prova", "address": "via Roma 1" } }),
    )
    .await;
    let id = ticket.ticket.id;
    let save = protocol(
        app,
        id,
        json!({ "number": "00412345", "registered_on": "2026-11-23", "direction": "arrivo" }),
    );
    let noted = app.protocol_save(save.clone()).await.expect("noted").papers.protocol;
    assert!(noted[0].another_day, "registered the day before it was presented: art. 18-bis");
    assert_eq!(app.protocol_save(save).await.expect("asked twice").papers.protocol, noted);
    let first = noted[0].record.id;
    let correction = |reason: Option<&str>| {
        let json = json!({ "number": "00412346", "registered_on": "2026-11-24", "direction": "in", "corrects": first, "reason": reason });
        protocol(app, id, json)
    };
    assert_eq!(rules(&app.protocol_save(correction(None)).await.expect_err("no reason")), "reason required");
    let both =
        app.protocol_save(correction(Some("cifra sbagliata"))).await.expect("corrected").papers.protocol;
    assert_eq!(
        both.iter().map(|line| (line.record.corrected, line.another_day)).collect::<Vec<_>>(),
        [(true, false), (false, false)]
    );
    let again = app.protocol_save(correction(Some("ancora"))).await.expect_err("corrected already");
    assert_eq!(again.code, Code::Conflict);
    let future =
        protocol(app, id, json!({ "number": "1", "registered_on": "2026-11-25", "direction": "out" }));
    assert_eq!(rules(&app.protocol_save(future).await.expect_err("tomorrow")), "registered_on in_future");

    // Found exactly, before the tickets that only mention it.
    record(app, json!({ "text": "Sollecito del 00412346", "citizen": { "surname": "Prova", "phone": "039 0000000" } })).await;
    let hits = app.search(TextQuery { text: "00412346".into() }).await.expect("a search");
    assert_eq!((hits.tickets.len(), hits.tickets[0].row.id), (2, id));
    let side_by_side =
        async |text: &str| app.search(TextQuery { text: text.into() }).await.expect("a search").tickets.len();
    assert_eq!((side_by_side("buca roma").await, side_by_side("\"via roma\"").await), (1, 1));
    assert_eq!(side_by_side("\"roma via\"").await, 0, "the words are there, the other way round");
}

async fn what_has_no_number_is_listed(app: &App) {
    let listed = async || {
        let page = app.unregistered(UnregisteredQuery::default()).await.expect("a list");
        let line = |line: &sportello_app::UnregisteredLine| {
            format!("{} {}", line.ticket.row.subject, line.direction.code())
        };
        page.rows.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(listed().await, [""; 0], "the letter has its number, the calls need none");
    let pec = json!({ "email": "prova@example.it", "pec": "prova@pec.example.it", "surname": "=Prova" });
    let ticket = record(app, json!({ "text": "Una PEC", "channel": "pec", "citizen": pec })).await;
    assert_eq!(listed().await, ["Una PEC in"]);
    let reply = Reply {
        op: app.new_op(),
        id: ticket.ticket.id,
        version: None,
        draft_id: None,
        text: "Risposta.".into(),
        channel: ReplyChannel::Pec,
        on: None,
    };
    app.ticket_reply(reply).await.expect("answered");
    assert_eq!(listed().await, ["Una PEC in", "Una PEC out"]);
    let words = TableWords { words: [("in".to_owned(), "arrivo".to_owned())].into() };
    let file = app.unregistered_csv(words).await.expect("a table");
    let table = String::from_utf8(BASE64.decode(file.base64).expect("bytes")).expect("UTF-8");
    assert!(table.starts_with("\u{feff}number;direction"), "{table}");
    assert!(table.contains(";arrivo;24/11/2026;pec;\"'=Prova\";Una PEC;"), "{table}");
    let save = protocol(
        app,
        ticket.ticket.id,
        json!({ "number": "00412347", "registered_on": "2026-11-24", "direction": "in" }),
    );
    app.protocol_save(save).await.expect("noted");
    assert_eq!(listed().await, ["Una PEC out"]);
    let page = app.unregistered(UnregisteredQuery { limit: Some(1), after: None }).await.expect("a page");
    let after =
        app.unregistered(UnregisteredQuery { limit: Some(1), after: page.next }).await.expect("the next");
    assert_eq!((page.rows.len(), after.rows.len()), (1, 0));
}

async fn late_registration_is_told(app: &App) {
    let person = json!({ "surname": "Prova", "phone": "039 0000000" });
    let late = json!({ "text": "Tardi", "presented_on": "2026-11-20", "citizen": person });
    let without = record(app, late.clone()).await;
    assert_eq!(without.papers.backdated.map(|late| late.reason), Some(None), "not refused, but told");
    let mut with = late;
    with["presented_reason"] = json!("Consegnata in biblioteca venerdì.");
    let with = record(app, with).await.papers.backdated.and_then(|late| late.reason);
    assert_eq!(with.as_ref().map(|reason| reason.as_str()), Some("Consegnata in biblioteca venerdì."));
    let today = json!({ "text": "Oggi", "presented_reason": "non serve", "citizen": person });
    assert_eq!(record(app, today).await.papers.backdated, None);
}

#[test]
fn from_the_command_line() {
    let cli = cli();
    cli.run(&["init", "--municipality", "Lissone"]).json();
    let ticket =
        json!({ "text": "Una lettera", "channel": "lettera", "anonymous": { "reason": "senza firma" } });
    let number = cli.run_with(&["ticket", "add", "-"], &ticket.to_string()).json()["number"].clone();
    let number = number.as_str().expect("a number");
    let file = cli.folder.path().join("foto.jpg");
    std::fs::write(&file, PHOTO).expect("a file");
    let path = file.to_str().expect("a path");
    let attached = cli.run(&["ticket", "attach", number, path, path]).json();
    assert_eq!(attached[0]["file_type"], "jpeg");
    assert_eq!(attached[0]["sha256"], attached[1]["sha256"]);
    assert_eq!(cli.run(&["ticket", "attachments", number]).json().as_array().map(Vec::len), Some(2));
    let id = attached[0]["id"].as_str().expect("an id");
    let out = cli.folder.path().join("copia.jpg");
    let out = out.to_str().expect("a path");
    assert_eq!(cli.run(&["ticket", "attachment-save", id, out]).json()["size"], 13);
    let again = cli.run(&["ticket", "attachment-save", id, out]);
    assert_eq!(again.code, 1, "never over another file: {again:?}");
    let hidden = cli.run(&["ticket", "attachment-remove", id, "--reason", "doppia"]).json();
    assert_eq!(hidden[0]["removed_reason"], "doppia");

    let program = cli.folder.path().join("fattura.pdf");
    std::fs::write(&program, b"MZ\x90\0").expect("a file");
    let refused = cli.run(&["ticket", "attach", number, program.to_str().expect("a path")]);
    assert!(
        refused.code == 1 && refused.err.contains("fattura.pdf") && refused.err.contains("programma"),
        "{refused:?}"
    );

    assert_eq!(cli.run(&["ticket", "unregistered"]).json()["rows"][0]["number"], number);
    let csv = cli.run(&["ticket", "unregistered", "--csv"]);
    assert!(csv.out.starts_with("\u{feff}Numero;Verso;Dal") && csv.out.contains(";arrivo;"), "{csv:?}");
    let arguments =
        ["ticket", "protocol", number, "--number", "0012345", "--date", "2026-01-02", "--direction", "in"];
    let noted = cli.run(&arguments).json();
    assert_eq!(noted["papers"]["protocol"][0]["number"], "0012345");
    assert_eq!(cli.run(&["ticket", "unregistered"]).json()["rows"], json!([]));
    assert_eq!(cli.run(&["ticket", "search", "0012345"]).json()["tickets"][0]["number"], number);
    assert_eq!(cli.run(&["verify"]).json()["sound"], true);
}
