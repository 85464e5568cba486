//! The life of a ticket in all its ways, on both engines: what the law and the offices do to it, the company it keeps,
//! and every step taken back.

pub(crate) mod bench;
mod cli;
mod company;
mod term;
mod walk;

use bench::{Bench, on_both_engines};
use serde_json::json;

#[tokio::test]
async fn bounces() {
    on_both_engines(async |desk: Bench| {
        let (streets, water) =
            (desk.office("Strade", Some("Anna Bassi")).await, desk.office("Acquedotto", None).await);
        let ticket = desk.report("Perdita davanti al 12").await;
        let due = ticket["due_on"].clone();
        desk.step("ticket_transfer", &ticket, json!({ "office_id": streets, "question": "Verificare." }))
            .await;
        let bounce =
            |reason: &str, to: &serde_json::Value| json!({ "reason": reason, "proposed_office_id": to });
        let same = desk.refused("ticket_bounce", &ticket, bounce("Non è nostra.", &streets)).await;
        assert_eq!(same, "invalid: proposed_office_id");
        assert_eq!(desk.refused("ticket_bounce", &ticket, bounce(" ", &water)).await, "invalid: reason");
        let back = desk.step("ticket_bounce", &ticket, bounce("È un tubo.", &water)).await;
        assert_eq!((&back["state"], &back["bounces"]), (&json!("in_progress"), &json!(1)));
        assert_eq!(back["office"]["id"], water, "the next handover begins from the office proposed");
        assert_eq!(back["decider"], json!(null));
        desk.step("ticket_transfer", &ticket, json!({ "office_id": water, "question": "Verificare." })).await;
        let twice = desk.step("ticket_bounce", &ticket, bounce("È la strada.", &streets)).await;
        assert_eq!((&twice["bounces"], &twice["office_due_on"]), (&json!(2), &json!(null)));
        assert_eq!(twice["decider"], json!({ "office": "Acquedotto", "head": null }));
        assert_eq!(twice["due_on"], due, "the citizen's clock runs all the time, and does not move");
        let line = twice["entries"].as_array().expect("lines").last().expect("a line").clone();
        assert_eq!(line["other_office_name"], "Strade");
        let moved =
            json!({ "office_id": streets, "question": "Decide il dirigente.", "decided_by": "Anna Bassi" });
        let moved = desk.step("ticket_transfer", &ticket, moved).await;
        assert_eq!(
            moved["entries"].as_array().expect("lines").last().expect("a line")["party"],
            "Anna Bassi"
        );
    })
    .await;
}

#[tokio::test]
async fn the_ends_that_are_not_an_answer() {
    on_both_engines(async |desk: Bench| {
        let elsewhere = desk.report("Semaforo della provinciale").await;
        let forward = json!({ "body": "Provincia", "contact": "protocollo@provincia.example.it" });
        assert_eq!(desk.refused("ticket_forward", &elsewhere, forward.clone()).await, "invalid: notice");
        let mut told = forward;
        told["notice"] = json!("L'abbiamo passata alla Provincia: il termine corre da quando la riceve.");
        let forwarded = desk.step("ticket_forward", &elsewhere, told).await;
        assert_eq!((&forwarded["state"], &forwarded["due"]), (&json!("forwarded_external"), &json!(null)));

        let back = desk.report("Panchina rotta").await;
        let words = json!({ "text": "L'hanno già riparata, grazie.", "channel": "phone" });
        assert_eq!(desk.step("ticket_withdraw", &back, words).await["state"], "withdrawn");

        let nowhere = desk.report("Numero che non risponde").await;
        let give_up = json!({ "reason": "Irraggiungibile.", "authorized_by": "Anna Bassi" });
        let refused = desk.refused("ticket_close_without_reply", &nowhere, give_up.clone()).await;
        assert_eq!(refused, "not_possible: attempts");
        for _ in 0..2 {
            desk.step("ticket_attempt", &nowhere, json!({ "channel": "phone", "text": "Non risponde." }))
                .await;
        }
        let closed = desk.step("ticket_close_without_reply", &nowhere, give_up.clone()).await;
        assert_eq!((&closed["state"], &closed["attempts"]), (&json!("closed_without_reply"), &json!(2)));

        let nobody = desk.anonymous("Auto in sosta").await;
        let code = nobody["pickup_code"].as_str().expect("a code").to_owned();
        assert_eq!((&nobody["due_on"], code.len()), (&json!(null), 6));
        for typed in [code.to_lowercase(), format!("{} {}", &code[..3], &code[3..])] {
            let found = desk.ask("search", json!({ "text": typed })).await;
            assert_eq!(found["tickets"][0]["number"], nobody["number"], "found by its code: {typed}");
        }
        let mut unsigned = give_up;
        unsigned["authorized_by"] = json!("");
        assert_eq!(
            desk.refused("ticket_close_without_reply", &nobody, unsigned.clone()).await,
            "invalid: authorized_by"
        );
        unsigned["authorized_by"] = json!("Anna Bassi");
        desk.step("ticket_close_without_reply", &nobody, unsigned).await;
    })
    .await;
}

