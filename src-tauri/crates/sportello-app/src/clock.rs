//! The one wall clock, and the one place that knows where the municipality is.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, SubsecRound, TimeZone, Utc};
use chrono_tz::Europe::Rome;
use sportello_domain::id::OpId;
use uuid::Uuid;

/// Tells the time. Everything that needs to know it is given a clock.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
}

/// The computer's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    fn now(&self) -> DateTime<Utc> {
        // PostgreSQL keeps microseconds; a time must read back as it was written, or its hash would not.
        Utc::now().trunc_subsecs(6)
    }
}

/// A clock that stands still: for tests and for generated data.
#[derive(Clone, Copy, Debug)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

/// The civil time in Italy.
pub(crate) fn rome_time(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Rome).naive_local()
}

/// The same instant on an Italian clock: a paper says when it was made there.
pub(crate) fn rome_instant(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&Rome).fixed_offset()
}

/// The civil day in Italy: what legal dates are counted in.
pub fn rome_day(at: DateTime<Utc>) -> NaiveDate {
    rome_time(at).date()
}

/// The moment a civil day begins in Italy.
pub(crate) fn rome_midnight(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    // The clocks change at two and at three, never at midnight.
    Rome.from_local_datetime(&midnight).earliest().map_or(midnight.and_utc(), |at| at.with_timezone(&Utc))
}

/// The instant of a civil time in Italy: the earlier one where the clocks go back, the next one where they jump.
pub(crate) fn instant_of(time: NaiveDateTime) -> DateTime<Utc> {
    let later = time + chrono::TimeDelta::hours(1);
    let local =
        time.and_local_timezone(Rome).earliest().or_else(|| later.and_local_timezone(Rome).earliest());
    local.map_or_else(|| time.and_utc(), |local| local.with_timezone(&Utc))
}

/// A new identity of this moment.
pub(crate) fn new_uuid(at: DateTime<Utc>) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    OpId::from_parts(millis, random()).0
}

/// Bytes from the system. Without them no id is unique and no key is secret, so there is nothing to go on with.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random numbers");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_rome() {
        let day = |at: &str| rome_day(at.parse().expect("an instant")).to_string();
        assert_eq!(day("2026-11-23T22:59:59Z"), "2026-11-23", "winter: one hour ahead");
        assert_eq!(day("2026-11-23T23:00:00Z"), "2026-11-24");
        assert_eq!(day("2026-07-15T21:59:59Z"), "2026-07-15", "summer: two hours ahead");
        assert_eq!(day("2026-07-15T22:00:00Z"), "2026-07-16");
    }
}
