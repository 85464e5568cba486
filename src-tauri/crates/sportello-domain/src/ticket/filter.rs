//! What somebody wants to see of all the tickets. Every part is optional, and all of them must hold.

use super::{Channel, TicketKind, TicketState};
use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::{CategoryId, OfficeId, TagId};
use crate::text::{LINE_MAX, optional_line};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Of which tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FilterBase {
    /// Those the citizen still waits for.
    #[default]
    Open,
    /// Those that are finished.
    Finished,
    /// Every one.
    All,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FilterOrder {
    /// The most urgent first. Only among the open ones: what is finished is not urgent.
    #[default]
    Due,
    /// The last recorded first.
    Newest,
}

/// How the citizen's date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FilterDue {
    /// It has passed.
    Late,
    /// It is near.
    Soon,
}

/// What somebody wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct TicketFilter {
    /// Of which tickets.
    pub base: FilterBase,
    /// In which order.
    pub order: FilterOrder,
    /// Of one of these kinds; empty means any.
    pub kinds: Vec<TicketKind>,
    /// Arrived in one of these ways; empty means any.
    pub channels: Vec<Channel>,
    /// In one of these states; empty means any.
    pub states: Vec<TicketState>,
    /// With this office, or meant for it.
    pub office_id: Option<OfficeId>,
    /// About this: a category, or an area and everything in it.
    pub category_id: Option<CategoryId>,
    /// With this tag.
    pub tag_id: Option<TagId>,
    /// These letters somewhere in the place.
    pub place: Option<String>,
    /// Recorded by this operator.
    pub operator: Option<String>,
    /// Presented on this day or later.
    pub presented_from: Option<NaiveDate>,
    /// Presented on this day or before.
    pub presented_to: Option<NaiveDate>,
    /// How the citizen's date stands.
    pub due: Option<FilterDue>,
    /// Due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Due on this day or before.
    pub due_to: Option<NaiveDate>,
}

impl TicketFilter {
    /// Reads what was typed: lines are tidied, upside-down periods refused.
    ///
    /// # Errors
    /// Every wrong field, named under `filter.`.
    pub fn parse(mut self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        self.place = faults.take("filter.place", optional_line(self.place.as_deref(), LINE_MAX)).flatten();
        self.operator =
            faults.take("filter.operator", optional_line(self.operator.as_deref(), LINE_MAX)).flatten();
        for (field, from, to) in [
            ("filter.presented_to", self.presented_from, self.presented_to),
            ("filter.due_to", self.due_from, self.due_to),
        ] {
            if let (Some(earliest), Some(to)) = (from, to)
                && to < earliest
            {
                faults.add(field, FieldRule::Before { earliest });
            }
        }
        if self.base != FilterBase::Open {
            self.order = FilterOrder::Newest;
        }
        faults.finish(Some(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn upside_down_periods_are_refused_and_finished_is_never_urgent() {
        let day = |text: &str| text.parse().ok();
        let filter = TicketFilter {
            base: FilterBase::All,
            place: Some("  via   Roma ".into()),
            presented_from: day("2026-11-24"),
            presented_to: day("2026-11-23"),
            ..TicketFilter::default()
        };
        let faults = filter.clone().parse().expect_err("upside down");
        assert_eq!(faults[0].field, "filter.presented_to");
        let parsed = TicketFilter { presented_to: None, ..filter }.parse().expect("a filter");
        assert_eq!((parsed.order, parsed.place.as_deref()), (FilterOrder::Newest, Some("via Roma")));
    }
}
