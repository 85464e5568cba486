//! The receipt: one matter, or all those of one visit. It gets the data of art. 8 where the matter starts a procedure;
//! whether they are all there is the paper's to say.

use super::letter::{attachments_of, protocol_of, recipient};
use super::{Gathered, Words};
use crate::app::App;
use crate::documents::letterhead::{self, Letterhead};
use crate::error::{Failure, Outcome};
use crate::tickets::explain;
use crate::{follow_up, settings};
use sportello_documents::{Document, Matter, Options, Procedure, Receipt};
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::deadline::{Basis, Direction, in_brief};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::TicketId;
use sportello_domain::office::{Office, OfficeRole};
use sportello_domain::protocol::ProtocolDirection;
use sportello_domain::template::fill;
use sportello_domain::ticket::{LinkKind, Ticket};
use sportello_store::{Conn, office, ticket};

/// Matters of the longest receipt.
const LONGEST: usize = 20;
/// What can be done when nobody answers (art. 8 c. 2 c-bis L. 241/1990).
const SILENCE: &str = include_str!("../../../../../catalog/texts/silence.txt");

/// The receipt of these tickets, and of what was brought in the same visit.
pub(super) async fn gather(app: &App, words: &Words, ids: Vec<TicketId>, visit: bool) -> Outcome<Gathered> {
    let store = app.store().await?;
    let calendar = settings::desk(&store).await?.calendar;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ids = if visit { with_visit(&mut conn, ids).await? } else { ids };
    if ids.is_empty() {
        return Err(Failure::field("ids", FieldRule::Required));
    }
    if ids.len() > LONGEST {
        return Err(Failure::field("ids", FieldRule::OutOfRange { min: 1, max: LONGEST as i64 }));
    }
    let (letterhead, _) = letterhead::read(&mut conn).await?;
    let (follow_up, _) = follow_up::read(&mut conn).await?;
    let (mut matters, mut tickets) = (Vec::new(), Vec::new());
    for id in &ids {
        let ticket = ticket::find(&mut conn, *id).await?;
        let house = House { letterhead: &letterhead, substitute: follow_up.substitute.as_deref() };
        matters.push(matter(&mut conn, words, &ticket, &calendar, &house, app).await?);
        tickets.push(ticket);
    }
    let receipt =
        Receipt { recipient: recipient(&mut conn, words, &tickets[0]).await?, matters, dated: app.today() };
    let name = format!("ricevuta-{}", tickets[0].number);
    Ok(Gathered { document: Document::Receipt(receipt), options: Options::default(), tickets: ids, name })
}

/// What the municipality says of itself once.
struct House<'a> {
    letterhead: &'a Letterhead,
    substitute: Option<&'a str>,
}

/// The tickets of the visits these belong to, each once, the first first.
async fn with_visit(conn: &mut Conn<'_>, ids: Vec<TicketId>) -> Outcome<Vec<TicketId>> {
    let mut all = ids;
    let mut at = 0;
    while at < all.len() && all.len() <= LONGEST {
        for link in ticket::links(conn, all[at]).await? {
            if link.kind == LinkKind::Visit && !all.contains(&link.other) {
                all.push(link.other);
            }
        }
        at += 1;
    }
    all.sort_unstable();
    Ok(all)
}

async fn matter(
    conn: &mut Conn<'_>,
    words: &Words,
    ticket: &Ticket,
    calendar: &DeskCalendar,
    house: &House<'_>,
    app: &App,
) -> Outcome<Matter> {
    let deadline = explain(ticket, calendar)?;
    let office = match ticket.office_id {
        Some(id) => Some(office::find(conn, id).await?),
        None => None,
    };
    let rule = ticket.rule.rule();
    let starts = rule.basis == Basis::Statute && rule.direction == Direction::DueBy;
    Ok(Matter {
        number: ticket.number.to_string(),
        kind: words.say(ticket.kind.code()),
        subject: ticket.subject.clone(),
        presented_on: ticket.presented_on,
        protocol: protocol_of(conn, ticket.id, ProtocolDirection::In).await?,
        office: office.as_ref().map(|office| office.data.name.clone()),
        case_officer: ticket.case_officer.clone().or_else(|| responsible(office.as_ref()?, app)),
        due_on: ticket.due_on,
        due_reason: deadline.as_ref().map(in_brief),
        pickup_code: ticket.course.pickup_code.as_ref().map(ToString::to_string),
        attachments: attachments_of(conn, ticket.id).await?,
        procedure: starts.then(|| procedure(house, office.as_ref())),
    })
}

/// Who answers for a matter while nobody has been named: the officer of the office, or its head (art. 5 c. 2).
fn responsible(office: &Office, app: &App) -> Option<String> {
    let today = app.today();
    let of = |role: OfficeRole| {
        let mut people = office.data.people.iter();
        people
            .find(|person| person.role == role && person.is_valid_on(today))
            .map(|person| person.name.clone())
    };
    of(OfficeRole::CaseOfficer).or_else(|| of(OfficeRole::Head))
}

fn procedure(house: &House<'_>, office: Option<&Office>) -> Procedure {
    let silence = fill(SILENCE.trim(), &[("titolare", house.substitute)]);
    let data = office.map(|office| &office.data);
    let place = data.map(|data| {
        let parts = [Some(&data.name), data.address.as_ref(), data.floor.as_ref(), data.room.as_ref()];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
    });
    Procedure {
        digital_domicile: house.letterhead.pec.clone(),
        remedies: silence.missing.is_empty().then_some(silence.text),
        online_access: house.letterhead.online_access.clone(),
        access_office: place,
    }
}
