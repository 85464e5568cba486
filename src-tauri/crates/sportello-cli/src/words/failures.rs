//! What went wrong, and what to do about it.

use super::papers::paper_fault;
use super::{day, state_name};
use sportello_app::{Code, Failure};
use sportello_domain::calendar::DeskFault;
use sportello_domain::fault::{FieldFault, FieldRule};
use sportello_domain::import::FileFault;
use sportello_domain::ticket::lifecycle::Refusal;

/// What went wrong and what to do.
pub(crate) fn failure(failure: &Failure) -> String {
    let text = match failure.code {
        Code::Invalid => return invalid(failure),
        Code::BadRequest => "La richiesta non si capisce.",
        Code::NotFound => "Non c'è: controllare il numero o il nome.",
        Code::Conflict => "Intanto l'ha cambiata qualcun altro: rileggerla e riprovare.",
        Code::NotPossible => return refused(failure),
        Code::NotSaved => "Non salvata. Riprovare.",
        Code::OutcomeUnknown => "Non so se è stata salvata: riprovare, non si duplica.",
        Code::DiskFull => "Il disco è pieno: non è stato salvato niente. Liberare spazio e riprovare.",
        Code::DiskError => {
            "Il disco segnala errori: non è stato salvato niente. Chiamare chi segue i computer."
        }
        Code::Busy => "L'archivio è occupato. Riprovare fra un momento.",
        Code::StoreMissing => "In questa cartella non c'è un archivio. Per crearlo: sportello-cli init",
        Code::StoreExists => "In questa cartella c'è già un archivio: non lo tocco.",
        Code::KeysMissing => {
            "Manca il file chiavi.json accanto all'archivio. Rimetterlo dalla copia di sicurezza: senza, l'archivio non si apre. Non ne creo uno nuovo."
        }
        Code::StoreGone => {
            "C'è chiavi.json ma manca archivio.db. Rimettere l'archivio dalla copia di sicurezza: non ne creo uno vuoto."
        }
        Code::KeysDamaged => "Il file chiavi.json è rovinato. Rimetterlo dalla copia di sicurezza.",
        Code::KeyMissing => {
            "Il portachiavi di questo computer non ha la chiave dell'archivio. Aprirlo con il codice di recupero: sportello-cli recover"
        }
        Code::NoKeyring => {
            "Su questo computer non c'è un portachiavi acceso. Sui server si usa un file di chiave: --key-file FILE. Non creo mai un archivio in chiaro."
        }
        Code::KeyringLocked => "Il portachiavi è chiuso o non risponde. Sbloccarlo e riprovare.",
        Code::KeyFileMissing => "Manca il file della chiave: indicarlo con --key-file FILE.",
        Code::KeyFileDamaged => "Il file della chiave non contiene una chiave.",
        Code::KeyFileTooOpen => {
            "Il file della chiave è leggibile da altri: non lo uso. Renderlo privato (chmod 600) e riprovare."
        }
        Code::KeyInTheWay => "In quel posto c'è già un'altra chiave: non la sovrascrivo.",
        Code::WrongKey => "La chiave è di un altro archivio.",
        Code::RecoveryMistyped => return mistyped(failure.group),
        Code::RecoveryWrong => "Il codice di recupero è di un altro archivio.",
        Code::Damaged => "L'archivio è rovinato: non lo tocco. Ripristinare l'ultima copia di sicurezza.",
        Code::NotAStore => "archivio.db non è un archivio dello Sportello: non lo tocco.",
        Code::NewerSchema => "L'archivio è di una versione più nuova del programma: aggiornare il programma.",
        Code::ReadOnly => "La cartella o l'archivio non si possono scrivere: controllare i permessi.",
        Code::NetworkShare => {
            "La cartella è su una condivisione di rete: l'archivio si rovinerebbe. Usare una cartella di questo computer; per più postazioni serve PostgreSQL."
        }
        Code::Unreachable => "Il server dell'archivio non risponde.",
        Code::Cancelled => "Interrotto.",
        Code::PrintNotHere => {
            "Su questo sistema lo Sportello non stampa ancora: aprire il PDF nel lettore e stampare da lì."
        }
        Code::NoPrinter => {
            "Il servizio di stampa di questo computer (CUPS) non risponde: accenderlo, o aprire il PDF nel lettore e stampare da lì."
        }
        Code::Unexpected => "Errore imprevisto del programma.",
    };
    text.to_owned()
}

fn mistyped(group: Option<u8>) -> String {
    match group {
        Some(group) => format!("Il gruppo {group} del codice di recupero è scritto male."),
        None => "Il codice di recupero ha otto gruppi di cinque segni.".to_owned(),
    }
}

