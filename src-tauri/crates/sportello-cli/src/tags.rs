//! `ticket tag …`: free words on tickets.

use crate::Session;
use crate::output::{self, Problem};
use crate::ticket::find;
use crate::words;
use clap::Subcommand;
use serde_json::json;
use sportello_app::{App, Empty, Failure, TagLine, TagSave, TagTicket};
use sportello_domain::fault::FieldRule;
use sportello_domain::tag::folded;

/// Etichette.
#[derive(Debug, Subcommand)]
pub(crate) enum Tags {
    /// Mette e toglie etichette a una pratica
    Tag {
        /// Numero o identificativo
        ticket: String,
        /// Etichetta da mettere, anche più d'una
        #[arg(long, value_name = "ETICHETTA")]
        add: Vec<String>,
        /// Etichetta da togliere, anche più d'una
        #[arg(long, value_name = "ETICHETTA")]
        remove: Vec<String>,
    },
    /// Elenca le etichette
    #[command(name = "tags")]
    All,
    /// Rinomina un'etichetta; se il nome nuovo c'è già, le due diventano una
    TagRename {
        /// L'etichetta
        tag: String,
        /// Il nome nuovo
        name: String,
        /// Colore: grey, blue, green, yellow, red, violet
        #[arg(long, value_name = "COLORE")]
        colour: Option<String>,
    },
}

pub(crate) async fn perform(session: &Session, app: &App, command: Tags) -> Result<(), Problem> {
    match command {
        Tags::Tag { ticket, add, remove } => {
            let tags = app.tags(Empty {}).await?;
            let remove = remove.iter().map(|name| Ok(named(&tags, name)?.tag.id));
            let remove = remove.collect::<Result<Vec<_>, Failure>>()?;
            let id = find(app, &ticket).await?;
            let detail = app.ticket_tag(TagTicket { op: app.new_op(), id, add, remove }).await?;
            output::result(session.json, &detail, words::detail);
        }
        Tags::All => tell(session, &app.tags(Empty {}).await?),
        Tags::TagRename { tag, name, colour } => {
            let tags = app.tags(Empty {}).await?;
            let old = &named(&tags, &tag)?.tag;
            let colour = match colour {
                Some(code) => sportello_app::read_request(json!(code))?,
                None => old.colour,
            };
            let request = TagSave { op: app.new_op(), id: old.id, version: old.version, name, colour };
            tell(session, &app.tag_save(request).await?);
        }
    }
    Ok(())
}

fn named<'a>(tags: &'a [TagLine], name: &str) -> Result<&'a TagLine, Failure> {
    let found = tags.iter().find(|line| folded(&line.tag.name) == folded(name));
    found.ok_or_else(|| Failure::field("tag", FieldRule::NotFound))
}

fn tell(session: &Session, tags: &Vec<TagLine>) {
    output::result(session.json, tags, |tags: &Vec<TagLine>| {
        let line = |line: &TagLine| format!("{:<30} {}", line.tag.name, line.tickets);
        let told: Vec<String> = tags.iter().map(line).collect();
        if told.is_empty() { "Nessuna etichetta.".to_owned() } else { told.join("\n") }
    });
}
