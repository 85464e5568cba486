//! The life of a ticket, as one table. An action that is not in the table does not exist; a row says who may do it
//! and what it needs. Late, due soon and the like are facts about dates, never states.

use super::TicketState as State;
use serde::{Deserialize, Serialize};

/// Who acts. The desk keeps the relationship with the citizen: an office can only report an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Somebody of the desk.
    Operator,
    /// Who coordinates the desk.
    Coordinator,
    /// Somebody of the competent office.
    Office,
    /// Nobody: the passing of time.
    Calendar,
}

/// What can be done to a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Answer while the citizen is still there.
    AnswerNow,
    /// Start working on it.
    Take,
    /// Hand it over to the competent office.
    Transfer,
    /// The office takes it.
    Accept,
    /// The office says it is not its matter.
    Bounce,
    /// The office reports.
    RecordOutcome,
    /// What the office reported is not enough to answer.
    SendBack,
    /// Tell the citizen the outcome.
    Reply,
    /// File an answered ticket.
    Close,
    /// Stop the legal term, for one of the law's reasons.
    Suspend,
    /// End the suspension.
    Resume,
    /// Hand it over to another public body.
    ForwardExternal,
    /// Answer it together with another ticket.
    Merge,
    /// The citizen takes it back.
    Withdraw,
    /// Give up: anonymous or unreachable.
    CloseWithoutReply,
    /// Work on it again.
    Reopen,
    /// Recorded by mistake.
    Void,
}

/// What an action needs besides its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// The words told to the citizen and the means used.
    ReplyText,
    /// A competent office, what is asked of it, what was promised.
    Handover,
    /// The name of who follows the matter in the office.
    CaseOfficer,
    /// What the office reports.
    OutcomeText,
    /// A reason, in words.
    Reason,
    /// A reason the law lists; the term is statutory, not yet expired, never suspended before.
    LegalReason,
    /// The ticket it is answered with.
    OtherTicket,
    /// The public body that is competent.
    ExternalBody,
    /// At least two attempts to reach the citizen, or nobody to reach.
    Attempts,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    /// What is done.
    pub action: Action,
    /// From which states.
    pub from: &'static [State],
    /// To which state; `None` is the state before the suspension.
    pub to: Option<State>,
    /// By whom.
    pub by: &'static [Role],
    /// With what.
    pub needs: &'static [Need],
}

const OPEN: &[State] = &[
    State::Received,
    State::InProgress,
    State::Transferred,
    State::WithOffice,
    State::OutcomeReceived,
    State::Suspended,
];
const OPEN_AND_RUNNING: &[State] =
    &[State::Received, State::InProgress, State::Transferred, State::WithOffice, State::OutcomeReceived];
const DESK: &[Role] = &[Role::Operator, Role::Coordinator];
const OFFICE_OR_DESK: &[Role] = &[Role::Office, Role::Operator, Role::Coordinator];
const DESK_OR_CALENDAR: &[Role] = &[Role::Operator, Role::Coordinator, Role::Calendar];

