//! What the desk keeps in memory, in a process of its own: whoever measures remembers too much.

use crate::search::TYPED;
use sportello_app::{App, Empty, FixedClock, TicketView, dispatch};
use sportello_tests::{Folder, instant, options, report};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

/// The argument that makes the program the measured one; the store's folder and the key file follow it.
pub(crate) const MEASURED: &str = "--memory";
const SAVES: usize = 20;

/// Starts the measured process and tells what it tells.
pub(crate) fn measure(folder: &Folder) {
    let program = std::env::current_exe().expect("this program");
    let mut command = Command::new(program);
    command.args([MEASURED]).args([folder.store.path(), &folder.key_file()]);
    let output = command.output().expect("the measured process");
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Some minutes of a desk: the first screen, words typed letter by letter, tickets read and saved.
pub(crate) async fn work(store: &Path, key_file: &Path) {
    let clock = Arc::new(FixedClock(instant("2026-11-20T09:00:00Z")));
    let app = App::start(options(store, key_file, clock)).await;
    told("memory: the store open", resident());
    app.agenda(Empty {}).await.expect("the agenda");
    told("memory: the first screen", resident());
    for typed in TYPED {
        for end in (2..=typed.len()).filter(|end| typed.is_char_boundary(*end)) {
            dispatch(&app, "search", serde_json::json!({ "text": &typed[..end] })).await.expect("a search");
        }
    }
    for view in [TicketView::Overdue, TicketView::AtOffice, TicketView::Finished] {
        dispatch(&app, "tickets", serde_json::json!({ "view": view })).await.expect("a list");
    }
    for _ in 0..SAVES {
        app.ticket_record(report(&app, "Il tombino davanti alla scuola è intasato.")).await.expect("saved");
    }
    told("memory: after some minutes of work", resident());
    app.close().await;
}

fn told(name: &str, mib: f64) {
    println!("{name:<44} {mib:>9.0} MiB   goal 40 at 100,000, 60 at 1,000,000");
}

/// Resident memory in MiB, where Linux tells it.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or_default() / 1_024.0
}
