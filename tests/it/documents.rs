//! Papers of the desk, on both databases: made from what the store holds, looked at, handed out, told in the register.

use crate::both::Desk;
use crate::cli::cli;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sportello_app::{
    App, Code, DocumentAsked, DocumentMade, DocumentRender, DocumentTake, DocumentWay, Empty, Failure,
    LetterheadSave, LetterheadTry, PageQuery, RecordTicket, Reply, TicketDetail, Verify, read_request,
};
use sportello_domain::id::{DocumentId, JobId, TicketId};
use sportello_domain::ticket::ReplyChannel;
use sportello_tests::{day, draft};
use std::process::Command;

const NOW: &str = "2026-11-24T09:00:00Z";

/// What `pdftotext` reads, with every run of white as one space.
pub(crate) fn words(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.pdf");
    std::fs::write(&path, pdf).expect("written");
    let read = Command::new("pdftotext").arg(&path).arg("-").output().expect("poppler-utils is there");
    String::from_utf8(read.stdout).expect("UTF-8").split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn asked(json: Value) -> DocumentAsked {
    read_request(json).expect("a paper of the desk")
}

pub(crate) async fn made(app: &App, json: Value) -> Result<DocumentMade, Failure> {
    let words = [("report", "Segnalazione"), ("ticket.transferred", "Trasferita"), ("head", "Responsabile")];
    let words = words.map(|(code, word)| (code.to_owned(), word.to_owned())).into();
    app.document_render(DocumentRender { document: asked(json), words }).await
}

/// The words of a paper, taken as a file.
pub(crate) async fn told(app: &App, json: Value) -> String {
    let made = made(app, json).await.unwrap_or_else(|failure| panic!("{failure:?}"));
    let take = DocumentTake { op: app.new_op(), id: made.id, way: DocumentWay::Opened };
    words(&BASE64.decode(app.document_take(take).await.expect("taken").base64).expect("bytes"))
}

pub(crate) async fn recorded(app: &App, json: Value) -> TicketDetail {
    let record = RecordTicket { op: app.new_op(), draft_id: None, ticket: draft(json) };
    app.ticket_record(record).await.unwrap_or_else(|failure| panic!("{failure:?}")).ticket
}

pub(crate) async fn answered(app: &App, id: TicketId, text: &str) -> TicketDetail {
    let reply = Reply {
        op: app.new_op(),
        id,
        version: None,
        draft_id: None,
        text: text.into(),
        channel: ReplyChannel::Letter,
        on: None,
    };
    app.ticket_reply(reply).await.unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn fields(failure: &Failure) -> Vec<(String, String)> {
    let rule = |rule: &sportello_domain::fault::FieldRule| {
        let rule = serde_json::to_value(rule).expect("a rule");
        let name = rule["name"].as_str().map(|name| format!(" {name}")).unwrap_or_default();
        format!("{}{name}", rule["rule"].as_str().unwrap_or("?"))
    };
    failure.fields.iter().map(|fault| (fault.field.clone(), rule(&fault.rule))).collect()
}

#[tokio::test]
async fn a_letter_says_what_the_citizen_was_told_and_that_it_is_late() {
    for desk in Desk::both(NOW).await {
        let app = desk.app();
        let ticket = json!({
            "text": "Lampione spento", "presented_on": "2026-09-21", "note": "NOTA INTERNA",
            "citizen": { "surname": "Şahin", "name": "Élodie", "address": "via Roma 1, 20851 Lissone (MB)" },
        });
        let ticket = recorded(&app, ticket).await;
        let none =
            made(&app, json!({ "kind": "reply", "id": ticket.ticket.id })).await.expect_err("no reply yet");
        assert_eq!(none.code, Code::NotFound);
        answered(&app, ticket.ticket.id, "La lampada è stata sostituita.").await;

        let letter = made(&app, json!({ "kind": "reply", "id": ticket.ticket.id })).await.expect("a letter");
        assert_eq!(letter.kind, "reply");
        assert_eq!(
            letter.file_name,
            format!("risposta-{}.pdf", ticket.ticket.number.to_string().replace('/', "-"))
        );
        assert_eq!((letter.pages.len(), letter.pages[0].width, letter.pages[0].height), (1, 210.0, 297.0));
        assert_eq!((letter.choice.printer.as_deref(), letter.choice.copies), (None, 1));
        let text = told(&app, json!({ "kind": "reply", "id": ticket.ticket.id })).await;
        for words in ["Şahin Élodie", "via Roma 1", "La lampada è stata sostituita.", "24 novembre 2026"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains("NOTA INTERNA"), "{text}");
        // 21 September and 30 days: 21 October. 64 days were used.
        for words in ["30 giorni", "21 ottobre 2026", "64 giorni", "9-quinquies"] {
            assert!(text.contains(words), "{words}: {text}");
        }

        let punctual =
            json!({ "text": "Buca", "citizen": { "surname": "Rossi", "address": "via Po 2, Lissone" } });
        let punctual = recorded(&app, punctual).await.ticket.id;
        answered(&app, punctual, "Fatto.").await;
        let text = told(&app, json!({ "kind": "reply", "id": punctual })).await;
        assert!(!text.contains("quinquies"), "in time: {text}");

        let request = json!({
            "kind": "access_request", "text": "Copia del permesso", "rule": "documentary_access",
            "citizen": { "surname": "Verdi", "address": "via Po 2, Lissone" },
        });
        let request = recorded(&app, request).await.ticket.id;
        answered(&app, request, "Non si può.").await;
        let text = told(&app, json!({ "kind": "reply", "id": request })).await;
        for words in ["Tribunale amministrativo regionale", "Difensore civico", "entro 30 giorni"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify").sound);
    }
}

#[tokio::test]
async fn a_paper_is_looked_at_page_by_page_and_taken_once() {
    for desk in Desk::both(NOW).await {
        let app = desk.app();
        let citizen = json!({ "surname": "Rossi", "address": "via Po 2, Lissone" });
        let id = recorded(&app, json!({ "text": "Buca", "citizen": citizen })).await.ticket.id;
        answered(&app, id, &"Una riga di risposta.\n\n".repeat(60)).await;
        let letter = made(&app, json!({ "kind": "reply", "id": id })).await.expect("a letter");
        assert!(letter.pages.len() > 1);
        let query = PageQuery { id: letter.id, page: 2, dpi: 100 };
        let bytes = app.page(query).await.expect("pixels");
        let size = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((size(0), size(4), bytes.len()), (827, 1169, 8 + 827 * 1169 * 4));
        assert!(bytes[8..].chunks(4).any(|pixel| pixel[0] < 60), "there is ink on it");
        for (wrong, field) in [
            (PageQuery { page: 0, ..query }, "page"),
            (PageQuery { page: 99, ..query }, "page"),
            (PageQuery { dpi: 5, ..query }, "dpi"),
            (PageQuery { dpi: 3_000, ..query }, "dpi"),
        ] {
            assert_eq!(fields(&app.page(wrong).await.expect_err("refused"))[0].0, field);
        }
        let gone = PageQuery { id: DocumentId(app.new_op().0), ..query };
        assert_eq!(app.page(gone).await.expect_err("not at hand").code, Code::NotFound);

        let take = DocumentTake { op: app.new_op(), id: letter.id, way: DocumentWay::Saved };
        let before = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify").events;
        let file = app.document_take(take).await.expect("taken");
        assert_eq!(file.base64, app.document_take(take).await.expect("taken again").base64, "the same bytes");
        let after = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
        assert_eq!(after.events, before + 1, "asked twice, told once");
        assert!(after.sound);
    }
}

/// A picture of one black pixel.
const DOT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

#[tokio::test]
async fn the_letterhead_is_checked_when_it_is_saved_and_stands_on_every_paper() {
    for desk in Desk::both(NOW).await {
        let app = desk.app();
        let view = app.letterhead(Empty {}).await.expect("the letterhead");
        assert_eq!((view.version, view.usual_municipality.as_str()), (0, "Comune di Lissone"));
        let clause = view.texts.iter().find(|text| text.id == "reply.late").expect("the late clause");
        assert!(clause.variables.iter().any(|name| name == "scadenza"), "{clause:?}");

        let save = |version: i64, letterhead: Value, logo: Value| -> LetterheadSave {
            let request =
                json!({ "op": app.new_op(), "version": version, "letterhead": letterhead, "logo": logo });
            read_request(request).expect("a request")
        };
        let wrong = json!({
            "accent": "rosso", "lines": ["a", "b", "c", "d", "e", "f", "g"],
            "texts": { "reply.late": "In ritardo: {giorni_del_sindaco}.", "reply.boh": "x" },
        });
        let failure = app
            .letterhead_save(save(0, wrong, json!({ "logo": "replace", "base64": DOT })))
            .await
            .expect_err("refused");
        let mut found = fields(&failure);
        found.sort();
        let expected = [
            ("letterhead.accent", "wrong_value"),
            ("letterhead.lines", "does_not_fit"),
            ("letterhead.logo_alt", "required"),
            ("letterhead.texts.reply.boh", "not_found"),
            ("letterhead.texts.reply.late", "blank_left giorni_del_sindaco"),
        ];
        assert_eq!(found, expected.map(|(field, rule)| (field.to_owned(), rule.to_owned())));

        let right = json!({
            "municipality": "Città di Lissone", "lines": ["Via Gramsci 21, 20851 Lissone (MB)", "Tel. 039 73971"],
            "accent": "#1F4E79", "logo_alt": "Stemma",
            "texts": { "reply.late": "Scusate il ritardo: scadeva il {scadenza}.", "reply.remedies": "" },
        });
        let tried: LetterheadTry = read_request(json!({ "letterhead": right })).expect("a request");
        let sample = app.letterhead_try(tried).await.expect("a letter to look at");
        assert_eq!(app.letterhead(Empty {}).await.expect("the letterhead").version, 0, "nothing was saved");
        let bytes = app.page(PageQuery { id: sample.id, page: 1, dpi: 72 }).await.expect("pixels");
        assert_eq!(bytes.len(), 8 + 595 * 842 * 4);

        let request = save(0, right.clone(), json!({ "logo": "replace", "base64": DOT }));
        let saved = app.letterhead_save(request.clone()).await.expect("saved");
        assert_eq!(app.letterhead_save(request).await.expect("saved once").version, saved.version);
        assert_eq!(saved.letterhead.accent.as_deref(), Some("#1f4e79"));
        assert_eq!(saved.logo.as_ref().map(|logo| logo.media_type.as_str()), Some("image/png"));
        let stale = app.letterhead_save(save(0, right, json!({ "logo": "keep" }))).await.expect_err("stale");
        assert_eq!(stale.code, Code::Conflict);

        let citizen = json!({ "surname": "Rossi", "address": "via Po 2, Lissone" });
        let late = json!({ "text": "Buca", "presented_on": "2026-09-21", "citizen": citizen });
        let id = recorded(&app, late).await.ticket.id;
        answered(&app, id, "Fatto.").await;
        let text = told(&app, json!({ "kind": "reply", "id": id })).await;
        for words in ["Città di Lissone", "Via Gramsci 21", "Scusate il ritardo: scadeva il 21 ottobre 2026."]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify").sound);
        assert_eq!(app.today(), day("2026-11-24"));
    }
}

#[test]
fn papers_from_the_command_line() {
    let cli = cli();
    let out = |name: &str| cli.folder.path().join(name).display().to_string();
    // Without a store: from a file of data.
    let kinds = cli.run(&["doc", "list"]).json();
    let kinds: Vec<&str> =
        kinds.as_array().expect("kinds").iter().filter_map(|kind| kind["kind"].as_str()).collect();
    assert!(kinds.contains(&"reply") && kinds.contains(&"recovery_sheet"), "{kinds:?}");
    let data = json!({
        "recipient": { "name": "Maria Łęcka" }, "number": "2026/0001", "subject": "Prova", "presented_on": "2026-11-20",
        "body": "Ecco.", "dated": "2026-11-24", "made_at": "2026-11-24T10:00:00+01:00",
        "house": { "municipality": "Comune di Prova", "desk": "Sportello" },
    });
    for (twin, file) in [(false, "a.pdf"), (true, "b.pdf")] {
        let mut arguments = vec!["doc", "render", "reply", "--data", "-", "--out"];
        let path = out(file);
        arguments.push(&path);
        if twin {
            arguments.push("--twin-1b");
        }
        cli.run_with(&arguments, &data.to_string()).json();
        let pdf = std::fs::read(&path).expect("a file");
        assert!(pdf.starts_with(b"%PDF-1."), "{file}");
        let text = words(&pdf);
        assert!(text.contains("Maria Łęcka") && text.contains("Comune di Prova"), "{text}");
        cli.run_with(&arguments, &data.to_string()).json();
        assert_eq!(std::fs::read(&path).expect("a file"), pdf, "the same data make the same bytes");
    }
    cli.run(&["doc", "preview", &out("a.pdf"), "--dpi", "100", "--out", &out("a.png")]).json();
    let png = std::fs::read(out("a.png")).expect("a picture");
    assert_eq!((&png[..8], &png[16..24]), (&b"\x89PNG\r\n\x1a\n"[..], &[0, 0, 3, 59, 0, 0, 4, 145][..]));

    let wrong = |arguments: &[&str], data: &str| {
        let ran = cli.run_with(arguments, data);
        let error: Value = serde_json::from_str(&ran.err).unwrap_or_default();
        (ran.code, error["error"]["fields"][0]["field"].as_str().unwrap_or_default().to_owned(), ran.out)
    };
    let render = |data: Value| {
        wrong(&["doc", "render", "reply", "--data", "-", "--out", &out("c.pdf")], &data.to_string())
    };
    let refused = |field: &str| (1, field.to_owned(), String::new());
    assert_eq!(render(json!({ "boh": 1 })), refused("boh"));
    assert_eq!(render(json!({ "house": { "boh": 1 } })), refused("house.boh"));
    assert_eq!(render(json!({ "kind": "label" })), refused("kind"));
    assert_eq!(render(json!([1])), refused(""));
    let missing = json!({ "number": "1" });
    assert_eq!(render(missing).0, 1);
    assert!(!std::path::Path::new(&out("c.pdf")).exists(), "nothing is left of a paper that cannot be made");
    assert_eq!(cli.run(&["doc", "render", "boh", "--data", "-", "--out", &out("c.pdf")]).code, 2);
    assert_eq!(wrong(&["doc", "preview", &out("a.png"), "--out", &out("d.png")], ""), refused("file"));
    assert_eq!(
        wrong(&["doc", "preview", &out("a.pdf"), "--page", "9", "--out", &out("d.png")], ""),
        refused("page")
    );
    assert_eq!(
        wrong(&["doc", "preview", &out("a.pdf"), "--dpi", "9", "--out", &out("d.png")], ""),
        refused("dpi")
    );

    // A name in letters that no shipped font has: from a font of this computer, or not at all, but never without it.
    let mut chinese = data.clone();
    chinese["recipient"]["name"] = json!("王小明");
    let ran = cli
        .run_with(&["doc", "render", "reply", "--data", "-", "--out", &out("e.pdf")], &chinese.to_string());
    match ran.code {
        0 => assert!(words(&std::fs::read(out("e.pdf")).expect("a file")).contains("王小明")),
        _ => assert!(ran.err.contains('王') && ran.err.contains("recipient.name"), "{ran:?}"),
    }

    // From the store.
    cli.run(&["init", "--municipality", "Lissone", "--demo"]).json();
    let ticket = json!({ "text": "Buca", "citizen": { "surname": "Rossi", "address": "via Po 2, Lissone" } });
    let number = cli.run_with(&["ticket", "add", "-"], &ticket.to_string()).json()["number"].clone();
    let number = number.as_str().expect("a number");
    cli.run(&["ticket", "reply", number, "--text", "Riparata.", "--channel", "letter"]).json();
    cli.run(&["doc", "render", "reply", "--ticket", number, "--out", &out("r.pdf")]).json();
    assert!(words(&std::fs::read(out("r.pdf")).expect("a file")).contains("Riparata."));
    assert_eq!(cli.run(&["verify"]).json()["sound"], true);
}
