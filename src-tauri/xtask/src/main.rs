//! What a person does with this project on a fresh machine: run it, test it. No dependency, so that it builds in a
//! second; every other program is asked for by its usual name.

mod machine;
mod steps;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [-- --demo | --data-dir DIR | --key-file FILE]   build the desk and open it
cargo xtask test                                                 run every test: Rust, user interface, end to end
cargo xtask gen                                                  write ui/src/bindings.ts again
cargo xtask screens                                              end-to-end tests only; pictures in target/screens";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["run", rest @ ..] => steps::run(rest.strip_prefix(&["--"]).unwrap_or(rest)),
        ["test"] => steps::test(),
        ["gen"] => steps::gen_bindings(),
        ["screens"] => steps::screens(),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            steps::tell(&message);
            ExitCode::FAILURE
        }
    }
}
