//! A print spooler for the tests of the UI: prints where it listens and where its paper comes out, one a line, and runs
//! until its input is closed. Ends with code 1 where CUPS is not installed.

#[cfg(target_os = "linux")]
use std::io::Read;
use std::process::ExitCode;

#[cfg(target_os = "linux")]
#[expect(clippy::print_stdout, reason = "the test that started this program reads the two lines")]
fn main() -> ExitCode {
    let Some(spooler) = sportello_tests::spooler::Spooler::start() else { return ExitCode::FAILURE };
    println!("{}\n{}", spooler.socket().display(), spooler.paper_path().display());
    drop(std::io::stdin().read_to_end(&mut Vec::new()));
    ExitCode::SUCCESS
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    ExitCode::FAILURE
}
