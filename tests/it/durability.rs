//! A ticket shown as saved is saved: killed programs, cut power, full and failing disks. After each round the register
//! is verified, and every ticket that was acknowledged must be there.

use sportello_app::{App, CitizenRef, TicketRef, Verify};
use sportello_domain::id::{CitizenId, JobId, TicketId};
use sportello_tests::Folder;
use sportello_tests::disk::SmallDisk;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

/// The library that makes a disk fail, built once.
fn fault_library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("fault/disk.c");
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("disk.so");
        let built = Command::new("cc")
            .args(["-O2", "-fPIC", "-shared", "-o"])
            .arg(&library)
            .arg(source)
            .args(["-ldl", "-lpthread"])
            .status();
        assert!(built.is_ok_and(|status| status.success()), "the C compiler builds tests/fault/disk.c");
        library
    })
}

/// A fault to inject.
#[derive(Clone, Copy)]
struct Fault {
    mode: &'static str,
    at: u64,
    seed: u64,
    sticky: bool,
}

fn writer(folder: &Folder, count: u32, fault: Option<Fault>) -> Child {
    start(folder, count, fault, None)
}

fn start(folder: &Folder, count: u32, fault: Option<Fault>, bare: Option<&str>) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_writer"));
    command.arg(folder.store.path()).arg(folder.key_file()).arg(count.to_string()).args(bare);
    if let Some(fault) = fault {
        command
            .env("LD_PRELOAD", fault_library())
            .env("FAULT_MODE", fault.mode)
            .env("FAULT_AT", fault.at.to_string())
            .env("FAULT_SEED", fault.seed.to_string())
            .env("FAULT_STICKY", u8::from(fault.sticky).to_string())
            .env("FAULT_PATH", folder.store.path());
    }
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the writer starts")
}

/// What the writer said before it ended.
#[derive(Default)]
struct Told {
    acknowledged: BTreeSet<Uuid>,
    refused: Vec<String>,
}

impl Told {
    fn hear(&mut self, line: &str) {
        match line.split_once(' ') {
            Some(("ACK", id)) => assert!(self.acknowledged.insert(id.parse().expect("an id")), "told twice"),
            Some(("NO", code)) => self.refused.push(code.to_owned()),
            _ => panic!("the writer said {line:?}"),
        }
    }
}

fn listen(mut child: Child) -> Told {
    let mut told = Told::default();
    for line in BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok) {
        told.hear(&line);
    }
    child.wait().expect("the writer ends");
    told
}

/// Opens the store as the next morning's desk would, proves it, and counts the acknowledged tickets that are missing.
async fn missing(folder: &Folder, acknowledged: &BTreeSet<Uuid>) -> usize {
    let app = next_morning(folder).await;
    let mut missing = 0;
    for id in acknowledged {
        missing += usize::from(app.ticket(TicketRef { id: TicketId(*id) }).await.is_err());
    }
    assert_numbers_have_no_gaps(&app).await;
    app.close().await;
    missing
}

/// The same for the citizens that the bare writer adds.
async fn missing_citizens(folder: &Folder, acknowledged: &BTreeSet<Uuid>) -> usize {
    let app = next_morning(folder).await;
    let mut missing = 0;
    for id in acknowledged {
        missing += usize::from(app.citizen(CitizenRef { id: CitizenId(*id) }).await.is_err());
    }
    app.close().await;
    missing
}

async fn next_morning(folder: &Folder) -> Arc<App> {
    // A machine that restarts has no shared memory left.
    drop(std::fs::remove_file(folder.store.path().join("archivio.db-shm")));
    let app = folder.app().await;
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("the store opens");
    assert!(report.sound, "the store is damaged: {report:?}");
    app
}

async fn assert_numbers_have_no_gaps(app: &App) {
    let query = sportello_app::TicketsQuery { limit: Some(500), ..Default::default() };
    let rows = app.tickets(query).await.expect("a list").rows;
    let numbers: BTreeSet<i64> = rows.iter().map(|line| line.row.number.progressive).collect();
    if rows.len() < 500 {
        assert_eq!(numbers.into_iter().collect::<Vec<_>>(), (1..=rows.len() as i64).collect::<Vec<_>>());
    }
}

async fn new_store() -> Folder {
    let folder = Folder::new();
    let (app, _) = folder.first_run().await;
    app.close().await;
    folder
}

