//! A small disk of the test's own, that can be full or read-only.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file system in memory, unmounted at the end.
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts one of `size` (`3m`), or says in one visible line why there is none.
    pub fn mount(size: &str) -> Option<Self> {
        let disk = Self(tempfile::tempdir().expect("a temporary folder").keep());
        let options = format!("size={size},mode=777");
        if disk.run("mount", &["-t", "tmpfs", "-o", &options, "tmpfs"]) {
            return Some(disk);
        }
        eprintln!("SKIPPED: mounting a small file system needs root");
        None
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes room.
    pub fn grow(&self) {
        assert!(self.run("mount", &["-o", "remount,size=64m"]), "more room");
    }

    /// Nothing can be written any more.
    pub fn make_read_only(&self) {
        assert!(self.run("mount", &["-o", "remount,ro"]), "read only");
    }

    fn run(&self, program: &str, arguments: &[&str]) -> bool {
        let status = Command::new(program).args(arguments).arg(&self.0).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = self.run("umount", &["-l"]);
        drop(std::fs::remove_dir(&self.0));
    }
}
