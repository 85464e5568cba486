//! Opening and making the file. A file that cannot be opened is left byte for byte as it was found.

use super::{SqliteOptions, Synchronous, refuse_network_share};
use crate::error::{Fault, OpenError};
use crate::migrations::{self, SCHEMA};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `SPOR`, set by the first migration.
const APPLICATION_ID: i64 = 1_397_772_114;
/// In KiB, negative as SQLite wants it: most of the cost of encryption is decrypting pages, and this avoids it.
const CACHE_KIB: &str = "-65536";

impl SqliteOptions {
    /// The options of every connection. Statement logging is off: it would log the key.
    pub(crate) fn connect_options(&self) -> SqliteConnectOptions {
        let synchronous = match self.synchronous {
            Synchronous::Full => SqliteSynchronous::Full,
            Synchronous::Normal => SqliteSynchronous::Normal,
        };
        SqliteConnectOptions::new()
            .filename(&self.path)
            .pragma("key", format!("\"{}\"", self.key.as_str()))
            .pragma("cipher_log_level", "NONE")
            .pragma("cache_size", CACHE_KIB)
            .pragma("temp_store", "MEMORY")
            .pragma("secure_delete", "ON")
            .pragma("journal_size_limit", "67108864")
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(synchronous)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .disable_statement_logging()
    }
}

/// Makes a new store where there is none. It gets its name only when it is complete.
pub(crate) async fn create(options: &SqliteOptions) -> Result<(), OpenError> {
    refuse_network_share(&options.path)?;
    if options.path.exists() {
        return Err(OpenError::Exists(options.path.clone()));
    }
    let unfinished = SqliteOptions { path: with_suffix(&options.path, ".incompleto"), ..options.clone() };
    remove(&unfinished.path);
    make_private(&unfinished.path).map_err(|error| io_fault(&error))?;
    let made = migrate(&unfinished.connect_options()).await;
    if made.is_err() {
        remove(&unfinished.path);
    }
    made?;
    std::fs::rename(&unfinished.path, &options.path).map_err(|error| io_fault(&error))?;
    sync_folder(&options.path);
    Ok(())
}

/// Checks an existing store without writing a byte, then brings its schema up to date.
pub(crate) async fn open(options: &SqliteOptions) -> Result<(), OpenError> {
    refuse_network_share(&options.path)?;
    let length =
        std::fs::metadata(&options.path).map_err(|_| OpenError::Missing(options.path.clone()))?.len();
    if length == 0 {
        // An empty file accepts every key: it is somebody's accident, not a store.
        return Err(OpenError::NotAStore);
    }
    refuse_read_only(&options.path)?;
    let schema = inspect(options).await?;
    if schema > SCHEMA {
        return Err(OpenError::NewerSchema { found: schema, supported: SCHEMA });
    }
    if schema < SCHEMA {
        migrate(&options.connect_options()).await?;
    }
    Ok(())
}

/// The schema of the file, read without the right to write.
async fn inspect(options: &SqliteOptions) -> Result<i64, OpenError> {
    // Even a reader leaves companion files beside a store that has none; declared immutable, it does not.
    let in_use = with_suffix(&options.path, "-wal").exists();
    let read_only = options.connect_options().read_only(true).immutable(!in_use);
    let mut conn = read_only.connect().await.map_err(|error| OpenError::of(&error))?;
    let read = async {
        let application: i64 = sqlx::query_scalar("pragma application_id").fetch_one(&mut conn).await?;
        let schema: i64 = sqlx::query_scalar("pragma user_version").fetch_one(&mut conn).await?;
        Ok::<_, sqlx::Error>((application, schema))
    };
    let (application, schema) = read.await.map_err(|error| OpenError::of(&error))?;
    drop(conn.close().await);
    if application == APPLICATION_ID { Ok(schema) } else { Err(OpenError::NotAStore) }
}

async fn migrate(options: &SqliteConnectOptions) -> Result<(), OpenError> {
    // A pool of one: sqlx's migrator cannot run on a borrowed connection in a future that moves between threads.
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options.clone())
        .await
        .map_err(|error| OpenError::of(&error))?;
    let run = migrations::sqlite().run(&pool).await.map_err(|error| match error {
        sqlx::migrate::MigrateError::Execute(error)
        | sqlx::migrate::MigrateError::ExecuteMigration(error, _) => OpenError::of(&error),
        _ => OpenError::Damaged,
    });
    pool.close().await;
    run
}

/// SQLite opens a file it may not write and fails at the first save: say it before.
fn refuse_read_only(path: &Path) -> Result<(), OpenError> {
    let writable = std::fs::OpenOptions::new().append(true).open(path).map(drop);
    // The write-ahead log is a new file beside the store, so the folder must take one too.
    let folder = path.parent().unwrap_or(Path::new("."));
    let probe = folder.join(format!(".scrittura-{}", std::process::id()));
    let folder_writable = std::fs::File::create(&probe).map(drop);
    drop(std::fs::remove_file(&probe));
    writable.and(folder_writable).map_err(|error| io_fault(&error))
}

/// Only its owner reads and writes the file; SQLite gives its companions the same rights.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn io_fault(error: &std::io::Error) -> OpenError {
    match error.kind() {
        std::io::ErrorKind::StorageFull => OpenError::DiskFull,
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => OpenError::ReadOnly,
        _ => OpenError::Other(Fault::Disk),
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn remove(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(with_suffix(path, suffix)));
    }
}

/// The new name is in the folder, and the folder must reach the disk too. Windows has no such call.
fn sync_folder(path: &Path) {
    if let Some(folder) = path.parent()
        && let Ok(folder) = std::fs::File::open(folder)
    {
        drop(folder.sync_all());
    }
}

/// Marks a store as made by a program of the future. For the test that such a store is refused: nothing else can make
/// one, because nothing else has this crate's SQL.
#[doc(hidden)]
pub async fn pretend_newer_schema(path: &Path, key: zeroize::Zeroizing<String>) {
    let options = SqliteOptions { path: path.to_owned(), key, synchronous: Synchronous::Full };
    let mut conn = options.connect_options().connect().await.expect("the store opens");
    sqlx::query("pragma user_version = 999").execute(&mut conn).await.expect("marked");
    conn.close().await.expect("closed");
}
