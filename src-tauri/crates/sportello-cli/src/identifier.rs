//! `check …` and `codice-fiscale …`: need no store.

mod table;
pub(crate) mod words;

use crate::Session;
use crate::output::{self, Problem};
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use sportello_app::{Clock, SystemClock, places, rome_day};
use sportello_domain::identifier::tax_code::{self, Claims, Sex, TaxCode};
use sportello_domain::identifier::{self, DocumentKind, Finding, Verdict};
use sportello_domain::place::{Belfiore, Places};

/// Controlla un codice.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Che cosa è
    kind: Kind,
    /// Il codice; gli spazi non contano
    #[arg(required_unless_present = "csv", num_args = 1.., value_name = "VALORE")]
    value: Vec<String>,
    /// Molti codici: un CSV con la colonna «valore» (e «cognome», «nome», «nato», «luogo», «sesso»)
    #[arg(long, value_name = "FILE", conflicts_with = "value")]
    csv: Option<String>,
    /// Quale documento
    #[arg(long)]
    tipo: Option<Document>,
    #[command(flatten)]
    person: Person,
}

/// Che cosa si controlla.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Codice fiscale, anche provvisorio o di un ente
    CodiceFiscale,
    /// Partita IVA
    PartitaIva,
    /// Conto corrente
    Iban,
    /// Telefono
    Telefono,
    /// Codice di avviamento postale
    Cap,
    /// Targa
    Targa,
    /// Numero di un documento
    Documento,
}

/// Quale documento.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Document {
    /// Carta d'identità elettronica
    Cie,
    /// Carta d'identità di carta
    Cartacea,
    /// Passaporto
    Passaporto,
    /// Patente di guida
    Patente,
    /// Permesso di soggiorno
    Permesso,
}

impl From<Document> for DocumentKind {
    fn from(document: Document) -> Self {
        match document {
            Document::Cie => Self::IdentityCard,
            Document::Cartacea => Self::PaperIdentityCard,
            Document::Passaporto => Self::Passport,
            Document::Patente => Self::DrivingLicence,
            Document::Permesso => Self::ResidencePermit,
        }
    }
}

/// Che cosa dice la persona.
#[derive(Clone, Debug, Default, Args)]
struct Person {
    /// Cognome (di nascita)
    #[arg(long)]
    cognome: Option<String>,
    /// Nome
    #[arg(long)]
    nome: Option<String>,
    /// Giorno di nascita
    #[arg(long, value_name = "AAAA-MM-GG")]
    nato: Option<NaiveDate>,
    /// Luogo di nascita: codice catastale (Belfiore)
    #[arg(long, value_name = "BELFIORE", value_parser = belfiore)]
    luogo: Option<Belfiore>,
    /// Sesso
    #[arg(long, value_parser = sex, value_name = "M|F")]
    sesso: Option<Sex>,
}

fn belfiore(text: &str) -> Result<Belfiore, String> {
    Belfiore::parse(text).ok_or_else(|| "una lettera e tre cifre, per esempio E617".to_owned())
}

fn sex(text: &str) -> Result<Sex, String> {
    match text.trim().to_uppercase().as_str() {
        "M" => Ok(Sex::M),
        "F" => Ok(Sex::F),
        _ => Err("M oppure F".to_owned()),
    }
}

impl Person {
    fn claims(&self) -> Claims {
        Claims {
            surname: self.cognome.clone(),
            name: self.nome.clone(),
            born_on: self.nato,
            sex: self.sesso,
            place: self.luogo,
        }
    }
}

/// Codice fiscale.
#[derive(Debug, Subcommand)]
pub(crate) enum TaxCodeCommand {
    /// Calcola un codice, da confrontare con la tessera
    Build(Build),
}

/// Calcola un codice fiscale.
#[derive(Debug, Args)]
pub(crate) struct Build {
    #[command(flatten)]
    person: Person,
    /// Molte persone: un CSV con le colonne «cognome», «nome», «nato», «sesso», «luogo»
    #[arg(long, value_name = "FILE")]
    csv: Option<String>,
}

