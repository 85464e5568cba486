//! What a counter does every day, on both engines: lists by what a matter is about, the beginning of a day, many tickets of
//! one event, reminders by the dozen, a directory that stays true, and the days the desk chose.

use crate::cli::cli;
use crate::lifecycle::bench::{Bench, on_both_engines};
use serde_json::{Value, json};
use sportello_tests::dispatch;

/// A category of the catalog by its name, and the area it is in.
async fn category(desk: &Bench, name: &str) -> (Value, Value) {
    let all = desk.ask("categories", json!({})).await;
    let found = all["categories"].as_array().expect("categories").iter().find(|one| one["name"] == name);
    let found = found.unwrap_or_else(|| panic!("{name} is in the catalog"));
    (found["id"].clone(), found["parent_id"].clone())
}

/// The numbers a filter finds.
async fn found(desk: &Bench, filter: Value) -> Vec<Value> {
    let page = desk.ask("tickets", json!({ "filter": filter })).await;
    let numbers: Vec<Value> =
        page["rows"].as_array().expect("rows").iter().map(|row| row["number"].clone()).collect();
    let counted = desk.ask("tickets_count", json!({ "filter": filter })).await;
    assert_eq!(counted["count"], json!(numbers.len()), "the count is that of the list");
    numbers
}

async fn about(desk: &Bench, text: &str, category: &Value) -> Value {
    let citizen = json!({ "surname": "Prova", "phone": "039 0000000" });
    desk.record(json!({ "text": text, "category_id": category, "citizen": citizen })).await
}

#[tokio::test]
async fn lists_by_what_a_matter_is_about() {
    on_both_engines(async |desk: Bench| {
        let (holes, roads) = category(&desk, "Buche e asfalto").await;
        let (signs, same) = category(&desk, "Segnaletica e semafori").await;
        let (bins, other) = category(&desk, "Pulizia di strade e cestini").await;
        assert!(roads == same && roads != other && roads != json!(null), "two of one area, one of another");
        let (hole, sign) =
            (about(&desk, "Buca", &holes).await, about(&desk, "Cartello a terra", &signs).await);
        about(&desk, "Cestino pieno", &bins).await;
        desk.report("Senza argomento").await;
        let all = |filter: Value| {
            let mut filter = filter;
            filter["base"] = json!("all");
            filter
        };
        assert_eq!(found(&desk, json!({ "category_id": holes })).await, [hole["number"].clone()]);
        let area = found(&desk, json!({ "category_id": roads, "order": "newest" })).await;
        assert_eq!(area, [sign["number"].clone(), hole["number"].clone()], "an area is all that is in it");
        desk.step("ticket_void", &hole, json!({ "reason": "Doppia." })).await;
        assert_eq!(found(&desk, json!({ "category_id": holes })).await, Vec::<Value>::new());
        assert_eq!(found(&desk, all(json!({ "category_id": holes }))).await.len(), 1);
        let view = json!({
            "op": desk.op(), "name": "Strade", "filter": { "category_id": roads, "channels": ["counter"] },
        });
        let kept = desk.ask("view_save", view).await;
        assert_eq!(kept[0]["filter"]["category_id"], roads, "a kept list keeps it");
    })
    .await;
}

#[tokio::test]
async fn a_day_begins_once_and_tells_what_it_brought() {
    on_both_engines(async |desk: Bench| {
        let answered = async |text: &str| {
            let ticket = desk.report(text).await;
            desk.step("ticket_reply", &ticket, json!({ "text": "Fatto.", "channel": "phone" })).await
        };
        let old = answered("Buca").await;
        desk.day("2026-12-20");
        let recent = answered("Lampione").await;
        assert_eq!(desk.ask("agenda", json!({})).await["day"], json!(null), "nobody has begun it");
        let begin = json!({ "op": desk.op(), "close": true });
        let day = desk.ask("day_start", begin.clone()).await;
        assert_eq!(
            (&day["day"], &day["closed"], &day["to_close"]),
            (&json!("2026-12-20"), &json!([old["number"]]), &json!(0))
        );
        assert_eq!(desk.ask("day_start", begin).await, day, "asked twice, begun once");
        assert_eq!(desk.ask("agenda", json!({})).await["day"], day, "told all day, in every window");
        assert_eq!(desk.read(&recent).await["state"], "answered", "fifteen days have not passed");
        let again = desk.ask("day_start", json!({ "op": desk.op(), "close": true })).await;
        assert_eq!(again, day, "beginning again does nothing more, and forgets nothing");
        desk.day("2026-12-21");
        assert_eq!(desk.ask("agenda", json!({})).await["day"], json!(null), "another day");
    })
    .await;
}

