//! The open work of whoever is not there: offices that ended, people who left or are away.

use crate::app::{App, Empty};
use crate::error::Outcome;
use crate::tickets::{TicketLine, line};
use serde::Serialize;
use sportello_domain::office::{Addressee, Away, Office, Validity, same_person};
use sportello_store::ticket;

/// What waits for somebody who is not there.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenWork {
    /// Where.
    pub office: Office,
    /// Who; none when the whole office ended.
    pub away: Option<Away>,
    /// Who stands in.
    pub addressee: Option<Addressee>,
    /// The tickets, the one to report on first first.
    pub tickets: Vec<TicketLine>,
}

/// The open work of whoever is not there.
pub(crate) async fn open_work(app: &App, _: Empty) -> Outcome<Vec<OpenWork>> {
    let offices = super::list(app, Empty {}).await?.offices;
    let (store, today) = (app.store().await?, app.today());
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let mut work = Vec::new();
    for office in offices {
        let Some(now) = office.now.clone() else { continue };
        let ended = matches!(now.validity, Validity::Ended { .. });
        if !ended && now.away.is_empty() {
            continue;
        }
        let held = ticket::at_office(&mut conn, office.id).await?;
        let mut waits = |away: Option<Away>, tickets: Vec<TicketLine>| {
            if !tickets.is_empty() {
                let addressee = now.addressee.clone().filter(|_| !ended);
                work.push(OpenWork { office: office.clone(), away, addressee, tickets });
            }
        };
        if ended {
            waits(None, held.into_iter().map(|(row, _)| line(row, today)).collect());
            continue;
        }
        for away in &now.away {
            // Somebody who left one role and holds another is there.
            if now.officers.iter().any(|name| same_person(name, &away.name)) {
                continue;
            }
            let theirs = held.iter().filter(|(_, officer)| {
                officer.as_deref().is_some_and(|officer| same_person(officer, &away.name))
            });
            waits(Some(away.clone()), theirs.map(|(row, _)| line(row.clone(), today)).collect());
        }
    }
    Ok(work)
}
