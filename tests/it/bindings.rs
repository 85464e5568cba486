//! The types the user interface is compiled against are those of the command list.

use std::path::Path;

#[test]
fn the_bindings_on_disk_are_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings.ts");
    let fresh = sportello_app::bindings::render();
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(&path, &fresh).expect("write the bindings");
    }
    let on_disk = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(on_disk == fresh, "ui/src/bindings.ts is stale: run `cargo gen` and commit it");
}
