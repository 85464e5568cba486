//! Contacts: logged, sent elsewhere, counted.

use serde_json::json;
use sportello_app::{App, Code, ContactLog, ContactPeriod, Empty, ReferralSave, TextQuery};
use sportello_domain::interaction::{Interaction, InteractionOutcome};
use sportello_domain::referral::Referral;
use sportello_domain::ticket::Channel;
use sportello_tests::day;

fn contact(app: &App, topic: &str, referral: Option<&str>) -> ContactLog {
    ContactLog {
        op: app.new_op(),
        draft_id: None,
        channel: Channel::Counter,
        topic: topic.into(),
        outcome: InteractionOutcome::Answered,
        referral: referral.map(str::to_owned),
        citizen_id: None,
    }
}

async fn log(app: &App, topic: &str, referral: Option<&str>) -> Interaction {
    app.contact_log(contact(app, topic, referral)).await.expect("logged")
}

pub(super) async fn story(app: &App) {
    let before = app.contact_counts(ContactPeriod::default()).await.expect("counts");
    for topic in ["Orari anagrafe", "orari dell'anagrafe", "orari anagrafe", "Carta d'identità"] {
        log(app, topic, None).await;
    }
    what_is_not_for_us_is_sent_elsewhere(app).await;
    what_the_law_protects_is_not_kept(app).await;
    the_municipality_has_its_own_cards(app).await;

    let topics =
        async |text: &str| app.contact_topics(TextQuery { text: text.into() }).await.expect("topics");
    assert_eq!(topics("ana or").await.len(), 2, "two spellings of one topic are one");
    assert_eq!(topics("identita").await, ["Carta d'identità"]);
    assert_eq!(topics("racconto").await, [""; 0], "nothing of a secret talk comes back");

    let after = app.contact_counts(ContactPeriod::default()).await.expect("counts");
    assert_eq!(after.total - before.total, 7);
    let hour = after
        .hours
        .iter()
        .find(|slot| (slot.weekday, slot.hour) == (1, 10))
        .expect("Monday at ten, in Italy");
    assert_eq!(hour.count, after.total, "at nine in Greenwich");
    assert_eq!(after.days.iter().map(|row| row.count).sum::<i64>(), after.total);
    assert_eq!(after.channels.iter().map(|row| row.count).sum::<i64>(), after.total);
    let promoted = after.outcomes.iter().find(|row| row.outcome == InteractionOutcome::Promoted);
    let topics = after.topics.iter().map(|row| row.count).sum::<i64>() + after.other_topics;
    assert_eq!(topics + promoted.map_or(0, |row| row.count), after.total);
    let anagrafe =
        after.topics.iter().find(|row| row.name == "Orari anagrafe" || row.name == "orari anagrafe");
    assert_eq!(anagrafe.map(|row| row.count), Some(2));
    assert_eq!(after.referrals.iter().map(|row| row.count).sum::<i64>(), 3);

    let period = |from, to| ContactPeriod { from: Some(day(from)), to: Some(day(to)) };
    let empty = app.contact_counts(period("2026-11-22", "2026-11-22")).await.expect("counts");
    assert_eq!(empty.total, 0, "the day before");
    let reversed = app.contact_counts(period("2026-11-23", "2026-11-22")).await.expect_err("reversed");
    assert_eq!((reversed.code, reversed.fields[0].field.as_str()), (Code::Invalid, "to"));
}

async fn what_is_not_for_us_is_sent_elsewhere(app: &App) {
    let found =
        app.referrals_find(TextQuery { text: "c'è odore di gas nelle scale".into() }).await.expect("cards");
    assert_eq!(found[0].id, "gas");
    let sent = log(app, "", Some("gas")).await;
    assert_eq!((sent.outcome, sent.referral.as_deref()), (InteractionOutcome::Referred, Some("gas")));
    assert_eq!(sent.topic, found[0].card.title, "the title stands for words nobody typed");
    let unknown = app.contact_log(contact(app, "x", Some("boh"))).await.expect_err("no such card");
    assert_eq!(unknown.fields[0].field, "referral");
    let hits = app.search(TextQuery { text: "passaporto".into() }).await.expect("a search");
    assert_eq!(hits.referrals[0].id, "questura", "the one box finds the cards too");
}

async fn what_the_law_protects_is_not_kept(app: &App) {
    let known = app.citizens(TextQuery { text: "verdi".into() }).await.expect("a search").remove(0).id;
    let told = ContactLog {
        citizen_id: Some(known),
        ..contact(app, "il racconto di un appalto", Some("whistleblowing"))
    };
    let kept = app.contact_log(told).await.expect("logged");
    assert!(!kept.topic.contains("racconto"), "{}", kept.topic);
    assert_eq!((kept.outcome, kept.citizen_id), (InteractionOutcome::Referred, None));
}

async fn the_municipality_has_its_own_cards(app: &App) {
    let card: Referral = serde_json::from_value(json!({
        "title": "Rifiuti ingombranti", "call": "Il gestore della raccolta", "say": "Si prenota dal gestore.",
        "words": ["ritiro divano", "ingombranti"]
    }))
    .expect("a card");
    let save = ReferralSave { op: app.new_op(), id: None, version: 0, card: card.clone(), draft_id: None };
    let saved = app.referral_save(save.clone()).await.expect("a card of our own");
    assert_eq!(app.referral_save(save).await.as_ref(), Ok(&saved), "asked twice, done once");
    let found = app.referrals_find(TextQuery { text: "ingombr".into() }).await.expect("cards");
    assert_eq!(found[0].id, saved.id);
    log(app, "divano", Some(&saved.id)).await;

    let carried =
        app.referrals(Empty {}).await.expect("cards").into_iter().find(|card| card.id == "whistleblowing");
    let open = Referral { secret: false, call: "RPCT del Comune".into(), ..carried.expect("carried").card };
    let over = |version| ReferralSave {
        op: app.new_op(),
        id: Some("whistleblowing".into()),
        version,
        card: open.clone(),
        draft_id: None,
    };
    let changed = app.referral_save(over(0)).await.expect("the municipality's words over the program's");
    assert!(changed.card.secret, "the law is not a setting");
    assert_eq!(app.referral_save(over(0)).await.expect_err("an old version").code, Code::Conflict);
    let empty =
        ReferralSave { op: app.new_op(), id: None, version: 0, card: Referral::default(), draft_id: None };
    assert_eq!(app.referral_save(empty).await.expect_err("an empty card").code, Code::Invalid);
}
