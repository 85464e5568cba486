/** Words of what is always there: the frame of the window, the keys, the drafts, the parts. */
import type { KeyName, Scope } from '../../keys';
import type { DraftKind, Keeping } from '../../drafts.svelte';
import type { Screen } from '../../route';
import type { TicketState } from '../../bindings';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const screens: Record<Screen, string> = {
  agenda: 'Oggi', handover: 'Consegne', tickets: 'Pratiche', citizens: 'Cittadini', offices: 'Uffici',
  settings: 'Impostazioni',
};

export const frame = {
  program: 'Sportello per il Cittadino',
  municipality: (name: string) => `Comune di ${name}`,
  screens,
  rail: 'Sezioni',
  toMain: 'Vai al contenuto',
  demo: 'DATI DIMOSTRATIVI',
  newTicket: 'Nuova pratica',
  contact: 'Contatto',
  keys: 'tasti',
  open: (until: string) => `Sportello aperto · chiude alle ${until}`,
  closed: (when: string, at: string) => `Sportello chiuso · apre ${when} alle ${at}`,
  neverOpen: 'Sportello senza orari di apertura',
  operator: (name: string) => `Operatore: ${name}`,
  version: (version: string) => `versione ${version}`,
  overdue: (count: number) => plural(count, 'pratica scaduta', 'pratiche scadute'),
  unreachable: 'Il programma non risponde.',
  unreachableTodo:
    'Aspettare un momento. Se continua, chiuderlo e riaprirlo: quello che era scritto resta nelle bozze.',
  loading: 'Un momento…',
};

export const cover = {
  title: 'Schermo coperto',
  back: 'Torna al lavoro',
  verb: 'copri',
};

export const search = {
  label: 'Cerca pratica, cittadino, ufficio',
  tickets: 'Pratiche',
  citizens: 'Cittadini',
  offices: 'Uffici',
  none: 'Niente con queste parole.',
  all: 'Tutti i risultati, in elenco',
  words: (words: string) => `«${words}»`,
  found: (count: number) => plural(count, 'risultato', 'risultati'),
};

const keeping: Record<Keeping, string> = {
  blank: '', typing: 'da salvare…', saved: 'bozza salvata', unsaved: 'bozza NON salvata, riprovo',
};

const draftKind: Record<DraftKind, string> = {
  intake: 'Nuova pratica',
  contact: 'Contatto',
  transfer: 'Trasferimento',
  accept: 'Presa in carico',
  outcome: 'Esito dell’ufficio',
  send_back: 'Richiesta di integrazione',
  reply: 'Risposta',
  note: 'Nota interna',
  callback: 'Richiamata',
  remind: 'Sollecito',
  interim: 'Risposta interlocutoria',
  shift_note: 'Consegna',
  follow_up: 'Solleciti e pratiche ferme',
  void: 'Annullamento',
  category: 'Argomento',
  change_kind: 'Cambio di tipo',
  bounce: 'Respinta di un ufficio',
  suspend: 'Sospensione',
  merge_ticket: 'Unione',
  link: 'Collegamento',
  join_event: 'Evento',
  reply_event: 'Risposta a tutti',
  resume: 'Ripresa del termine',
  restart: 'Nuova decorrenza',
  forward: 'Inoltro ad altro ente',
  withdraw: 'Ritiro',
  attempt: 'Tentativo di contatto',
  give_up: 'Chiusura senza risposta',
  reopen: 'Riapertura',
  person: 'Persona di una pratica',
  citizen: 'Scheda di un cittadino',
  referral: 'Scheda «non è per noi»',
  tag: 'Etichette',
  bulk: 'Più pratiche insieme',
  protocol: 'Numero di protocollo',
  unattach: 'Allegato da nascondere',
  office: 'Scheda di un ufficio',
  settings: 'Impostazioni',
};

export const drafts = {
  keeping,
  kind: draftKind,
  discard: 'Scarta',
  discarded: 'Bozza scartata.',
  putBack: 'Rimetti',
  notDiscarded: 'La bozza non è stata scartata: riprovare.',
  notKept: 'La bozza NON è salvata, perciò la finestra resta aperta.',
  empty: 'senza parole',
};

