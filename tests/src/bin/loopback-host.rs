//! The desk in a browser, for tests only and never shipped: the same UI and the same app, with HTTP on the loopback in
//! place of the window. Chromium is the engine of the users' WebView2, so the tests of the UI run nearer to them here
//! than in the window of a Linux machine.
//!
//! `loopback-host --ui DIR --data-dir DIR --key-file FILE [--port N] [--operator NAME]` prints its address and serves until it is killed.

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::Value;
use sportello_app::{App, AppOptions, SystemClock, dispatch};
use std::path::PathBuf;
use std::sync::Arc;

/// The same policy as the window's, but for the door: here it is HTTP to this very origin.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

struct Host {
    app: Arc<App>,
    ui: PathBuf,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the test that started this program reads the address")]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut ui, mut folder, mut key_file, mut port) = (PathBuf::from("ui/dist"), None, None, 0_u16);
    let mut operator = "prova".to_owned();
    while let (Some(name), Some(value)) = (arguments.next(), arguments.next()) {
        match name.as_str() {
            "--ui" => ui = value.into(),
            "--data-dir" => folder = Some(PathBuf::from(value)),
            "--key-file" => key_file = Some(PathBuf::from(value)),
            "--port" => port = value.parse().expect("a port number"),
            "--operator" => operator = value,
            _ => panic!("unknown argument {name}"),
        }
    }
    let folder = folder.expect("--data-dir");
    let options = AppOptions { folder, key_file, operator, clock: Arc::new(SystemClock) };
    let host = Arc::new(Host { app: App::start(options).await, ui });
    let router = Router::new()
        .route("/rpc/{command}", post(rpc))
        .route("/page", post(page))
        .route("/events", get(events))
        .fallback(get(file))
        // As in the window, a request is as large as the file it carries.
        .layer(DefaultBodyLimit::disable())
        .with_state(host);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.expect("a loopback port");
    println!("http://{}", listener.local_addr().expect("an address"));
    axum::serve(listener, router).await.expect("serve");
}

/// The one door. The answer is the command's value, or its failure with code 422.
async fn rpc(State(host): State<Arc<Host>>, Path(command): Path<String>, body: String) -> Response {
    let payload: Value = serde_json::from_str(&body).unwrap_or_default();
    let (status, body) = match dispatch(&host.app, &command, payload).await {
        Ok(answer) => (StatusCode::OK, answer.get().to_owned()),
        Err(failure) => {
            (StatusCode::UNPROCESSABLE_ENTITY, serde_json::to_string(&failure).expect("a failure is JSON"))
        }
    };
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// A page of a paper at hand, as bytes.
async fn page(State(host): State<Arc<Host>>, body: String) -> Response {
    let query = sportello_app::read_request(serde_json::from_str(&body).unwrap_or_default());
    let drawn = match query {
        Ok(query) => host.app.page(query).await,
        Err(failure) => Err(failure),
    };
    match drawn {
        Ok(bytes) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Err(failure) => {
            (StatusCode::UNPROCESSABLE_ENTITY, serde_json::to_string(&failure).expect("a failure is JSON"))
                .into_response()
        }
    }
}

/// What the desk tells without being asked, as server-sent events.
async fn events(State(host): State<Arc<Host>>) -> Response {
    let receiver = host.app.events();
    let stream = futures_stream(receiver);
    ([(header::CONTENT_TYPE, "text/event-stream")], Body::from_stream(stream)).into_response()
}

fn futures_stream(
    receiver: tokio::sync::broadcast::Receiver<sportello_app::Event>,
) -> impl futures_util::Stream<Item = Result<String, std::convert::Infallible>> {
    futures_util::stream::unfold(receiver, |mut receiver| async {
        let event = receiver.recv().await.ok()?;
        let line = format!("data: {}\n\n", serde_json::to_string(&event).expect("an event is JSON"));
        Some((Ok(line), receiver))
    })
}

async fn file(State(host): State<Arc<Host>>, uri: axum::http::Uri) -> Response {
    let name = uri.path().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    if name.split('/').any(|part| part == "..") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let kind = match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    match std::fs::read(host.ui.join(name)) {
        Ok(bytes) => {
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, POLICY)], bytes).into_response()
        }
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
