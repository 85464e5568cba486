//! What happened to a ticket beside its state, in its row.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use sportello_domain::id::{OfficeId, TicketId};
use sportello_domain::ticket::{Course, PickupCode, Ticket};
use sqlx::FromRow;
use uuid::Uuid;

/// The columns of the row.
#[derive(FromRow)]
pub(super) struct CourseRow {
    bounces: i64,
    proposed_office_id: Option<Uuid>,
    suspensions: Option<String>,
    restart_on: Option<NaiveDate>,
    reopened_on: Option<NaiveDate>,
    first_due_on: Option<NaiveDate>,
    first_answered_on: Option<NaiveDate>,
    master_id: Option<Uuid>,
    together_by: Option<NaiveDate>,
    event: bool,
    event_id: Option<Uuid>,
    pickup_code: Option<String>,
}

impl CourseRow {
    pub(super) fn read(self) -> Result<Course> {
        let unreadable = |_| Error::Register("ticket.suspensions".into());
        Ok(Course {
            bounces: u32::try_from(self.bounces).map_err(|_| Error::Register("ticket.bounces".into()))?,
            proposed_office_id: self.proposed_office_id.map(OfficeId),
            suspensions: match &self.suspensions {
                Some(json) => serde_json::from_str(json).map_err(unreadable)?,
                None => Vec::new(),
            },
            restart_on: self.restart_on,
            reopened_on: self.reopened_on,
            first_due_on: self.first_due_on,
            first_answered_on: self.first_answered_on,
            master_id: self.master_id.map(TicketId),
            together_by: self.together_by,
            event: self.event,
            event_id: self.event_id.map(TicketId),
            pickup_code: self.pickup_code.as_deref().map(decode).transpose()?,
        })
    }
}

/// Writes the columns, beside a statement that writes the others.
pub(super) async fn write(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    const SQL: &str = "update ticket set bounces = $2, proposed_office_id = $3, suspensions = $4, restart_on = $5, \
                       reopened_on = $6, first_due_on = $7, first_answered_on = $8, master_id = $9, event = $10, \
                       event_id = $11, pickup_code = $12, together_by = $13 where ticket_id = $1";
    let course = &ticket.course;
    let suspensions = match course.suspensions.as_slice() {
        [] => None,
        list => Some(serde_json::to_string(list).map_err(|_| Error::Register("ticket.suspensions".into()))?),
    };
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(ticket.id.0)
            .bind(i64::from(course.bounces))
            .bind(course.proposed_office_id.map(|id| id.0))
            .bind(suspensions)
            .bind(course.restart_on)
            .bind(course.reopened_on)
            .bind(course.first_due_on)
            .bind(course.first_answered_on)
            .bind(course.master_id.map(|id| id.0))
            .bind(course.event)
            .bind(course.event_id.map(|id| id.0))
            .bind(course.pickup_code.as_ref().map(|code| code.as_str().to_owned()))
            .bind(course.together_by)
    )?;
    Ok(())
}

/// Whether a ticket has this code.
pub async fn has_pickup_code(conn: &mut Conn<'_>, code: &PickupCode) -> Result<bool> {
    const SQL: &str = "select count(*) from ticket where pickup_code = $1";
    let found: i64 = on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(code.as_str()))?;
    Ok(found > 0)
}
