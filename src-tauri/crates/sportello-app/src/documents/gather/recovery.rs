//! The sheet with the recovery code.

use super::Gathered;
use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use sportello_documents::{Document, Options, RecoveryCode};

/// Only while the code is on the screen: it is kept nowhere.
pub(super) async fn gather(app: &App) -> Outcome<Gathered> {
    let code = app.fresh_code.lock().await;
    let code = code.as_ref().ok_or_else(|| Failure::new(Code::NotFound, "no code is waiting"))?;
    let sheet = RecoveryCode {
        store_id: app.slots()?.store_id().to_string(),
        groups: code.groups().iter().map(|group| (*group).to_owned()).collect(),
        made_on: app.today(),
    };
    let document = Document::RecoverySheet(sheet);
    let name = "codice-di-recupero".to_owned();
    Ok(Gathered { document, options: Options::default(), tickets: Vec::new(), name })
}
