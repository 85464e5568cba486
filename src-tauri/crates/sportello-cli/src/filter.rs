//! The filters of `ticket list`.

use crate::Session;
use crate::office::named;
use crate::output::{self, Problem};
use crate::papers::print_file;
use crate::words;
use chrono::NaiveDate;
use clap::Args;
use serde_json::json;
use sportello_app::{App, Empty, Failure, FilterQuery, TicketsTable};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::CategoryId;
use sportello_domain::tag::folded;
use sportello_domain::ticket::filter::TicketFilter;

/// Filtri: valgono tutti insieme. Con uno qualunque di questi l'elenco `--view` non conta.
#[derive(Debug, Default, Args)]
pub(crate) struct FilterArguments {
    /// Di quali pratiche: open, finished, all
    #[arg(long, value_name = "QUALI")]
    among: Option<String>,
    /// Ordine: due, newest
    #[arg(long, value_name = "ORDINE")]
    order: Option<String>,
    /// Tipo, anche più d'uno: report, complaint, suggestion, proposal
    #[arg(long, value_name = "TIPO", value_delimiter = ',')]
    kind: Vec<String>,
    /// Canale, anche più d'uno: phone, counter, email, pec, letter, web
    #[arg(long, value_name = "CANALE", value_delimiter = ',')]
    channel: Vec<String>,
    /// Stato, anche più d'uno: received, in_progress, transferred, …
    #[arg(long, value_name = "STATO", value_delimiter = ',')]
    state: Vec<String>,
    /// Ufficio: nome o identificativo
    #[arg(long, value_name = "UFFICIO")]
    office: Option<String>,
    /// Argomento, o area con tutto quello che contiene: nome o identificativo
    #[arg(long, value_name = "ARGOMENTO")]
    category: Option<String>,
    /// Etichetta
    #[arg(long, value_name = "ETICHETTA")]
    tag: Option<String>,
    /// Lettere che stanno nel luogo
    #[arg(long, value_name = "TESTO")]
    place: Option<String>,
    /// Chi l'ha registrata
    #[arg(long = "recorded-by", value_name = "NOME")]
    recorded_by: Option<String>,
    /// Presentata dal
    #[arg(long, value_name = "AAAA-MM-GG")]
    from: Option<NaiveDate>,
    /// Presentata fino al
    #[arg(long, value_name = "AAAA-MM-GG")]
    to: Option<NaiveDate>,
    /// Scadenza: late, soon
    #[arg(long, value_name = "QUANDO")]
    due: Option<String>,
    /// Scade dal
    #[arg(long, value_name = "AAAA-MM-GG")]
    due_from: Option<NaiveDate>,
    /// Scade entro il
    #[arg(long, value_name = "AAAA-MM-GG")]
    due_to: Option<NaiveDate>,
    /// In CSV per un foglio di calcolo: tutte le righe
    #[arg(long)]
    csv: bool,
    /// Solo quante sono
    #[arg(long)]
    count: bool,
}

/// What was asked, with names turned into identities.
pub(crate) struct Chosen {
    pub(crate) filter: Option<TicketFilter>,
    pub(crate) csv: bool,
    pub(crate) count: bool,
}

pub(crate) async fn read(app: &App, typed: FilterArguments) -> Result<Chosen, Problem> {
    let (csv, count) = (typed.csv, typed.count);
    let office_id = match &typed.office {
        Some(office) => Some(named(app, office).await?),
        None => None,
    };
    let category_id = match &typed.category {
        Some(category) => Some(category_named(app, category).await?),
        None => None,
    };
    let tag_id = match &typed.tag {
        Some(name) => {
            let tags = app.tags(Empty {}).await?;
            let found = tags.iter().find(|line| folded(&line.tag.name) == folded(name));
            Some(found.ok_or_else(|| Failure::field("tag", FieldRule::NotFound))?.tag.id)
        }
        None => None,
    };
    let filter: TicketFilter = sportello_app::read_request(json!({
        "base": typed.among.as_deref().unwrap_or("open"),
        "order": typed.order.as_deref().unwrap_or("due"),
        "kinds": typed.kind, "channels": typed.channel, "states": typed.state,
        "office_id": office_id, "category_id": category_id, "tag_id": tag_id, "place": typed.place, "operator": typed.recorded_by,
        "presented_from": typed.from, "presented_to": typed.to,
        "due": typed.due, "due_from": typed.due_from, "due_to": typed.due_to,
    }))?;
    let asked = typed.among.is_some() || typed.order.is_some() || filter != TicketFilter::default();
    Ok(Chosen { filter: (asked || count).then_some(filter), csv, count })
}

/// The category or the area a name stands for: its id, its exact name, or the only one whose name begins so.
async fn category_named(app: &App, name: &str) -> Result<CategoryId, Failure> {
    if let Ok(id) = name.parse::<CategoryId>() {
        return Ok(id);
    }
    let (categories, wanted) = (app.categories(Empty {}).await?.categories, folded(name));
    if let Some(exact) = categories.iter().find(|category| folded(&category.data.name) == wanted) {
        return Ok(exact.id);
    }
    let mut begin = categories.iter().filter(|category| folded(&category.data.name).starts_with(&wanted));
    match (begin.next(), begin.next()) {
        (Some(category), None) => Ok(category.id),
        (Some(_), Some(_)) => Err(Failure::field("category", FieldRule::Ambiguous)),
        (None, _) => Err(Failure::field("category", FieldRule::NotFound)),
    }
}

pub(crate) async fn table(app: &App, view: &str, chosen: Chosen) -> Result<(), Problem> {
    let request: TicketsTable = sportello_app::read_request(
        json!({ "view": view, "filter": chosen.filter, "words": words::table() }),
    )?;
    print_file(&app.tickets_table(request).await?)
}

pub(crate) async fn count(session: &Session, app: &App, chosen: Chosen) -> Result<(), Problem> {
    let found = app.tickets_count(FilterQuery { filter: chosen.filter.unwrap_or_default() }).await?;
    output::result(session.json, &found, |found| {
        format!("{}{}", found.count, if found.more { "+" } else { "" })
    });
    Ok(())
}
