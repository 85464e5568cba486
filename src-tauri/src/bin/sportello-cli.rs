//! The desk without a window.

fn main() -> std::process::ExitCode {
    sportello_cli::main()
}