/// Every way a ticket can move.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    Transition { action: Action::AnswerNow,         from: &[State::Received],                            to: Some(State::Answered),           by: DESK,             needs: &[Need::ReplyText] },
    Transition { action: Action::Take,              from: &[State::Received],                            to: Some(State::InProgress),         by: DESK,             needs: &[] },
    Transition { action: Action::Transfer,          from: &[State::InProgress, State::OutcomeReceived],  to: Some(State::Transferred),        by: DESK,             needs: &[Need::Handover] },
    Transition { action: Action::Accept,            from: &[State::Transferred],                         to: Some(State::WithOffice),         by: OFFICE_OR_DESK,   needs: &[Need::CaseOfficer] },
    Transition { action: Action::Bounce,            from: &[State::Transferred],                         to: Some(State::InProgress),         by: OFFICE_OR_DESK,   needs: &[Need::Reason] },
    Transition { action: Action::RecordOutcome,     from: &[State::WithOffice],                          to: Some(State::OutcomeReceived),    by: OFFICE_OR_DESK,   needs: &[Need::OutcomeText] },
    Transition { action: Action::SendBack,          from: &[State::OutcomeReceived],                     to: Some(State::WithOffice),         by: DESK,             needs: &[Need::Reason] },
    Transition { action: Action::Reply,             from: &[State::InProgress, State::OutcomeReceived],  to: Some(State::Answered),           by: DESK,             needs: &[Need::ReplyText] },
    Transition { action: Action::Close,             from: &[State::Answered],                            to: Some(State::Closed),             by: DESK_OR_CALENDAR, needs: &[] },
    Transition { action: Action::Suspend,           from: OPEN_AND_RUNNING,                              to: Some(State::Suspended),          by: DESK,             needs: &[Need::LegalReason] },
    Transition { action: Action::Resume,            from: &[State::Suspended],                           to: None,                            by: DESK_OR_CALENDAR, needs: &[] },
    Transition { action: Action::ForwardExternal,   from: OPEN,                                          to: Some(State::ForwardedExternal),  by: DESK,             needs: &[Need::ExternalBody] },
    Transition { action: Action::Merge,             from: OPEN,                                          to: Some(State::Merged),             by: DESK,             needs: &[Need::OtherTicket] },
    Transition { action: Action::Withdraw,          from: OPEN,                                          to: Some(State::Withdrawn),          by: DESK,             needs: &[Need::Reason] },
    Transition { action: Action::CloseWithoutReply, from: OPEN,                                          to: Some(State::ClosedWithoutReply), by: &[Role::Coordinator], needs: &[Need::Reason, Need::Attempts] },
    Transition { action: Action::Reopen,            from: &[State::Closed],                              to: Some(State::InProgress),         by: DESK,             needs: &[Need::Reason] },
    Transition { action: Action::Void,              from: &[
        State::Received, State::InProgress, State::Transferred, State::WithOffice, State::OutcomeReceived, State::Suspended,
        State::Answered, State::Closed, State::ForwardedExternal, State::Merged, State::Withdrawn, State::ClosedWithoutReply,
    ],                                                                                                   to: Some(State::Voided),             by: DESK,             needs: &[Need::Reason] },
];

/// Why an action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "refusal")]
pub enum Refusal {
    /// The table has no such row from this state.
    #[error("{action:?} is not possible while the ticket is {state:?}")]
    WrongState {
        /// What was asked.
        action: Action,
        /// Where the ticket is.
        state: State,
    },
    /// The table has the row, for somebody else.
    #[error("{action:?} is not for {role:?}")]
    WrongRole {
        /// What was asked.
        action: Action,
        /// Who asked.
        role: Role,
    },
    /// Something the action needs is missing.
    #[error("{action:?} needs {need:?}")]
    Missing {
        /// What was asked.
        action: Action,
        /// What it needs.
        need: Need,
    },
}

/// The state after `action`. `given` is what comes with the request; `before_suspension` the state to go back to.
///
/// # Errors
/// The action is not in the table from this state, not for this role, or something it needs is missing.
pub fn next(
    state: State,
    action: Action,
    role: Role,
    given: &[Need],
    before_suspension: Option<State>,
) -> Result<State, Refusal> {
    let row = TRANSITIONS
        .iter()
        .find(|row| row.action == action && row.from.contains(&state))
        .ok_or(Refusal::WrongState { action, state })?;
    if !row.by.contains(&role) {
        return Err(Refusal::WrongRole { action, role });
    }
    if let Some(need) = row.needs.iter().find(|need| !given.contains(need)) {
        return Err(Refusal::Missing { action, need: *need });
    }
    row.to.or(before_suspension).ok_or(Refusal::WrongState { action, state })
}

/// What `role` can do to a ticket in `state`: what the interface offers.
pub fn possible(state: State, role: Role) -> impl Iterator<Item = Action> {
    TRANSITIONS
        .iter()
        .filter(move |row| row.from.contains(&state) && row.by.contains(&role))
        .map(|row| row.action)
}

#[cfg(test)]
mod tests;
