//! The directory from a table: which column fills which field, which office a row is, what would change.

mod fields;
mod parents;

pub use fields::{FIELDS, is_indice_pa};

use super::people::{OfficePerson, OfficeRole, same_person};
use super::{Office, OfficeData};
use crate::fault::FieldRule;
use crate::id::OfficeId;
use crate::import::{Columns, LineFault, Row, Table};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// What a row does to the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RowChange {
    /// An office that was not there.
    Added,
    /// An office that says something else now.
    Changed,
    /// Nothing.
    Unchanged,
}

/// A row, as the office it stands for.
#[derive(Clone, Debug)]
pub struct PlannedOffice {
    /// The line it begins on.
    pub line: u32,
    /// The office: one of the store, or a new identity.
    pub id: OfficeId,
    /// The version it was read at; 0 for a new one.
    pub version: i64,
    /// Its card after the import.
    pub data: OfficeData,
    /// Its card before, when it was there.
    pub before: Option<OfficeData>,
    /// What the row does.
    pub change: RowChange,
}

/// What an import would do.
#[derive(Clone, Debug, Default)]
pub struct OfficePlan {
    /// The rows that can be imported, in the order of the file.
    pub offices: Vec<PlannedOffice>,
    /// The rows that cannot, and why.
    pub faults: Vec<LineFault>,
}

impl OfficePlan {
    /// How many rows do this.
    pub fn count(&self, change: RowChange) -> usize {
        self.offices.iter().filter(|planned| planned.change == change).count()
    }
}

/// What a table would do to a directory. An empty cell says nothing: the office keeps what it has. `new_id` gives the
/// identity of an office that was not there.
pub fn plan(
    table: &Table,
    columns: &Columns,
    offices: &[Office],
    today: NaiveDate,
    mut new_id: impl FnMut() -> OfficeId,
) -> OfficePlan {
    let known = Known::of(offices);
    let found = known.found(table, columns);
    let mut plan = OfficePlan { offices: Vec::new(), faults: table.faults.clone() };
    let mut met: HashMap<String, u32> = HashMap::new();
    let mut lines: HashMap<OfficeId, u32> = HashMap::new();
    for (row, existing) in table.rows.iter().zip(found) {
        let fault = |field: &str, rule| columns.fault(row.line, field, rule);
        let key = key(row, columns);
        if let Some(line) = met.get(&key) {
            let field = if columns.value(row, "ipa_code").is_some() { "ipa_code" } else { "name" };
            plan.faults.push(fault(field, FieldRule::RepeatedOn { line: *line }));
            continue;
        }
        met.insert(key, row.line);
        let existing = match existing {
            Ok(existing) => existing,
            Err(rule) => {
                plan.faults.push(fault("name", rule));
                continue;
            }
        };
        if let Some(line) = existing.and_then(|office| lines.insert(office.id, row.line)) {
            plan.faults.push(fault("name", FieldRule::RepeatedOn { line }));
            continue;
        }
        let before = existing.map(|office| office.data.clone());
        match filled(row, columns, before.as_ref(), today) {
            Ok(data) => plan.offices.push(PlannedOffice {
                line: row.line,
                id: existing.map_or_else(&mut new_id, |office| office.id),
                version: existing.map_or(0, |office| office.version),
                data,
                before,
                change: RowChange::Unchanged,
            }),
            Err(faults) => {
                plan.faults.extend(faults.into_iter().map(|(field, rule)| fault(&field, rule)));
            }
        }
    }
    parents::resolve(&mut plan, table, columns, offices);
    for planned in &mut plan.offices {
        planned.change = match &planned.before {
            None => RowChange::Added,
            Some(before) if *before == planned.data => RowChange::Unchanged,
            Some(_) => RowChange::Changed,
        };
    }
    plan.faults.sort_by_key(|fault| fault.line);
    plan
}

/// A name or a code as it is compared.
fn plain(text: &str) -> String {
    crate::fold::query_words(text).join(" ")
}

/// What makes a row a row of its own: its code, or its name under its parent.
fn key(row: &Row, columns: &Columns) -> String {
    match columns.value(row, "ipa_code") {
        Some(code) => format!("#{}", plain(code)),
        None => {
            let part = |field| plain(columns.value(row, field).unwrap_or_default());
            format!("{}/{}", part("parent"), part("name"))
        }
    }
}

/// The offices of the store, by the words a table calls them by.
struct Known<'a> {
    by_code: HashMap<String, &'a Office>,
    by_name: HashMap<String, Vec<&'a Office>>,
    by_id: HashMap<OfficeId, &'a Office>,
}

impl<'a> Known<'a> {
    fn of(offices: &'a [Office]) -> Self {
        let mut by_name: HashMap<String, Vec<&Office>> = HashMap::new();
        for office in offices {
            by_name.entry(plain(&office.data.name)).or_default().push(office);
        }
        let coded = offices.iter().filter_map(|office| Some((plain(office.data.ipa_code.as_ref()?), office)));
        Self { by_code: coded.collect(), by_name, by_id: offices.iter().map(|o| (o.id, o)).collect() }
    }

