//! What went wrong, as a code. A code exists only where a face of the program does something different for it; the
//! words are the face's, the detail is for the log and never quotes what somebody typed.

use serde::Serialize;
use sportello_documents::DocumentFault;
use sportello_domain::deadline::DeadlineFault;
use sportello_domain::fault::{FieldFault, FieldRule};
use sportello_domain::import::FileFault;
use sportello_domain::ticket::lifecycle::Refusal;
use sportello_store::{Error, OpenError};
use sportello_vault::{RecoveryCodeFault, RecoveryFault, SafeFault, SlotsFault};

/// The result of a use case.
pub type Outcome<T> = Result<T, Failure>;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident,)*) => {
        /// What a face of the program tells apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
        }
    };
}

codes! {
    /// Fields are wrong: they are in `fields`.
    Invalid,
    /// The request cannot be read at all: a defect of whoever sent it.
    BadRequest,
    /// No such record.
    NotFound,
    /// Somebody else changed it: read it again, keep what was typed.
    Conflict,
    /// The ticket cannot do this now: see `refusal`.
    NotPossible,
    /// Nothing was written: what was typed is still there, try again.
    NotSaved,
    /// It may or may not be written: trying again with the same operation is safe.
    OutcomeUnknown,
    /// The disk is full.
    DiskFull,
    /// The disk reports errors.
    DiskError,
    /// Somebody holds the store for too long.
    Busy,
    /// There is no store yet.
    StoreMissing,
    /// There is a store already.
    StoreExists,
    /// `archivio.db` is there, `chiavi.json` is not.
    KeysMissing,
    /// `chiavi.json` is there, `archivio.db` is not.
    StoreGone,
    /// `chiavi.json` cannot be read.
    KeysDamaged,
    /// The keyring has no key for this store: the recovery code opens it.
    KeyMissing,
    /// No keyring is running.
    NoKeyring,
    /// The keyring is locked, or does not answer.
    KeyringLocked,
    /// The key file does not exist.
    KeyFileMissing,
    /// The key file does not hold a key.
    KeyFileDamaged,
    /// The key file can be read by others.
    KeyFileTooOpen,
    /// There is a key in that place already.
    KeyInTheWay,
    /// The key does not open this store.
    WrongKey,
    /// The recovery code is mistyped: `group` says where.
    RecoveryMistyped,
    /// The recovery code is another store's.
    RecoveryWrong,
    /// The store is damaged.
    Damaged,
    /// The file is not a store of the desk.
    NotAStore,
    /// A newer program made the store.
    NewerSchema,
    /// The folder or the file cannot be written.
    ReadOnly,
    /// The folder is on a network share.
    NetworkShare,
    /// The database server does not answer.
    Unreachable,
    /// The operator stopped the work.
    Cancelled,
    /// The desk does not print on this system yet: the default reader does.
    PrintNotHere,
    /// No printer can be reached: the default reader may do better.
    NoPrinter,
    /// A defect of the program.
    Unexpected,
}

/// Why a use case did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failure {
    /// What to do about it.
    pub code: Code,
    /// For the log, in English.
    pub detail: String,
    /// The wrong fields.
    pub fields: Vec<FieldFault>,
    /// Why the ticket cannot do it.
    pub refusal: Option<Refusal>,
    /// Why there is no such legal date.
    pub deadline: Option<DeadlineFault>,
    /// The wrong group of a recovery code, from 1.
    pub group: Option<u8>,
}

impl Failure {
    /// A failure with its code and a detail for the log.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), fields: Vec::new(), refusal: None, deadline: None, group: None }
    }

    /// One wrong field.
    pub fn field(field: &str, rule: FieldRule) -> Self {
        vec![FieldFault { field: field.to_owned(), rule }].into()
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}: {}", self.code, self.detail)
    }
}

impl std::error::Error for Failure {}

impl From<Vec<FieldFault>> for Failure {
    fn from(fields: Vec<FieldFault>) -> Self {
        let names: Vec<&str> = fields.iter().map(|fault| fault.field.as_str()).collect();
        Self {
            fields: fields.clone(),
            ..Self::new(Code::Invalid, format!("wrong fields: {}", names.join(", ")))
        }
    }
}

impl From<FileFault> for Failure {
    fn from(fault: FileFault) -> Self {
        Self::field("file", FieldRule::File { fault })
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self { refusal: Some(refusal), ..Self::new(Code::NotPossible, refusal.to_string()) }
    }
}

