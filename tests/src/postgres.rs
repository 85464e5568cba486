//! A PostgreSQL server of the test's own, from the binaries of this machine.

use sportello_store::Store;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A running server; it ends with the test.
pub struct Server {
    folder: TempDir,
    child: Child,
}

impl Server {
    /// Starts a server, or says in one visible line why there is none.
    pub fn start() -> Option<Self> {
        let Some(binaries) = binaries() else {
            eprintln!("SKIPPED: PostgreSQL is not installed on this machine (no initdb found)");
            return None;
        };
        let folder = tempfile::Builder::new().prefix("sportello-pg-").tempdir_in("/tmp").expect("a folder");
        give_away(folder.path());
        let data = folder.path().join("data");
        let made = as_ordinary_user(&binaries.join("initdb"))
            .args(["--auth=trust", "--username=sportello", "--encoding=UTF8", "--locale=C", "-D"])
            .arg(&data)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(made.is_ok_and(|status| status.success()), "initdb makes a database cluster");
        let child = as_ordinary_user(&binaries.join("postgres"))
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(folder.path())
            .args(["-c", "listen_addresses=", "-c", "fsync=off"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        Some(Self { folder, child })
    }

    /// Connects, waiting for the server to come up.
    pub async fn connect(&self) -> Store {
        let socket = self.folder.path().to_str().expect("an ASCII path");
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            match Store::connect(&format!("postgres:///postgres?user=sportello&host={socket}")).await {
                Ok(store) => return store,
                Err(error) if Instant::now() > deadline => panic!("the server does not answer: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A fast shutdown: the server ends its own children.
        drop(Command::new("kill").arg("-INT").arg(self.child.id().to_string()).status());
        drop(self.child.wait());
    }
}

fn binaries() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    std::env::split_paths(&path)
        .chain(debian.map(|version| version.path().join("bin")))
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// PostgreSQL refuses to run as root; a build machine often is.
fn as_ordinary_user(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    // setpriv becomes the program, so that a signal for our child reaches the server itself.
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "--"]).arg(program);
    command
}

fn give_away(folder: &Path) {
    if is_root() {
        let done = Command::new("chown").arg("postgres").arg(folder).status();
        assert!(done.is_ok_and(|status| status.success()), "the user postgres owns the folder");
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
