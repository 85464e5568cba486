use super::*;
use proptest::prelude::*;
use std::collections::HashSet;

const ACTIONS: [Action; 20] = [
    Action::AnswerNow,
    Action::Take,
    Action::Transfer,
    Action::Accept,
    Action::Bounce,
    Action::RecordOutcome,
    Action::SendBack,
    Action::Reply,
    Action::Close,
    Action::Suspend,
    Action::Resume,
    Action::ForwardExternal,
    Action::Merge,
    Action::Withdraw,
    Action::CloseWithoutReply,
    Action::Reopen,
    Action::Void,
    Action::AnswerByEvent,
    Action::Unmerge,
    Action::Restart,
];
const ROLES: [Role; 4] = [Role::Operator, Role::Coordinator, Role::Office, Role::Calendar];
const EVERYTHING: [Need; 9] = [
    Need::ReplyText,
    Need::Handover,
    Need::CaseOfficer,
    Need::OutcomeText,
    Need::Reason,
    Need::LegalReason,
    Need::OtherTicket,
    Need::ExternalBody,
    Need::Attempts,
];

#[test]
fn only_the_desk_answers_and_closes() {
    for state in State::ALL {
        for action in ACTIONS {
            if let Ok(next) = next(state, action, Role::Office, &EVERYTHING, Some(State::InProgress)) {
                assert!(
                    matches!(next, State::WithOffice | State::InProgress | State::OutcomeReceived),
                    "an office reached {next:?} from {state:?} by {action:?}"
                );
            }
        }
    }
}

#[test]
fn every_action_has_one_row_and_every_need_is_asked() {
    let actions: HashSet<Action> = TRANSITIONS.iter().map(|row| row.action).collect();
    assert_eq!((actions.len(), TRANSITIONS.len()), (ACTIONS.len(), ACTIONS.len()));
    let needs: HashSet<Need> = TRANSITIONS.iter().flat_map(|row| row.needs).copied().collect();
    assert_eq!(needs.len(), EVERYTHING.len());
    for row in TRANSITIONS {
        for need in row.needs {
            let rest: Vec<Need> = EVERYTHING.into_iter().filter(|other| other != need).collect();
            assert_eq!(
                next(row.from[0], row.action, row.by[0], &rest, None),
                Err(Refusal::Missing { action: row.action, need: *need })
            );
        }
    }
}

#[test]
fn the_main_job_in_one_line() {
    let mut state = State::Received;
    let path =
        [Action::Take, Action::Transfer, Action::Accept, Action::RecordOutcome, Action::Reply, Action::Close];
    let mut line = format!("{state:?}");
    for action in path {
        state = next(state, action, Role::Operator, &EVERYTHING, None).expect("the main job is possible");
        line += &format!(" -> {state:?}");
    }
    insta::assert_snapshot!(line, @"Received -> InProgress -> Transferred -> WithOffice -> OutcomeReceived -> Answered -> Closed");
}

proptest! {
    /// No path loses the citizen: from wherever a random walk ends, the ticket is either finished or can still be
    /// answered by the desk, and nothing but a void is for ever without a row out of an open state.
    #[test]
    fn no_open_state_is_a_dead_end(walk in prop::collection::vec((0..ACTIONS.len(), 0..ROLES.len()), 0..40)) {
        let (mut state, mut before) = (State::Received, None);
        for (action, role) in walk {
            if let Ok(reached) = next(state, ACTIONS[action], ROLES[role], &EVERYTHING, before) {
                before = match reached {
                    State::Suspended | State::Merged => Some(if state == State::Suspended { before.unwrap_or(state) } else { state }),
                    _ => None,
                };
                prop_assert!(
                    reached != State::Received
                        || matches!(ACTIONS[action], Action::Resume | Action::Unmerge | Action::Restart),
                    "only what was suspended or merged goes back to the start"
                );
                state = reached;
            }
        }
        if state.is_open() {
            prop_assert!(reaches_an_answer(state, before), "{state:?} cannot reach an answer");
        }
    }
}

fn reaches_an_answer(state: State, before: Option<State>) -> bool {
    let mut seen = HashSet::from([state]);
    let mut queue = vec![state];
    while let Some(state) = queue.pop() {
        for action in ACTIONS {
            if let Ok(reached) = next(state, action, Role::Operator, &EVERYTHING, before) {
                if reached == State::Answered {
                    return true;
                }
                if reached.is_open() && seen.insert(reached) {
                    queue.push(reached);
                }
            }
        }
    }
    false
}

#[test]
fn an_office_is_offered_only_its_part() {
    let offered: Vec<Action> = possible(State::WithOffice, Role::Office).collect();
    assert_eq!(offered, [Action::RecordOutcome]);
    let offered: Vec<Action> = possible(State::Voided, Role::Coordinator).collect();
    assert_eq!(offered, [], "a void is for ever");
}

#[test]
fn every_state_but_the_void_has_a_way_out() {
    for state in State::ALL {
        let ways = possible(state, Role::Coordinator).count();
        assert_eq!(ways == 0, state == State::Voided, "{state:?} has {ways} ways out");
    }
}