fn invalid(failure: &Failure) -> String {
    if let Some(fault) = &failure.deadline {
        return deadline(fault);
    }
    failure.fields.iter().map(field).collect::<Vec<_>>().join("\n")
}

/// One wrong field, by name.
fn field(fault: &FieldFault) -> String {
    let rule = rule(&fault.rule);
    if fault.field.is_empty() {
        format!("La richiesta: {rule}.")
    } else {
        format!("{}: {rule}.", fault.field)
    }
}

/// The rule that is broken.
pub(crate) fn rule(rule: &FieldRule) -> String {
    match rule {
        FieldRule::Required => "manca".to_owned(),
        FieldRule::TooLong { max } => format!("più lungo di {max} caratteri"),
        FieldRule::ControlCharacter { code } => format!("contiene un carattere di controllo (U+{code:04X})"),
        FieldRule::UnknownField => "campo sconosciuto".to_owned(),
        FieldRule::WrongValue { expected } => match wanted(expected) {
            Some(wanted) => format!("serve {wanted}"),
            None => format!("valore non valido; atteso: {expected}"),
        },
        FieldRule::InFuture => "data nel futuro".to_owned(),
        FieldRule::TooOld { earliest } => format!("data troppo vecchia: non prima del {}", day(*earliest)),
        FieldRule::Before { earliest } => format!("non può essere prima del {}", day(*earliest)),
        FieldRule::NotAnEmail => "non è un indirizzo e-mail".to_owned(),
        FieldRule::NotAPhone => "non è un numero di telefono".to_owned(),
        FieldRule::NotATaxCode => "non è un codice fiscale".to_owned(),
        FieldRule::ContactNeeded => {
            "serve un modo per rispondere (telefono, e-mail, PEC, indirizzo, «counter») oppure anonymous con il motivo"
                .to_owned()
        }
        FieldRule::NotBoth => "o un nome o anonimo, non tutti e due".to_owned(),
        FieldRule::NotPrintable { character } => format!("il carattere «{character}» non si può stampare"),
        FieldRule::DoesNotFit => "non sta nella pagina".to_owned(),
        FieldRule::AlreadyThere => "c'è già".to_owned(),
        FieldRule::BlankLeft { name } => format!("resta da scrivere «{{{name}}}»"),
        FieldRule::NotFound => "non esiste".to_owned(),
        FieldRule::Ambiguous => "più di uno comincia così: scriverlo per intero".to_owned(),
        FieldRule::Calendar { fault } => calendar(fault),
        FieldRule::File { fault } => file(fault),
        FieldRule::TooManyCells { columns, cells } => {
            format!("{cells} celle, ma le colonne sono {columns}: la riga è spostata")
        }
        FieldRule::RepeatedOn { line } => format!("c'è già alla riga {line}"),
        FieldRule::Ended { on } => format!("non c'è più dal {}", day(*on)),
        FieldRule::Circular => "farebbe parte di sé stesso".to_owned(),
        FieldRule::LooksLikeFormula => "sembra una formula: resta scritta com'è".to_owned(),
        FieldRule::Paper { fault } => paper_fault(fault),
        FieldRule::NotAPdf => "non è un PDF che si può leggere (o è protetto da una password)".to_owned(),
        FieldRule::NotAPicture => "non è un'immagine che si può stampare (PNG, JPEG, SVG)".to_owned(),
        FieldRule::OutOfRange { min, max } => format!("fra {min} e {max}"),
    }
}

/// What was expected, where it is something of the desk and no form of writing.
fn wanted(expected: &str) -> Option<&'static str> {
    Some(match expected {
        "another ticket" => "un'altra pratica",
        "an open ticket" => "una pratica ancora aperta",
        "an open event" => "un evento ancora aperto",
        "an event" => "un evento",
        "a ticket of an event" => "una pratica che fa parte di un evento",
        "another office" => "un ufficio diverso",
        "another kind" => "un tipo diverso",
        "the rule of a request" => "il termine di una richiesta",
        _ => return None,
    })
}

/// Why a file to import is no table.
pub(crate) fn file(fault: &FileFault) -> String {
    match fault {
        FileFault::Empty => "è vuoto".to_owned(),
        FileFault::TooLarge { megabytes } => format!("più grande di {megabytes} MB"),
        FileFault::TooManyRows { max } => format!("più di {max} righe: dividerlo"),
        FileFault::Utf16 => "è in UTF-16 («Testo Unicode»): salvarlo di nuovo come CSV UTF-8".to_owned(),
        FileFault::Spreadsheet => "è un foglio di calcolo: salvarlo come CSV".to_owned(),
        FileFault::NotText { line } => format!("alla riga {line} non è testo, né UTF-8 né Windows-1252"),
        FileFault::OpenQuote { line } => {
            format!("le virgolette aperte nella riga che comincia alla {line} non si chiudono mai")
        }
        FileFault::MissingColumns { fields } => {
            let fields: Vec<&str> = fields.iter().map(|name| crate::office_words::field(name)).collect();
            format!("mancano le colonne: {}", fields.join(", "))
        }
    }
}

