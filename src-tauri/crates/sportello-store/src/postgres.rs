//! The shared server. Login, roles and live refresh are not here yet; the seam is.

use crate::error::{Fault, OpenError};
use crate::migrations::{self, SCHEMA};
use sqlx::ConnectOptions;
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use std::time::Duration;

/// Connects to the server and brings its schema up to date.
pub(crate) async fn connect(options: PgConnectOptions) -> Result<PgPool, OpenError> {
    let options = options.disable_statement_logging().options([
        ("statement_timeout", "10s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "30s"),
    ]);
    let pool = PgPoolOptions::new()
        .max_connections(4)
        .acquire_timeout(Duration::from_secs(5))
        .connect_with(options)
        .await
        .map_err(|_| OpenError::Unreachable)?;
    let known: Option<i64> = sqlx::query_scalar("select max(version) from _sqlx_migrations where success")
        .fetch_one(&pool)
        .await
        .unwrap_or_default();
    if let Some(found) = known.filter(|found| *found > SCHEMA) {
        return Err(OpenError::NewerSchema { found, supported: SCHEMA });
    }
    migrations::postgres().run(&pool).await.map_err(|error| match error {
        sqlx::migrate::MigrateError::Execute(error)
        | sqlx::migrate::MigrateError::ExecuteMigration(error, _) => OpenError::Other(Fault::of(&error)),
        _ => OpenError::Damaged,
    })?;
    Ok(pool)
}
