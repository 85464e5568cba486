/** Italian words for everything the backend names with a code. Each table is total: a new code does not compile. */
import type {
  Action, Basis, Channel, EventCode, InteractionOutcome, Need, PersonRole, ReplyChannel, Role, RuleName, SuspensionGround, TicketKind,
  TicketState, TicketView,
} from '../../bindings';

const kind: Record<TicketKind, string> = {
  report: 'Segnalazione',
  complaint: 'Reclamo',
  suggestion: 'Suggerimento',
  proposal: 'Proposta',
  information_request: 'Informazione',
  form_request: 'Modulistica',
  access_request: 'Accesso agli atti',
  praise: 'Apprezzamento',
};

const channel: Record<Channel, string> = {
  phone: 'Telefono',
  counter: 'Sportello',
  email: 'E-mail',
  pec: 'PEC',
  letter: 'Lettera',
  web: 'Sito web',
  app: 'App',
  social: 'Social',
  meeting: 'Riunione',
};

const replyChannel: Record<ReplyChannel, string> = {
  phone: 'per telefono',
  email: 'per e-mail',
  pec: 'per PEC',
  letter: 'per lettera',
  counter: 'di persona, allo sportello',
};

const state: Record<TicketState, string> = {
  received: 'Ricevuta',
  in_progress: 'In lavorazione',
  transferred: 'Trasferita',
  with_office: 'In carico all’ufficio',
  outcome_received: 'Esito arrivato',
  suspended: 'Sospesa',
  answered: 'Risposta data',
  closed: 'Chiusa',
  forwarded_external: 'Inoltrata ad altro ente',
  merged: 'Unita a un’altra pratica',
  withdrawn: 'Ritirata',
  closed_without_reply: 'Chiusa senza risposta',
  voided: 'Annullata',
};

const action: Record<Action, string> = {
  answer_now: 'Risposta immediata',
  take: 'Inizio lavorazione',
  transfer: 'Trasferimento',
  accept: 'Presa in carico',
  bounce: 'Rinvio per competenza',
  record_outcome: 'Esito',
  send_back: 'Richiesta di integrazione',
  reply: 'Risposta',
  close: 'Chiusura',
  suspend: 'Sospensione',
  resume: 'Ripresa',
  forward_external: 'Inoltro ad altro ente',
  merge: 'Unione',
  withdraw: 'Ritiro',
  close_without_reply: 'Chiusura senza risposta',
  reopen: 'Riapertura',
  void: 'Annullamento',
  answer_by_event: 'Risposta a un evento',
  unmerge: 'Divisione',
  restart: 'Nuova decorrenza',
};

const view: Record<TicketView, string> = {
  open: 'Da seguire',
  overdue: 'Scadute',
  due_soon: 'In scadenza',
  at_office: 'Negli uffici',
  office_late: 'Uffici in ritardo',
  to_communicate: 'Da comunicare',
  new: 'Nuove',
  finished: 'Finite',
  unregistered: 'Da protocollare',
};

const viewEmpty: Record<TicketView, string> = {
  open: 'Nessuna pratica da seguire.',
  overdue: 'Nessuna pratica scaduta.',
  due_soon: 'Nessuna pratica in scadenza nei prossimi giorni.',
  at_office: 'Nessuna pratica è negli uffici.',
  office_late: 'Nessun ufficio è in ritardo.',
  to_communicate: 'Nessun esito da comunicare ai cittadini.',
  new: 'Nessuna pratica nuova.',
  finished: 'Nessuna pratica finita.',
  unregistered: 'Niente da protocollare.',
};

