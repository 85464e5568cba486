//! The reply on paper. It is built from the words the citizen was told and from nothing else: the type of the letter's
//! body has no way in for the municipality's own words.

use super::detail::TicketRef;
use super::people::people_of;
use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use crate::recovery::DocumentFile;
use crate::settings;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sportello_documents::CitizenLetter;
use sportello_domain::event::EventCode;
use sportello_store::{citizen, ticket};

/// What is written to a citizen in the desk's own words: a reply, to whom it was handed over, why the term stops.
const SENT: [EventCode; 3] =
    [EventCode::TicketAnswered, EventCode::TicketForwarded, EventCode::TicketSuspended];

/// The letter with the last reply of a ticket.
pub(crate) async fn letter(app: &App, request: TicketRef) -> Outcome<DocumentFile> {
    let store = app.store().await?;
    let settings = settings::desk(&store).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ticket = ticket::find(&mut conn, request.id).await?;
    let entries = ticket::entries(&mut conn, request.id).await?;
    let (body, answered_on) = entries
        .iter()
        .rev()
        .filter(|entry| SENT.contains(&entry.code))
        .find_map(|entry| Some((entry.citizen_text.as_ref()?, entry.happened_on?)))
        .ok_or_else(|| Failure::new(Code::NotFound, "the ticket has no reply yet"))?;
    let requester = match ticket.citizen_id {
        Some(id) => Some(citizen::find(&mut conn, id).await?.data),
        None => None,
    };
    let chosen = people_of(&mut conn, request.id).await?.into_iter().find(|line| line.person.reply_to);
    let requester_name = requester.as_ref().map(|data| data.display_name());
    let on_behalf_of =
        requester_name.filter(|_| chosen.as_ref().is_some_and(|line| line.person.role.acts_for_requester()));
    let citizen = chosen.map(|line| line.citizen.data).or(requester);
    let recipient = citizen.as_ref().map(|data| data.display_name()).unwrap_or_default();
    let number = ticket.number.to_string();
    let letter = CitizenLetter {
        municipality: &settings.municipality.official_name(),
        desk: &settings.name,
        desk_address: settings.address.as_deref(),
        desk_phone: settings.phone.as_deref(),
        recipient: &recipient,
        recipient_address: citizen.as_ref().and_then(|data| data.address.as_deref()),
        on_behalf_of: on_behalf_of.as_deref(),
        number: &number,
        subject: &ticket.subject,
        presented_on: ticket.presented_on,
        body,
        dated: answered_on,
    };
    let pdf = sportello_documents::citizen_letter(&letter)?;
    // The number, never a name: file names travel.
    let file_name = format!("risposta-{}.pdf", number.replace('/', "-"));
    Ok(DocumentFile { file_name, base64: BASE64.encode(pdf) })
}
