//! The life of a ticket, as one table. An action that is not in the table does not exist; a row says who may do it
//! and what it needs. Late, due soon and the like are facts about dates, never states.

use super::TicketState as State;
use serde::{Deserialize, Serialize};

/// Attempts to reach a citizen before the desk gives up.
pub const ATTEMPTS: u32 = 2;
/// From this bounce on the offices do not agree: who directs them decides.
pub const BOUNCES_TO_HEAD: u32 = 2;
/// Days after the answer in which the citizen may come back before the ticket is filed.
pub const CLOSE_AFTER_DAYS: u32 = 15;
/// Days after its end in which a ticket is taken up again; later it is a new matter, linked to the old one.
pub const REOPEN_DAYS: u32 = 90;

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
    /// The answer to an event that many report is told to one of them, wherever the ticket is.
    AnswerByEvent,
    /// It was not the same matter after all.
    Unmerge,
    /// An irregular request was put right: the term starts again.
    Restart,
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
    /// At least [`ATTEMPTS`] attempts to reach the citizen, or nobody to reach.
    Attempts,
}

/// Where an action leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To this state.
    State(State),
    /// Back to the state before the suspension or the merge.
    Before,
    /// Nowhere: the term changes, the state does not.
    Same,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    /// What is done.
    pub action: Action,
    /// From which states.
    pub from: &'static [State],
    /// To which state.
    pub to: Target,
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

/// What the citizen may bring up again. A void was never a matter; a merged ticket is taken out of the other one.
const ENDED: &[State] =
    &[State::Answered, State::Closed, State::ForwardedExternal, State::Withdrawn, State::ClosedWithoutReply];

/// Every way a ticket can move.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    Transition { action: Action::AnswerNow,         from: &[State::Received],                            to: Target::State(State::Answered),           by: DESK,             needs: &[Need::ReplyText] },
    Transition { action: Action::Take,              from: &[State::Received],                            to: Target::State(State::InProgress),         by: DESK,             needs: &[] },
    Transition { action: Action::Transfer,          from: &[State::InProgress, State::Transferred, State::WithOffice, State::OutcomeReceived], to: Target::State(State::Transferred),        by: DESK,             needs: &[Need::Handover] },
    Transition { action: Action::Accept,            from: &[State::Transferred],                         to: Target::State(State::WithOffice),         by: OFFICE_OR_DESK,   needs: &[Need::CaseOfficer] },
    Transition { action: Action::Bounce,            from: &[State::Transferred],                         to: Target::State(State::InProgress),         by: OFFICE_OR_DESK,   needs: &[Need::Reason] },
    Transition { action: Action::RecordOutcome,     from: &[State::WithOffice],                          to: Target::State(State::OutcomeReceived),    by: OFFICE_OR_DESK,   needs: &[Need::OutcomeText] },
    Transition { action: Action::SendBack,          from: &[State::OutcomeReceived],                     to: Target::State(State::WithOffice),         by: DESK,             needs: &[Need::Reason] },
    Transition { action: Action::Reply,             from: &[State::InProgress, State::OutcomeReceived],  to: Target::State(State::Answered),           by: DESK,             needs: &[Need::ReplyText] },
    Transition { action: Action::Close,             from: &[State::Answered, State::ForwardedExternal],  to: Target::State(State::Closed),             by: DESK_OR_CALENDAR, needs: &[] },
    Transition { action: Action::Suspend,           from: OPEN_AND_RUNNING,                              to: Target::State(State::Suspended),          by: DESK,             needs: &[Need::LegalReason] },
    Transition { action: Action::Resume,            from: &[State::Suspended],                           to: Target::Before,                            by: DESK_OR_CALENDAR, needs: &[] },
    Transition { action: Action::ForwardExternal,   from: OPEN,                                          to: Target::State(State::ForwardedExternal),  by: DESK,             needs: &[Need::ExternalBody] },
    Transition { action: Action::Merge,             from: OPEN,                                          to: Target::State(State::Merged),             by: DESK,             needs: &[Need::OtherTicket] },
    Transition { action: Action::Withdraw,          from: OPEN,                                          to: Target::State(State::Withdrawn),          by: DESK,             needs: &[Need::Reason] },
    Transition { action: Action::CloseWithoutReply, from: OPEN,                                          to: Target::State(State::ClosedWithoutReply), by: &[Role::Coordinator], needs: &[Need::Reason, Need::Attempts] },
    Transition { action: Action::Reopen,            from: ENDED,                                         to: Target::State(State::InProgress),         by: DESK,             needs: &[Need::Reason] },
    Transition { action: Action::AnswerByEvent,     from: OPEN,                                          to: Target::State(State::Answered),           by: DESK,             needs: &[Need::ReplyText] },
    Transition { action: Action::Unmerge,           from: &[State::Merged],                              to: Target::Before,                  by: DESK,             needs: &[] },
    Transition { action: Action::Restart,           from: OPEN_AND_RUNNING,                              to: Target::Same,                    by: DESK,             needs: &[Need::Reason] },
    Transition { action: Action::Void,              from: &[
        State::Received, State::InProgress, State::Transferred, State::WithOffice, State::OutcomeReceived, State::Suspended,
        State::Answered, State::Closed, State::ForwardedExternal, State::Merged, State::Withdrawn, State::ClosedWithoutReply,
    ],                                                                                                   to: Target::State(State::Voided),             by: DESK,             needs: &[Need::Reason] },
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

/// The state after `action`. `given` is what comes with the request; `before` the state to go back to.
///
/// # Errors
/// The action is not in the table from this state, not for this role, or something it needs is missing.
pub fn next(
    state: State,
    action: Action,
    role: Role,
    given: &[Need],
    before: Option<State>,
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
    match row.to {
        Target::State(to) => Ok(to),
        Target::Same => Ok(state),
        Target::Before => before.ok_or(Refusal::WrongState { action, state }),
    }
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