#[tokio::test]
async fn fifty_kills_lose_nothing() {
    let folder = new_store().await;
    let mut acknowledged = BTreeSet::new();
    for round in 0..50_u64 {
        let mut child = writer(&folder, u32::MAX, None);
        // Another number of tickets each time, and the kill falls in the middle of the next one.
        let wanted = 1 + (round * 7) % 5;
        let mut told = Told::default();
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        for _ in 0..wanted {
            told.hear(&lines.next().expect("a line").expect("text"));
        }
        std::thread::sleep(std::time::Duration::from_micros(round * 131 % 4_000));
        child.kill().expect("SIGKILL");
        child.wait().expect("gone");
        // The pipe may hold whole lines more, and half of one.
        lines
            .map_while(Result::ok)
            .filter(|line| line.len() == "ACK ".len() + 36)
            .for_each(|line| told.hear(&line));
        acknowledged.append(&mut told.acknowledged);
        if round % 10 == 9 {
            assert_eq!(missing(&folder, &acknowledged).await, 0, "after {round} kills");
        }
    }
    assert!(acknowledged.len() > 100, "the test wrote too little: {}", acknowledged.len());
}

#[tokio::test]
async fn a_hundred_power_cuts_lose_nothing() {
    let mut acknowledged = 0;
    for round in 0..100_u64 {
        let folder = new_store().await;
        // Every second cut loses all that was not synced, the others a part of it.
        let fault =
            Fault { mode: "powercut", at: 20 + round * 6, seed: (round % 2) * (round + 1), sticky: false };
        let told = listen(writer(&folder, 60, Some(fault)));
        assert_eq!(missing(&folder, &told.acknowledged).await, 0, "cut at operation {}", fault.at);
        acknowledged += told.acknowledged.len();
    }
    assert!(acknowledged > 300, "the test wrote too little: {acknowledged}");
}

#[tokio::test]
async fn failing_disks_are_never_called_saved() {
    for (mode, sticky) in
        [("full", true), ("error", true), ("sync", true), ("full", false), ("error", false), ("sync", false)]
    {
        let mut refused = 0;
        for at in [5, 17, 30, 42, 61, 80] {
            let folder = new_store().await;
            let told = listen(writer(&folder, 25, Some(Fault { mode, at, seed: 0, sticky })));
            assert_eq!(missing(&folder, &told.acknowledged).await, 0, "{mode} at {at}, sticky: {sticky}");
            assert_eq!(told.acknowledged.len() + told.refused.len(), 25, "the desk goes on asking");
            refused += told.refused.len();
        }
        assert!(!sticky || refused > 0, "{mode}: the fault never struck");
    }
}

/// The same cuts on a store that does not wait for the disk must lose something: else the test above proves nothing.
#[tokio::test]
async fn the_power_cut_test_has_teeth() {
    let mut lost = [0; 2];
    for round in 0..20_u64 {
        for (i, how) in ["full", "normal"].into_iter().enumerate() {
            let folder = new_store().await;
            let fault = Fault { mode: "powercut", at: 30 + round * 5, seed: 0, sticky: false };
            let told = listen(start(&folder, 40, Some(fault), Some(how)));
            lost[i] += missing_citizens(&folder, &told.acknowledged).await;
        }
    }
    let [full, normal] = lost;
    assert_eq!(full, 0, "a store that waits for the disk loses nothing");
    assert!(normal > 20, "a store that does not wait lost only {normal}: the power cuts do not bite");
}

/// A real disk that is really full: a small file system in memory.
#[tokio::test]
async fn a_full_disk_is_told_and_nothing_told_as_saved_is_lost() {
    let Some(disk) = SmallDisk::mount("3m") else { return };
    let mut folder = Folder::new();
    folder.store = tempfile::tempdir_in(disk.path()).expect("a folder on the small disk");
    let (app, _) = folder.first_run().await;
    app.close().await;
    let told = listen(writer(&folder, 600, None));
    assert!(!told.refused.is_empty(), "the disk never got full");
    assert!(told.refused.iter().all(|code| code == "DiskFull"), "{:?}", told.refused);
    disk.grow();
    assert_eq!(missing(&folder, &told.acknowledged).await, 0);
    let again = listen(writer(&folder, 3, None));
    assert_eq!((again.acknowledged.len(), again.refused.len()), (3, 0), "with room the desk works again");
    drop(folder);
}