const event: Record<EventCode, string> = {
  'store.created': 'Archivio creato',
  'store.recovery_used': 'Archivio aperto con il codice di recupero',
  'setting.saved': 'Impostazioni salvate',
  'office.saved': 'Ufficio salvato',
  'office.confirmed': 'Scheda di un ufficio verificata',
  'category.saved': 'Categoria salvata',
  'category.catalog_loaded': 'Categorie di partenza caricate',
  'street.imported': 'Stradario importato',
  'office.removed': 'Ufficio tolto con la sua importazione',
  'import.done': 'Tabella importata',
  'import.undone': 'Importazione annullata',
  'citizen.saved': 'Cittadino salvato',
  'citizen.merged': 'Schede di un cittadino unite',
  'citizen.unmerged': 'Schede di un cittadino separate',
  'referral.saved': 'Scheda «non è per noi» salvata',
  'contact.logged': 'Contatto registrato',
  'contact.promoted': 'Contatto diventato pratica',
  'ticket.recorded': 'Ricevuta',
  'ticket.taken': 'In lavorazione allo sportello',
  'ticket.transferred': 'Trasferita',
  'ticket.accepted': 'Presa in carico',
  'ticket.bounced': 'Rinviata per competenza',
  'ticket.outcome_recorded': 'Esito dell’ufficio',
  'ticket.sent_back': 'Chiesta un’integrazione',
  'ticket.answered': 'Risposta data',
  'ticket.closed': 'Chiusa',
  'ticket.reopened': 'Riaperta',
  'ticket.voided': 'Annullata',
  'ticket.kind_changed': 'Tipo o argomento cambiato',
  'ticket.same_problem': 'Stesso problema segnalato da un’altra persona',
  'ticket.suspended': 'Termine sospeso',
  'ticket.resumed': 'Il termine corre di nuovo',
  'ticket.term_restarted': 'Il termine è ripartito',
  'ticket.forwarded': 'Inoltrata ad altro ente',
  'ticket.withdrawn': 'Ritirata dal cittadino',
  'ticket.contact_attempted': 'Tentativo di contatto',
  'ticket.closed_without_reply': 'Chiusa senza risposta',
  'ticket.merged': 'Unita a un’altra',
  'ticket.merge_received': 'Si risponde insieme a un’altra',
  'ticket.unmerged': 'Divisa di nuovo',
  'ticket.linked': 'Collegata',
  'ticket.unlinked': 'Collegamento tolto',
  'ticket.event_joined': 'Parte di un evento',
  'ticket.event_left': 'Non più parte dell’evento',
  'ticket.step_undone': 'Annullata l’ultima operazione',
  'ticket.note_added': 'Nota interna',
  'ticket.reminded': 'Sollecito inviato',
  'ticket.interim_replied': 'Risposta interlocutoria',
  'callback.added': 'Promessa una richiamata',
  'callback.moved': 'Richiamata spostata',
  'callback.unanswered': 'Richiamata senza risposta',
  'callback.done': 'Richiamata fatta',
  'shift.note_added': 'Consegna lasciata',
  'document.issued': 'Documento stampato o salvato', 'form.kept': 'Modulo conservato',
  'ticket.person_added': 'Persona aggiunta',
  'ticket.person_removed': 'Persona tolta',
  'ticket.backdated': 'Registrata in ritardo',
  'attachment.added': 'Allegato',
  'attachment.removed': 'Allegato nascosto',
  'protocol.recorded': 'Protocollo',
  'ticket.tagged': 'Etichette',
  'tag.saved': 'Etichetta salvata',
  'view.saved': 'Elenco salvato',
};

const contactOutcome: Record<InteractionOutcome, string> = {
  answered: 'Risposto subito',
  referred: 'Indirizzato altrove',
  promoted: 'Diventato pratica',
};

const basis: Record<Basis, string> = { commitment: 'impegno dello sportello', statute: 'termine di legge' };

const role: Record<Role, string> = {
  operator: 'lo sportello',
  coordinator: 'il coordinatore dello sportello',
  office: 'l’ufficio',
  calendar: 'il calendario',
};

const personRole: Record<PersonRole, string> = {
  delegate: 'Delegato',
  guardian: 'Tutore',
  co_reporter: 'Stesso problema',
  interested: 'Interessato',
};

const need: Record<Need, string> = {
  reply_text: 'il testo della risposta e il mezzo',
  handover: 'l’ufficio competente e che cosa gli si chiede',
  case_officer: 'il nome di chi segue la pratica nell’ufficio',
  outcome_text: 'che cosa comunica l’ufficio',
  reason: 'il motivo',
  legal_reason: 'un motivo previsto dalla legge',
  other_ticket: 'l’altra pratica',
  external_body: 'l’ente competente',
  attempts: 'almeno due tentativi di raggiungere il cittadino',
};

const ground: Record<SuspensionGround, string> = {
  missing_information: 'informazioni mancanti',
  affected_third_parties: 'controinteressati',
  refusal_notice: 'preavviso di rigetto',
  privacy_authority: 'parere del Garante',
};

/** The rules of law a request may have, by the request. */
const requestRule: Partial<Record<RuleName, string>> = {
  procedure: 'Procedimento (L. 241/1990)',
  documentary_access: 'Accesso documentale',
  general_civic_access: 'Accesso civico generalizzato',
  civic_access: 'Accesso civico semplice',
  environmental_access: 'Accesso ambientale',
  councillor_question: 'Interrogazione di un consigliere',
  data_subject_request: 'Dati personali (GDPR)',
};

export const enums = {
  requestRule,
  kind, channel, replyChannel, state, action, view, viewEmpty, event, contactOutcome, basis, role, personRole, need,
  ground,
};
