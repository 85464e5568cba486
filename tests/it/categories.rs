//! Categories, proposals, the same problem twice, other kinds, streets: one story on both databases.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sportello_app::{App, Code, Failure};
use sportello_tests::dispatch;
use sportello_tests::{Folder, on_postgresql};

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
async fn on_the_shared_server() {
    let Some((_server, app)) = on_postgresql(NOW).await else { return };
    story(&app).await;
    app.close().await;
}

async fn ask(app: &App, command: &str, request: Value) -> Result<Value, Failure> {
    let mut request = request;
    let writes = ["category_save", "street_import", "office_save"].contains(&command)
        || command.starts_with("ticket_");
    if writes && command != "ticket_similar" && request.get("op").is_none() {
        request["op"] = json!(app.new_op());
    }
    dispatch(app, command, request).await
}

async fn done(app: &App, command: &str, request: Value) -> Value {
    ask(app, command, request).await.unwrap_or_else(|failure| panic!("{command}: {failure}"))
}

async fn fault(app: &App, command: &str, request: Value) -> String {
    let failure = ask(app, command, request).await.expect_err("a wrong request");
    failure.fields.first().map(|fault| fault.field.clone()).unwrap_or_default()
}

async fn story(app: &App) {
    let offices = two_offices(app).await;
    the_words_propose_a_category_and_an_office(app, &offices).await;
    the_desk_edits_the_list(app).await;
    let ticket = the_same_problem_is_one_ticket(app).await;
    another_kind_has_another_date(app, &ticket).await;
    the_past_decides_the_office(app, &offices).await;
    the_streets_are_imported_whole_or_not_at_all(app).await;
    let report = done(app, "verify", json!({ "job": app.new_op() })).await;
    assert_eq!(report["sound"], true, "{report}");
}

async fn two_offices(app: &App) -> [Value; 2] {
    let office = |name: &str, needs: Value| json!({ "office": { "name": name, "competences": needs } });
    let roads = office("Lavori pubblici", json!(["buche nelle strade", "lampioni spenti"]));
    let police = office("Polizia locale", json!(["auto abbandonate", "passi carrai", "rumore di notte"]));
    [done(app, "office_save", roads).await, done(app, "office_save", police).await]
}

async fn propose(app: &App, text: &str) -> Value {
    done(app, "propose", json!({ "text": text })).await
}

async fn the_words_propose_a_category_and_an_office(app: &App, offices: &[Value; 2]) {
    let all = done(app, "categories", json!({})).await["categories"].as_array().cloned().unwrap_or_default();
    assert_eq!(all.iter().filter(|category| category["parent_id"].is_null()).count(), 15);
    let proposal = propose(app, "due LAMPIONI spenti in via del Cimitero").await;
    let first = &proposal["suggestions"][0];
    assert_eq!(first["name"], "Illuminazione pubblica");
    assert_eq!(first["reasons"][0]["said"].as_str().map(|said| said.contains("lampioni")), Some(true));
    assert_eq!(
        (&first["office"]["id"], &first["days"]),
        (&offices[0]["id"], &json!(15)),
        "the card says so: {first}"
    );
    assert_eq!(first["office"]["because"], json!({ "because": "card", "line": "lampioni spenti" }));
    assert_eq!(first["past"], Value::Null);
    assert_eq!(propose(app, "complimenti ai vigili").await["kind"]["kind"], "praise");
    assert_eq!(propose(app, "xyz").await["suggestions"], json!([]));
    assert_eq!(propose(app, "").await["suggestions"], json!([]));

    // The card says «passi carrai», the citizen «passo carrabile»: the words of the category bring them together.
    let hits = done(app, "offices_find", json!({ "text": "garage bloccato" })).await;
    assert_eq!(hits[0]["office"]["id"], offices[1]["id"], "{hits}");
}

async fn the_desk_edits_the_list(app: &App) {
    let area = done(app, "category_save", json!({ "category": { "name": "Novità" } })).await;
    let category =
        json!({ "name": "Colonie di pinguini", "parent_id": area["id"], "synonyms": ["pinguino"] });
    let op = app.new_op();
    let save = json!({ "op": op, "category": category });
    let saved = done(app, "category_save", save.clone()).await;
    assert_eq!(done(app, "category_save", save).await, saved, "the same operation, done once");
    assert_eq!(propose(app, "tre pinguini").await["suggestions"][0]["category_id"], saved["id"]);

    let change = |version: i64, retired: bool| {
        let mut category = category.clone();
        category["retired"] = json!(retired);
        json!({ "id": saved["id"], "version": version, "category": category })
    };
    done(app, "category_save", change(1, true)).await;
    let conflict = ask(app, "category_save", change(1, false)).await.expect_err("an old version");
    assert_eq!(conflict.code, Code::Conflict);
    assert_eq!(propose(app, "tre pinguini").await["suggestions"], json!([]), "retired");

    let inside = json!({ "category": { "name": "Sotto", "parent_id": saved["id"] } });
    assert_eq!(fault(app, "category_save", inside).await, "parent_id", "two levels and no more");
    let itself =
        json!({ "id": area["id"], "version": 1, "category": { "name": "Sé", "parent_id": area["id"] } });
    assert_eq!(fault(app, "category_save", itself).await, "parent_id");
    assert_eq!(fault(app, "category_save", json!({ "category": { "name": " " } })).await, "name");
}

