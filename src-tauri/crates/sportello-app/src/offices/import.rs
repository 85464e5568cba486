//! The directory from a table: what would change, the change itself, and taking it back.

use crate::app::{App, Empty};
use crate::clock;
use crate::error::{Failure, Outcome};
use crate::jobs::cancelled;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{ImportId, JobId, OfficeId, OpId};
use sportello_domain::import::{Column, Columns, Encoding, FileFault, LineFault, Separator, Table};
use sportello_domain::office::import::{FIELDS, OfficePlan, RowChange, is_indice_pa, plan};
use sportello_domain::office::{Office, OfficeData};
use sportello_store::import::{Batch, Imported};
use sportello_store::{Conn, Error, Tx, event, import, office};
use std::collections::HashMap;

/// What kind of records these imports are of.
const KIND: &str = "office";
/// Rows written between two looks at whether the operator wants to stop.
const CHUNK: usize = 500;
/// Rows and faults that are shown.
const SHOWN: usize = 200;
/// Letters of a cell that are shown.
const CELL_SHOWN: usize = 120;

/// A table of offices.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeTable {
    /// The bytes of the file, in base 64.
    pub base64: String,
    /// Columns with another meaning than the one found.
    #[serde(default)]
    pub columns: Vec<Column>,
}

/// A table of offices to import.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeImport {
    /// The operation; the import is called by it afterwards.
    pub op: OpId,
    /// The work, to follow it and to stop it.
    pub job: JobId,
    /// The table.
    pub table: OfficeTable,
}

/// A row, as the table says it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SampleRow {
    /// The line it begins on.
    pub line: u32,
    /// Its cells, cut where they are long.
    pub cells: Vec<String>,
    /// What it does; none when it is refused.
    pub change: Option<RowChange>,
}

/// A field a column can fill.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportField {
    /// The field.
    pub field: String,
    /// Whether a file without it cannot be imported.
    pub required: bool,
}

/// What an import would do, or did.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportReport {
    /// How the bytes were read.
    pub encoding: Encoding,
    /// What stands between the cells.
    pub separator: Separator,
    /// Whether it is the table of the national index (IndicePA).
    pub indice_pa: bool,
    /// The columns and what each fills.
    pub columns: Columns,
    /// What they could fill.
    pub fields: Vec<ImportField>,
    /// Fields without which nothing is imported.
    pub missing: Vec<String>,
    /// Rows with words.
    pub rows: usize,
    /// Offices that were not there.
    pub added: usize,
    /// Offices that say something else.
    pub changed: usize,
    /// Offices that say the same.
    pub unchanged: usize,
    /// Rows that cannot be imported: with one of them, nothing is.
    pub refused: usize,
    /// Why, the first of them.
    pub faults: Vec<LineFault>,
    /// How many there are.
    pub faults_total: usize,
    /// Cells that look like formulas, the first of them.
    pub notices: Vec<LineFault>,
    /// How many there are.
    pub notices_total: usize,
    /// The first rows.
    pub sample: Vec<SampleRow>,
    /// The import, when it was done.
    pub import: Option<ImportView>,
}

/// An import that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportView {
    /// Its identity.
    pub id: ImportId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// Offices it added.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub added: i64,
    /// Offices it changed.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub changed: i64,
    /// When it was taken back.
    pub undone_at: Option<DateTime<Utc>>,
}

/// An import to take back.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ImportUndo {
    /// The operation.
    pub op: OpId,
    /// The import.
    pub id: ImportId,
}

impl From<Batch> for ImportView {
    fn from(batch: Batch) -> Self {
        let Batch { import_id, at, actor, added, changed, undone_at, .. } = batch;
        Self { id: ImportId(import_id), at, actor, added, changed, undone_at }
    }
}

/// A table whose columns have a meaning.
struct Read {
    table: Table,
    columns: Columns,
    missing: Vec<String>,
}

