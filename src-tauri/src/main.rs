// No console window beside the desk on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
//! The desk.

fn main() {
    sportello_shell::run();
}
