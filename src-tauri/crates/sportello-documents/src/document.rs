//! The papers as data: one variant for each, one struct for each variant. What a paper says comes from its struct and
//! from the [`House`](crate::House); nothing else gets on the page.

use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered,
    kinds::{
        DoorSheet, FloorList, FormPrint, FormSheet, Handover, InterimReply, Labels, ListPrint, PhoneList,
        PlainPage, Receipt, RecoveryCode, Reminder, Reply, TicketPrint, TransmissionSheet, WeeklySheet,
        directory, form, form_sheet, handover, interim_reply, labels, list, plain, receipt, recovery_code,
        reminder, reply, ticket, transmission, weekly,
    },
    render::MadeAt,
};

macro_rules! documents {
    ($($(#[$doc:meta])* $variant:ident($data:ty) = $code:literal, $compose:path, $words:literal;)*) => {
        /// A paper of the desk. Its JSON names the kind in `kind`; a field its kind does not have is refused.
        #[derive(Clone, PartialEq, Serialize, Deserialize)]
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

            pub(crate) fn compose(
                &self,
                house: &House,
                made_at: MadeAt,
                options: Options,
            ) -> Result<Rendered, DocumentFault> {
                match self {
                    $(Self::$variant(data) => $compose(data, house, made_at, options),)*
                }
            }
        }
    };
}

documents! {
    /// What a citizen takes home.
    Receipt(Receipt) = "receipt", receipt::compose, "Ricevuta, e comunicazione di avvio quando ne ha tutti i dati";
    /// A ticket goes to an office.
    Transmission(TransmissionSheet) = "transmission", transmission::compose,
        "Foglio di trasmissione a un ufficio, con il tagliando di ritorno";
    /// The answer to a citizen.
    Reply(Reply) = "reply", reply::compose, "Risposta al cittadino, lettera per busta con finestra";
    /// The answer that is not there yet.
    InterimReply(InterimReply) = "interim_reply", interim_reply::compose,
        "Risposta interlocutoria, con la nuova data";
    /// A reminder inside the municipality.
    Reminder(Reminder) = "reminder", reminder::compose,
        "Sollecito all’ufficio, al suo responsabile o a chi ha il potere sostitutivo";
    /// What an office owes.
    Weekly(WeeklySheet) = "weekly", weekly::compose, "Foglio settimanale di un ufficio";
    /// A ticket with its timeline.
    Ticket(TicketPrint) = "ticket", ticket::compose, "Stampa di una pratica con la sua storia";
    /// Any list of the screen.
    List(ListPrint) = "list", list::compose, "Elenco, dritto o in orizzontale";
    /// The phone list for the wall.
    PhoneList(PhoneList) = "phone_list", directory::phone_list, "Elenco telefonico degli uffici, A4 o A3";
    /// The sheet on a door.
    DoorSheet(DoorSheet) = "door_sheet", directory::door_sheet, "Cartello per la porta di un ufficio";
    /// Who is on which floor.
    FloorList(FloorList) = "floor_list", directory::floor_list, "Elenco degli uffici piano per piano";
    /// Labels with a code.
    Labels(Labels) = "labels", labels::compose, "Etichette con codice, 62 × 29 mm o fogli A4";
    /// What one shift leaves to the next.
    Handover(Handover) = "handover", handover::compose, "Passaggio di consegne del turno";
    /// The recovery code of the archive, for the safe.
    RecoverySheet(RecoveryCode) = "recovery_sheet", recovery_code::compose,
        "Codice di recupero dell’archivio, per la cassaforte";
    /// A form, filled in or to be filled in by hand.
    Form(FormPrint) = "form", form::compose, "Modulo compilato, in bozza o in bianco";
    /// What to bring and to know before a form is begun.
    FormSheet(FormSheet) = "form_sheet", form_sheet::compose, "Cosa portare per un modulo, da dare al cittadino";
    /// A page described part by part.
    Page(PlainPage) = "page", plain::compose, "Pagina libera, descritta parte per parte";
}