export const combobox = {
  found: (count: number) => plural(count, 'suggerimento', 'suggerimenti'),
  taken: (name: string) => `Scelto: ${name}`,
};

export const toasts = { label: 'Avvisi', close: 'Chiudi', undo: 'Annulla' };

export const time = {
  today: 'oggi',
  tomorrow: 'domani',
  todayAt: (time: string) => `oggi ${time}`,
  hours: (hours: number) => plural(hours, 'ora', 'ore'),
  andMinutes: (minutes: number) => ` e ${plural(minutes, 'minuto', 'minuti')}`,
};

const finished: Record<TicketState, string> = {
  received: '', in_progress: '', transferred: '', with_office: '', outcome_received: '', suspended: '',
  answered: 'risposta data',
  closed: 'chiusa',
  forwarded_external: 'altro ente',
  merged: 'unita',
  withdrawn: 'ritirata',
  closed_without_reply: 'senza risposta',
  voided: 'annullata',
};

export const due = {
  late: (days: number) => `scaduta da ${days} g`,
  lateAloud: (days: number) => `scaduta da ${plural(days, 'giorno', 'giorni')}`,
  today: 'scade oggi',
  todayAloud: 'scade oggi',
  days: (days: number) => `${days} g`,
  daysAloud: (days: number) => (days === 1 ? 'manca un giorno' : `mancano ${days} giorni`),
  suspended: 'sospesa',
  callLate: (days: number) => (days === 1 ? 'era ieri' : `era ${days} giorni fa`),
  callIn: (days: number) => (days === 1 ? 'domani' : `tra ${days} giorni`),
  none: 'senza termine',
  noneAloud: 'nessuna risposta promessa',
  finished,
};

const scopes: Record<Scope, string> = {
  desk: 'Ovunque',
  list: 'Negli elenchi',
  agenda: 'In «Oggi»',
  ticket: 'Su una pratica',
  citizens: 'In «Cittadini»',
  more: 'In «Altro» di una pratica',
  offices: 'In «Uffici»',
  dialog: 'Mentre si scrive',
  first: 'Al primo avvio',
  intake: 'Nuova pratica e contatto',
};

