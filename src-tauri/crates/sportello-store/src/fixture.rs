//! A store in a temporary folder, for the tests of this crate.

use crate::{SqliteOptions, Stamp, Store, Synchronous, Tx};
use sportello_domain::id::OpId;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

const KEY: &str = "x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'";

/// A new store, and the folder that goes away with it.
pub(crate) async fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let options = SqliteOptions {
        path: folder.path().join("archivio.db"),
        key: KEY.to_owned().into(),
        synchronous: Synchronous::Full,
    };
    (folder, Store::create(options).await.expect("a new store"))
}

/// A write by somebody, as an operation of its own.
pub(crate) async fn write(store: &Store) -> Tx {
    store.begin(stamp()).await.expect("a write")
}

/// A stamp with an operation of its own.
pub(crate) fn stamp() -> Stamp {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let op = OpId(uuid::Uuid::from_u64_pair(0, NEXT.fetch_add(1, Ordering::Relaxed)));
    Stamp { op, actor: "prova".to_owned(), at: "2026-11-23T09:00:00Z".parse().expect("an instant") }
}
