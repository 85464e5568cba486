//! Papers that really go to a printer: a spooler of the test's own, whose printer makes files.

use sportello_documents::{Document, House, Options, RecoveryCode, render};
use sportello_printing::{Cups, Job, PrintFault, Printer};
use sportello_tests::spooler::{DESCRIPTION, PRINTER, Spooler};
use std::path::Path;
use std::process::Command;

/// What `pdftotext` reads in a paper, and how many pages it has.
fn read(paper: &[u8]) -> (String, usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("foglio.pdf");
    std::fs::write(&path, paper).expect("written");
    let text =
        Command::new("pdftotext").args([&path, Path::new("-")]).output().expect("poppler-utils is there");
    let text = String::from_utf8(text.stdout).expect("UTF-8");
    let pages = text.matches('\u{c}').count();
    (text, pages)
}

fn sheet() -> Vec<u8> {
    let groups = ["7K2QD", "M0XB8", "5ZS1E", "R9THV", "GW4C6", "0D8BQ", "N3PJY", "F6A2K"].map(str::to_owned);
    let made_on = sportello_tests::day("2026-11-24");
    let store_id = "0192f3a4-7b1c-7def-8a90-1b2c3d4e5f60".to_owned();
    let code = Document::RecoverySheet(RecoveryCode { store_id, groups: groups.to_vec(), made_on });
    let house = House { municipality: "Comune di Montelupo".to_owned(), ..House::default() };
    let made_at = made_on.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset();
    render(&code, &house, made_at, Options::default()).expect("a sheet").pdf
}

#[test]
fn a_paper_comes_out_of_the_printer_as_often_as_asked() {
    let Some(spooler) = Spooler::start() else { return };
    let cups = Cups::at(spooler.socket());
    let queues = cups.queues().expect("the printers");
    let [queue] = queues.as_slice() else { panic!("one printer: {queues:?}") };
    assert_eq!(
        (queue.name.as_str(), queue.description.as_str(), queue.is_default, queue.is_stopped),
        (PRINTER, DESCRIPTION, true, false)
    );

    let pdf = sheet();
    let job =
        Job { pdf: &pdf, title: "codice-di-recupero", queue: PRINTER, copies: 2, sheet: Some((210, 297)) };
    let name = cups.print(&job).expect("taken");
    assert!(name.starts_with(PRINTER), "{name}");
    let (text, pages) = read(&spooler.take_paper());
    assert_eq!(pages, 2, "two copies of one page");
    assert!(text.contains("Comune di Montelupo") && text.contains("7K2QD"), "{text}");
    assert!(spooler.log().contains(" codice-di-recupero A4 "), "{}", spooler.log());

    assert_eq!(cups.print(&Job { queue: "un_altra", ..job }), Err(PrintFault::NoSuchPrinter));
    assert_eq!(cups.print(&Job { queue: "", ..job }), Err(PrintFault::NoSuchPrinter));
    assert_eq!(cups.print(&Job { copies: 0, ..job }), Err(PrintFault::Copies));
}

#[test]
fn the_command_line_prints_a_file() {
    let Some(spooler) = Spooler::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (file, text) = (folder.path().join("Rossi Maria.pdf"), folder.path().join("nota.txt"));
    std::fs::write(&file, sheet()).expect("written");
    std::fs::write(&text, "non è un PDF").expect("written");
    let run = |server: &Path, file: &Path, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cli"));
        command.env("CUPS_SERVER", server).arg("print").arg(file).args(more);
        let output = command.output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let socket = spooler.socket();
    let (code, out, _) = run(&socket, &file, &["--printer", PRINTER, "--copies", "2"]);
    assert_eq!((code, out.trim()), (Some(0), "Mandato in stampa su «sportello_prova», 2 copie."));
    let (words, pages) = read(&spooler.take_paper());
    assert!(pages == 2 && words.contains("7K2QD"), "{words}");
    assert!(!spooler.log().contains("Rossi"), "the list of jobs names nobody");
    assert_eq!(run(&socket, &file, &[]).0, Some(0), "the usual printer");
    spooler.take_paper();
    let refused = |server: &Path, file: &Path, more: &[&str], words: &str| {
        let (code, out, err) = run(server, file, more);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
        assert!(err.contains(words), "{err}");
    };
    refused(&socket, &file, &["--printer", "un_altra"], "printer: non esiste");
    refused(&socket, &file, &["--copies", "0"], "copies: fra 1 e 99");
    refused(&socket, &text, &[], "non è un PDF");
    refused(&socket, &folder.path().join("manca.pdf"), &[], "Non riesco a leggere");
    refused(Path::new("/nonexistent/cups.sock"), &file, &[], "non risponde");
}