impl Read {
    fn of(request: &OfficeTable) -> Outcome<Self> {
        let wrong = |_| Failure::field("base64", FieldRule::WrongValue { expected: "base 64".to_owned() });
        let table = Table::read(&BASE64.decode(&request.base64).map_err(wrong)?)?;
        let mut columns = Columns::guess(&table.header, FIELDS);
        columns.choose(&request.columns, FIELDS)?;
        let missing = match columns.complete(FIELDS) {
            Err(FileFault::MissingColumns { fields }) => fields,
            _ => Vec::new(),
        };
        Ok(Self { table, columns, missing })
    }

    /// What it would do to a directory; nothing while a column is missing.
    fn plan(&self, app: &App, offices: &[Office]) -> OfficePlan {
        if !self.missing.is_empty() {
            return OfficePlan { offices: Vec::new(), faults: self.table.faults.clone() };
        }
        let new_id = || OfficeId(clock::new_uuid(app.now()));
        plan(&self.table, &self.columns, offices, app.today(), new_id)
    }

    fn report(&self, plan: &OfficePlan, import: Option<ImportView>) -> ImportReport {
        let shown = |faults: &[LineFault]| faults.iter().take(SHOWN).cloned().collect();
        let changes: HashMap<u32, RowChange> =
            plan.offices.iter().map(|planned| (planned.line, planned.change)).collect();
        let cut = |cell: &str| cell.chars().take(CELL_SHOWN).collect::<String>();
        let sample = self.table.rows.iter().take(SHOWN).map(|row| SampleRow {
            line: row.line,
            cells: (0..self.table.header.len()).map(|at| cut(row.cell(at))).collect(),
            change: changes.get(&row.line).copied(),
        });
        let rows = self.table.rows.len() + self.table.faults.len();
        ImportReport {
            encoding: self.table.encoding,
            separator: self.table.separator,
            indice_pa: is_indice_pa(&self.table.header),
            columns: self.columns.clone(),
            fields: FIELDS
                .iter()
                .map(|known| ImportField { field: known.field.to_owned(), required: known.required })
                .collect(),
            missing: self.missing.clone(),
            rows,
            added: plan.count(RowChange::Added),
            changed: plan.count(RowChange::Changed),
            unchanged: plan.count(RowChange::Unchanged),
            refused: rows - plan.offices.len(),
            faults: shown(&plan.faults),
            faults_total: plan.faults.len(),
            notices: shown(&self.table.formulas),
            notices_total: self.table.formulas.len(),
            sample: sample.collect(),
            import,
        }
    }
}

/// What a table would do to the directory. Nothing is written.
pub(crate) async fn preview(app: &App, request: OfficeTable) -> Outcome<ImportReport> {
    let read = Read::of(&request)?;
    let offices = office::list(&mut app.store().await?.reader().await?.conn()).await?;
    Ok(read.report(&read.plan(app, &offices), None))
}

/// Imports a table, all of it or nothing: with one row refused, nothing is written and the report says why.
pub(crate) async fn run(app: &App, request: OfficeImport) -> Outcome<ImportReport> {
    let job = app.jobs.start(request.job);
    let read = Read::of(&request.table)?;
    let store = app.store().await?;
    let id = ImportId(request.op.0);
    let mut tx = match store.begin(app.stamp(request.op)).await {
        Ok(tx) => tx,
        Err(Error::AlreadyDone) => {
            let mut reader = store.reader().await?;
            let mut conn = reader.conn();
            let done = import::find(&mut conn, id).await?;
            let plan = read.plan(app, &office::list(&mut conn).await?);
            return Ok(read.report(&plan, Some(done.into())));
        }
        Err(error) => return Err(error.into()),
    };
    let plan = read.plan(app, &office::list(&mut tx.conn()).await?);
    let changed = plan.count(RowChange::Changed);
    let total = plan.count(RowChange::Added) + changed;
    if total == 0 || !plan.faults.is_empty() || !read.missing.is_empty() {
        return Ok(read.report(&plan, None));
    }
    import::begin(&mut tx, id, KIND, (total - changed) as i64, changed as i64).await?;
    if !write(&mut tx, id, &plan, |done| job.progress(done as i64, total as i64)).await? {
        return Err(cancelled());
    }
    let done = import::find(&mut tx.conn(), id).await?;
    tx.commit().await?;
    Ok(read.report(&plan, Some(done.into())))
}

