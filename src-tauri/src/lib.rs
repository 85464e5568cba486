//! The shell: window, dialogs, files. It carries requests to the app and answers back, and decides nothing.
#![cfg(feature = "desktop")]

mod arguments;
mod desktop;
mod rpc;

use arguments::Arguments;
use rpc::Desk;
use tauri::{Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};

/// Opens the window and stays until it is closed.
pub fn run() {
    let arguments = match Arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(unknown) => {
            // No window yet, and on Windows no console either: the exit code is what a script sees.
            drop(std::io::Write::write_all(
                &mut std::io::stderr(),
                format!("Opzione sconosciuta: {unknown}\n").as_bytes(),
            ));
            std::process::exit(2);
        }
    };
    let mut builder = tauri::Builder::default();
    if arguments.is_the_usual_desk() {
        // A second start of the same desk brings its window forward; a training desk beside it is another desk.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                drop(window.unminimize());
                drop(window.set_focus());
            }
        }));
    }
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(Desk::new(arguments))
        .manage(desktop::LentDocuments::default())
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            rpc::page,
            desktop::pick_file,
            desktop::save_document,
            desktop::open_document
        ])
        .setup(|app| {
            rpc::forward_events(app.handle());
            desktop::sweep(app.handle());
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Sportello per il Cittadino")
                .inner_size(1366.0, 768.0)
                .min_inner_size(640.0, 480.0)
                .center()
                // Nothing of what is shown stays in the web engine's own folders. A driven window is the exception: WebKit
                // drives no private one.
                .incognito(std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none())
                // There is one page, ours: a link in somebody's text leads nowhere.
                .on_navigation(|url| {
                    matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
                })
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the window can be made")
        .run(|app, event| {
            if let RunEvent::Exit = event {
                tauri::async_runtime::block_on(app.state::<Desk>().close());
                app.state::<desktop::LentDocuments>().remove();
            }
        });
}