fn calendar(fault: &DeskFault) -> String {
    match fault {
        DeskFault::ReversedSpan { from, to, .. } => {
            format!("dalle {} alle {} non è un orario", from.format("%H:%M"), to.format("%H:%M"))
        }
        DeskFault::OverlappingSpans { from, .. } => {
            format!("l'orario che comincia alle {} si sovrappone a quello prima", from.format("%H:%M"))
        }
        DeskFault::NotWholeMinutes { time, .. } => format!("{time} non è un minuto intero"),
        DeskFault::NoSuchDay { month, day } => format!("il {day}/{month} non esiste"),
        DeskFault::ReversedClosure { from, to } => {
            format!("la chiusura dal {} al {} è rovesciata", day(*from), day(*to))
        }
        DeskFault::SpecialDayWithoutReason { date } => {
            format!("gli orari speciali del {} non hanno un motivo", day(*date))
        }
        DeskFault::RepeatedSpecialDay { date } => {
            format!("il {} ha due volte orari speciali", day(*date))
        }
        DeskFault::ClosureWithoutReason { from } => {
            format!("la chiusura dal {} non ha un motivo", day(*from))
        }
    }
}

fn refused(failure: &Failure) -> String {
    match failure.refusal {
        Some(Refusal::WrongState { state, .. }) => {
            format!("Adesso non si può: la pratica è «{}».", state_name(state))
        }
        Some(Refusal::WrongRole { .. }) => "Questo non spetta a chi lo chiede.".to_owned(),
        Some(Refusal::Missing { .. }) => "Manca qualcosa per farlo.".to_owned(),
        None => "Non si può: nel frattempo è successo altro.".to_owned(),
    }
}

fn deadline(fault: &sportello_domain::deadline::DeadlineFault) -> String {
    use sportello_domain::deadline::DeadlineFault as Fault;
    match fault {
        Fault::CommitmentNeverSuspended => {
            "Un impegno dello Sportello non si sospende: si manda una risposta interlocutoria.".to_owned()
        }
        Fault::SuspensionNotAllowed { rule, .. } => {
            format!("Il termine «{rule}» non si sospende per questo motivo.")
        }
        Fault::SecondSuspension { from, .. } => {
            format!("La legge permette una sospensione sola: quella dal {} è la seconda.", day(*from))
        }
        Fault::SuspensionBeforeStart { from, start_on } => {
            format!(
                "La sospensione dal {} viene prima dell'inizio del termine, il {}.",
                day(*from),
                day(*start_on)
            )
        }
        Fault::SuspensionAfterDue { from, due_on } => {
            format!("La sospensione dal {} viene dopo la scadenza, il {}.", day(*from), day(*due_on))
        }
        Fault::ReversedInterval { from, to } => {
            format!("Il periodo dal {} al {} è rovesciato.", day(*from), day(*to))
        }
        Fault::RestartNotAllowed { rule } => format!("Il termine «{rule}» non ricomincia."),
        Fault::RestartBeforePresentation { restart_on, .. } => {
            format!("La nuova decorrenza, il {}, viene prima della presentazione.", day(*restart_on))
        }
        Fault::ExtensionNotAllowed { rule } => format!("Il termine «{rule}» non ha una proroga."),
        Fault::ExtensionBeforeStart { told_on, .. } => {
            format!("La proroga del {} viene prima dell'inizio del termine.", day(*told_on))
        }
        Fault::ExtensionTooLate { limit, .. } => {
            format!("La proroga è stata comunicata tardi: si poteva entro il {}.", day(*limit))
        }
        Fault::OutOfRange { date } => format!("La data {date} è fuori dagli anni 1990-2119."),
        Fault::DaysMissing { rule } => format!("Il termine «{rule}» vuole i giorni: --days N."),
        Fault::DaysNotAccepted { rule } => format!("La durata del termine «{rule}» è fissata dalla legge."),
        Fault::NoDays => "Un termine di zero giorni non esiste.".to_owned(),
        Fault::TooManyDays { max, .. } => format!("Un termine non dura più di {max} giorni."),
        Fault::DeskNeverOpen(_) => "Con questi orari lo Sportello non apre mai.".to_owned(),
    }
}
