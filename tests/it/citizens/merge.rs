//! Several records of one person: merged, undone, and nothing lost on the way.

use super::{citizen, ticket};
use proptest::prelude::*;
use serde_json::json;
use sportello_app::{
    App, CitizenCard, CitizenMerge, CitizenPair, CitizenRef, CitizenSave, CitizenUnmerge, Code, ContactLog,
    PersonAdd, TextQuery, TicketRef,
};
use sportello_domain::citizen::{CitizenData, ContactPoint};
use sportello_domain::id::CitizenId;
use sportello_domain::ticket::PersonRole;
use sportello_tests::Folder;
use std::collections::BTreeSet;

async fn card(app: &App, id: CitizenId) -> CitizenCard {
    app.citizen(CitizenRef { id }).await.expect("a card")
}

fn merge(app: &App, keep: CitizenId, absorb: CitizenId) -> CitizenMerge {
    CitizenMerge { op: app.new_op(), keep, absorb, keep_version: None, absorb_version: None }
}

async fn found(app: &App, text: &str) -> Vec<CitizenId> {
    let found = app.citizens(TextQuery { text: text.into() }).await.expect("a search");
    found.into_iter().map(|citizen| citizen.id).collect()
}

/// What somebody sees of a citizen: who it is, and every ticket and contact.
async fn seen(app: &App, id: CitizenId) -> (CitizenData, BTreeSet<String>, usize) {
    let card = card(app, id).await;
    let tickets = card.tickets.iter().map(|line| line.row.number.to_string()).collect();
    (card.citizen.data, tickets, card.contacts.len())
}

pub(super) async fn story(app: &App) {
    let one = citizen(app, json!({ "surname": "Brambilla", "name": "Carla", "phone": "039 7000001", "care_notes": "sente poco" })).await.id;
    let other = citizen(
        app,
        json!({ "surname": "Brambila", "name": "Carla", "phone": "039 7000002", "email": "c@example.it" }),
    )
    .await
    .id;
    let theirs = ticket(app, json!({ "text": "Tombino rotto", "citizen_id": other })).await;
    let helped = ticket(
        app,
        json!({ "text": "Siepe alta", "citizen": { "surname": "Colombo", "phone": "039 7000003" } }),
    )
    .await;
    let add = PersonAdd {
        op: app.new_op(),
        id: helped,
        version: None,
        draft_id: None,
        citizen_id: Some(other),
        citizen: None,
        role: PersonRole::Delegate,
        reply_to: true,
    };
    app.ticket_person_add(add).await.expect("a delegate");
    let before = (seen(app, one).await, seen(app, other).await);

    let preview =
        app.citizen_merge_preview(CitizenPair { keep: one, absorb: other }).await.expect("a preview");
    let request = merge(app, one, other);
    let merged = app.citizen_merge(request).await.expect("merged");
    assert_eq!(merged.citizen.data, preview, "the card reads as it was shown before");
    assert_eq!(app.citizen_merge(request).await.expect("asked twice").citizen, merged.citizen, "done once");
    let phones: Vec<&str> = merged.citizen.data.phones.iter().map(|point| point.value.as_str()).collect();
    assert_eq!(phones, ["039 7000001", "039 7000002"]);
    assert_eq!(merged.tickets.len(), 2, "the tickets of both, in any role");
    assert_eq!(card(app, other).await.citizen.id, one, "the other id still answers");
    assert_eq!(found(app, "brambila").await, [one], "the old spelling finds the survivor, once");
    assert_eq!(found(app, "7000002").await, [one]);
    let later = ticket(app, json!({ "text": "Ancora il tombino", "citizen_id": other })).await;
    assert_eq!(card(app, one).await.tickets.len(), 3, "a later ticket of the absorbed id is reachable");
    let shown = app.ticket(TicketRef { id: theirs }).await.expect("the ticket");
    assert_eq!(shown.citizen.map(|citizen| citizen.id), Some(one), "the ticket shows who it is now");
    let list = app.search(TextQuery { text: "brambilla tombino rotto".into() }).await.expect("a search");
    assert_eq!(
        list.tickets[0].row.citizen_name.as_deref(),
        Some("Brambilla Carla"),
        "lists show the survivor too"
    );

    nothing_of_it_goes_wrong(app, one, other).await;

    // Changed while merged: what was added stays with the survivor, what the other record says goes with it.
    let mut typed = card(app, one).await.citizen;
    typed.data.phones.push(ContactPoint { value: "039 7000009".into(), label: Some("lavoro".into()) });
    let save = CitizenSave {
        op: app.new_op(),
        id: Some(one),
        version: typed.version,
        citizen: typed.data,
        draft_id: None,
    };
    app.citizen_save(save).await.expect("saved");
    let undo = CitizenUnmerge { op: app.new_op(), absorbed: other };
    let back = app.citizen_unmerge(undo).await.expect("apart again");
    assert_eq!(app.citizen_unmerge(undo).await.expect("asked twice").citizen, back.citizen, "done once");
    let after = (seen(app, one).await, seen(app, other).await);
    assert_eq!(after.1.0, before.1.0, "the absorbed record is exactly what it was");
    let phones: Vec<&str> = after.0.0.phones.iter().map(|point| point.value.as_str()).collect();
    assert_eq!(phones, ["039 7000001", "039 7000009"], "and the survivor keeps what it was given since");
    assert_eq!(after.0.1, before.0.1, "tickets go back too");
    let number = app.ticket(TicketRef { id: later }).await.expect("the ticket").ticket.number.to_string();
    assert!(after.1.1.contains(&number), "the later ticket too");
    assert_eq!(found(app, "brambila").await, [other]);
    let again = app.citizen_unmerge(CitizenUnmerge { op: app.new_op(), absorbed: other }).await;
    assert_eq!(again.expect_err("it lies under no card").code, Code::NotFound);
}

