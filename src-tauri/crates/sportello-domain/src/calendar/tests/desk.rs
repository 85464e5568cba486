use chrono::NaiveDateTime;
use proptest::prelude::*;

use super::{any_date, dates_between, day};
use crate::calendar::{
    ClosedReason, Closure, DeskCalendar, DeskFault, DeskState, NeverOpen, OpeningSpan, PatronDay, WeeklyHours,
};

fn patron(month: u32, day: u32) -> PatronDay {
    PatronDay { month, day, name: "San Giovanni Battista".into() }
}

fn closure(from: &str, to: &str) -> Closure {
    Closure { from: day(from), to: day(to), reason: "Trasloco".into() }
}

fn desk(closures: Vec<Closure>) -> DeskCalendar {
    DeskCalendar::new(WeeklyHours::default(), Some(patron(6, 24)), closures).unwrap()
}

fn shut() -> DeskCalendar {
    let none = || Vec::new();
    let hours = WeeklyHours {
        monday: none(),
        tuesday: none(),
        wednesday: none(),
        thursday: none(),
        friday: none(),
        saturday: none(),
        sunday: none(),
    };
    DeskCalendar::new(hours, None, vec![]).unwrap()
}

fn state(desk: &DeskCalendar, at: &str) -> String {
    match desk.state_at(at.parse::<NaiveDateTime>().unwrap()).unwrap() {
        DeskState::Open { until } => format!("open until {until}"),
        DeskState::Closed { opens_on, opens_at, .. } => format!("opens {opens_on} {opens_at}"),
    }
}

#[test]
fn each_reason_to_be_closed_is_told() {
    let desk = desk(vec![closure("2026-08-10", "2026-08-22")]);
    let reasons = [
        ("2026-12-25", Some(ClosedReason::PublicHoliday { name: "Natale".into() })),
        ("2026-06-24", Some(ClosedReason::Patron { name: "San Giovanni Battista".into() })),
        ("2026-08-10", Some(ClosedReason::Closure { reason: "Trasloco".into() })),
        ("2026-08-15", Some(ClosedReason::PublicHoliday { name: "Ferragosto".into() })),
        ("2026-08-22", Some(ClosedReason::Closure { reason: "Trasloco".into() })),
        ("2026-08-24", None),
        ("2026-10-11", Some(ClosedReason::NoHours)),
        ("2026-10-10", None),
    ];
    for (date, reason) in reasons {
        assert_eq!(desk.closed_because(day(date)), reason, "{date}");
        assert_eq!(desk.is_open_on(day(date)), reason.is_none(), "{date}");
        assert_eq!(desk.openings_on(day(date)).is_empty(), reason.is_some(), "{date}");
    }
}

#[test]
fn the_sign_on_the_door() {
    let desk = desk(vec![]);
    let signs = [
        ("2026-10-09T07:59:59", "opens 2026-10-09 08:00:00"),
        ("2026-10-09T08:00:00", "open until 13:00:00"),
        ("2026-10-09T12:59:59", "open until 13:00:00"),
        ("2026-10-09T13:00:00", "opens 2026-10-10 08:00:00"),
        ("2026-10-10T13:00:00", "opens 2026-10-12 08:00:00"),
        ("2026-12-24T20:00:00", "opens 2026-12-28 08:00:00"),
        ("2026-06-24T09:00:00", "opens 2026-06-25 08:00:00"),
    ];
    for (at, sign) in signs {
        assert_eq!(state(&desk, at), sign, "{at}");
    }
}

#[test]
fn a_lunch_break_closes_and_touching_spans_do_not() {
    let mut hours = WeeklyHours::default();
    let span = |from: &str, to: &str| OpeningSpan { from: from.parse().unwrap(), to: to.parse().unwrap() };
    hours.friday = vec![span("08:00", "10:00"), span("10:00", "12:00"), span("14:00", "16:00")];
    let desk = DeskCalendar::new(hours, None, vec![]).unwrap();
    let signs = [
        ("2026-10-09T09:00:00", "open until 12:00:00"),
        ("2026-10-09T10:00:00", "open until 12:00:00"),
        ("2026-10-09T12:00:00", "opens 2026-10-09 14:00:00"),
        ("2026-10-09T15:00:00", "open until 16:00:00"),
        ("2026-10-09T16:00:00", "opens 2026-10-10 08:00:00"),
    ];
    for (at, sign) in signs {
        assert_eq!(state(&desk, at), sign, "{at}");
    }
}

