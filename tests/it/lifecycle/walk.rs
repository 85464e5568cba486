//! Random walks over the lifecycle, through the whole program. Whatever is done in whatever order: the citizen's clock
//! is never lost and no office moves it, nothing happens without its line, what was refused changed nothing, and what
//! is taken back leaves the ticket as it was.

use super::bench::{Bench, on_sqlite};
use super::company::standing;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use sportello_tests::dispatch;

const WALKS: u32 = 20;
const LONGEST: usize = 28;

const COMMANDS: [&str; 17] = [
    "ticket_take",
    "ticket_transfer",
    "ticket_accept",
    "ticket_bounce",
    "ticket_outcome",
    "ticket_send_back",
    "ticket_reply",
    "ticket_close",
    "ticket_suspend",
    "ticket_resume",
    "ticket_restart",
    "ticket_forward",
    "ticket_withdraw",
    "ticket_attempt",
    "ticket_close_without_reply",
    "ticket_reopen",
    "ticket_void",
];

/// What a command is asked with: always enough, so that only the state of the ticket can refuse it.
fn request(command: &str, offices: &[Value; 2], ticket: &Value) -> Value {
    let elsewhere = usize::from(ticket["office"]["id"] == offices[0]);
    match command {
        "ticket_transfer" => json!({ "office_id": offices[elsewhere], "question": "Verificare." }),
        "ticket_accept" => json!({ "case_officer": "Geometra" }),
        "ticket_bounce" => json!({ "reason": "Non è nostra.", "proposed_office_id": offices[elsewhere] }),
        "ticket_outcome" => json!({ "text": "Fatto.", "case_officer": "Geometra" }),
        "ticket_send_back" | "ticket_reopen" | "ticket_restart" | "ticket_void" => {
            json!({ "reason": "Perché sì." })
        }
        "ticket_reply" | "ticket_withdraw" => json!({ "text": "Ecco.", "channel": "phone" }),
        "ticket_suspend" => json!({ "ground": "missing_information", "asked": "Manca la planimetria." }),
        "ticket_forward" => json!({ "body": "Provincia", "notice": "È della Provincia." }),
        "ticket_attempt" => json!({ "channel": "phone" }),
        "ticket_close_without_reply" => json!({ "reason": "Introvabile.", "authorized_by": "Anna Bassi" }),
        _ => json!({}),
    }
}

struct Walker<'a> {
    desk: &'a Bench,
    offices: [Value; 2],
    /// Another open ticket, to be merged into.
    other: Value,
    /// The citizen's date before the last suspension.
    floor: String,
    /// Steps done.
    done: u64,
}

