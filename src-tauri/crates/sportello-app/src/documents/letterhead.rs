//! The municipality's letterhead: who writes, its crest and colour, and the sentences it wants said in its own words.
//! Checked when it is saved, so that no paper stops later for a variable that was mistyped here.

mod parse;

use super::{DocumentMade, Gathered, make, view};
use crate::app::{App, Empty};
use crate::error::{Code, Failure, Outcome};
use crate::settings::{self, DeskSettings};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use parse::parsed;
use serde::{Deserialize, Serialize};
use sportello_documents::{Accent, Document, House, Logo, Options, TEXTS};
use sportello_domain::id::{DraftId, OpId};
use sportello_domain::paper::sniff;
use sportello_store::{Conn, Error, draft, setting};
use std::collections::BTreeMap;

const LETTERHEAD: &str = "letterhead";
/// Apart, so that the register keeps a picture only when the picture changes.
const LOGO: &str = "logo";
/// A letter with every text in it.
const SAMPLE: &str = include_str!("../../../../catalog/samples/reply.json");

/// The letterhead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Letterhead {
    /// The name on top; the official one, when missing.
    pub municipality: Option<String>,
    /// Address, telephone, opening hours: one line each; those of the desk, when there is none.
    pub lines: Vec<String>,
    /// The colour, `#1f4e79`; black when missing.
    pub accent: Option<String>,
    /// The municipality's certified e-mail (art. 8 c. 2 c L. 241/1990).
    pub pec: Option<String>,
    /// How papers are seen from a distance (art. 8 c. 2 d).
    pub online_access: Option<String>,
    /// What the crest shows, for whoever cannot see it.
    pub logo_alt: Option<String>,
    /// The sentences in the municipality's own words, by their id.
    pub texts: BTreeMap<String, String>,
}

/// The bytes of the crest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct KeptLogo {
    base64: Option<String>,
}

/// A sentence that can be changed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LetterheadText {
    /// Its id: the kind of paper and what it says.
    pub id: String,
    /// The program's own words.
    pub words: String,
    /// What may stand in braces in it.
    pub variables: Vec<String>,
}

/// The crest, to look at.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LogoView {
    /// Its bytes, in base 64.
    pub base64: String,
    /// Its media type.
    pub media_type: String,
}

/// What the settings screen shows.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LetterheadView {
    /// The letterhead.
    pub letterhead: Letterhead,
    /// The crest.
    pub logo: Option<LogoView>,
    /// Version of the letterhead; 0 while nobody has chosen.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// The name that stands there when none is typed.
    pub usual_municipality: String,
    /// The lines that stand there when none is typed.
    pub usual_lines: Vec<String>,
    /// Every sentence that can be changed.
    pub texts: Vec<LetterheadText>,
}

/// What becomes of the crest.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "logo", rename_all = "snake_case", deny_unknown_fields)]
pub enum LogoChange {
    /// As it is.
    #[default]
    Keep,
    /// None any more.
    Remove,
    /// This one: PNG, JPEG or SVG.
    Replace {
        /// The file, in base 64.
        base64: String,
    },
}

/// A new letterhead.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LetterheadSave {
    /// The operation.
    pub op: OpId,
    /// The version that was read.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// The letterhead.
    pub letterhead: Letterhead,
    /// The crest.
    #[serde(default)]
    pub logo: LogoChange,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// A letterhead to look at before it is saved.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LetterheadTry {
    /// The letterhead.
    pub letterhead: Letterhead,
    /// The crest.
    #[serde(default)]
    pub logo: LogoChange,
}

/// The letterhead, with all that can be changed.
pub(crate) async fn show(app: &App, _: Empty) -> Outcome<LetterheadView> {
    let store = app.store().await?;
    let desk = settings::desk(&store).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let (letterhead, version) = read(&mut conn).await?;
    let logo = kept_logo(&mut conn)
        .await?
        .map(|bytes| LogoView { media_type: media_type(&bytes).to_owned(), base64: BASE64.encode(bytes) });
    let texts = TEXTS.iter().map(|text| LetterheadText {
        id: text.id.to_owned(),
        words: text.words.to_owned(),
        variables: text.variables.iter().map(|name| (*name).to_owned()).collect(),
    });
    Ok(LetterheadView {
        letterhead,
        logo,
        version,
        usual_municipality: desk.municipality.official_name(),
        usual_lines: usual_lines(&desk),
        texts: texts.collect(),
    })
}