#[test]
fn a_desk_open_on_sundays_still_keeps_the_named_holidays() {
    let mut hours = WeeklyHours::default();
    hours.sunday = hours.monday.clone();
    let desk = DeskCalendar::new(hours, None, vec![]).unwrap();
    assert!(desk.is_open_on(day("2026-10-11")));
    assert!(!desk.is_open_on(day("2026-10-04")), "San Francesco");
    assert!(!desk.is_open_on(day("2027-03-28")), "Pasqua");
}

#[test]
fn open_days_are_found_on_both_sides() {
    let desk = desk(vec![closure("2026-12-24", "2026-12-31")]);
    assert_eq!(desk.last_open_on_or_before(day("2027-01-01")), Ok(day("2026-12-23")));
    assert_eq!(desk.first_open_on_or_after(day("2026-12-24")), Ok(day("2027-01-02")));
    assert_eq!(desk.first_open_on_or_after(day("2027-01-02")), Ok(day("2027-01-02")));
}

#[test]
fn a_desk_that_never_opens_says_so() {
    let never = Err(NeverOpen { around: day("2026-10-09") });
    assert_eq!(shut().last_open_on_or_before(day("2026-10-09")), never);
    assert_eq!(shut().first_open_on_or_after(day("2026-10-09")), never);
    assert!(shut().state_at("2026-10-09T09:00:00".parse().unwrap()).is_err());
    let ten_years = desk(vec![closure("2026-01-01", "2036-01-01")]);
    assert!(ten_years.first_open_on_or_after(day("2026-10-09")).is_err());
}

#[test]
fn wrong_parts_are_refused() {
    let with = |patron, closures| DeskCalendar::new(WeeklyHours::default(), patron, closures);
    for (month, day) in [(2, 30), (13, 1), (0, 1), (1, 0), (u32::MAX, u32::MAX)] {
        assert_eq!(with(Some(patron(month, day)), vec![]), Err(DeskFault::NoSuchDay { month, day }));
    }
    assert!(with(Some(patron(2, 29)), vec![]).is_ok());
    let (from, to) = (day("2026-08-22"), day("2026-08-10"));
    let reversed = Closure { from, to, reason: "Ferie".into() };
    assert_eq!(with(None, vec![reversed]), Err(DeskFault::ReversedClosure { from, to }));
    let silent = Closure { from: to, to: from, reason: "  ".into() };
    assert_eq!(with(None, vec![silent]), Err(DeskFault::ClosureWithoutReason { from: to }));
}

#[test]
fn json_is_checked_on_the_way_in() {
    let text = serde_json::to_string(&desk(vec![closure("2026-08-10", "2026-08-22")])).unwrap();
    assert_eq!(
        serde_json::from_str::<DeskCalendar>(&text).unwrap(),
        desk(vec![closure("2026-08-10", "2026-08-22")])
    );
    assert!(serde_json::from_str::<DeskCalendar>(&text.replace("2026-08-10", "2026-09-10")).is_err());
    assert!(serde_json::from_str::<DeskCalendar>(&text.replace("patron", "saint")).is_err());
}

proptest! {
    #[test]
    fn the_open_days_found_are_open_and_the_nearest(date in dates_between("2024-01-01", "2060-12-31")) {
        let desk = desk(vec![closure("2026-08-10", "2026-08-22")]);
        let (before, after) =
            (desk.last_open_on_or_before(date).unwrap(), desk.first_open_on_or_after(date).unwrap());
        prop_assert!(before <= date && date <= after && desk.is_open_on(before) && desk.is_open_on(after));
        let between = before.iter_days().take_while(|day| *day < after).skip(1);
        prop_assert!(between.into_iter().all(|day| !desk.is_open_on(day)));
    }

    #[test]
    fn no_date_makes_the_desk_panic(date in any_date(), seconds in 0u32..86_400) {
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap();
        for desk in [shut(), desk(vec![])] {
            let _ = desk.state_at(date.and_time(time));
            let _ = desk.last_open_on_or_before(date);
            let _ = desk.first_open_on_or_after(date);
        }
    }
}
