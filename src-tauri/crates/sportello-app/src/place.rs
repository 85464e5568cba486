//! Where the desk lives on this computer, and who sits at it, unless somebody says otherwise.

use std::path::PathBuf;

/// The name of the program's folder: the identifier of `tauri.conf.json`.
pub const IDENTIFIER: &str = "it.sportello-cittadino";

/// The folder of the store: local to this computer, never one that roams over the network.
pub fn default_folder() -> PathBuf {
    dirs::data_local_dir().unwrap_or_else(std::env::temp_dir).join(IDENTIFIER)
}

/// The name of whoever is logged in.
pub fn default_operator() -> String {
    let name = ["USER", "USERNAME", "LOGNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    name.map(|name| name.trim().to_owned())
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| "operatore".to_owned())
}
