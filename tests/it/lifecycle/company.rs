//! Tickets together: merged, linked, split, part of an event. All of it can be taken back.

use super::bench::{Bench, on_both_engines};
use serde_json::{Value, json};

/// What merging and taking back must leave as it was.
pub(super) fn standing(ticket: &Value) -> Value {
    let fields = [
        "state",
        "state_before",
        "due_on",
        "target_on",
        "office_id",
        "office_due_on",
        "case_officer",
        "answered_on",
        "closed_at",
        "void_reason",
        "bounces",
        "suspensions",
        "reopened_on",
        "master_id",
        "event_id",
        "together_by",
    ];
    fields
        .iter()
        .map(|field| (field.to_string(), ticket[field].clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn codes(ticket: &Value) -> Vec<&str> {
    ticket["entries"].as_array().expect("lines").iter().filter_map(|line| line["code"].as_str()).collect()
}

#[tokio::test]
async fn merged_tickets_are_answered_together_and_come_apart_as_they_were() {
    on_both_engines(async |desk: Bench| {
        let office = desk.office("Strade", None).await;
        let first = desk.report("Buca in via Roma").await;
        desk.step("ticket_transfer", &first, json!({ "office_id": office, "question": "Verificare." })).await;
        desk.day("2026-11-25");
        let master = desk.report("Buca grande in via Roma").await;
        let before = desk.read(&first).await;
        let merge = json!({ "master_id": master["id"] });
        let merged = desk.step("ticket_merge", &first, merge.clone()).await;
        assert_eq!((&merged["state"], &merged["master"]["number"]), (&json!("merged"), &master["number"]));
        assert_eq!(merged["number"], first["number"], "it keeps its number");
        let with = desk.read(&master).await;
        assert_eq!(with["merged"][0]["number"], first["number"]);
        assert_eq!((&with["due_on"], &with["together_by"]), (&json!("2026-12-28"), &json!("2026-12-23")));
        let list = desk.ask("tickets", json!({ "view": "open" })).await;
        assert_eq!(list["rows"][0]["due_on"], "2026-12-23", "the earliest promise is the one that is seen");
        assert_eq!(
            desk.refused("ticket_merge", &master, json!({ "master_id": first["id"] })).await,
            "invalid: master_id"
        );
        assert_eq!(
            desk.refused("ticket_merge", &master, json!({ "master_id": master["id"] })).await,
            "invalid: master_id"
        );

        desk.step("ticket_note", &first, json!({ "text": "Nel frattempo." })).await;
        let apart = desk.step("ticket_unmerge", &first, json!({})).await;
        assert_eq!(standing(&apart), standing(&before), "apart as it was");
        assert_eq!(standing(&desk.read(&master).await), standing(&master));

        desk.step("ticket_merge", &first, merge).await;
        desk.step("ticket_reply", &master, json!({ "text": "Chiusa.", "channel": "email" })).await;
        let told = desk.read(&first).await;
        assert_eq!((&told["state"], &told["answered_on"]), (&json!("merged"), &json!("2026-11-25")));
        let line = told["entries"].as_array().expect("lines").last().expect("a line").clone();
        assert_eq!(
            (&line["citizen_text"], &line["reply_channel"]),
            (&json!("Chiusa."), &json!("phone")),
            "as each wants"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_is_answered_with_a_ticket_is_not_lost_with_it() {
    on_both_engines(async |desk: Bench| {
        let (master, child) = (desk.report("Albero").await, desk.report("Albero pericoloso").await);
        let before = desk.read(&child).await;
        desk.step("ticket_merge", &child, json!({ "master_id": master["id"] })).await;
        desk.step("ticket_withdraw", &master, json!({ "text": "Non serve più.", "channel": "phone" })).await;
        assert_eq!(standing(&desk.read(&child).await), standing(&before), "it waits on its own again");
        let undone = desk.step("ticket_undo", &master, json!({})).await;
        assert_eq!(undone["state"], "received");
        assert_eq!(desk.read(&child).await["state"], "merged", "the whole step is taken back");
    })
    .await;
}

#[tokio::test]
async fn the_last_step_is_taken_back() {
    on_both_engines(async |desk: Bench| {
        let office = desk.office("Strade", None).await;
        let ticket = desk.report("Buca").await;
        assert_eq!(ticket["undoable"], json!(null), "a recording is not a step");
        let moved = desk
            .step("ticket_transfer", &ticket, json!({ "office_id": office, "question": "Verificare." }))
            .await;
        assert_eq!(moved["undoable"], "ticket.transferred");
        let back = desk.step("ticket_undo", &ticket, json!({})).await;
        assert_eq!(standing(&back), standing(&ticket), "with the step in between");
        assert_eq!(
            codes(&back),
            ["ticket.recorded", "ticket.taken", "ticket.transferred", "ticket.step_undone"]
        );
        assert_eq!(desk.refused("ticket_undo", &ticket, json!({})).await, "not_possible", "once");
        let void = desk.step("ticket_void", &ticket, json!({ "reason": "Doppia." })).await;
        assert_eq!(void["state"], "voided");
        assert_eq!(standing(&desk.step("ticket_undo", &ticket, json!({})).await), standing(&ticket));
        desk.step("ticket_take", &ticket, json!({})).await;
        desk.step("ticket_note", &ticket, json!({ "text": "Intanto." })).await;
        assert_eq!(
            desk.refused("ticket_undo", &ticket, json!({})).await,
            "not_possible",
            "something happened since"
        );
        desk.step("ticket_reply", &ticket, json!({ "text": "Chiusa.", "channel": "phone" })).await;
        assert_eq!(
            desk.refused("ticket_undo", &ticket, json!({})).await,
            "not_possible",
            "what was told was told"
        );
        desk.step("ticket_close", &ticket, json!({})).await;
        assert_eq!(desk.step("ticket_undo", &ticket, json!({})).await["state"], "answered");
    })
    .await;
}

#[tokio::test]
async fn several_matters_of_one_visit() {
    on_both_engines(async |desk: Bench| {
        let first = desk.report("Buca").await;
        let sibling = async |of: &Value, kind: &str, text: &str| {
            let mut draft = desk.ask("ticket_sibling", json!({ "id": of["id"], "kind": kind })).await;
            draft["text"] = json!(text);
            desk.record(draft).await
        };
        let second = sibling(&first, "visit", "E un lampione").await;
        let third = sibling(&second, "visit", "E una panchina").await;
        assert_eq!(third["citizen"]["id"], first["citizen"]["id"], "nobody is typed twice");
        let links = desk.read(&first).await["links"].clone();
        let numbers: Vec<&Value> =
            links.as_array().expect("links").iter().map(|link| &link["ticket"]["number"]).collect();
        assert_eq!(numbers, [&second["number"], &third["number"]], "a receipt can list them all");

        let split = sibling(&first, "split_from", "Era un'altra cosa").await;
        assert_eq!(split["undoable"], "ticket.recorded");
        assert_eq!(desk.refused("ticket_undo", &split, json!({})).await, "invalid: reason");
        let undone = desk.step("ticket_undo", &split, json!({ "reason": "Non era un'altra cosa." })).await;
        assert_eq!((&undone["state"], &undone["links"]), (&json!("voided"), &json!([])));
        assert_eq!(
            desk.read(&first).await["links"].as_array().map(Vec::len),
            Some(2),
            "the other is whole again"
        );

        let link = json!({ "kind": "related", "other_id": third["id"] });
        desk.step("ticket_link", &second, link.clone()).await;
        assert_eq!(codes(&desk.read(&third).await).last(), Some(&"ticket.linked"), "told on both");
        desk.step("ticket_unlink", &second, link.clone()).await;
        assert_eq!(desk.refused("ticket_unlink", &second, link).await, "invalid: other_id");
    })
    .await;
}

#[tokio::test]
async fn one_answer_for_everybody_who_reported_an_event() {
    on_both_engines(async |desk: Bench| {
        let office = desk.office("Strade", None).await;
        let event = json!({ "op": desk.op(), "subject": "Allagamento", "text": "Allagata via Roma." });
        let event = desk.ask("event_open", event).await;
        assert_eq!(
            (&event["event"], &event["due_on"], &event["pickup_code"]),
            (&json!(true), &json!(null), &json!(null))
        );
        let (one, two, nobody) = (
            desk.report("Acqua in cantina").await,
            desk.report("Strada chiusa").await,
            desk.anonymous("Tombino").await,
        );
        desk.step("ticket_transfer", &two, json!({ "office_id": office, "question": "Verificare." })).await;
        let wrong = json!({ "tickets": [one["id"], event["id"]] });
        assert_eq!(desk.refused("event_attach", &event, wrong).await, "invalid: tickets[1]");
        assert_eq!(desk.read(&one).await["event_id"], json!(null), "all or nothing");
        let all = json!({ "tickets": [one["id"], two["id"], nobody["id"]] });
        let with = desk.step("event_attach", &event, all).await;
        assert_eq!(with["children"].as_array().map(Vec::len), Some(3));
        let who = desk.ask("event_recipients", json!({ "id": event["id"] })).await;
        let how: Vec<&Value> = who.as_array().expect("a list").iter().map(|one| &one["told_by"]).collect();
        assert_eq!(how, [&json!("phone"), &json!("phone"), &json!(null)]);

        let answer = json!({ "text": "La strada riapre domani.", "channel": "phone" });
        assert_eq!(desk.refused("event_reply", &event, answer.clone()).await, "invalid: authorized_by");
        assert_eq!(desk.read(&one).await["state"], "received", "all or nothing");
        let mut answer = answer;
        answer["authorized_by"] = json!("Anna Bassi");
        let told = desk.step("event_reply", &event, answer).await;
        assert_eq!(told["state"], "answered");
        for (ticket, state) in [(&one, "answered"), (&two, "answered"), (&nobody, "closed_without_reply")] {
            let ticket = desk.read(ticket).await;
            assert_eq!(ticket["state"], state);
            let line = ticket["entries"].as_array().expect("lines").last().expect("a line").clone();
            assert_eq!(line["citizen_text"], "La strada riapre domani.");
        }
    })
    .await;
}