/// Records a ticket of the first category proposed.
async fn record(app: &App, text: &str, place: &str, surname: &str) -> Value {
    let category_id = propose(app, text).await["suggestions"][0]["category_id"].clone();
    let citizen = json!({ "surname": surname, "phone": "039 0000000" });
    let ticket = json!({ "text": text, "place": place, "category_id": category_id, "citizen": citizen });
    done(app, "ticket_record", json!({ "ticket": ticket })).await
}

async fn the_same_problem_is_one_ticket(app: &App) -> Value {
    let ticket = record(app, "Lampione spento", "via Giacomo Matteotti 12", "Primo").await;
    record(app, "Buca profonda", "via Matteotti 3", "Altro").await;
    assert_eq!(ticket["category"]["name"], "Illuminazione pubblica");
    let query = json!({ "place": "V. Matteotti", "category_id": ticket["category_id"] });
    let similar = done(app, "ticket_similar", query).await;
    let numbers: Vec<&Value> = similar.as_array().into_iter().flatten().map(|line| &line["number"]).collect();
    assert_eq!(numbers, [&ticket["number"]], "the same street and the same category");
    let street = done(app, "ticket_similar", json!({ "place": "via Matteotti" })).await;
    assert_eq!(street.as_array().map(Vec::len), Some(2), "without a category the street decides");

    let same = json!({
        "op": app.new_op(), "id": ticket["id"], "text": "anche il mio è spento", "channel": "counter",
        "citizen": { "surname": "Seconda", "phone": "039 0000001" },
    });
    let joined = done(app, "ticket_same_problem", same.clone()).await;
    assert_eq!(done(app, "ticket_same_problem", same).await["reporters"], json!(1), "done once");
    assert_eq!((&joined["number"], &joined["due_on"]), (&ticket["number"], &ticket["due_on"]));
    let nobody = json!({ "id": ticket["id"], "text": "è buio", "channel": "phone" });
    assert_eq!(done(app, "ticket_same_problem", nobody).await["reporters"], json!(2), "counted, not named");
    let unsaid = json!({ "id": ticket["id"], "text": " ", "channel": "phone" });
    assert_eq!(fault(app, "ticket_same_problem", unsaid).await, "text");
    let rows = done(app, "tickets", json!({})).await["rows"].clone();
    let row = rows.as_array().into_iter().flatten().find(|row| row["id"] == ticket["id"]).cloned();
    let row = row.expect("it is in the list");
    assert_eq!((&row["reporters"], &row["category_name"]), (&json!(2), &json!("Illuminazione pubblica")));
    ticket
}

async fn another_kind_has_another_date(app: &App, ticket: &Value) {
    let change = |kind: &str, reason: &str| json!({ "id": ticket["id"], "kind": kind, "reason": reason });
    assert_eq!(fault(app, "ticket_change_kind", change("access_request", "")).await, "reason");
    assert_eq!(fault(app, "ticket_change_kind", change("report", "così")).await, "kind", "it is one already");
    let changed = done(app, "ticket_change_kind", change("access_request", "chiede copia degli atti")).await;
    assert_eq!(changed["rule"], "documentary_access");
    assert_eq!(changed["deadline"]["rule"], "documentary_access", "explained by the law: {changed}");
    assert_eq!(changed["due_on"], "2026-12-23");
    let last = changed["entries"].as_array().and_then(|lines| lines.last()).cloned().unwrap_or_default();
    assert_eq!(
        (&last["code"], &last["internal_text"]),
        (&json!("ticket.kind_changed"), &json!("chiede copia degli atti"))
    );
    for kind in ["information_request", "form_request", "praise"] {
        assert_eq!(done(app, "ticket_change_kind", change(kind, "prova")).await["rule"], "commitment");
    }
    done(app, "ticket_void", json!({ "id": ticket["id"], "reason": "prova" })).await;
    let late = ask(app, "ticket_change_kind", change("report", "tardi")).await.expect_err("finished");
    assert_eq!(late.code, Code::NotPossible);
    let same = json!({ "id": ticket["id"], "text": "anch'io", "channel": "phone" });
    assert_eq!(ask(app, "ticket_same_problem", same).await.expect_err("finished").code, Code::NotPossible);
}

