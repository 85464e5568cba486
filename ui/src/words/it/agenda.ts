/** Words of the day: what has to be done, calls to make, reminders, who else is here, the end of a shift. */
import type { Milestone, OfficeBecause, ReminderStep } from '../../bindings';
import type { GroupName } from '../../agenda/groups';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const groups: Record<GroupName, string> = {
  overdue: 'Scadute',
  due_soon: 'In scadenza',
  callbacks: 'Da richiamare, oggi e domani',
  to_communicate: 'Esiti da comunicare',
  interims: 'Risposte interlocutorie da dare',
  reminders: 'Solleciti pronti, da rivedere e inviare',
  office_late: 'Uffici in ritardo',
  new: 'Nuove',
  stale: 'Ferme',
  offices: 'Schede di uffici da verificare',
};

export const agenda = {
  title: 'Oggi',
  summary: (open: number, atOffice: number) =>
    `${open} ${open === 1 ? 'pratica aperta' : 'pratiche aperte'}, ${atOffice} negli uffici`,
  list: 'Che cosa c’è da fare oggi',
  groups,
  stale: (days: number) => `Ferme da ${plural(days, 'giorno', 'giorni')} o più`,
  stillFor: (days: number) => `ferma da ${days} g`,
  quiet: 'Niente di urgente: nessuna pratica scaduta, in scadenza o da comunicare.',
  begin: 'Per cominciare:',
  all: (view: string) => `Vedi tutte: ${view}`,
  others: (count: number) => `e altre ${count}`,
  drafts: 'Bozze',
  noDrafts: 'Nessuna bozza.',
  left: 'Una pratica è rimasta a metà:',
  resume: 'Riprendi',
  toCheck: 'da verificare',
  lastCheck: (day: string) => `verificata il ${day}`,
  neverChecked: 'mai verificata',
  day: (resumed: number, closed: number) =>
    `Oggi: ${[
      resumed && plural(resumed, 'sospensione finita', 'sospensioni finite'),
      closed && plural(closed, 'pratica archiviata', 'pratiche archiviate'),
    ].filter(Boolean).join(', ')}.`,
  dayResumed: (numbers: string) => `Il termine riparte: i giorni di sospensione ammessi dalla legge sono passati (${numbers}).`,
  dayClosed: (numbers: string) => `Archiviate: risposta data da più di 15 giorni e nessuno è tornato (${numbers}). Si riaprono con W.`,
  dayQuiet: 'Non è stato scritto a nessuno.',
  rest: (count: number) => `${plural(count, 'altra pratica', 'altre pratiche')} con risposta da più di 15 giorni.`,
  fileRest: 'Archivia',
  andOthers: (count: number) => `e altre ${count}`,
  contacts: 'Ultimi contatti',
  noContacts: 'Nessun contatto.',
};

const step: Record<ReminderStep, string> = {
  office: 'all’ufficio',
  head: 'al responsabile dell’ufficio',
  substitute: 'al titolare del potere sostitutivo',
};

const milestone: Record<Milestone, string> = {
  t15: 'meno di 15 giorni', t10: 'meno di 10 giorni', t5: 'meno di 5 giorni', t2: 'ultimi 2 giorni', today: 'oggi',
  late: 'in ritardo',
};

export const callbacks = {
  title: 'Nuova richiamata',
  moveTitle: 'Sposta la richiamata',
  callTitle: 'Richiamata',
  who: 'Chi',
  whoHint: 'di chi chiedere',
  phone: 'Telefono',
  phoneHint: 'vuoto: quello del cittadino',
  on: 'Giorno',
  onHint: 'gg/mm o oggi',
  at: 'Ora',
  atHint: '9.30, o vuoto: quando si può',
  about: 'Di che cosa',
  save: 'Salva la richiamata',
  move: 'Sposta',
  done: 'Fatta',
  unanswered: 'Non risponde',
  see: 'Apri la pratica',
  close: 'Chiudi',
  dayAt: (day: string, time: string) => `${day} alle ${time}`,
  anyTime: 'quando si può',
  attempts: (count: number) => (count === 1 ? 'un tentativo' : `${count} tentativi`),
  promised: (who: string, when: string) => `promessa da ${who}, ${when}`,
  saved: (when: string) => `Richiamata segnata per ${when}.`,
  moved: (when: string) => `Richiamata spostata: ${when}.`,
  made: 'Richiamata fatta.',
  tried: (count: number) => `Nessuna risposta: ${count === 1 ? 'un tentativo' : `${count} tentativi`}.`,
  waiting: 'Da richiamare',
  overtaken: 'Intanto qualcuno l’ha già fatta o spostata.',
};

