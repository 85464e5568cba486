//! An empty window of the same Tauri: what the start of the desk is measured against (`tests/benches/window.mjs`).

use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

/// One character, so that there is something to paint.
const PAGE: &[u8] = b"<!doctype html><meta charset=utf-8><title>-</title><p>-</p>";

fn main() {
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let page = Response::builder().header("content-type", "text/html").body(PAGE.to_vec());
            page.expect("a page is an answer")
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "main", page).inner_size(1366.0, 768.0).center().build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("the window can be made");
}
