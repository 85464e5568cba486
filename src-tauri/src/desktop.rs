//! What only a desktop can do: ask for a file and where to save one, open a document in the system's reader.

use crate::rpc::Desk;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sportello_app::{Code, Failure, FileFault};
use sportello_printing::Outbox;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// The largest file taken, in bytes: what is imported or attached is smaller.
const LARGEST_FILE: u64 = 100 * 1024 * 1024;

/// A file the operator chose, without its folder.
#[derive(Debug, Serialize)]
pub(crate) struct PickedFile {
    name: String,
    base64: String,
}

/// A document as the app answered it.
#[derive(Debug, Deserialize)]
pub(crate) struct Document {
    file_name: String,
    base64: String,
}

impl Document {
    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        BASE64.decode(&self.base64).map_err(|_| Failure::new(Code::BadRequest, "not base 64"))
    }

    /// The last part of the name only: a document never chooses its folder.
    fn name(&self) -> String {
        let name = self.file_name.rsplit(['/', '\\']).next().unwrap_or_default();
        if name.is_empty() { "documento.pdf".to_owned() } else { name.to_owned() }
    }
}

/// Documents opened in the reader: private copies, removed when the desk closes; after a crash, when it opens again.
#[derive(Default)]
pub(crate) struct LentDocuments(Mutex<Option<Outbox>>);

impl LentDocuments {
    /// Removes them. A reader that still holds one on Windows keeps it until the desk opens again.
    pub(crate) fn remove(&self) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    }

    fn lend(&self, folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
        let mut outbox = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let outbox = match &mut *outbox {
            Some(outbox) => outbox,
            none => none.insert(Outbox::open(folder)?),
        };
        outbox.lend(name, bytes)
    }
}

/// Removes what a desk that crashed has left behind, and takes a tray for this one.
pub(crate) fn sweep(handle: &AppHandle) {
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        let folder = handle.state::<Desk>().lending_folder().await;
        let lent = handle.state::<LentDocuments>();
        // A folder that cannot be written is told when a document is opened.
        if folder.exists()
            && let Ok(outbox) = Outbox::open(&folder)
        {
            lent.0.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(outbox);
        }
    });
}

/// Asks where to save a document, and saves it. False when the operator changed their mind.
#[tauri::command]
pub(crate) async fn save_document(app: AppHandle, file: Document) -> Result<bool, Failure> {
    let bytes = file.bytes()?;
    let (answer, answered) = tokio::sync::oneshot::channel();
    let name = file.name();
    // The kind of file is what its name ends with; the app gives every copy the ending of what it is.
    let ending = name.rsplit_once('.').map_or("pdf", |(_, ending)| ending).to_owned();
    let dialog = app.dialog().file().add_filter(ending.to_uppercase(), &[&ending]).set_file_name(name);
    dialog.save_file(move |path| {
        drop(answer.send(path.and_then(|path| path.into_path().ok())));
    });
    let chosen: Option<PathBuf> = answered.await.unwrap_or_default();
    let Some(path) = chosen else { return Ok(false) };
    std::fs::write(path, bytes).map_err(|error| disk_failure(&error))?;
    Ok(true)
}

/// Lets the operator choose a file with one of these endings, any file when there are none. None when they thought
/// better of it.
#[tauri::command]
pub(crate) async fn pick_file(app: AppHandle, endings: Vec<String>) -> Result<Option<PickedFile>, Failure> {
    let (answer, answered) = tokio::sync::oneshot::channel();
    let mut dialog = app.dialog().file();
    if !endings.is_empty() {
        let endings: Vec<&str> = endings.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(endings.join(", "), &endings);
    }
    dialog.pick_file(move |path| {
        drop(answer.send(path.and_then(|path| path.into_path().ok())));
    });
    let chosen: Option<PathBuf> = answered.await.unwrap_or_default();
    let Some(path) = chosen else { return Ok(None) };
    let unreadable = |_| Failure::new(Code::DiskError, "the file chosen could not be read");
    if std::fs::metadata(&path).map_err(unreadable)?.len() > LARGEST_FILE {
        return Err(FileFault::TooLarge { megabytes: (LARGEST_FILE >> 20) as u32 }.into());
    }
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some(PickedFile { name, base64: BASE64.encode(bytes) }))
}

/// Opens a document in the system's reader, from where it is printed.
#[tauri::command]
pub(crate) async fn open_document(
    app: AppHandle,
    desk: State<'_, Desk>,
    lent: State<'_, LentDocuments>,
    file: Document,
) -> Result<(), Failure> {
    let folder = desk.lending_folder().await;
    let path = lent.lend(&folder, &file.name(), &file.bytes()?).map_err(|error| disk_failure(&error))?;
    app.opener()
        .open_path(path.to_string_lossy(), None::<&str>)
        .map_err(|_| Failure::new(Code::Unexpected, "no program opens this document"))
}

fn disk_failure(error: &std::io::Error) -> Failure {
    let code = match error.kind() {
        std::io::ErrorKind::StorageFull => Code::DiskFull,
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Code::ReadOnly,
        _ => Code::DiskError,
    };
    Failure::new(code, "the document could not be written")
}