export const reminders = {
  step,
  milestone,
  title: (to: string) => `Sollecito ${to}`,
  ready: 'Sollecito pronto',
  notSent: 'non ancora inviato',
  review: (to: string) => `Sollecito ${to}, da rivedere.`,
  early: 'È presto: il sollecito si può mandare lo stesso.',
  preparing: 'Preparo il testo…',
  none: 'Non resta nessun sollecito da mandare.',
  to: 'A chi',
  means: 'Come',
  text: 'Testo',
  textHint: 'Niente parte da solo: copiarlo nel messaggio, o leggerlo al telefono, poi registrarlo.',
  missing: (names: string) => `Da scrivere: ${names}.`,
  copy: 'Copia il testo',
  copied: 'Testo copiato.',
  verb: 'Registra come inviato',
  sent: (number: string) => `Pratica ${number}: sollecito registrato.`,
  sentTo: (to: string) => `a ${to}`,
};

export const interim = {
  title: 'Risposta interlocutoria',
  owed: 'Il cittadino aspetta: serve una risposta interlocutoria.',
  hint: 'Non ferma il termine: la data promessa resta.',
  text: 'Che cosa dire',
  textHint: 'Il motivo del ritardo e la nuova data prevista.',
  expected: 'Nuova data prevista',
  expectedHint: 'gg/mm',
  verb: 'Salva l’interlocutoria',
  done: (number: string) => `Pratica ${number}: il cittadino è avvisato, il termine resta.`,
  expects: (date: string) => `nuova data prevista: ${date}`,
};

const because: Record<OfficeBecause, string> = {
  usual: 'i giorni consueti dell’ufficio',
  target: 'anticipata, per rispondere in tempo al cittadino',
  sent_back: 'termine breve: l’esito era da integrare',
  chosen: 'scelta da chi ha trasferito',
};

export const why = {
  citizen: 'Al cittadino',
  office: (name: string) => `Dall’ufficio ${name}`,
  because: (date: string, reason: keyof typeof because) => `Entro ${date}: ${because[reason]}.`,
};

export const presence = {
  reading: (who: string, since: string) => `Aperta anche da ${who}, dalle ${since}`,
  editing: (who: string, since: string) => `${who} la sta modificando, dalle ${since}`,
  otherWindow: (who: string) => `${who} (un’altra finestra)`,
  changed: 'Qualcuno ha salvato: elenchi aggiornati.',
};

export const handover = {
  title: 'Consegne',
  shift: (from: string, who: string) => `Turno dalle ${from} · ${who}`,
  contacts: (count: number) => plural(count, 'contatto', 'contatti'),
  notes: 'Consegne lasciate',
  note: 'Per chi viene dopo',
  noteHint: 'Che cosa è rimasto in sospeso, chi torna, che cosa aspettarsi.',
  save: 'Lascia la consegna',
  saved: 'Consegna lasciata.',
  noNotes: 'Nessuna consegna negli ultimi giorni.',
  by: (who: string, when: string) => `${who}, ${when}`,
  promises: 'Risposte promesse per oggi',
  noPromises: 'Nessuna risposta promessa per oggi.',
  callbacks: 'Richiamate di oggi e domani',
  noCallbacks: 'Nessuna richiamata.',
  drafts: 'Lasciato a metà',
  noDrafts: 'Niente lasciato a metà.',
  touched: 'Pratiche toccate nel turno',
  noTouched: 'Nessuna pratica toccata.',
  lines: (count: number) => plural(count, 'riga', 'righe'),
};

export const followUp = {
  title: 'Tempi dello Sportello',
  label: {
    stale_days: 'Ferma dopo',
    same_open_days: 'Stesso problema',
    same_answered_days: 'Anche se risposta',
    late_recording_days: 'Registrata in ritardo',
    substitute: 'Potere sostitutivo',
  },
  hint: {
    stale_days: 'giorni senza che nessuno la tocchi',
    same_open_days: 'giorni indietro in cui si cercano pratiche aperte nella stessa via',
    same_answered_days: 'giorni dopo la risposta in cui vale ancora la pena di mostrarla',
    late_recording_days: 'giorni ammessi fra la presentazione e la registrazione; oltre, la pratica lo dice',
  },
  substituteHint: 'Chi ne è titolare (art. 2, c. 9-bis, L. 241/1990): a chi va il terzo sollecito.',
  save: 'Salva',
  saved: 'Impostazioni salvate.',
};

export const conflict = {
  title: 'Intanto l’ha cambiata qualcun altro',
  todo: 'Per ogni campo diverso scegliere che cosa tenere, poi salvare. Niente va perso.',
  mine: 'Scritto qui',
  theirs: 'Salvato intanto',
  keepMine: 'Tieni questo',
  keepTheirs: 'Tieni quello salvato',
  both: 'Unisci',
  merged: 'Quello che è cambiato è già nei campi qui sotto: rileggere e salvare.',
  taken: (fields: string) => `Preso da quello che è stato salvato: ${fields}.`,
  empty: 'vuoto',
  since: 'Che cosa è successo intanto',
  typed: 'Quello che è scritto qui',
  asNote: 'Salva come nota interna',
  asNoteDone: 'Quello che era scritto è diventato una nota interna.',
};