const verbs: Record<KeyName, string> = {
  newTicket: 'Nuova pratica',
  newAtCounter: 'Nuova pratica allo sportello',
  contact: 'Contatto veloce, anche durante un’altra pratica',
  referralCards: 'Schede «non è per noi»: aggiungere e correggere',
  contactCounts: 'Quanti contatti, e quando',
  search: 'Cerca',
  palette: 'Comandi: fare o trovare qualunque cosa',
  keys: 'Tutti i tasti',
  undo: 'Annulla l’ultima cosa fatta',
  cover: 'Copri lo schermo',
  bigger: 'Testo più grande',
  smaller: 'Testo più piccolo',
  plainSize: 'Testo normale',
  callback: 'Nuova richiamata',
  handover: 'Consegne: la fine del turno',
  agenda: 'Oggi',
  tickets: 'Pratiche',
  citizens: 'Cittadini',
  offices: 'Uffici',
  settings: 'Impostazioni',
  categories: 'Argomenti e le loro parole',
  next: 'Riga dopo',
  previous: 'Riga prima',
  enter: 'Apri la riga',
  back: 'Torna all’elenco',
  views: 'Cambia elenco',
  callDone: 'Richiamata fatta',
  callUnanswered: 'Richiamata: non risponde',
  callMove: 'Sposta la richiamata',
  keptViews: 'Elenchi salvati',
  filter: 'Filtra, o tieni un elenco',
  mark: 'Scegli la riga (anche ⇧ ↑ ↓)',
  markAll: 'Scegli tutte quelle in elenco',
  table: 'Salva in CSV l’elenco o le scelte',
  resume: 'Riprendi l’ultima bozza',
  discardDraft: 'Scarta la bozza scelta',
  reply: 'Rispondi al cittadino',
  transfer: 'Trasferisci a un ufficio',
  take: 'Metti in lavorazione',
  accept: 'Presa in carico dell’ufficio',
  outcome: 'Esito dell’ufficio',
  sendBack: 'Rimanda all’ufficio',
  note: 'Nota interna',
  remind: 'Sollecita: rivedi il sollecito pronto',
  interim: 'Risposta interlocutoria',
  changeKind: 'Cambia tipo o argomento',
  people: 'Persone della pratica: delegati, cofirmatari',
  close: 'Chiudi la pratica',
  letter: 'Lettera con la risposta',
  void: 'Annulla: registrata per errore',
  why: 'Perché questa data?',
  citizenAdd: 'Nuovo cittadino',
  citizenEdit: 'Modifica la scheda',
  citizenMerge: 'Unisci con un’altra scheda',
  citizenTicket: 'Nuova pratica per questa persona',
  tag: 'Etichette',
  attach: 'Allega dei file (anche con Ctrl+V)',
  protocol: 'Numero di protocollo',
  bounce: 'Respinta: l’ufficio dice che non è sua',
  resumeTerm: 'Riprendi il termine sospeso',
  reopen: 'Riapri',
  more: 'Altro: tutto quello che si può fare',
  sibling: 'Altro argomento: nuova pratica dello stesso cittadino',
  merge: 'Unisci a un’altra pratica',
  unmerge: 'Dividi: di nuovo per conto suo',
  link: 'Collega a un’altra pratica',
  joinEvent: 'Fa parte di un evento',
  leaveEvent: 'Togli dall’evento',
  suspend: 'Sospendi il termine di legge',
  restart: 'Nuova decorrenza: richiesta regolarizzata',
  forward: 'Inoltra a un altro ente',
  withdraw: 'Il cittadino la ritira',
  attempt: 'Annota un tentativo di contatto',
  giveUp: 'Chiudi senza risposta',
  undoStep: 'Annulla l’ultima operazione',
  officeAdd: 'Nuovo ufficio',
  officeEdit: 'Modifica l’ufficio',
  officeCopy: 'Copia la scheda in parole semplici',
  officeImport: 'Importa uffici da una tabella',
  officeWork: 'Lavoro aperto di chi non c’è più',
  pickTable: 'Scegli il file da importare',
  save: 'Salva',
  park: 'Chiudi e tieni la bozza',
  discard: 'Scarta la bozza',
  keepView: 'Filtro: tieni come elenco',
  takeKnown: 'È la persona già conosciuta',
  swapRecords: 'Scambia le due schede',
  refer: 'Non è per noi: indirizza e annota',
  answerNow: 'Salva con la risposta già data',
  takeOffice: 'Accetta argomento e ufficio proposti; ancora: il prossimo',
  anonymous: 'Anonimo',
  byPhone: 'È arrivata per telefono',
  atCounter: 'È arrivata allo sportello',
  sameProblem: 'Stesso problema di una pratica aperta',
  categoryAdd: 'Nuovo argomento',
  categoryEdit: 'Modifica l’argomento',
  promote: 'Il contatto diventa pratica',
  attachIntake: 'Allega dei file (anche con Ctrl+V)',
  asNote: 'In un conflitto: salva il testo come nota interna',
  copyText: 'Copia il testo',
  officeWords: 'Nella risposta: copia il testo dell’ufficio',
  stepBack: 'Passo prima',
  choose: 'Scegli',
  print: 'Stampa',
  savePdf: 'Salva PDF',
};

const groups: Record<Scope | 'views' | 'recent' | 'settings', string> = {
  ...scopes, views: 'Elenchi', recent: 'Visti da poco', settings: 'Impostazioni',
};

export const palette = {
  title: 'Comandi',
  label: 'Che cosa fare?',
  groups,
  none: 'Nessun comando con queste parole.',
  found: (count: number) => plural(count, 'comando', 'comandi'),
};

export const keys = {
  title: 'Tasti',
  scopes,
  verbs,
  or: 'oppure',
  range: (first: string, last: string) => `${first} – ${last}`,
  letters: 'Usa i tasti di una sola lettera',
  lettersHint: 'Spegnerli aiuta chi detta le parole o usa tasti a scatto.',
  close: 'Chiudi',
};
