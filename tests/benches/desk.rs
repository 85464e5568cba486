//! How fast the desk is on its encrypted store, beside what the machine itself can do.
//!
//! `cargo bench -p sportello-tests --bench desk -- 100000`

use sportello_app::generate::{Corpus, run};
use sportello_app::{App, Empty, TextQuery, TicketsQuery};
use sportello_tests::{Folder, day, report};
use std::fs::File;
use std::hint::black_box;
use std::io::{Seek, Write};
use std::time::{Duration, Instant};

/// What desk staff type, letter by letter.
const TYPED: [&str; 12] = [
    "lampione spento matteotti",
    "buca roma",
    "rifiuti",
    "rumori notturni loreto",
    "d'angelo maria",
    "marciapiede",
    "tari doppio",
    "via",
    "che",
    "richiamato pomeriggio",
    "colombo giulia",
    "zanzare quartiere",
];

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the figures are what this program is for")]
async fn main() {
    let tickets = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    let folder = Folder::new();
    let (app, _) = folder.first_run().await;
    let start = Instant::now();
    run(&app, Corpus { tickets, seed: 7, until: day("2026-11-20") }).await.expect("a corpus");
    let made = start.elapsed();
    app.close().await;
    let size = std::fs::metadata(folder.database()).expect("the store").len() / 1_048_576;
    println!("{tickets} tickets, made and searchable in {:.1} s, {size} MiB", made.as_secs_f64());

    let start = Instant::now();
    let app = folder.app().await;
    black_box(app.agenda(Empty {}).await.expect("the agenda"));
    println!("open the store and first screen     {:>9.2} ms", ms(start.elapsed()));

    let mut keys = Vec::new();
    for typed in TYPED {
        for end in 2..=typed.len() {
            let text = typed[..end].to_owned();
            let start = Instant::now();
            black_box(app.search(TextQuery { text }).await.expect("a search"));
            keys.push(start.elapsed());
        }
    }
    told("search, each key typed", keys);
    told("agenda", times(100, async || drop(app.agenda(Empty {}).await)).await);
    told("work list, 100 rows", times(100, async || drop(app.tickets(TicketsQuery::default()).await)).await);
    let floor = floor(&folder);
    let saves = times(200, async || save(&app).await).await;
    let ratio = ms(median(&saves)) / ms(median(&floor));
    told("write 4 KiB and sync (the floor)", floor);
    told("save a ticket, all in", saves);
    println!("save / floor at the median          {ratio:>9.2}");
    println!("memory of the process               {:>9.0} MiB", resident());
    app.close().await;
}

async fn save(app: &App) {
    app.ticket_record(report(app, "Il tombino davanti alla scuola è intasato.")).await.expect("saved");
}

async fn times(n: usize, work: impl AsyncFn()) -> Vec<Duration> {
    let mut times = Vec::with_capacity(n);
    for _ in 0..n {
        let start = Instant::now();
        work().await;
        times.push(start.elapsed());
    }
    times
}

/// What the disk takes for the least that could be called durable.
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
    (0..200).map(|_| write()).collect()
}

#[expect(clippy::print_stdout, reason = "the figures are what this program is for")]
fn told(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| ms(times[(times.len() - 1) * percent / 100]);
    println!("{name:<35} {:>9.2} ms p50 {:>9.2} p95 {:>9.2} p99", at(50), at(95), at(99));
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Resident memory in MiB, where Linux tells it.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<f64>().ok()).unwrap_or_default() / 1_024.0
}
