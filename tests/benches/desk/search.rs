//! Search as you type, against fifty rows whose ids are known.

use crate::measure::{ratio, times, told};
use crate::raw::Raw;
use crate::textbook::Textbook;
use sportello_app::{App, dispatch};
use sportello_tests::Folder;

/// What desk staff type, letter by letter.
pub(crate) const TYPED: [&str; 14] = [
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
    "2026/041",
    "039 0012",
];
/// Rounds of the floor.
const ROUNDS: usize = 300;

const KNOWN: &str = "select json_group_array(json_array(hex(t.ticket_id), t.year, t.progressive, t.kind, t.channel, t.state, \
    t.subject, c.surname, c.name, o.name, t.presented_on, t.due_on, t.office_due_on)) from ticket t \
    left join citizen c on c.citizen_id = t.citizen_id left join office o on o.office_id = t.office_id \
    where t.seq in (select value from json_each($1))";

pub(crate) async fn measure(app: &App, folder: &Folder, raw: &mut Raw) {
    let mut keys = Vec::new();
    let mut textbook = Textbook::copied(folder, raw).await;
    let mut theirs = Vec::new();
    for typed in TYPED {
        for end in (2..=typed.len()).filter(|end| typed.is_char_boundary(*end)) {
            let text = &typed[..end];
            keys.extend(times(3, async |_| ask(app, text).await).await);
            theirs.extend(times(1, async |_| textbook.ask(text).await).await);
        }
    }
    let last = raw.number("select max(seq) from ticket").await;
    let floor = times(ROUNDS, async |round| raw.text(KNOWN, &fifty(round, last)).await).await;
    told(
        "search, whole request, each key typed",
        &keys,
        "goal p95 / p99: 1.5 / 3 at 100,000, 3 / 8 at 1,000,000",
    );
    told("  floor: fifty known ids → JSON", &floor, "");
    ratio("  times the floor", &keys, &floor, "goal 5");
    told("  the index of the textbook, the same keys", &theirs, "");
    println!("{:<44} {:>9.0} ×   goal 200\n", "  in all, times ours", in_all(&theirs) * 3.0 / in_all(&keys));
    textbook.close().await;
}

/// Seconds.
fn in_all(times: &[std::time::Duration]) -> f64 {
    times.iter().sum::<std::time::Duration>().as_secs_f64()
}

async fn ask(app: &App, text: &str) -> usize {
    let answer = dispatch(app, "search", serde_json::json!({ "text": text })).await.expect("a search");
    answer.get().len()
}

/// Fifty places of the list, others in every round.
fn fifty(round: usize, last: i64) -> String {
    let round = i64::try_from(round).unwrap_or_default();
    let seqs: Vec<i64> = (0..50).map(|i| 1 + (round * 7_919 + i * 104_729) % last.max(1)).collect();
    serde_json::to_string(&seqs).expect("numbers")
}
