//! How a workstation likes to see the desk, and the tray of what was interrupted: both engines keep them.

use crate::story::on_a_shared_store;
use serde_json::json;
use sportello_app::{App, Code, DraftSave, Empty, Workstation, WorkstationSave};
use sportello_domain::id::DraftId;
use sportello_tests::Folder;

#[tokio::test]
async fn on_sqlite() {
    let folder = Folder::new();
    let (app, _) = folder.first_run().await;
    story(&app).await;
    app.close().await;
    let app = folder.app().await;
    assert_eq!(shown(&app).await.scale, 150, "found again at the next start");
    app.close().await;
}

#[tokio::test]
async fn on_postgresql() {
    on_a_shared_store(async |app| story(app).await).await;
}

async fn story(app: &App) {
    let usual = shown(app).await;
    assert_eq!(
        (usual.scale, usual.cover_after, usual.cover_hidden),
        (100, 5, true),
        "covered by itself, unasked"
    );

    let op = app.new_op();
    let larger = Workstation { scale: 150, ..usual };
    assert_eq!(
        app.workstation_save(WorkstationSave { op, workstation: larger }).await.expect("kept"),
        larger
    );
    let again = Workstation { scale: 200, ..usual };
    let repeated =
        app.workstation_save(WorkstationSave { op, workstation: again }).await.expect("asked twice");
    assert_eq!(repeated, larger, "an operation is done once");

    let beyond = Workstation { scale: 201, cover_after: 61, ..usual };
    let refused = app.workstation_save(WorkstationSave { op: app.new_op(), workstation: beyond }).await;
    let refused = refused.expect_err("beyond what fits a screen");
    let fields: Vec<&str> = refused.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!((refused.code, fields), (Code::Invalid, vec!["workstation.scale", "workstation.cover_after"]));
    assert_eq!(shown(app).await, larger);

    for i in 0..250 {
        let draft =
            DraftSave { id: DraftId(app.new_op().0), kind: "intake".to_owned(), body: json!({ "text": i }) };
        app.draft_save(draft).await.expect("parked");
    }
    assert_eq!(app.drafts(Empty {}).await.expect("the tray").len(), 250, "the tray has no bottom");
}

async fn shown(app: &App) -> Workstation {
    app.status(Empty {}).await.expect("the status").ready.expect("an open store").workstation
}