impl Walker<'_> {
    async fn step(&mut self, ticket: &Value, command: &str) -> Value {
        let before = self.desk.read(ticket).await;
        let mut asked = request(command, &self.offices, &before);
        (asked["op"], asked["id"]) = (self.desk.op(), ticket["id"].clone());
        let Ok(after) = dispatch(&self.desk.app, command, asked).await else {
            assert_eq!(self.desk.read(ticket).await, before, "{command}: refused, and yet something changed");
            return before;
        };
        self.done += 1;
        if after["id"] != before["id"] {
            return after;
        }
        let lines = |ticket: &Value| ticket["entries"].as_array().map_or(0, Vec::len);
        assert!(lines(&after) > lines(&before), "{command}: a step without its line");
        let (was, is) = (text(&before["due_on"]).to_owned(), text(&after["due_on"]));
        match command {
            "ticket_suspend" => {
                assert!(is >= was.as_str(), "a suspension brought the date forward");
                self.floor = was;
            }
            "ticket_resume" => {
                assert!(is >= self.floor.as_str(), "the end of a suspension brought the date forward")
            }
            "ticket_restart" => assert!(is >= was.as_str(), "a restart brought the date forward"),
            "ticket_reopen" => assert!(!after["first_due_on"].is_null(), "the first term is forgotten"),
            _ => assert_eq!(is, was, "{command}: moved the citizen's date"),
        }
        after
    }

    /// Whatever can be taken back leaves the ticket as it was.
    async fn there_and_back(&mut self, ticket: &Value, command: &str) {
        let before = self.desk.read(ticket).await;
        let after = self.step(ticket, command).await;
        if after["id"] == before["id"]
            && after["version"] != before["version"]
            && !after["undoable"].is_null()
        {
            let undone = self.desk.step("ticket_undo", ticket, json!({})).await;
            self.done += 1;
            assert_eq!(standing(&undone), standing(&before), "{command} taken back");
        }
    }

    async fn merged_and_apart(&mut self, ticket: &Value) {
        let before = self.desk.read(ticket).await;
        let other = self.desk.read(&self.other).await;
        let merge = json!({ "op": self.desk.op(), "id": ticket["id"], "master_id": self.other["id"] });
        if dispatch(&self.desk.app, "ticket_merge", merge).await.is_ok() {
            let apart = self.desk.step("ticket_unmerge", ticket, json!({})).await;
            self.done += 2;
            // A suspension that had ended by itself is written down by the first step that comes.
            if before["suspended"]["ended"] != true {
                assert_eq!(standing(&apart), standing(&before), "merged and apart");
            }
            let again = self.desk.read(&self.other).await;
            assert_eq!((standing(&again), &again["people"]), (standing(&other), &other["people"]));
        }
    }

    /// From wherever a walk ends the desk can still answer, unless it is over.
    async fn can_be_answered(&mut self, ticket: &Value) {
        let mut ticket = self.desk.read(ticket).await;
        assert!(!ticket["due_on"].is_null(), "the clock is lost in {}", ticket["state"]);
        for _ in 0..4 {
            let command = match ticket["state"].as_str().unwrap_or_default() {
                "received" | "in_progress" | "outcome_received" => "ticket_reply",
                "transferred" | "with_office" => "ticket_outcome",
                "suspended" => "ticket_resume",
                _ => break,
            };
            ticket = self.step(&ticket, command).await;
        }
        assert!(ticket["due"].is_null(), "still open and no way to answer from {}", ticket["state"]);
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn no_walk_loses_the_citizen() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (folder, desk) = runtime.block_on(on_sqlite());
    let offices =
        runtime.block_on(async { [desk.office("Strade", None).await, desk.office("Acque", None).await] });
    let citizen = json!({ "surname": "Prova", "phone": "039 0000000" });
    let steps = prop::collection::vec((0..COMMANDS.len() + 2, 0..12_u64, any::<bool>()), 8..LONGEST);
    let rules = prop::sample::select(vec!["commitment", "procedure", "documentary_access"]);
    let mut runner = TestRunner::new(Config { cases: WALKS, failure_persistence: None, ..Config::default() });
    let walked = runner.run(&(steps, rules), |(steps, rule)| {
        runtime.block_on(async {
            desk.day("2026-09-01");
            let draft = json!({ "text": "Una cosa", "citizen": citizen, "rule": rule });
            let mut ticket = desk.record(draft.clone()).await;
            let other = desk.record(draft).await;
            let mut walker =
                Walker { desk: &desk, offices: offices.clone(), other, floor: String::new(), done: 2 };
            let mut day = sportello_tests::day("2026-09-01");
            for (command, days, back) in &steps {
                day = day + chrono::Days::new(*days);
                desk.day(&day.to_string());
                match COMMANDS.get(*command) {
                    // A void is for ever: it is tried only to be taken back.
                    Some(command) if *back || *command == "ticket_void" => {
                        walker.there_and_back(&ticket, command).await
                    }
                    Some(command) => ticket = walker.step(&ticket, command).await,
                    None => walker.merged_and_apart(&ticket).await,
                }
            }
            walker.can_be_answered(&ticket).await;
            let report = desk.ask("verify", json!({ "job": desk.op() })).await;
            assert_eq!(report["sound"], true, "{report}");
            assert!(
                report["events"].as_u64().unwrap_or_default() >= walker.done,
                "every step is in the register"
            );
        });
        Ok(())
    });
    if let Err(failure) = walked {
        panic!("{failure}");
    }
    runtime.block_on(desk.app.close());
    drop(folder);
}