#[tokio::test]
async fn many_tickets_become_part_of_an_event_at_once() {
    on_both_engines(async |desk: Bench| {
        let open = json!({ "op": desk.op(), "subject": "Allagamento", "text": "Via Roma sott'acqua." });
        let event = desk.ask("event_open", open).await;
        let (one, two) = (desk.report("Acqua in cantina").await, desk.report("Strada chiusa").await);
        let gone = desk.report("Doppia").await;
        desk.step("ticket_void", &gone, json!({ "reason": "Doppia." })).await;
        let ids = json!([one["id"], gone["id"], two["id"]]);
        let bulk = json!({ "op": desk.op(), "ids": ids, "act": "event", "event_id": event["id"] });
        let lines = desk.ask("tickets_bulk", bulk.clone()).await;
        let failed: Vec<bool> =
            lines.as_array().expect("lines").iter().map(|line| !line["failure"].is_null()).collect();
        assert_eq!(failed, [false, true, false], "each has its own answer: {lines}");
        desk.ask("tickets_bulk", bulk).await;
        let event = desk.read(&event).await;
        assert_eq!(event["children"].as_array().map(Vec::len), Some(2));
        let rows = desk.ask("tickets", json!({})).await;
        let row = rows["rows"].as_array().expect("rows").iter().find(|row| row["id"] == event["id"]);
        let row = row.expect("the event is in the list");
        assert_eq!((&row["event"], &row["reporters"]), (&json!(true), &json!(2)), "it is nobody's: {row}");
        let child = desk.read(&one).await;
        assert_eq!(child["part_of"]["event"], true);
    })
    .await;
}