impl From<DeadlineFault> for Failure {
    fn from(fault: DeadlineFault) -> Self {
        Self { deadline: Some(fault.clone()), ..Self::new(Code::Invalid, fault.to_string()) }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        use sportello_store::Fault;
        let by_fault = |fault: &Fault, otherwise| match fault {
            Fault::DiskFull => Code::DiskFull,
            Fault::ReadOnly => Code::ReadOnly,
            Fault::Damaged => Code::Damaged,
            Fault::Disk => Code::DiskError,
            Fault::Busy => Code::Busy,
            Fault::Constraint | Fault::Other => otherwise,
        };
        let code = match &error {
            Error::NotFound(_) => Code::NotFound,
            Error::Conflict(_) => Code::Conflict,
            Error::OutcomeUnknown(_) => Code::OutcomeUnknown,
            Error::NotSaved(fault) => by_fault(fault, Code::NotSaved),
            Error::Unreadable(fault) => by_fault(fault, Code::Unexpected),
            // Whoever asks twice is answered by reading again; reaching a face it is a defect.
            Error::AlreadyDone | Error::Register(_) => Code::Unexpected,
        };
        Self::new(code, error.to_string())
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        let code = match &error {
            OpenError::Missing(_) => Code::StoreMissing,
            OpenError::Exists(_) => Code::StoreExists,
            OpenError::WrongKey => Code::WrongKey,
            OpenError::NotAStore => Code::NotAStore,
            OpenError::Damaged => Code::Damaged,
            OpenError::NewerSchema { .. } => Code::NewerSchema,
            OpenError::ReadOnly => Code::ReadOnly,
            OpenError::DiskFull => Code::DiskFull,
            OpenError::NetworkShare(_) => Code::NetworkShare,
            OpenError::Unreachable => Code::Unreachable,
            OpenError::Other(_) => Code::Unexpected,
        };
        // Paths may hold a person's name: the detail says what, not where.
        let detail = match error {
            OpenError::Missing(_) => "no store in the folder".to_owned(),
            OpenError::Exists(_) => "a store is in the folder already".to_owned(),
            other => other.to_string(),
        };
        Self::new(code, detail)
    }
}

impl From<SlotsFault> for Failure {
    fn from(fault: SlotsFault) -> Self {
        let code = match &fault {
            SlotsFault::Missing => Code::KeysMissing,
            SlotsFault::Unreadable(_) | SlotsFault::Damaged { .. } => Code::KeysDamaged,
            SlotsFault::Newer { .. } => Code::NewerSchema,
            SlotsFault::AlreadyThere => Code::StoreExists,
            SlotsFault::NotWritten(error) => match error.kind() {
                std::io::ErrorKind::StorageFull => Code::DiskFull,
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                    Code::ReadOnly
                }
                _ => Code::DiskError,
            },
        };
        Self::new(code, fault.to_string())
    }
}

impl From<RecoveryCodeFault> for Failure {
    fn from(fault: RecoveryCodeFault) -> Self {
        let group = match fault {
            RecoveryCodeFault::Length { .. } => None,
            RecoveryCodeFault::Symbol { group } | RecoveryCodeFault::Check { group } => {
                u8::try_from(group).ok()
            }
        };
        Self { group, ..Self::new(Code::RecoveryMistyped, fault.to_string()) }
    }
}

impl From<RecoveryFault> for Failure {
    fn from(fault: RecoveryFault) -> Self {
        let code = match &fault {
            RecoveryFault::NoSlot | RecoveryFault::Damaged { .. } => Code::KeysDamaged,
            RecoveryFault::WrongCode => Code::RecoveryWrong,
        };
        Self::new(code, fault.to_string())
    }
}

impl From<DocumentFault> for Failure {
    fn from(fault: DocumentFault) -> Self {
        let rule = page_rule(&fault);
        match fault.path().zip(rule) {
            Some((field, rule)) => Self::field(&field, rule),
            None => Self::new(Code::Unexpected, fault.to_string()),
        }
    }
}

/// The rule that what a page says breaks; `None` for a defect of ours.
fn page_rule(fault: &DocumentFault) -> Option<FieldRule> {
    match fault {
        DocumentFault::MissingGlyph { character, .. } => {
            Some(FieldRule::NotPrintable { character: *character })
        }
        DocumentFault::DoesNotFit { .. } => Some(FieldRule::DoesNotFit),
        DocumentFault::Variable { variable, .. } => Some(FieldRule::BlankLeft { name: variable.clone() }),
        DocumentFault::UnknownText { .. } => Some(FieldRule::NotFound),
        DocumentFault::Picture { .. } => Some(FieldRule::NotAPicture),
        DocumentFault::In { fault, .. } => page_rule(fault),
        _ => None,
    }
}

/// A fault of the safe: the keyring and the key file fail in different ways, and are mended in different ways.
pub(crate) fn safe_failure(fault: &SafeFault, key_file: bool) -> Failure {
    let code = match fault {
        SafeFault::NotRunning => Code::NoKeyring,
        SafeFault::NoAccess if key_file => Code::ReadOnly,
        SafeFault::NoAccess => Code::KeyringLocked,
        SafeFault::Damaged if key_file => Code::KeyFileDamaged,
        SafeFault::Damaged => Code::KeyMissing,
        SafeFault::Occupied => Code::KeyInTheWay,
        SafeFault::TooOpen { .. } => Code::KeyFileTooOpen,
        SafeFault::Other { .. } => Code::Unexpected,
    };
    Failure::new(code, fault.to_string())
}
