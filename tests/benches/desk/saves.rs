//! A ticket saved, against the least that could be called durable.

use crate::measure::{ratio, times, told};
use sportello_app::App;
use sportello_tests::{Folder, report};
use std::fs::File;
use std::io::{Seek, Write};
use std::time::{Duration, Instant};

const ROUNDS: usize = 200;

pub(crate) async fn measure(app: &App, folder: &Folder) {
    let floor = floor(folder);
    let saves = times(ROUNDS, async |_| {
        app.ticket_record(report(app, "Il tombino davanti alla scuola è intasato.")).await.expect("saved")
    });
    let saves = saves.await;
    told("save a ticket: indexes, lexicon, register", &saves, "goal p99: 8");
    told("  floor: write 4 KiB and sync", &floor, "");
    ratio("  times the floor", &saves, &floor, "goal 1.5");
}

/// What the disk takes for one page and a sync.
fn floor(folder: &Folder) -> Vec<Duration> {
    let mut file = File::create(folder.store.path().join("floor")).expect("a file");
    let mut write = || {
        let start = Instant::now();
        file.rewind()
            .and_then(|()| file.write_all(&[7; 4096]))
            .and_then(|()| file.sync_data())
            .expect("written");
        start.elapsed()
    };
    (0..ROUNDS).map(|_| write()).collect()
}
