//! Settings: one JSON value a name.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sportello_domain::event::EventCode;

/// The value of `name` and its version; `None` when it was never set.
pub async fn find<T: DeserializeOwned>(conn: &mut Conn<'_>, name: &'static str) -> Result<Option<(T, i64)>> {
    const SQL: &str = "select value, version from setting where name = $1";
    let row: Option<(String, i64)> = on!(conn, fetch_optional, sqlx::query_as(SQL).bind(name))?;
    row.map(|(value, version)| {
        let value = serde_json::from_str(&value).map_err(|_| Error::Register(format!("setting {name}")))?;
        Ok((value, version))
    })
    .transpose()
}

/// Sets `name`. `version` is the one that was read, 0 when there was none.
pub async fn save<T: Serialize + DeserializeOwned>(
    tx: &mut Tx,
    name: &'static str,
    value: &T,
    version: i64,
) -> Result<i64> {
    let before: Option<(T, i64)> = find(&mut tx.conn(), name).await?;
    if before.as_ref().map_or(0, |(_, version)| *version) != version {
        return Err(Error::Conflict("setting"));
    }
    const SQL: &str = "insert into setting (name, value, version) values ($1, $2, $3) \
                       on conflict (name) do update set value = excluded.value, version = excluded.version";
    let json = serde_json::to_string(value).map_err(|_| Error::Register(format!("setting {name}")))?;
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(name).bind(json).bind(version + 1))?;
    let subject = format!("setting:{name}");
    crate::event::append(
        tx,
        EventCode::SettingSaved,
        &subject,
        before.as_ref().map(|(value, _)| value),
        value,
    )
    .await?;
    Ok(version + 1)
}