/// Writes the offices of a plan. False: the operator stopped it, and the transaction must go.
async fn write(
    tx: &mut Tx,
    id: ImportId,
    plan: &OfficePlan,
    progress: impl Fn(usize) -> bool,
) -> Outcome<bool> {
    let planned: Vec<_> = plan.offices.iter().filter(|p| p.change != RowChange::Unchanged).collect();
    for (at, chunk) in planned.chunks(CHUNK).enumerate() {
        if !progress(at * CHUNK) {
            return Ok(false);
        }
        let mut kept = Vec::with_capacity(chunk.len());
        for planned in chunk {
            // A parent may come later in the file: the tree is put together at the end.
            let data = OfficeData { parent_id: None, ..planned.data.clone() };
            office::write(tx, planned.id, &data, planned.version).await?;
            let after = OfficeAfter { id: planned.id, data: &planned.data, version: planned.version + 1 };
            let subject = format!("office:{}", planned.id);
            event::append(tx, EventCode::OfficeSaved, &subject, planned.before.as_ref(), &after).await?;
            let before = planned.before.as_ref().map(serde_json::to_string).transpose();
            let before =
                before.map_err(|_| Failure::new(crate::Code::Unexpected, "an office without JSON"))?;
            kept.push(Imported { record_id: planned.id.0, version: planned.version + 1, before });
        }
        import::keep(tx, id, &kept).await?;
    }
    for planned in planned.iter().filter(|planned| planned.data.parent_id.is_some()) {
        office::place(tx, planned.id, planned.data.parent_id).await?;
    }
    Ok(progress(planned.len()))
}

/// An office as the register keeps it.
#[derive(Serialize)]
struct OfficeAfter<'a> {
    id: OfficeId,
    #[serde(flatten)]
    data: &'a OfficeData,
    version: i64,
}

/// The last imports of offices, the newest first.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Vec<ImportView>> {
    let store = app.store().await?;
    let batches = import::list(&mut store.reader().await?.conn(), KIND).await?;
    Ok(batches.into_iter().map(ImportView::from).collect())
}

/// Takes a whole import back, while nothing it wrote has been changed or used since.
pub(crate) async fn undo(app: &App, request: ImportUndo) -> Outcome<ImportView> {
    let store = app.store().await?;
    let mut tx = match store.begin(app.stamp(request.op)).await {
        Ok(tx) => tx,
        Err(Error::AlreadyDone) => {
            return Ok(import::find(&mut store.reader().await?.conn(), request.id).await?.into());
        }
        Err(error) => return Err(error.into()),
    };
    let undone = import::undone(&mut tx, request.id).await?;
    let (rows, now) = imported(&mut tx.conn(), request.id).await?;
    let mut added = Vec::new();
    for row in rows {
        let id = OfficeId(row.record_id);
        let current = now.get(&id).filter(|office| office.version == row.version);
        let current = current.ok_or(Error::Conflict("office"))?;
        let Some(before) = row.before else {
            office::place(&mut tx, id, None).await?;
            added.push(current);
            continue;
        };
        let before: OfficeData = serde_json::from_str(&before)
            .map_err(|_| Failure::new(crate::Code::Unexpected, "an imported office cannot be read back"))?;
        let after = office::write(&mut tx, id, &before, row.version).await?;
        event::append(&mut tx, EventCode::OfficeSaved, &format!("office:{id}"), Some(current), &after)
            .await?;
    }
    for office in added {
        office::remove(&mut tx, office.id).await?;
        let subject = format!("office:{}", office.id);
        event::append(&mut tx, EventCode::OfficeRemoved, &subject, Some(office), &()).await?;
    }
    tx.commit().await?;
    Ok(undone.into())
}

async fn imported(conn: &mut Conn<'_>, id: ImportId) -> Outcome<(Vec<Imported>, HashMap<OfficeId, Office>)> {
    let rows = import::rows(conn, id).await?;
    let offices = office::list(conn).await?;
    Ok((rows, offices.into_iter().map(|office| (office.id, office)).collect()))
}
