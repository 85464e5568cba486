//! Files lent to other programs: a document that is read in the system's reader has to be a file for as long as it is
//! read. They lie in a private folder, and go when the desk closes; after a crash, when it opens again.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Held for a moment by whoever sweeps or moves in.
const DOOR: &str = ".porta";
/// Held for its whole life by the desk a tray belongs to.
const OWNER: &str = ".in-uso";

/// The tray of one running desk.
#[derive(Debug)]
pub struct Outbox {
    tray: PathBuf,
    lent: AtomicU32,
    // Unlocked by the system when the desk ends, however it ends.
    _owner: File,
}

impl Outbox {
    /// Sweeps what other desks left behind in `folder`, and takes a tray of its own there.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn open(folder: &Path) -> io::Result<Self> {
        private_folder(folder)?;
        let door = private_file(&folder.join(DOOR))?;
        door.lock()?;
        sweep(folder);
        let free = (1..).map(|number: u32| folder.join(number.to_string())).find(|tray| !tray.exists());
        let tray = free.unwrap_or_else(|| folder.join("0"));
        private_folder(&tray)?;
        let owner = private_file(&tray.join(OWNER))?;
        owner.lock()?;
        Ok(Self { tray, lent: AtomicU32::new(0), _owner: owner })
    }

    /// Puts a file in the tray under this name; its folder is new, so that two of one name do not meet.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn lend(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let folder = self.tray.join(self.lent.fetch_add(1, Ordering::Relaxed).to_string());
        private_folder(&folder)?;
        let path = folder.join(Path::new(name).file_name().unwrap_or("documento.pdf".as_ref()));
        private_file(&path)?.write_all(bytes)?;
        Ok(path)
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        // What a reader still holds on Windows stays until the next sweep.
        drop(fs::remove_dir_all(&self.tray));
    }
}

/// Removes every tray whose desk is not running any more.
fn sweep(folder: &Path) {
    let trays = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for tray in trays.filter(|path| path.is_dir()) {
        let owner = OpenOptions::new().write(true).open(tray.join(OWNER));
        // Without the mark nobody ever moved in: whoever does so holds the door.
        if owner.map_or(true, |owner| owner.try_lock().is_ok()) {
            drop(fs::remove_dir_all(&tray));
        }
    }
}

fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests;
