//! The papers as data: one variant for each, one struct for each variant. What a paper says comes from its struct and
//! from the [`House`](crate::House); nothing else gets on the page.

use serde::{Deserialize, Serialize};

use crate::kinds::{RecoveryCode, Reply};

macro_rules! documents {
    ($($(#[$doc:meta])* $variant:ident($data:ty) = $code:literal, $words:literal;)*) => {
        /// A paper of the desk. Its JSON names the kind in `kind`; a field its kind does not have is refused.
        #[derive(Clone, PartialEq, Serialize, Deserialize)]
        #[expect(clippy::large_enum_variant, reason = "one is made at a time")]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum Document {
            $($(#[$doc])* $variant($data),)*
        }

        impl Document {
            /// Every kind: its code in JSON, and what it is in one line of Italian.
            pub const KINDS: &[(&str, &str)] = &[$(($code, $words),)*];

            /// The code of its kind.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $code,)*
                }
            }
        }
    };
}

documents! {
    /// The answer to a citizen.
    Reply(Reply) = "reply", "Risposta al cittadino, lettera per busta con finestra";
    /// The recovery code of the archive, for the safe.
    RecoverySheet(RecoveryCode) = "recovery_sheet", "Codice di recupero dell’archivio, per la cassaforte";
}
