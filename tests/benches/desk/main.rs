//! How fast the desk is on its encrypted store, and beside each figure the floor: what the same machine, the same file
//! and the same engine take for the least that could be called the same work, in the same run.
//!
//! `cargo bench -p sportello-tests --bench desk -- 100000`

#![expect(clippy::print_stdout, reason = "the figures are what this program is for")]

mod deadlines;
mod lists;
mod measure;
mod memory;
mod raw;
mod saves;
mod search;
mod start;
mod textbook;

use measure::{cpu, ms};
use raw::Raw;
use sportello_app::generate::{Corpus, run};
use sportello_tests::{Folder, day};
use std::path::Path;
use std::time::Instant;

#[tokio::main]
async fn main() {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if let [measured, store, key_file] = arguments.as_slice()
        && measured == memory::MEASURED
    {
        return memory::work(Path::new(store), Path::new(key_file)).await;
    }
    let tickets = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    let folder = Folder::new();
    let (app, _) = folder.first_run().await;
    let (wall, processor) = (Instant::now(), cpu());
    run(&app, Corpus { tickets, seed: 7, until: day("2026-11-20") }).await.expect("a corpus");
    let (wall, processor) = (wall.elapsed().as_secs_f64(), cpu() - processor);
    app.close().await;
    let size = std::fs::metadata(folder.database()).expect("the store").len() / 1_048_576;
    println!("{tickets} tickets made and searchable: {wall:.1} s, {processor:.1} s of processor, {size} MiB");
    println!("goal: 10,000 in 1.5 s of processor, 1,000,000 in 120 s\n");

    start::measure(&folder).await;
    let app = folder.app_at("2026-11-20T09:00:00Z").await;
    let mut raw = Raw::open(&folder).await;
    search::measure(&app, &folder, &mut raw).await;
    lists::measure(&app, &mut raw).await;
    deadlines::measure(&mut raw).await;
    saves::measure(&app, &folder).await;
    println!("{:<44} {:>9.2} ms", "one look at the clock of this machine", ms(clock()));
    raw.close().await;
    app.close().await;
    memory::measure(&folder);
}

/// What a measurement itself costs.
fn clock() -> std::time::Duration {
    let start = Instant::now();
    start.elapsed()
}
