//! A key file: for a computer without a keyring, or for a key on a USB stick in a drawer.
//!
//! On Unix the file is for its owner only, as an SSH key is. Windows gives it the rights of its folder, and nothing
//! is checked there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use uuid::Uuid;
use zeroize::Zeroizing;

use super::{KeySafe, SafeFault, already_holds};
use crate::{StoreKey, durable};

const NOTE: &str = "# Chiave dell'archivio di Sportello per il Cittadino. Chi ha questo file può leggere tutto \
                    l'archivio: tenerlo segreto.\n";

/// Far more than a key and its comments; a larger file is something else.
const LONGEST: usize = 4096;

/// A text file with one key: comment lines that start with `#`, and a line of 64 hexadecimal digits.
///
/// It holds the key of one store and does not know which; a wrong file shows in the fingerprint.
#[derive(Debug, Clone)]
pub struct KeyFile {
    path: PathBuf,
}

impl KeyFile {
    /// The key file at this path, whether it exists or not.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn open(&self) -> Result<Option<File>, SafeFault> {
        match File::open(&self.path) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    fn create(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&self.path)
    }
}

impl KeySafe for KeyFile {
    fn name(&self) -> &str {
        "file con la chiave"
    }

    fn get(&self, _store: Uuid) -> Result<Option<StoreKey>, SafeFault> {
        let Some(file) = self.open()? else { return Ok(None) };
        refuse_if_open_to_others(&file)?;
        read_key(file).map(Some)
    }

    fn set(&self, store: Uuid, key: &StoreKey) -> Result<(), SafeFault> {
        if already_holds(self, store, key)? {
            return Ok(());
        }
        let mut text = Zeroizing::new(String::with_capacity(LONGEST));
        text.push_str(NOTE);
        text.push_str(&key.to_hex());
        text.push('\n');
        let file = self.create().map_err(fault)?;
        let written = durable::fill(file, text.as_bytes()).and_then(|()| durable::sync_folder(&self.path));
        written.map_err(|error| {
            // Ours and incomplete: left there, it would stand in the way of the next try.
            _ = fs::remove_file(&self.path);
            fault(error)
        })
    }

    fn delete(&self, _store: Uuid) -> Result<(), SafeFault> {
        let Some(file) = self.open()? else { return Ok(()) };
        // A path typed wrongly may lead to a document of someone: only a key file is removed.
        read_key(file)?;
        fs::remove_file(&self.path).map_err(fault)
    }
}

fn read_key(file: File) -> Result<StoreKey, SafeFault> {
    // Room for everything at once, so that growing leaves no copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST));
    file.take(LONGEST as u64).read_to_end(&mut bytes).map_err(fault)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| SafeFault::Damaged)?;
    key_in(text).ok_or(SafeFault::Damaged)
}

/// The one line that is neither empty nor a comment. Windows editors may add a byte order mark.
fn key_in(text: &str) -> Option<StoreKey> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let digits = lines.next()?;
    lines.next().is_none().then(|| StoreKey::from_hex(digits))?
}

/// Asks the open file and not its path, which could be another file a moment later.
#[cfg(unix)]
fn refuse_if_open_to_others(file: &File) -> Result<(), SafeFault> {
    let permissions = file.metadata().map_err(fault)?.permissions();
    match std::os::unix::fs::PermissionsExt::mode(&permissions) & 0o777 {
        mode if mode & 0o077 != 0 => Err(SafeFault::TooOpen { mode }),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn refuse_if_open_to_others(_file: &File) -> Result<(), SafeFault> {
    Ok(())
}

fn fault(error: io::Error) -> SafeFault {
    match error.kind() {
        io::ErrorKind::PermissionDenied => SafeFault::NoAccess,
        io::ErrorKind::AlreadyExists => SafeFault::Occupied,
        _ => SafeFault::Other { detail: error.to_string() },
    }
}
