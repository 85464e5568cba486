//! `ticket person …`: who else a ticket concerns.

use crate::ticket::find;
use clap::Subcommand;
use serde_json::json;
use sportello_app::{App, Failure, PersonAdd, PersonRemove, TicketDetail};
use sportello_domain::fault::FieldFault;
use sportello_domain::id::CitizenId;

/// Altre persone di una pratica.
#[derive(Debug, Subcommand)]
pub(crate) enum Person {
    /// Aggiunge una persona, o cambia perché c'è
    Add {
        /// Numero o identificativo della pratica
        ticket: String,
        /// Id del cittadino
        citizen: CitizenId,
        /// Perché: delegate, guardian, co_reporter, interested
        #[arg(long, value_name = "RUOLO", default_value = "interested")]
        role: String,
        /// La risposta va a questa persona
        #[arg(long)]
        reply_to: bool,
    },
    /// Toglie una persona
    Remove {
        /// Numero o identificativo della pratica
        ticket: String,
        /// Id del cittadino
        citizen: CitizenId,
    },
}

pub(crate) async fn perform(app: &App, command: Person) -> Result<TicketDetail, Failure> {
    let op = app.new_op();
    match command {
        Person::Add { ticket, citizen, role, reply_to } => {
            let role = sportello_app::read_request(json!(role))
                .map_err(|failure| Failure { fields: named(failure.fields), ..failure })?;
            let id = find(app, &ticket).await?;
            let (citizen_id, citizen) = (Some(citizen), None);
            let add =
                PersonAdd { op, id, version: None, draft_id: None, citizen_id, citizen, role, reply_to };
            app.ticket_person_add(add).await
        }
        Person::Remove { ticket, citizen } => {
            let id = find(app, &ticket).await?;
            app.ticket_person_remove(PersonRemove { op, id, version: None, citizen_id: citizen }).await
        }
    }
}

/// A role read by itself has no name of its own.
fn named(fields: Vec<FieldFault>) -> Vec<FieldFault> {
    fields.into_iter().map(|fault| FieldFault { field: "role".into(), ..fault }).collect()
}