#[tokio::test]
async fn ready_reminders_are_sent_together_and_each_once() {
    on_both_engines(async |desk: Bench| {
        let card = json!({ "name": "Strade", "email": "strade@comune.example.it" });
        let streets = desk.ask("office_save", json!({ "op": desk.op(), "version": 0, "office": card })).await
            ["id"]
            .clone();
        let silent = desk.office("Senza recapiti", None).await;
        let handed = async |text: &str, office: &Value| {
            let ticket = desk.report(text).await;
            desk.step("ticket_transfer", &ticket, json!({ "office_id": office, "question": "Verificare." }))
                .await
        };
        let (one, two) = (handed("Buca", &streets).await, handed("Lampione", &silent).await);
        let bulk = json!({ "op": desk.op(), "ids": [one["id"], two["id"]], "act": "remind" });
        let early = desk.ask("tickets_bulk", bulk).await;
        assert_eq!(early[0]["failure"]["code"], "not_possible", "not before its time: {early}");
        desk.day("2026-12-18");
        let fresh = handed("Appena arrivata", &streets).await;
        let ids = json!([one["id"], two["id"], fresh["id"]]);
        let bulk = json!({ "op": desk.op(), "ids": ids, "act": "remind" });
        let lines = desk.ask("tickets_bulk", bulk.clone()).await;
        let codes: Vec<&Value> =
            lines.as_array().expect("lines").iter().map(|line| &line["failure"]["code"]).collect();
        assert_eq!(codes[0], &json!(null), "{lines}");
        assert_eq!(codes[1..], [&json!("not_possible"), &json!("not_possible")], "{lines}");
        assert_eq!(desk.ask("tickets_bulk", bulk).await, lines, "asked twice");
        let sent = desk.read(&one).await["follow"]["sent"].clone();
        assert_eq!(
            (sent.as_array().map(Vec::len), &sent[0]["means"], &sent[0]["recipient"]),
            (Some(1), &json!("email"), &json!("Strade"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_card_is_believed_for_six_months() {
    on_both_engines(async |desk: Bench| {
        let streets = desk.office("Strade", None).await;
        let ended = json!({ "name": "Chiuso", "valid_to": "2026-12-31" });
        desk.ask("office_save", json!({ "op": desk.op(), "version": 0, "office": ended })).await;
        let waiting = async || desk.ask("agenda", json!({})).await["offices"].clone();
        assert_eq!(waiting().await["count"], 0, "whoever enters a card believes it");
        desk.day("2027-05-22");
        assert_eq!(waiting().await["count"], 0);
        desk.day("2027-05-23");
        let late = waiting().await;
        assert_eq!(
            (&late["count"], &late["rows"][0]["id"]),
            (&json!(1), &streets),
            "not the one that is gone"
        );
        let confirm = json!({ "op": desk.op(), "id": streets });
        let office = desk.ask("office_confirm", confirm.clone()).await;
        assert_eq!(office["now"]["to_check"], false, "{office}");
        assert_eq!(desk.ask("office_confirm", confirm).await["now"], office["now"]);
        assert_eq!(waiting().await["count"], 0);
        let nobody = dispatch(&desk.app, "office_confirm", json!({ "op": desk.op(), "id": desk.op() })).await;
        assert_eq!(json!(nobody.expect_err("no such office"))["code"], "not_found");
    })
    .await;
}

#[tokio::test]
async fn the_desk_chooses_its_days() {
    on_both_engines(async |desk: Bench| {
        let at = |days: &str| {
            json!({
                "text": "Buca", "place": "via Roma 1", "presented_on": days,
                "citizen": { "surname": "Prova", "phone": "039 0000000" },
            })
        };
        let similar = async || {
            let found = desk.ask("ticket_similar", json!({ "place": "via Roma 3" })).await;
            found.as_array().expect("a list").len()
        };
        let choose = async |version: i64, open: u16, answered: u16, late: u16| {
            let follow_up = json!({
                "stale_days": 10, "same_open_days": open, "same_answered_days": answered,
                "late_recording_days": late, "substitute": null,
            });
            let request = json!({ "op": desk.op(), "version": version, "follow_up": follow_up });
            dispatch(&desk.app, "follow_up_save", request).await
        };
        let usual = desk.ask("follow_up", json!({})).await;
        assert_eq!(
            (&usual["same_open_days"], &usual["same_answered_days"], &usual["late_recording_days"]),
            (&json!(90), &json!(15), &json!(0))
        );
        let before = desk.record(at("2026-11-20")).await;
        assert_eq!(before["papers"]["backdated"], json!({ "reason": null }));
        assert_eq!(similar().await, 1);
        choose(0, 2, 0, 3).await.expect("chosen");
        assert_eq!(similar().await, 0, "three days ago is too long now");
        let after = desk.record(at("2026-11-20")).await;
        assert_eq!(after["papers"]["backdated"], json!(null), "three days are allowed");
        let later = desk.record(at("2026-11-19")).await;
        assert_eq!(later["papers"]["backdated"], json!({ "reason": null }));
        let mut said = at("2026-11-21");
        said["presented_reason"] = json!("Era nella cassetta.");
        assert_eq!(desk.record(said).await["papers"]["backdated"]["reason"], "Era nella cassetta.");
        let refused = json!(choose(1, 0, 400, 3).await.expect_err("out of range"));
        let fields: Vec<&Value> =
            refused["fields"].as_array().expect("fields").iter().map(|fault| &fault["field"]).collect();
        assert_eq!(fields, [&json!("same_open_days"), &json!("same_answered_days")]);
    })
    .await;
}

#[tokio::test]
async fn calls_nobody_answered_are_attempts() {
    on_both_engines(async |desk: Bench| {
        let ticket = desk.report("Buca").await;
        let give_up = json!({ "reason": "Introvabile", "authorized_by": "Anna Bassi" });
        let call = json!({
            "ticket_id": ticket["id"], "phone": "039 0000000", "due_on": "2026-11-24", "about": "Esito",
        });
        let call = desk.ask("callback_add", json!({ "op": desk.op(), "callback": call })).await;
        desk.step("ticket_attempt", &ticket, json!({ "channel": "phone" })).await;
        assert_eq!(
            desk.refused("ticket_close_without_reply", &ticket, give_up.clone()).await,
            "not_possible: attempts"
        );
        let step = json!({ "change": "unanswered" });
        let change = json!({ "op": desk.op(), "id": call["id"], "version": call["version"], "step": step });
        desk.ask("callback_step", change).await;
        assert_eq!(desk.read(&ticket).await["attempts"], 2, "one noted, one call");
        let closed = desk.step("ticket_close_without_reply", &ticket, give_up).await;
        assert_eq!(closed["state"], "closed_without_reply");
    })
    .await;
}

#[test]
fn from_the_command_line() {
    let cli = cli();
    cli.run(&["init", "--municipality", "Lissone"]).json();
    let add = json!({ "name": "Strade" }).to_string();
    cli.run_with(&["office", "add", "-"], &add).json();
    let entered = cli.run(&["office", "show", "strade"]).json();
    let confirmed = cli.run(&["office", "confirm", "strade"]).json();
    let at = |office: &Value| office["now"]["checked_at"].as_str().expect("a moment").to_owned();
    assert!(at(&confirmed) > at(&entered), "{confirmed}");
    assert_eq!(cli.run(&["office", "confirm", "boh"]).code, 1);
    assert_eq!(cli.run(&["agenda"]).json()["offices"]["count"], 0);
    let day = cli.run(&["ticket", "day-start", "--close"]).json();
    assert_eq!(cli.run(&["agenda"]).json()["day"], day);
}
