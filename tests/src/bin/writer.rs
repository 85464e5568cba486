//! A desk that records tickets until it is stopped, for the tests that stop it badly.
//!
//! `writer STORE_FOLDER KEY_FILE COUNT` prints `ACK <id>` after each ticket the app calls saved and
//! `NO <code>` after each one it does not.

//!
//! `writer STORE_FOLDER KEY_FILE COUNT full|normal` does the same one floor below, on the bare store, with the disk
//! pressed as named: the control that shows that the power-cut test can fail.

use sportello_app::{App, SystemClock};
use sportello_domain::citizen::CitizenData;
use sportello_domain::id::{CitizenId, OpId};
use sportello_store::{SqliteOptions, Stamp, Store, Synchronous, citizen};
use sportello_tests::{instant, options, report};
use sportello_vault::{FILE_NAME, KeyFile, KeySafe, KeySlots};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, key_file, count, rest @ ..] = arguments.as_slice() else { panic!("writer STORE KEY COUNT") };
    let (folder, key_file, count) =
        (Path::new(folder), Path::new(key_file), count.parse().expect("a number"));
    match rest {
        [] => desk(folder, key_file, count).await,
        [how] if how == "normal" => bare(folder, key_file, count, Synchronous::Normal).await,
        _ => bare(folder, key_file, count, Synchronous::Full).await,
    }
}

async fn desk(folder: &Path, key_file: &Path, count: u32) {
    let app = App::start(options(folder, key_file, Arc::new(SystemClock))).await;
    for i in 0..count {
        let record = report(&app, &format!("Segnalazione {i}: il tombino davanti alla scuola è intasato."));
        tell(&match app.ticket_record(record).await {
            Ok(recorded) => format!("ACK {}", recorded.ticket.ticket.id),
            Err(failure) => format!("NO {:?}", failure.code),
        });
    }
    app.close().await;
}

async fn bare(folder: &Path, key_file: &Path, count: u32, synchronous: Synchronous) {
    let store_id = KeySlots::read(&folder.join(FILE_NAME)).expect("the slots").store_id();
    let key = KeyFile::new(key_file).get(store_id).expect("the key file").expect("a key");
    let path = folder.join("archivio.db");
    let store =
        Store::open(SqliteOptions { path, key: key.sqlcipher_literal(), synchronous }).await.expect("open");
    for i in 0..count {
        let id = Uuid::from_u64_pair(i.into(), std::process::id().into());
        let stamp = Stamp { op: OpId(id), actor: "prova".to_owned(), at: instant("2026-11-23T09:00:00Z") };
        let data = CitizenData { surname: Some(format!("Prova {i}")), ..CitizenData::default() };
        let mut tx = store.begin(stamp).await.expect("begin");
        citizen::save(&mut tx, CitizenId(id), &data, 0).await.expect("save");
        tell(&match tx.commit().await {
            Ok(()) => format!("ACK {id}"),
            Err(error) => format!("NO {error}"),
        });
    }
    store.close().await;
}

fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("the test reads us");
}
