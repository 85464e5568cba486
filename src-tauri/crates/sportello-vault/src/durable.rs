//! Small files that a power cut leaves whole: the old one or the new one, never half of one. Nothing about keys.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Puts `bytes` in the place of `path` with a rename. On an error the old file is still there; only when the folder
/// itself could not be flushed the new one may be there already.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
    name.push(".new");
    // The same folder is the same disk, and only there a rename is a single step.
    let fresh = path.with_file_name(name);
    let renamed =
        File::create(&fresh).and_then(|file| fill(file, bytes)).and_then(|()| fs::rename(&fresh, path));
    if let Err(fault) = renamed {
        // A leftover does no harm (the next write starts it again), so the first fault is the one to tell.
        _ = fs::remove_file(&fresh);
        return Err(fault);
    }
    sync_folder(path)
}

/// Writes the whole content and waits until the disk has it.
pub(crate) fn fill(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the name of a new file as durable as its content. Windows has no such call, and its file systems journal
/// names.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}
