//! Suspension and restart: the dates of the law, through the whole program.

use super::bench::{Bench, on_both_engines};
use serde_json::{Value, json};

async fn request(desk: &Bench, rule: &str) -> Value {
    let citizen = json!({ "surname": "Prova", "phone": "039 0000000" });
    desk.record(json!({ "text": "Chiedo il passo carrabile", "citizen": citizen, "rule": rule })).await
}

fn missing() -> Value {
    json!({ "ground": "missing_information", "asked": "Serve la planimetria." })
}

#[tokio::test]
async fn a_term_of_the_law_is_suspended_once_and_runs_again() {
    on_both_engines(async |desk: Bench| {
        desk.day("2026-09-01");
        let ticket = request(&desk, "procedure").await;
        assert_eq!(
            (&ticket["due_on"], &ticket["grounds"][0]),
            (&json!("2026-10-01"), &json!("missing_information"))
        );
        desk.day("2026-09-11");
        let held = desk.step("ticket_suspend", &ticket, missing()).await;
        assert_eq!(
            (&held["state"], &held["due_on"]),
            (&json!("suspended"), &json!("2026-10-31")),
            "the latest"
        );
        assert_eq!(held["suspended"]["ends_by"], "2026-10-11");
        desk.day("2026-09-21");
        let runs = desk.step("ticket_resume", &ticket, json!({ "note": "Arrivata la planimetria." })).await;
        assert_eq!((&runs["state"], &runs["due_on"]), (&json!("received"), &json!("2026-10-12")));
        let why = runs["deadline"]["explanation"].as_str().expect("a sentence");
        assert!(why.contains("sospesa dall'11 al 21 settembre 2026 (10 giorni)"), "{why}");
        assert_eq!(desk.refused("ticket_suspend", &ticket, missing()).await, "invalid: second_suspension");
    })
    .await;
}

#[tokio::test]
async fn a_suspension_ends_by_itself_and_never_counts_more_than_the_law_says() {
    on_both_engines(async |desk: Bench| {
        desk.day("2026-09-01");
        let (late, waits, seen) = (
            request(&desk, "procedure").await,
            request(&desk, "procedure").await,
            request(&desk, "procedure").await,
        );
        desk.day("2026-09-11");
        for ticket in [&late, &waits, &seen] {
            desk.step("ticket_suspend", ticket, missing()).await;
        }
        desk.day("2026-10-10");
        assert_eq!(desk.read(&seen).await["suspended"]["ended"], false);
        desk.day("2026-11-20");
        assert_eq!(desk.read(&seen).await["suspended"]["ended"], true, "told, and not written by reading");
        let resumed = desk.step("ticket_resume", &late, json!({})).await;
        assert_eq!(resumed["due_on"], "2026-10-31", "seventy days later, thirty count");
        let taken = desk.step("ticket_take", &seen, json!({})).await;
        assert_eq!((&taken["state"], &taken["due_on"]), (&json!("in_progress"), &json!("2026-10-31")));
        let day = desk.ask("day_start", json!({ "op": desk.op() })).await;
        assert_eq!(day["resumed"], json!([waits["number"]]));
        assert_eq!(desk.read(&waits).await["state"], "received");
    })
    .await;
}

#[tokio::test]
async fn what_the_law_does_not_allow_is_refused() {
    on_both_engines(async |desk: Bench| {
        desk.day("2026-09-01");
        let promise = desk.report("Lampione spento").await;
        assert_eq!(
            desk.refused("ticket_suspend", &promise, missing()).await,
            "invalid: commitment_never_suspended"
        );
        let ticket = request(&desk, "procedure").await;
        desk.day("2026-09-15");
        let mut past = missing();
        past["sent_on"] = json!("2026-09-11");
        assert_eq!(desk.refused("ticket_suspend", &ticket, past.clone()).await, "invalid: authorized_by");
        let mut wrong = missing();
        wrong["ground"] = json!("privacy_authority");
        assert_eq!(desk.refused("ticket_suspend", &ticket, wrong).await, "invalid: suspension_not_allowed");
        desk.day("2026-10-02");
        past["authorized_by"] = json!("Anna Bassi");
        assert_eq!(
            desk.refused("ticket_suspend", &ticket, past.clone()).await,
            "invalid: suspension_after_due"
        );
        desk.day("2026-09-15");
        let held = desk.step("ticket_suspend", &ticket, past).await;
        assert_eq!(held["suspended"]["sent_on"], "2026-09-11");
        let line = held["entries"].as_array().expect("lines").last().expect("a line").clone();
        assert_eq!((&line["party"], &line["ground"]), (&json!("Anna Bassi"), &json!("missing_information")));
        let backwards = json!({ "on": "2026-09-10" });
        assert_eq!(desk.refused("ticket_resume", &ticket, backwards).await, "invalid: on");
    })
    .await;
}

#[tokio::test]
async fn third_parties_and_refusal_notices_have_their_own_days() {
    on_both_engines(async |desk: Bench| {
        desk.day("2026-09-01");
        let (access, denied) =
            (request(&desk, "general_civic_access").await, request(&desk, "procedure").await);
        desk.day("2026-09-08");
        let told =
            json!({ "ground": "affected_third_parties", "asked": "Avviso.", "received_on": "2026-09-11" });
        desk.step("ticket_suspend", &access, told).await;
        desk.day("2026-09-16");
        assert_eq!(desk.step("ticket_resume", &access, json!({})).await["due_on"], "2026-10-09");
        desk.day("2026-09-20");
        let notice = json!({ "ground": "refusal_notice", "asked": "Motivi.", "received_on": "2026-09-22" });
        assert_eq!(
            desk.step("ticket_suspend", &denied, notice).await["due_on"],
            "2026-10-13",
            "nobody answers"
        );
        desk.day("2026-09-28");
        assert_eq!(
            desk.step("ticket_resume", &denied, json!({})).await["due_on"],
            "2026-10-19",
            "observations"
        );
    })
    .await;
}

#[tokio::test]
async fn an_irregular_request_starts_again_when_it_is_put_right() {
    on_both_engines(async |desk: Bench| {
        desk.day("2026-09-01");
        let (access, other) = (request(&desk, "documentary_access").await, request(&desk, "procedure").await);
        desk.day("2026-09-25");
        let right = json!({ "reason": "Mancava la delega." });
        assert_eq!(
            desk.refused("ticket_restart", &other, right.clone()).await,
            "invalid: restart_not_allowed"
        );
        let again = desk.step("ticket_restart", &access, right).await;
        assert_eq!((&again["due_on"], &again["state"]), (&json!("2026-10-26"), &json!("received")));
        assert_eq!(again["presented_on"], "2026-09-01", "what was presented stays presented");
    })
    .await;
}