async fn the_past_decides_the_office(app: &App, offices: &[Value; 2]) {
    for surname in ["Uno", "Due", "Tre", "Quattro", "Cinque"] {
        let ticket = record(app, "buca nell'asfalto", "", surname).await;
        let transfer =
            json!({ "id": ticket["id"], "office_id": offices[1]["id"], "question": "Verificare." });
        done(app, "ticket_transfer", transfer).await;
    }
    let first = propose(app, "buche").await["suggestions"][0].clone();
    assert_eq!(first["past"], json!({ "office_name": "Polizia locale", "went": 5, "of": 5 }));
    assert_eq!(first["office"]["because"], json!({ "because": "past" }), "against what the cards say");
}

async fn the_streets_are_imported_whole_or_not_at_all(app: &App) {
    let import = |file: &[u8], dry_run: bool| json!({ "base64": BASE64.encode(file), "dry_run": dry_run });
    let find = async |text: &str| -> Vec<String> {
        let places = done(app, "streets_find", json!({ "text": text })).await;
        let names = places.as_array().into_iter().flatten();
        names.map(|place| place["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let wrong = "PROGR_NAZIONALE;ODONIMO;CIVICO;COORD_Y_COMUNE\n1;VIA ROMA;1;45,6\n2;;3;\n";
    let report = done(app, "street_import", import(wrong.as_bytes(), false)).await;
    assert_eq!((&report["imported"], &report["faults"][0]["line"]), (&json!(false), &json!(3)));
    assert!(find("roma").await.is_empty(), "nothing half imported");

    // Windows-1252, with a street whose name has an accent.
    let file = b"PROGR_NAZIONALE,ODONIMO,CIVICO,ESPONENTE\n7,VIA GIACOMO MATTEOTTI,12,\n\
                 7,VIA GIACOMO MATTEOTTI,12,A\n8,VIA LIBERT\xc0,1,\n";
    let dry = done(app, "street_import", import(file, true)).await;
    assert_eq!((&dry["streets"], &dry["numbers"], &dry["imported"]), (&json!(2), &json!(3), &json!(false)));
    assert!(find("matt").await.is_empty(), "a dry run writes nothing");
    assert_eq!(done(app, "street_import", import(file, false)).await["added"], json!(2));
    assert_eq!(done(app, "street_import", import(file, false)).await["added"], json!(0), "once is enough");
    assert_eq!(find("matt").await, ["via Giacomo Matteotti"]);
    assert_eq!(find("matt 12").await, ["via Giacomo Matteotti 12", "via Giacomo Matteotti 12/A"]);
    assert_eq!(find("liberta").await, ["via Libertà"], "blind to accents");
    assert_eq!(
        find("matteotti 99").await,
        ["via Giacomo Matteotti 99"],
        "a number the register lacks is kept"
    );
    assert_eq!(fault(app, "street_import", import(b"a;b\n1;2\n", false)).await, "file");
}

#[test]
fn from_the_command_line() {
    let cli = crate::cli::cli();
    cli.run(&["init", "--municipality", "Lissone", "--demo"]).json();
    let proposed = cli.run(&["ticket", "propose", "c'è", "una", "buca"]).json();
    assert_eq!(proposed["suggestions"][0]["name"], "Buche e asfalto");
    let changed = ["ticket", "change-kind", "1", "--kind", "praise", "--reason", "era un grazie"];
    assert_eq!(cli.run(&changed).json()["kind"], "praise");

    let file = cli.folder.path().join("strade.csv");
    let name = file.display().to_string();
    std::fs::write(&file, "ODONIMO;CIVICO\nVIA ROMA;1\n;2\n").expect("a file");
    let refused = cli.run(&["street", "import", &name]);
    let report: Value = serde_json::from_str(&refused.out).expect("JSON");
    assert_eq!((refused.code, &report["faults"][0]["line"]), (1, &json!(3)));
    std::fs::write(&file, "ODONIMO;CIVICO\nVIA ROMA;1\n").expect("a file");
    assert_eq!(cli.run(&["street", "import", "--dry-run", &name]).json()["imported"], false);
    assert_eq!(cli.run(&["street", "search", "roma"]).json(), json!([]), "a dry run writes nothing");
    assert_eq!(cli.run(&["street", "import", &name]).json()["added"], 1);
    assert_eq!(cli.run(&["street", "search", "rom"]).json()[0]["name"], "via Roma");
    assert_eq!(cli.run(&["street", "import", "nessuno.csv"]).code, 1);
}
