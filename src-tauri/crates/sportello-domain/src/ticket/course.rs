//! What happens to a ticket beside its state: bounces, suspensions, a second life, company. And the part of a ticket
//! that steps change, which is what a step taken back puts again in its place.

use super::{PickupCode, Ticket, TicketState};
use crate::deadline::{
    DeadlineFault, Facts, Suspension, SuspensionGround, affected_third_party_suspension,
    refusal_notice_suspension,
};
use crate::id::{OfficeId, TicketId};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A suspension of a ticket's term, as it is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TermSuspension {
    /// Why.
    pub ground: SuspensionGround,
    /// The day the letter that suspends was sent.
    pub sent_on: NaiveDate,
    /// The day it was received, where the law counts from there; the day it was sent when nobody knows better.
    pub received_on: Option<NaiveDate>,
    /// The day what was asked arrived: information, opposition, observations. `None` while it has not.
    pub ended_on: Option<NaiveDate>,
    /// Whether the term runs again.
    pub over: bool,
}

impl TermSuspension {
    /// The days it holds the term, as the engine counts them; the latest that can come, while it is not over.
    ///
    /// # Errors
    /// Dates that contradict each other.
    pub fn interval(&self) -> Result<Suspension, DeadlineFault> {
        let received_on = self.received_on.unwrap_or(self.sent_on);
        match self.ground {
            SuspensionGround::AffectedThirdParties => {
                affected_third_party_suspension(self.sent_on, received_on, self.ended_on)
            }
            SuspensionGround::RefusalNotice => {
                refusal_notice_suspension(self.sent_on, received_on, self.ended_on)
            }
            ground @ (SuspensionGround::MissingInformation | SuspensionGround::PrivacyAuthority) => {
                let to = self.ended_on.or_else(|| self.cap()).unwrap_or(self.sent_on);
                Ok(Suspension::new(ground, self.sent_on, to))
            }
        }
    }

    /// The day the term runs again by itself.
    ///
    /// # Errors
    /// Dates that contradict each other.
    pub fn ends_by(&self) -> Result<NaiveDate, DeadlineFault> {
        let to = Self { ended_on: None, ..*self }.interval()?.to;
        Ok(self.cap().map_or(to, |cap| cap.min(to)))
    }

    fn cap(&self) -> Option<NaiveDate> {
        self.sent_on.checked_add_days(Days::new(self.ground.cap_days()?.into()))
    }
}

/// What happened to a ticket beside its state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Course {
    /// How many offices said that it is not theirs.
    pub bounces: u32,
    /// The office that the last of them proposed.
    pub proposed_office_id: Option<OfficeId>,
    /// Suspensions of the term that runs now.
    pub suspensions: Vec<TermSuspension>,
    /// The day an irregular request was put right: the term starts there.
    pub restart_on: Option<NaiveDate>,
    /// The day it was taken up again: a second term starts there.
    pub reopened_on: Option<NaiveDate>,
    /// The citizen's date before it was taken up again, for the statistics.
    pub first_due_on: Option<NaiveDate>,
    /// The day of the first answer, for the statistics.
    pub first_answered_on: Option<NaiveDate>,
    /// The ticket it is answered with.
    pub master_id: Option<TicketId>,
    /// The earliest date promised to somebody whose ticket is answered with this one.
    pub together_by: Option<NaiveDate>,
    /// Whether it is an event that many report.
    pub event: bool,
    /// The event it is part of.
    pub event_id: Option<TicketId>,
    /// What somebody without a name asks with.
    pub pickup_code: Option<PickupCode>,
}

/// The part of a ticket that steps change.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Standing {
    state: TicketState,
    state_before: Option<TicketState>,
    office_id: Option<OfficeId>,
    case_officer: Option<String>,
    due_on: Option<NaiveDate>,
    target_on: Option<NaiveDate>,
    office_due_on: Option<NaiveDate>,
    answered_on: Option<NaiveDate>,
    closed_at: Option<DateTime<Utc>>,
    void_reason: Option<String>,
    #[serde(flatten)]
    course: Course,
}

impl Ticket {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            state_before: self.state_before,
            office_id: self.office_id,
            case_officer: self.case_officer.clone(),
            due_on: self.due_on,
            target_on: self.target_on,
            office_due_on: self.office_due_on,
            answered_on: self.answered_on,
            closed_at: self.closed_at,
            void_reason: self.void_reason.clone(),
            course: self.course.clone(),
        }
    }

    /// The same ticket, standing as it once stood.
    #[must_use]
    pub fn standing_as(self, standing: Standing) -> Self {
        let Standing {
            state,
            state_before,
            office_id,
            case_officer,
            due_on,
            target_on,
            office_due_on,
            answered_on,
            closed_at,
            void_reason,
            course,
        } = standing;
        Self {
            state,
            state_before,
            office_id,
            case_officer,
            due_on,
            target_on,
            office_due_on,
            answered_on,
            closed_at,
            void_reason,
            course,
            ..self
        }
    }

    /// The earliest day somebody waits for an answer by: whoever brought it, or whoever is answered with them.
    pub fn awaited_by(&self) -> Option<NaiveDate> {
        [self.due_on, self.course.together_by].into_iter().flatten().min()
    }

    /// What its date is computed from.
    ///
    /// # Errors
    /// A suspension with dates that contradict each other.
    pub fn facts(&self) -> Result<Facts, DeadlineFault> {
        let mut facts = Facts::presented(self.presented_on);
        for suspension in &self.course.suspensions {
            facts = facts.suspended(suspension.interval()?);
        }
        facts.restart_on = self.course.restart_on;
        facts.reopened_on = self.course.reopened_on;
        Ok(facts)
    }

    /// The suspension that holds the term now.
    pub fn suspension(&self) -> Option<&TermSuspension> {
        self.course.suspensions.iter().find(|suspension| !suspension.over)
    }
}

#[cfg(test)]
mod tests;
