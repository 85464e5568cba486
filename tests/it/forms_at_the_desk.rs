//! Forms at the desk, on both engines: a form is kept half filled and whole, and what a citizen said is not asked again.

use crate::both::Desk;
use serde_json::{Value, json};
use sportello_app::{Code, read_request};
use sportello_domain::id::FilledFormId;

/// Nine in the morning in Rome, and the same hour more than a year later.
const THEN: &str = "2026-11-24T08:00:00Z";
const LATER: &str = "2028-01-10T08:00:00Z";

#[tokio::test]
async fn what_was_said_in_one_form_is_not_asked_in_the_next() {
    let sample: Value = serde_json::from_str(include_str!("../data/forms/delega.json")).expect("a sample");
    for mut desk in Desk::both(THEN).await {
        let app = desk.app();
        let citizen =
            json!({ "op": app.new_op(), "citizen": { "surname": "Esposito", "email": "a@esempio.it" } });
        let citizen = app.citizen_save(read_request(citizen).expect("a request")).await.expect("saved").id;
        let id = FilledFormId(app.new_op().0);
        let keep = |answers: &Value, version: i64, done: bool| {
            let request = json!({
                "op": app.new_op(), "id": id, "version": version, "form": "delega", "citizen": citizen,
                "answers": answers, "done": done,
            });
            read_request(request).expect("a request")
        };
        let half = json!({ "delegante": { "cognome": "Espo" } });
        let kept = app.form_keep(keep(&half, 0, false)).await.expect("half a form is kept");
        assert_eq!((kept.version, kept.done, &kept.answers), (1, false, &half));
        let refused = app.form_keep(keep(&half, 1, true)).await.expect_err("it is not whole");
        assert_eq!(refused.code, Code::Invalid);
        let kept = app.form_keep(keep(&sample["risposte"], 1, true)).await.expect("a whole one");
        assert_eq!((kept.version, kept.done), (2, true));
        let stale = app.form_keep(keep(&half, 1, false)).await.expect_err("somebody else was faster");
        assert_eq!(stale.code, Code::Conflict);

        let app = desk.at(LATER).await;
        let begin = json!({ "form": "istanza-generica", "citizen": citizen });
        let start = app.form_begin(read_request(begin).expect("a request")).await.expect("begun");
        let surname = start.known.iter().find(|known| known.path.ends_with(".cognome")).expect("known");
        assert!(surname.old && surname.since.is_some(), "{surname:?}");
        assert!(start.answers.to_string().contains("SPSTRS48L42F839G"), "{}", start.answers);
        let theirs = app.forms_kept(read_request(json!({ "citizen": citizen })).expect("a request")).await;
        assert_eq!(theirs.expect("their forms").len(), 1);
    }
}