    /// The office each row stands for. First the rows that can mean one office only; then the others, among the
    /// offices that no row has named: whatever their order, two rows never are the same office.
    fn found(&self, table: &Table, columns: &Columns) -> Vec<Result<Option<&'a Office>, FieldRule>> {
        let mut taken: HashSet<OfficeId> = HashSet::new();
        let exact = table.rows.iter().map(|row| self.exact(row, columns));
        let exact: Vec<Option<&Office>> =
            exact.inspect(|office| taken.extend(office.map(|o| o.id))).collect();
        let rows = table.rows.iter().zip(exact);
        let found = rows.map(|(row, exact)| match exact {
            Some(office) => Ok(Some(office)),
            None => self.likely(row, columns, &taken).inspect(|office| taken.extend(office.map(|o| o.id))),
        });
        found.collect()
    }

    /// By code; or by name under the same parent. In a table that tells parents, a row without one is at the top.
    fn exact(&self, row: &Row, columns: &Columns) -> Option<&'a Office> {
        let code = columns.value(row, "ipa_code").map(plain);
        if let Some(office) = code.and_then(|code| self.by_code.get(&code)) {
            return Some(office);
        }
        let parent = columns.value(row, "parent").map(plain);
        if parent.is_none() && columns.name_of("parent").is_none() {
            return None;
        }
        self.named(row, columns).into_iter().find(|office| match &parent {
            Some(parent) => self.is_under(office, parent),
            None => office.data.parent_id.is_none(),
        })
    }

    /// By name alone: an office may have moved, and a table need not tell where it is.
    fn likely(
        &self,
        row: &Row,
        columns: &Columns,
        taken: &HashSet<OfficeId>,
    ) -> Result<Option<&'a Office>, FieldRule> {
        let mut named = self.named(row, columns);
        named.retain(|office| !taken.contains(&office.id));
        match (named.as_slice(), columns.value(row, "parent")) {
            ([one], _) => Ok(Some(one)),
            ([], _) | (_, Some(_)) => Ok(None),
            (_, None) => Err(FieldRule::Ambiguous),
        }
    }

    /// The offices called like a row, less those that a code says are others.
    fn named(&self, row: &Row, columns: &Columns) -> Vec<&'a Office> {
        let coded = columns.value(row, "ipa_code").is_some();
        let name = plain(columns.value(row, "name").unwrap_or_default());
        let named = self.by_name.get(&name).into_iter().flatten().copied();
        named.filter(|office| !coded || office.data.ipa_code.is_none()).collect()
    }

    fn is_under(&self, office: &Office, parent: &str) -> bool {
        let above = office.data.parent_id.and_then(|id| self.by_id.get(&id));
        above.is_some_and(|above| {
            plain(&above.data.name) == parent
                || above.data.ipa_code.as_deref().map(plain).as_deref() == Some(parent)
        })
    }
}

/// The card a row makes of the card there was, tidied and checked.
fn filled(
    row: &Row,
    columns: &Columns,
    before: Option<&OfficeData>,
    today: NaiveDate,
) -> Result<OfficeData, Vec<(String, FieldRule)>> {
    let value = |field: &str| columns.value(row, field);
    let mut data = before.cloned().unwrap_or_else(|| OfficeData::named(""));
    let mut faults = Vec::new();
    if let Some(name) = value("name") {
        name.clone_into(&mut data.name);
    }
    let put = |field: &str, place: &mut Option<String>| {
        if let Some(text) = value(field) {
            *place = Some(text.to_owned());
        }
    };
    put("ipa_code", &mut data.ipa_code);
    put("floor", &mut data.floor);
    put("room", &mut data.room);
    put("phone", &mut data.phone);
    put("email", &mut data.email);
    put("pec", &mut data.pec);
    if let Some(address) = fields::address(&value) {
        data.address = Some(address);
    }
    fields::mails(&value, &mut data);
    for (field, place) in [
        ("phones", &mut data.phones),
        ("competences", &mut data.competences),
        ("does_not", &mut data.does_not),
        ("synonyms", &mut data.synonyms),
        ("to_bring", &mut data.to_bring),
    ] {
        if let Some(text) = value(field) {
            *place = text
                .split(['\n', ';', '|'])
                .map(|part| part.trim().to_owned())
                .filter(|part| !part.is_empty())
                .collect();
        }
    }
    if let Some(days) = value("answer_days") {
        match days.parse() {
            Ok(days) => data.answer_days = days,
            Err(_) => faults.push(("answer_days".to_owned(), FieldRule::OutOfRange { min: 1, max: 365 })),
        }
    }
    if let Some(name) = fields::head(&value) {
        put_head(&mut data, &name, value("head_phone"), value("head_email"), today);
    }
    match data.parse() {
        Ok(data) if faults.is_empty() => Ok(data),
        Ok(_) => Err(faults),
        Err(wrong) => {
            faults.extend(wrong.into_iter().map(|fault| (fault.field, fault.rule)));
            Err(faults)
        }
    }
}

/// A new head begins today and the one before ended yesterday; the same head is only given telephone and e-mail.
fn put_head(data: &mut OfficeData, name: &str, phone: Option<&str>, email: Option<&str>, today: NaiveDate) {
    let current = |person: &&mut OfficePerson| person.role == OfficeRole::Head && person.valid_to.is_none();
    let is_first = !data.people.iter().any(|person| person.role == OfficeRole::Head);
    match data.people.iter_mut().filter(current).find(|person| same_person(&person.name, name)) {
        Some(head) => {
            head.phone = phone.map(str::to_owned).or_else(|| head.phone.take());
            head.email = email.map(str::to_owned).or_else(|| head.email.take());
        }
        None => {
            for person in data.people.iter_mut().filter(current) {
                person.valid_to = today.pred_opt();
                // A head who began today and is replaced today was there for the day.
                person.valid_from = person.valid_from.min(person.valid_to);
            }
            data.people.push(OfficePerson {
                phone: phone.map(str::to_owned),
                email: email.map(str::to_owned),
                valid_from: Some(today).filter(|_| !is_first),
                ..OfficePerson::new(name, OfficeRole::Head)
            });
        }
    }
    data.head = None;
}

#[cfg(test)]
mod tests;
