//! What the programs of CUPS say, as they say it.

use super::*;

const TOLD: &str = "system default destination: sportello\n\
    printer archivio disabled since Tue Nov 24 09:12:00 2026 -\n\
    \tPaused\n\
    \tDescription: Stampante dell'archivio\n\
    \tLocation: primo piano\n\
    printer sportello is idle.  enabled since Tue Nov 24 09:12:00 2026\n\
    \tDescription: sportello\n";

#[test]
fn printers_are_read_with_the_default_first() {
    let read = queues("archivio\nsportello\nsportello2\n", TOLD);
    let told: Vec<_> = read
        .iter()
        .map(|queue| (queue.name.as_str(), queue.description.as_str(), queue.is_default, queue.is_stopped))
        .collect();
    let expected = [
        ("sportello", "", true, false),
        ("archivio", "Stampante dell'archivio", false, true),
        ("sportello2", "", false, false),
    ];
    assert_eq!(told, expected);
    assert_eq!(queues("", "no system default destination\n"), []);
}

#[test]
fn the_spooler_names_its_job() {
    assert_eq!(request_id("request id is sportello-12 (0 file(s))\n").as_deref(), Some("sportello-12"));
    assert_eq!(request_id(""), None);
}

#[test]
fn a_sheet_has_one_name_both_ways() {
    assert_eq!(media((210, 297)), "A4");
    assert_eq!(media((297, 210)), "A4");
    assert_eq!(media((297, 420)), "A3");
    assert_eq!(media((62, 29)), "Custom.62x29mm");
}

#[test]
fn a_spooler_that_is_not_there_is_told_from_one_without_printers() {
    let nowhere = Cups::at("/nonexistent/cups.sock");
    assert_eq!(nowhere.queues(), Err(PrintFault::NoSpooler));
    let job = Job { pdf: b"%PDF", title: "prova", queue: "-x", copies: 1, sheet: None };
    assert_eq!(nowhere.print(&job), Err(PrintFault::NoSpooler));
    assert_eq!(nowhere.print(&Job { copies: 0, ..job }), Err(PrintFault::Copies));
    assert_eq!(nowhere.print(&Job { copies: 100, ..job }), Err(PrintFault::Copies));
}
