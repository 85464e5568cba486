//! How long a paper takes, and how large it is, beside what others need for the same page: `cargo bench -p
//! sportello-documents`. Figures of the others were taken on one machine for one page of 2,203 letters, 53 values and a QR
//! code; ours are taken here, now, for a page of the same weight, tagged, as PDF/A-2a and PDF/UA-1.

use std::{
    env, fs,
    hint::black_box,
    process::Command,
    time::{Duration, Instant},
};

use chrono::DateTime;
use sportello_documents::{Document, House, NamedValue, Options, Part, PlainPage, Rendered, preview, render};

/// Who, time of a form in process (ms), bytes, cold process (ms), peak memory (MB), passes PDF/A and PDF/UA.
const OTHERS: [(&str, f64, u64, f64, f64, &str); 8] = [
    ("no library, bytes by hand (floor)", 1.25, 24_502, 10.4, 8.2, "2a, UA-1"),
    ("printpdf as in its README", 5.41, 69_575, f64::NAN, 7.4, "no"),
    ("krilla 0.8", 3.77, 34_186, 16.2, 6.4, "2a, UA-1"),
    ("typst 0.15, warm", 4.69, 31_566, 70.0, 49.0, "2a, UA-1"),
    ("reportlab 5.1", 8.6, 22_359, 155.0, 28.0, "no"),
    ("WeasyPrint 70", 125.0, 22_293, 1_240.0, 83.0, "no"),
    ("LibreOffice 7.4", f64::NAN, 21_542, 2_250.0, 214.0, "no"),
    ("Chromium 156", f64::NAN, 45_142, 1_420.0, 220.0, "no"),
];

const BATCH: usize = 200;

fn main() {
    if let Some(count) = env::args().skip_while(|argument| argument != "--forms").nth(1) {
        (0..count.parse().unwrap_or(1)).for_each(|_| drop(black_box(made(&form(1)))));
        say(&format!("{}", peak_memory()));
        return;
    }
    let rendered = made(&form(1));
    let (minimum, median, slow) = timed(600, || drop(black_box(made(&form(1)))));
    let (batch, _, _) = timed(15, || drop(black_box(made(&form(BATCH)))));
    let pages = made(&form(BATCH));
    let (cold, memory) = cold();
    say("an A4 form, tagged, PDF/A-2a and PDF/UA-1");
    say(&format!(
        "  in process: min {:.2} ms, p50 {:.2} ms, p99 {:.2} ms (goal: p50 at most 2.0)",
        ms(minimum),
        ms(median),
        ms(slow)
    ));
    say(&format!("  bytes: {} (goal: at most 20,000), pages {}", rendered.pdf.len(), rendered.pages.len()));
    let rate = pages.pages.len() as f64 / batch.as_secs_f64();
    say(&format!(
        "  batch of {}: {rate:.0} pages/s, {} bytes a page (goal: at least 600)",
        pages.pages.len(),
        pages.pdf.len() / pages.pages.len()
    ));
    say(&format!(
        "  cold process: min {:.1} ms (goal: at most 12), peak memory {memory:.1} MB (goal: at most 10)",
        ms(cold)
    ));
    let (shortest, middle, slow) = timed(60, || drop(black_box(preview(&rendered.pdf, 1, 150))));
    say(&format!(
        "  seen at 150 dpi, from bytes to pixels: min {:.1} ms, p50 {:.1} ms, p99 {:.1} ms (goal: at most 30)",
        ms(shortest),
        ms(middle),
        ms(slow)
    ));
    match (instructions("1"), instructions("11")) {
        (Some(cold), Some(eleven)) => say(&format!(
            "  instructions: {:.1} million of a cold process, {:.1} million of each form after it",
            cold as f64 / 1e6,
            eleven.saturating_sub(cold) as f64 / 1e7
        )),
        _ => say("  instructions: valgrind is not installed"),
    }
    say("the others, for a page of the same weight");
    for (who, form, bytes, cold, memory, passes) in OTHERS {
        let known = |figure: f64| if figure.is_nan() { "–".to_owned() } else { format!("{figure:.2}") };
        let (form, cold) = (known(form), known(cold));
        say(&format!(
            "  {who:<36} form {form:>7} ms  {bytes:>6} bytes  cold {cold:>8} ms  {memory:>5.1} MB  passes: {passes}"
        ));
    }
}

/// Forms of 53 values and some 2,200 letters, each on its page.
fn form(count: usize) -> Document {
    let mut parts = Vec::new();
    for page in 0..count {
        if page > 0 {
            parts.push(Part::NewPage);
        }
        let row = |index: usize| NamedValue {
            name: format!("Campo n. {index}"),
            value: format!("Valore {index} della pratica {page}, come scritto allo sportello"),
        };
        parts.push(Part::Fields { rows: (0..18).map(row).collect() });
        parts.push(Part::Comb {
            label: "Codice fiscale".to_owned(),
            value: "RSSMRA61E44F257X".to_owned(),
            boxes: 16,
        });
        parts.push(Part::Check { label: "Segnalazione".to_owned(), ticked: true });
        parts.push(Part::Check { label: "Reclamo".to_owned(), ticked: false });
        parts.push(Part::Text {
            words: "Il sottoscritto dichiara di avere letto l’informativa e chiede di ricevere la risposta all’indirizzo \
                indicato. La dichiarazione vale ai sensi degli artt. 46 e 47 del D.P.R. 445/2000. "
                .repeat(2),
            note: false,
        });
        parts.push(Part::Qr {
            text: "https://www.comune.montelupo.fi.it/pratiche/2026/0413?codice=7K2QD".to_owned(),
            side: 25.0,
        });
        parts.push(Part::Sign { labels: vec!["Data".to_owned(), "Firma".to_owned()] });
    }
    Document::Page(PlainPage { title: "Modulo di prova".to_owned(), landscape: false, parts })
}

fn made(document: &Document) -> Rendered {
    let house = House {
        municipality: "Comune di Montelupo".to_owned(),
        desk: "Sportello per il Cittadino".to_owned(),
        ..House::default()
    };
    let made_at = DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").expect("an instant");
    render(document, &house, made_at, Options::default()).expect("a paper")
}

/// The shortest, the middle and the hundredth from the top.
fn timed(times: usize, run: impl Fn()) -> (Duration, Duration, Duration) {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    (taken[0], taken[times / 2], taken[times - 1 - times / 100])
}

/// This program, started to make one form.
fn cold() -> (Duration, f64) {
    let program = env::current_exe().expect("this program");
    let mut memory = 0.0;
    let mut shortest = Duration::MAX;
    for _ in 0..20 {
        let start = Instant::now();
        let output = Command::new(&program).args(["--forms", "1"]).output().expect("it starts");
        shortest = shortest.min(start.elapsed());
        memory = String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(f64::NAN);
    }
    (shortest, memory)
}

/// In MB; of Linux, which tells.
fn peak_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok())
        .map_or(f64::NAN, |kb| kb / 1024.0)
}

/// Instructions of this program, started to make so many forms. They do not depend on what else the computer does.
fn instructions(forms: &str) -> Option<u64> {
    let program = env::current_exe().ok()?;
    let command = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
    let output =
        Command::new("valgrind").args(command).arg(program).args(["--forms", forms]).output().ok()?;
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = words.lines().find(|line| line.contains("Collected"))?;
    line.rsplit(' ').next()?.parse().ok()
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[expect(clippy::print_stdout, reason = "a benchmark is read on a terminal")]
fn say(line: &str) {
    println!("{line}");
}
