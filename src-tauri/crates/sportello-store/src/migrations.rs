//! The schema, embedded. Two folders with the same file names, one an engine; forward only, never edited once shipped.

use sqlx::SqlStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// One file, for both engines.
struct File {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        const FILES: &[File] = &[$(File {
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),*];
    };
}

files![
    "0001_foundation",
    "0002_search",
    "0003_citizens",
    "0004_lifecycle",
    "0005_categories",
    "0006_offices",
    "0007_papers",
    "0008_agenda",
    "0009_desk",
    "0010_forms",
];

/// The newest schema this program reads: the number of the last file, and the `user_version` it sets.
pub(crate) const SCHEMA: i64 = FILES.len() as i64;

/// The files for SQLite.
pub(crate) fn sqlite() -> Migrator {
    migrator(|file| file.sqlite)
}

/// The files for PostgreSQL.
pub(crate) fn postgres() -> Migrator {
    migrator(|file| file.postgres)
}

fn migrator(text: fn(&File) -> &'static str) -> Migrator {
    let migration = |(i, file): (usize, &File)| {
        Migration::new(
            i as i64 + 1,
            file.name.into(),
            MigrationType::Simple,
            SqlStr::from_static(text(file)),
            false,
        )
    };
    Migrator::with_migrations(FILES.iter().enumerate().map(migration).collect())
}
