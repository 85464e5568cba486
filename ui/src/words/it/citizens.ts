/** Words of citizens in depth: the people of a ticket, the section, duplicates and merges. */
import type { CitizenKind, DuplicateReason } from '../../bindings';

export const people = {
  title: 'Persone della pratica',
  who: 'Chi',
  role: 'Perché',
  replyTo: 'La risposta va a questa persona',
  replyHere: 'la risposta va qui',
  verb: 'Aggiungi',
  remove: 'Togli',
  pick: 'Scegliere una persona dall’elenco.',
  added: (number: string) => `Pratica ${number}: persona aggiunta.`,
  removed: (number: string) => `Pratica ${number}: persona tolta.`,
};

export const citizens = {
  title: 'Cittadini',
  list: 'Cittadini',
  card: 'Scheda del cittadino',
  find: 'Chi si cerca?',
  findHint: 'cognome e nome, telefono, e-mail, codice fiscale, via, numero di pratica',
  who: 'Cognome e nome',
  none: 'Nessun cittadino con queste parole.',
  empty: 'Ancora nessun cittadino: si aggiungono da soli con le pratiche.',
  pick: 'Scegliere una persona dall’elenco.',
  add: 'Nuovo cittadino',
  edit: 'Modifica',
  newTicket: 'Nuova pratica',
  merge: 'Unisci',
  whole: 'Scheda completa',
  noMatters: 'Nessuna pratica e nessun contatto.',
  merged: 'Schede unite a questa',
  mergedOn: (date: string) => `unita il ${date}`,
  unmerge: 'Separa',
  newTitle: 'Nuovo cittadino',
  kind: 'È',
  phones: 'Telefoni',
  emails: 'E-mail',
  point: (list: string, number: number) => `${list}, ${number}`,
  pointLabel: (list: string, number: number) => `${list}, ${number}: di chi o dove`,
  labelHint: 'casa, figlia…',
  birthHint: 'gg/mm/aaaa',
  replyBy: 'Preferisce',
  noPreference: 'nessuna preferenza',
  careHint: 'caratteri grandi, interprete, delegato…',
  save: 'Salva',
  saved: (name: string) => `Salvata la scheda di ${name}.`,
  isThis: 'È questa persona',
  mergeWith: 'Unisci',
};

export const duplicates = { title: 'Forse è già conosciuta:' };

const duplicateReason: Record<DuplicateReason, string> = {
  same_tax_code: 'stesso codice fiscale',
  same_name_and_birth: 'stesso nome e stessa data di nascita',
  same_phone: 'stesso telefono',
  same_email: 'stessa e-mail',
  similar_name_same_street: 'nome simile nella stessa via',
  same_name: 'stesso nome',
};

const citizenKind: Record<CitizenKind, string> = { person: 'Persona', organization: 'Ente, ditta, associazione' };

export { citizenKind, duplicateReason };

export const merge = {
  title: 'Unisci due schede della stessa persona',
  hint: 'Non si perde niente: numeri, note, pratiche e contatti restano, e le schede si possono separare.',
  other: 'L’altra scheda',
  pick: 'Scegliere l’altra scheda.',
  stays: 'Resta',
  goes: 'Va sotto',
  after: 'Si leggerà così',
  swap: 'Scambia',
  verb: 'Unisci',
  done: (name: string) => `Schede unite: ${name}.`,
  undo: 'Separa',
  undone: (name: string) => `Schede separate: ${name}.`,
};

export const counts = {
  title: 'Contatti: quanti e quando',
  from: 'Dal',
  to: 'Al',
  dayHint: 'gg/mm',
  total: (count: number) => `${count} ${count === 1 ? 'contatto' : 'contatti'}`,
  none: 'Nessun contatto in questi giorni.',
  hours: 'Per ora e giorno della settimana',
  hour: 'Ora',
  weekdays: ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'],
  all: 'Tutti',
  channels: 'Per canale',
  outcomes: 'Per esito',
  topics: 'Per argomento',
  otherTopics: 'altri argomenti',
  referrals: 'Indirizzati a',
  days: 'Per giorno',
  count: 'Contatti',
};

export const referrals = {
  title: 'Schede «non è per noi»',
  which: 'Quale scheda',
  whichHint: 'vuoto: una scheda nuova',
  isRetired: 'non si mostra più',
  name: 'Di che cosa',
  call: 'Chi chiamare',
  hours: 'Quando',
  say: 'Che cosa dire',
  sayHint: 'La frase da dire al cittadino, in parole semplici.',
  words: 'Come lo dicono',
  wordsHint: 'Un bisogno per riga, con le parole dei cittadini.',
  secret: 'Non annotare niente di quello che viene detto',
  retired: 'Non mostrarla più',
  save: 'Salva la scheda',
  saved: (title: string) => `Salvata la scheda «${title}».`,
};