/// What is said of a code, as it is printed.
#[derive(Debug, Serialize)]
struct Answer {
    valid: bool,
    code: String,
    errors: Vec<Said>,
    notices: Vec<Said>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<Read>,
}

#[derive(Debug, Serialize)]
struct Said {
    code: Finding,
    message: &'static str,
}

/// What a codice fiscale says.
#[derive(Debug, Serialize)]
struct Read {
    base: Option<String>,
    sex: Option<Sex>,
    born_on: Vec<NaiveDate>,
    place: Option<Belfiore>,
    place_name: Option<String>,
}

/// What a check needs to know besides the code.
struct Desk {
    today: NaiveDate,
    places: Places,
}

impl Desk {
    fn new(session: &Session) -> Self {
        let (places, fault) = places(&session.folder);
        if let Some(fault) = fault {
            output::warning(&words::unused_places(&fault));
        }
        Self { today: rome_day(SystemClock.now()), places }
    }

    fn check(&self, kind: Kind, document: Option<Document>, value: &str, claims: &Claims) -> Answer {
        let verdict = match kind {
            Kind::CodiceFiscale => return self.tax_code(value, claims),
            Kind::PartitaIva => identifier::vat_number(value),
            Kind::Iban => identifier::iban(value),
            Kind::Telefono => identifier::phone(value),
            Kind::Cap => identifier::postcode(value),
            Kind::Targa => identifier::plate(value),
            Kind::Documento => match document {
                Some(document) => identifier::document(document.into(), value, self.today),
                None => identifier::any_document(value, self.today),
            },
        };
        answer(verdict, None)
    }

    fn tax_code(&self, value: &str, claims: &Claims) -> Answer {
        let reading = tax_code::read(value, claims, self.today, &self.places);
        let read = reading.sex.is_some().then(|| Read {
            base: reading.base,
            sex: reading.sex,
            born_on: reading.born_on,
            place: reading.place,
            place_name: reading.place_found.map(|place| place.label()),
        });
        answer(reading.verdict, read)
    }
}

fn answer(verdict: Verdict, read: Option<Read>) -> Answer {
    let said = |findings: &[Finding]| {
        findings.iter().map(|code| Said { code: *code, message: words::finding(*code) }).collect()
    };
    Answer {
        valid: verdict.is_valid(),
        errors: said(&verdict.errors),
        notices: said(&verdict.notices),
        code: verdict.code,
        read,
    }
}

/// A wrong code is an answer, not an error of the program.
pub(crate) fn check(session: &Session, command: &Check) -> Result<(), Problem> {
    let desk = Desk::new(session);
    if let Some(file) = &command.csv {
        return table::check(session, &desk, command, file);
    }
    let answer = desk.check(command.kind, command.tipo, &command.value.join(" "), &command.person.claims());
    output::result(session.json, &answer, words::answer);
    Ok(())
}

pub(crate) fn tax_code(session: &Session, command: TaxCodeCommand) -> Result<(), Problem> {
    let TaxCodeCommand::Build(command) = command;
    if let Some(file) = &command.csv {
        return table::build(session, file);
    }
    let missing = || {
        Problem::Usage("Servono --cognome, --nome, --nato, --sesso e --luogo, oppure --csv FILE.".to_owned())
    };
    let Person {
        cognome: Some(surname),
        nome: Some(name),
        nato: Some(born_on),
        luogo: Some(place),
        sesso: Some(sex),
    } = &command.person
    else {
        return Err(missing());
    };
    let code = TaxCode::built(surname, name, *born_on, *sex, *place)
        .ok_or_else(|| Problem::Usage("Cognome e nome devono avere almeno una lettera.".to_owned()))?;
    let built = serde_json::json!({ "codice": code.as_str() });
    output::result(session.json, &built, |_| words::built(&code));
    Ok(())
}