#[tokio::test]
async fn a_ticket_comes_back_with_a_second_term() {
    on_both_engines(async |desk: Bench| {
        let ticket = desk.report("Lampione spento").await;
        assert_eq!(ticket["due_on"], "2026-12-23");
        desk.step("ticket_reply", &ticket, json!({ "text": "Riparato.", "channel": "phone" })).await;
        desk.step("ticket_close", &ticket, json!({})).await;
        desk.day("2026-12-28");
        let again = desk.step("ticket_reopen", &ticket, json!({ "reason": "Si è spento di nuovo." })).await;
        assert_eq!((&again["state"], &again["due_on"]), (&json!("in_progress"), &json!("2027-01-27")));
        assert_eq!(
            (&again["first_due_on"], &again["first_answered_on"]),
            (&json!("2026-12-23"), &json!("2026-11-23"))
        );
        let why = again["deadline"]["explanation"].as_str().expect("a sentence");
        assert!(why.contains("riaperta lunedì 28 dicembre 2026"), "{why}");
        desk.step("ticket_reply", &ticket, json!({ "text": "Cambiato.", "channel": "phone" })).await;
        desk.step("ticket_close", &ticket, json!({})).await;
        desk.day("2027-03-28");
        let last = desk.step("ticket_reopen", &ticket, json!({ "reason": "Ancora." })).await;
        assert_eq!(last["id"], ticket["id"], "ninety days after its end");
        desk.step("ticket_undo", &ticket, json!({})).await;
        desk.day("2027-03-29");
        let new = desk.step("ticket_reopen", &ticket, json!({ "reason": "Ancora." })).await;
        assert_ne!(new["id"], ticket["id"], "later it is a new ticket");
        assert_eq!(
            (&new["links"][0]["kind"], &new["links"][0]["ticket"]["number"]),
            (&json!("continues"), &ticket["number"])
        );
        assert_eq!((&new["state"], &new["presented_on"]), (&json!("received"), &json!("2027-03-29")));
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_filed_when_nobody_comes_back() {
    on_both_engines(async |desk: Bench| {
        let ticket = desk.report("Buca").await;
        let told = desk.step("ticket_reply", &ticket, json!({ "text": "Chiusa.", "channel": "phone" })).await;
        assert_eq!(told["closable_from"], "2026-12-08");
        let day = async |close: bool| {
            let started = desk.ask("day_start", json!({ "op": desk.op(), "close": close })).await;
            (started["to_close"].clone(), started["closed"].clone())
        };
        desk.day("2026-12-07");
        assert_eq!(day(true).await, (json!(0), json!([])));
        desk.day("2026-12-08");
        assert_eq!(day(false).await, (json!(1), json!([])), "offered, not done");
        assert_eq!(day(true).await, (json!(0), json!(["2026/0001"])));
        assert_eq!(desk.read(&ticket).await["state"], "closed");
    })
    .await;
}
