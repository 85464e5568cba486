//! The recovery code: shown once, typed back, and the way in when the keyring has forgotten the key.

use crate::app::{App, Empty, Status, status};
use crate::error::{Code, Failure, Outcome};
use crate::settings;
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_store::{Store, event};
use sportello_vault::{KeySlots, RecoveryCode};
use zeroize::Zeroizing;

/// The label of the sheet in the office's safe.
const LABEL: &str = "cassaforte";
/// Groups that must be typed back before the desk works.
const GROUPS_TYPED_BACK: usize = 2;

/// A recovery code on the screen.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecoveryShown {
    /// Its groups, in order.
    pub groups: Vec<String>,
    /// The numbers, from 1, of the groups to type back.
    pub type_back: Vec<u8>,
}

impl RecoveryShown {
    /// Which groups are asked depends on the code, so that nobody learns them by heart.
    pub(crate) fn of(code: &RecoveryCode) -> Self {
        let groups: Vec<String> = code.groups().iter().map(|group| (*group).to_owned()).collect();
        let sum: usize = groups.concat().bytes().map(usize::from).sum();
        let first = sum % groups.len();
        let second = (first + 1 + sum / groups.len() % (groups.len() - 1)) % groups.len();
        let mut type_back: Vec<u8> =
            [first, second].iter().filter_map(|i| u8::try_from(i + 1).ok()).collect();
        type_back.sort_unstable();
        Self { groups, type_back }
    }
}

/// One group as it was typed back.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TypedGroup {
    /// Its number, from 1.
    pub number: u8,
    /// What was typed.
    pub text: String,
}

/// The groups typed back.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RecoveryTyped {
    /// Two of them.
    pub groups: Vec<TypedGroup>,
}

/// A whole code, to open the store with.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RecoveryEntry {
    /// What was typed.
    pub code: String,
}

/// A file to save, print or open.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DocumentFile {
    /// A name for it; never a person's.
    pub file_name: String,
    /// Its bytes, in base 64 (RFC 4648).
    pub base64: String,
}

/// Checks the groups typed back; then the desk can work.
pub(crate) async fn confirm(app: &App, request: RecoveryTyped) -> Outcome<Status> {
    {
        let code = app.fresh_code.lock().await;
        let code = code.as_ref().ok_or_else(|| Failure::new(Code::NotFound, "no code is waiting"))?;
        let asked = RecoveryShown::of(code).type_back;
        let wrong = request.groups.iter().find(|typed| !code.matches_group(typed.number.into(), &typed.text));
        if let Some(typed) = wrong {
            let group = Some(typed.number);
            return Err(Failure { group, ..Failure::new(Code::RecoveryMistyped, "a group was typed wrong") });
        }
        let typed = |number: &u8| request.groups.iter().any(|group| group.number == *number);
        if asked.len() != GROUPS_TYPED_BACK || !asked.iter().all(typed) {
            return Err(Failure::field("groups", FieldRule::Required));
        }
    }
    let store = app.store().await?;
    let mut tx = store.begin(app.stamp(app.new_op())).await?;
    settings::set_recovery(&mut tx, Some(app.today())).await?;
    tx.commit().await?;
    *app.fresh_code.lock().await = None;
    status(app, Empty {}).await
}

/// Makes a new code for an open store; the old one stops working.
pub(crate) async fn renew(app: &App, _: Empty) -> Outcome<RecoveryShown> {
    let store = app.store().await?;
    let mut slots = app.slots()?;
    let key = crate::keys::read(&app.key_place, &slots).await?;
    let code = RecoveryCode::generate()
        .map_err(|_| Failure::new(Code::Unexpected, "no random numbers from the system"))?;
    slots
        .put_recovery(LABEL, &code, &key, app.today())
        .map_err(|fault| Failure::new(Code::Unexpected, fault.to_string()))?;
    let mut tx = store.begin(app.stamp(app.new_op())).await?;
    settings::set_recovery(&mut tx, None).await?;
    slots.replace(&app.keys_path())?;
    tx.commit().await?;
    let shown = RecoveryShown::of(&code);
    *app.fresh_code.lock().await = Some(code);
    Ok(shown)
}

/// The code that waits to be typed back, shown again after a reload of the screen.
pub(crate) async fn show(app: &App, _: Empty) -> Outcome<Option<RecoveryShown>> {
    Ok(app.fresh_code.lock().await.as_ref().map(RecoveryShown::of))
}

/// Opens a store whose key this computer does not have, and gives the key back to the keyring.
pub(crate) async fn open(app: &App, request: RecoveryEntry) -> Outcome<Status> {
    let typed = Zeroizing::new(request.code);
    let code = RecoveryCode::parse(&typed)?;
    let mut slots: KeySlots = app.slots()?;
    let key = slots.open_with_recovery(&code)?;
    let store = Store::open(app.sqlite(&key.sqlcipher_literal())).await?;
    // The keyring may still be out of order: the desk works today, and asks for the code again tomorrow.
    drop(app.key_place.forget(&slots).await);
    match app.key_place.set(&slots, &key).await {
        Ok(()) => {
            app.key_place.put_slot(&mut slots, app.today());
            slots.replace(&app.keys_path())?;
        }
        Err(failure) => tracing::warn!(code = ?failure.code, "the key was not given back to the safe"),
    }
    let mut tx = store.begin(app.stamp(app.new_op())).await?;
    event::append(&mut tx, EventCode::RecoveryUsed, "store", None::<&()>, &LABEL).await?;
    tx.commit().await?;
    app.put_store(store).await;
    status(app, Empty {}).await
}
