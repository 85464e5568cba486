//! Which office each row is part of, in whatever order the rows come.

use super::{OfficePlan, plain};
use crate::fault::FieldRule;
use crate::id::OfficeId;
use crate::import::{Columns, Table};
use crate::office::Office;
use std::collections::{HashMap, HashSet};

/// Fills the parent of each planned office; what cannot be is moved to the faults.
pub(super) fn resolve(plan: &mut OfficePlan, table: &Table, columns: &Columns, offices: &[Office]) {
    let names = Names::of(plan, offices);
    let said: HashMap<u32, &str> =
        table.rows.iter().filter_map(|row| Some((row.line, columns.value(row, "parent")?))).collect();
    let mut wrong: HashMap<u32, FieldRule> = HashMap::new();
    for planned in &mut plan.offices {
        let Some(parent) = said.get(&planned.line) else { continue };
        match names.find(&plain(parent)) {
            Ok(id) => planned.data.parent_id = Some(id),
            Err(rule) => drop(wrong.insert(planned.line, rule)),
        }
    }
    let mut above: HashMap<OfficeId, Option<OfficeId>> =
        offices.iter().map(|office| (office.id, office.data.parent_id)).collect();
    above.extend(plan.offices.iter().map(|planned| (planned.id, planned.data.parent_id)));
    let circular = in_circles(&above);
    for planned in plan.offices.iter().filter(|planned| circular.contains(&planned.id)) {
        wrong.entry(planned.line).or_insert(FieldRule::Circular);
    }
    plan.offices.retain(|planned| !wrong.contains_key(&planned.line));
    plan.faults.extend(wrong.into_iter().map(|(line, rule)| columns.fault(line, "parent", rule)));
}

/// What offices are called, in the file and in the store; the file's word counts first.
struct Names {
    codes: HashMap<String, OfficeId>,
    file: HashMap<String, Vec<OfficeId>>,
    store: HashMap<String, Vec<OfficeId>>,
}

impl Names {
    fn of(plan: &OfficePlan, offices: &[Office]) -> Self {
        let stored = offices.iter().map(|office| (office.id, &office.data));
        let planned = plan.offices.iter().map(|planned| (planned.id, &planned.data));
        let coded = stored.clone().chain(planned.clone());
        let codes = coded.filter_map(|(id, data)| Some((plain(data.ipa_code.as_ref()?), id))).collect();
        let mut names = Self { codes, file: HashMap::new(), store: HashMap::new() };
        for (id, data) in planned {
            names.file.entry(plain(&data.name)).or_default().push(id);
        }
        for (id, data) in stored {
            names.store.entry(plain(&data.name)).or_default().push(id);
        }
        names
    }

    fn find(&self, parent: &str) -> Result<OfficeId, FieldRule> {
        if let Some(id) = self.codes.get(parent) {
            return Ok(*id);
        }
        let named = self.file.get(parent).or_else(|| self.store.get(parent));
        match named.map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(_) => Err(FieldRule::Ambiguous),
            None => Err(FieldRule::NotFound),
        }
    }
}

/// The offices that are above themselves. Each office is walked through once.
fn in_circles(above: &HashMap<OfficeId, Option<OfficeId>>) -> HashSet<OfficeId> {
    let (mut sound, mut circular) = (HashSet::new(), HashSet::new());
    for start in above.keys() {
        let (mut path, mut seen) = (Vec::new(), HashSet::new());
        let mut next = Some(*start);
        while let Some(id) = next.filter(|id| !sound.contains(id) && !circular.contains(id)) {
            if !seen.insert(id) {
                let turn = path.iter().position(|walked| *walked == id).unwrap_or(0);
                circular.extend(path.drain(turn..));
                break;
            }
            path.push(id);
            next = above.get(&id).copied().flatten();
        }
        sound.extend(path);
    }
    circular
}
