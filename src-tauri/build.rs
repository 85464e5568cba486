//! What the window needs at build time; nothing when only the companion CLI is built.

fn main() {
    #[cfg(feature = "desktop")]
    {
        // `generate_context!` refuses a missing folder, and a fresh clone has no built UI yet.
        std::fs::create_dir_all("ui/dist").expect("create ui/dist");
        // Capabilities are inline in tauri.conf.json; the folder scan finds nothing.
        let attributes = tauri_build::Attributes::new().capabilities_path_pattern("gen").app_manifest(
            tauri_build::AppManifest::new().commands(&[
                "rpc",
                "page",
                "pick_file",
                "save_document",
                "open_document",
            ]),
        );
        tauri_build::try_build(attributes).expect("tauri-build");
    }
}