async fn nothing_of_it_goes_wrong(app: &App, one: CitizenId, other: CitizenId) {
    let refused = async |request| app.citizen_merge(request).await.expect_err("refused").code;
    assert_eq!(refused(merge(app, one, one)).await, Code::Invalid, "one and the same");
    assert_eq!(refused(merge(app, one, other)).await, Code::Conflict, "merged already");
    let third = citizen(app, json!({ "surname": "Riva" })).await.id;
    assert_eq!(refused(merge(app, third, other)).await, Code::Conflict, "the other record is under a card");
    let stale = CitizenMerge { keep_version: Some(1), ..merge(app, one, third) };
    assert_eq!(refused(stale).await, Code::Conflict, "the card has changed since it was read");
    let nobody = CitizenId(app.new_op().0);
    assert_eq!(refused(merge(app, one, nobody)).await, Code::Invalid, "nobody has this id");
    let old = card(app, other).await.citizen;
    let save = CitizenSave {
        op: app.new_op(),
        id: Some(other),
        version: old.version,
        citizen: old.data,
        draft_id: None,
    };
    assert_eq!(app.citizen_save(save).await.expect_err("not their card any more").code, Code::Conflict);
}

/// Six records, each with a telephone, a ticket and a contact of its own.
async fn six(app: &App) -> Vec<CitizenId> {
    let mut ids = Vec::new();
    for i in 0..6 {
        let data = json!({ "surname": format!("Fumagalli{}", i % 2), "name": "Ada", "care_notes": format!("nota {i}"),
            "phones": [format!("039 800000{i}"), "039 8999999"], "email": format!("a{i}@example.it") });
        let id = citizen(app, data).await.id;
        ticket(app, json!({ "text": format!("Pratica {i}"), "citizen_id": id })).await;
        let contact = ContactLog {
            op: app.new_op(),
            draft_id: None,
            channel: sportello_domain::ticket::Channel::Phone,
            topic: "orari".into(),
            outcome: sportello_domain::interaction::InteractionOutcome::Answered,
            referral: None,
            citizen_id: Some(id),
        };
        app.contact_log(contact).await.expect("a contact");
        ids.push(id);
    }
    ids
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    /// Whatever is merged into whatever, in chains, and undone in whatever order: every record, with its tickets and
    /// contacts, is exactly what it was; and meanwhile nothing of anybody is out of reach.
    #[test]
    fn merging_and_unmerging_gives_everything_back(
        pairs in prop::collection::vec((0..6usize, 0..6usize), 1..6),
        order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
            let folder = Folder::new();
            let app = folder.app_at(super::NOW).await;
            sportello_tests::first_run(&app).await;
            let ids = six(&app).await;
            let mut before = Vec::new();
            for id in &ids {
                before.push(seen(&app, *id).await);
            }
            for (keep, absorb) in pairs {
                // Between cards, as the desk sees them: a record under a card stands for its card.
                let (keep, absorb) = (card(&app, ids[keep]).await.citizen.id, card(&app, ids[absorb]).await.citizen.id);
                if keep != absorb {
                    app.citizen_merge(merge(&app, keep, absorb)).await.expect("merged");
                }
            }
            for (id, (data, tickets, _)) in ids.iter().zip(&before) {
                let (whole, reachable, _) = seen(&app, *id).await;
                prop_assert!(data.phones.iter().all(|phone| whole.phones.iter().any(|known| known.value == phone.value)));
                prop_assert!(data.emails.iter().all(|email| whole.emails.contains(email)));
                prop_assert!(whole.care_notes.unwrap_or_default().contains(data.care_notes.as_deref().unwrap_or_default()));
                prop_assert!(tickets.is_subset(&reachable));
            }
            for at in order {
                let undone = app.citizen_unmerge(CitizenUnmerge { op: app.new_op(), absorbed: ids[at] }).await;
                prop_assert!(undone.is_ok_and(|card| card.citizen.id == ids[at]) || card(&app, ids[at]).await.citizen.id == ids[at]);
            }
            for (id, expected) in ids.iter().zip(&before) {
                prop_assert_eq!(&seen(&app, *id).await, expected);
                let phone = expected.0.phone.clone().unwrap_or_default();
                prop_assert_eq!(found(&app, &phone).await, vec![*id]);
            }
            crate::story::is_sound(&app).await;
            app.close().await;
            Ok(())
        })?;
    }
}
