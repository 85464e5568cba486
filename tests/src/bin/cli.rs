//! The companion CLI, under a name the tests of this package can start.

fn main() -> std::process::ExitCode {
    sportello_cli::main()
}