/// Saves it.
pub(crate) async fn save(app: &App, request: LetterheadSave) -> Outcome<LetterheadView> {
    let store = app.store().await?;
    let logo = changed(app, &request.logo).await?;
    let letterhead = parsed(request.letterhead, logo.is_some())?;
    let house = house_of(&settings::desk(&store).await?, &letterhead, logo.clone())?;
    try_on(app, &house)?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            setting::save(&mut tx, LETTERHEAD, &letterhead, request.version).await?;
            if !matches!(request.logo, LogoChange::Keep) {
                let found: Option<(KeptLogo, i64)> = setting::find(&mut tx.conn(), LOGO).await?;
                let kept = KeptLogo { base64: logo.map(|bytes| BASE64.encode(bytes)) };
                setting::save(&mut tx, LOGO, &kept, found.map_or(0, |(_, version)| version)).await?;
            }
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    show(app, Empty {}).await
}

/// A letter on this letterhead, to look at.
pub(crate) async fn try_out(app: &App, request: LetterheadTry) -> Outcome<DocumentMade> {
    let logo = changed(app, &request.logo).await?;
    // The words for the crest may come last: they stop the save, not the look.
    let letterhead = parsed(request.letterhead, false)?;
    let desk = settings::desk(&*app.store().await?).await?;
    let house = house_of(&desk, &letterhead, logo)?;
    let (document, name) = (sample()?, "prova-carta-intestata".to_owned());
    let gathered = Gathered { document, options: Options::default(), tickets: Vec::new(), name };
    view(app, &*make(app, gathered, &house)?).await
}

/// The house every paper is made on.
pub(super) async fn house(app: &App) -> Outcome<House> {
    let store = app.store().await?;
    let desk = settings::desk(&store).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let (letterhead, _) = read(&mut conn).await?;
    let logo = kept_logo(&mut conn).await?;
    house_of(&desk, &letterhead, logo)
}

fn house_of(desk: &DeskSettings, letterhead: &Letterhead, logo: Option<Vec<u8>>) -> Outcome<House> {
    let lines = if letterhead.lines.is_empty() { usual_lines(desk) } else { letterhead.lines.clone() };
    let alt = letterhead.logo_alt.clone().unwrap_or_default();
    Ok(House {
        municipality: letterhead.municipality.clone().unwrap_or_else(|| desk.municipality.official_name()),
        desk: desk.name.clone(),
        lines,
        logo: logo.map(|bytes| Logo { bytes, alt }),
        accent: letterhead.accent.as_deref().and_then(Accent::parse),
        texts: letterhead.texts.clone(),
    })
}

fn usual_lines(desk: &DeskSettings) -> Vec<String> {
    [&desk.address, &desk.phone].into_iter().flatten().cloned().collect()
}

/// What cannot be put on a page is found here, and not by whoever prints tomorrow.
fn try_on(app: &App, house: &House) -> Outcome<()> {
    super::pages(&sample()?, house, app, Options::default()).map(drop)
}

fn sample() -> Outcome<Document> {
    serde_json::from_str(SAMPLE).map_err(|error| Failure::new(Code::Unexpected, error.to_string()))
}

pub(super) async fn read(conn: &mut Conn<'_>) -> Outcome<(Letterhead, i64)> {
    Ok(setting::find(conn, LETTERHEAD).await?.unwrap_or_default())
}

async fn kept_logo(conn: &mut Conn<'_>) -> Outcome<Option<Vec<u8>>> {
    let found: Option<(KeptLogo, i64)> = setting::find(conn, LOGO).await?;
    let base64 = found.and_then(|(logo, _)| logo.base64);
    base64.map(|base64| parse::logo(&base64)).transpose()
}

/// The crest as it is going to be.
async fn changed(app: &App, change: &LogoChange) -> Outcome<Option<Vec<u8>>> {
    match change {
        LogoChange::Keep => kept_logo(&mut app.store().await?.reader().await?.conn()).await,
        LogoChange::Remove => Ok(None),
        LogoChange::Replace { base64 } => parse::logo(base64).map(Some),
    }
}

/// What a picture is by its bytes. The desk attaches no SVG, so that one has to be told apart here.
fn media_type(bytes: &[u8]) -> &'static str {
    sniff("", bytes).map_or("image/svg+xml", |file_type| {
        if file_type.is_shown_as_image() { file_type.media_type() } else { "image/svg+xml" }
    })
}
