/** What went wrong, in words for the person at the desk: what it means first, then what to do. */
import type { Code } from '../../bindings';
import { fieldName } from './import';

/** Two short sentences: what happened, and what to do about it. */
interface Said {
  text: string;
  todo: string;
}

const codes: Record<Code, Said> = {
  invalid: {
    text: 'Qualcosa non va nei campi segnati.',
    todo: 'Correggere e salvare di nuovo.',
  },
  bad_request: {
    text: 'Il programma ha chiesto una cosa sbagliata.',
    todo: 'È un difetto: avvisare l’assistenza.',
  },
  not_found: {
    text: 'Non c’è più, o non c’è mai stato.',
    todo: 'Tornare all’elenco e riprovare.',
  },
  conflict: {
    text: 'Nel frattempo è stata cambiata da qualcun altro.',
    todo: 'Guardare che cosa è cambiato: il testo scritto è ancora qui.',
  },
  not_possible: {
    text: 'Adesso non si può fare.',
    todo: 'Controllare a che punto è la pratica.',
  },
  not_saved: {
    text: 'NON è stata salvata.',
    todo: 'Tutto quello che è scritto è ancora qui: riprovare.',
  },
  outcome_unknown: {
    text: 'Non si sa se è stata salvata.',
    todo: 'Riprovare: se era già salvata non viene ripetuta.',
  },
  disk_full: {
    text: 'NON è stata salvata: il disco è pieno.',
    todo: 'Liberare spazio e riprovare: il testo è ancora qui.',
  },
  disk_error: {
    text: 'NON è stata salvata: il disco segnala un errore.',
    todo: 'Avvisare subito l’assistenza informatica.',
  },
  busy: {
    text: 'NON è stata salvata: l’archivio è occupato.',
    todo: 'Aspettare un momento e riprovare.',
  },
  store_missing: {
    text: 'L’archivio non c’è ancora.',
    todo: 'Preparare lo sportello con il primo avvio.',
  },
  store_exists: {
    text: 'In questa cartella c’è già un archivio.',
    todo: 'Chiudere e riaprire il programma.',
  },
  keys_missing: {
    text: 'Manca il file delle chiavi (chiavi.json) accanto all’archivio.',
    todo: 'Rimetterlo al suo posto da una copia di sicurezza.',
  },
  store_gone: {
    text: 'Manca l’archivio (archivio.db): c’è solo il file delle chiavi.',
    todo: 'Rimetterlo al suo posto da una copia di sicurezza.',
  },
  keys_damaged: {
    text: 'Il file delle chiavi (chiavi.json) è rovinato.',
    todo: 'Rimetterlo al suo posto da una copia di sicurezza.',
  },
  key_missing: {
    text: 'Questo computer non ha la chiave dell’archivio.',
    todo: 'Prendere il foglio in cassaforte e scrivere qui il codice di recupero.',
  },
  no_keyring: {
    text: 'Il portachiavi del computer non è attivo.',
    todo: 'Avvisare l’assistenza, oppure usare il codice di recupero.',
  },
  keyring_locked: {
    text: 'Il portachiavi del computer è chiuso o non risponde.',
    todo: 'Aprirlo con la password del computer e riaprire il programma.',
  },
  key_file_missing: {
    text: 'Il file con la chiave non c’è.',
    todo: 'Rimetterlo al suo posto, oppure usare il codice di recupero.',
  },
  key_file_damaged: {
    text: 'Il file con la chiave non contiene una chiave.',
    todo: 'Rimettere quello giusto, oppure usare il codice di recupero.',
  },
  key_file_too_open: {
    text: 'Il file con la chiave può essere letto da altri.',
    todo: 'Togliere agli altri il permesso di lettura e riaprire il programma.',
  },
  key_in_the_way: {
    text: 'C’è già una chiave dove va messa quella nuova.',
    todo: 'Avvisare l’assistenza informatica.',
  },
  wrong_key: {
    text: 'La chiave di questo computer è di un altro archivio.',
    todo: 'Scrivere il codice di recupero di questo archivio.',
  },
  recovery_mistyped: {
    text: 'Il codice di recupero è scritto male.',
    todo: 'Ricontrollare il gruppo indicato.',
  },
  recovery_wrong: {
    text: 'Questo codice di recupero è di un altro archivio, o è stato sostituito.',
    todo: 'Cercare il foglio più recente.',
  },
  damaged: {
    text: 'L’archivio è rovinato.',
    todo: 'Non usarlo oltre: avvisare l’assistenza e ripristinare una copia.',
  },
  not_a_store: {
    text: 'Il file non è un archivio dello sportello.',
    todo: 'Controllare la cartella con l’assistenza.',
  },
  newer_schema: {
    text: 'L’archivio è stato fatto da una versione più nuova del programma.',
    todo: 'Aggiornare il programma.',
  },
  read_only: {
    text: 'Nella cartella dell’archivio non si può scrivere.',
    todo: 'Controllare i permessi della cartella con l’assistenza.',
  },
  network_share: {
    text: 'L’archivio è in una cartella di rete, e lì può rovinarsi.',
    todo: 'Spostarlo su questo computer.',
  },
  unreachable: {
    text: 'L’archivio non risponde.',
    todo: 'Controllare il collegamento e riprovare.',
  },
  cancelled: {
    text: 'Fermato.',
    todo: 'Si può ricominciare quando si vuole.',
  },
  print_not_here: {
    text: 'Su questo sistema lo Sportello non stampa ancora da sé.',
    todo: 'Aprire il documento nel lettore predefinito e stampare da lì.',
  },
  no_printer: {
    text: 'La stampante non si raggiunge: il servizio di stampa di questo computer non risponde.',
    todo: 'Controllare la stampante, oppure aprire il documento nel lettore predefinito.',
  },
  unexpected: {
    text: 'Il programma ha un difetto.',
    todo: 'Quello che è scritto è ancora qui: riprovare, poi avvisare l’assistenza.',
  },
};

const rules = {
  required: 'È obbligatorio.',
  tooLong: (max: string) => `È troppo lungo: al massimo ${max} caratteri.`,
  control: 'Contiene un carattere che non si può usare: cancellare e riscrivere.',
  unknownField: 'Il programma ha mandato un campo che non esiste: avvisare l’assistenza.',
  wrongValue: 'Non si capisce: riscriverlo.',
  inFuture: 'È una data futura.',
  tooOld: (date: string) => `È troppo indietro: non prima del ${date}.`,
  before: (date: string) => `Non può essere prima del ${date}.`,
  notAnEmail: 'Non è un indirizzo e-mail.',
  notAPhone: 'Non è un numero di telefono: servono almeno sei cifre.',
  notATaxCode: 'Non è un codice fiscale: 16 lettere e cifre, oppure 11 cifre.',
  contactNeeded: 'Serve un recapito per rispondere, oppure «anonimo» con il motivo.',
  notBoth: 'O una persona, o anonimo: non tutti e due.',
  alreadyThere: 'C’è già.',
  blankLeft: (name: string) => `Resta da scrivere «{${name}}».`,
  notFound: 'Non c’è.',
  ambiguous: 'Ce n’è più d’uno: scegliere dall’elenco.',
  tooManyCells: (columns: string, cells: string) =>
    `Ha ${cells} celle, ma le colonne sono ${columns}: la riga è spostata.`,
  repeatedOn: (line: string) => `C’è già alla riga ${line}.`,
  ended: (date: string) => `Non c’è più dal ${date}.`,
  circular: 'Farebbe parte di sé stesso.',
  looksLikeFormula: 'Sembra una formula: resta scritta com’è, nessuno la esegue.',
  outOfRange: (min: string, max: string) => `Deve essere tra ${min} e ${max}.`,
  notAPdf: 'Non è un PDF che si può leggere, o è protetto da una password.',
  notAPicture: 'Non è un’immagine che si può stampare: serve un file PNG, JPEG o SVG.',
  notPrintable: (character: string) => `Il carattere «${character}» non si può stampare: scriverlo in un altro modo.`,
  doesNotFit: 'Non sta nella pagina: accorciarlo.',
};

/** Why a file to import is no table. */
/** What the backend expected, where it is something of the desk and no form of writing. */
const wanted: Record<string, string> = {
  'another ticket': 'Serve un’altra pratica.',
  'an open ticket': 'Serve una pratica ancora aperta.',
  'an open event': 'Serve un evento ancora aperto.',
  'an event': 'Serve un evento.',
  'a ticket of an event': 'Serve una pratica che fa parte di un evento.',
  'another office': 'Serve un ufficio diverso.',
  'another kind': 'Serve un tipo diverso.',
  'the rule of a request': 'Serve il termine di una richiesta.',
};

const file = {
  empty: 'Il file è vuoto.',
  tooLarge: (megabytes: string) => `Il file è troppo grande: al massimo ${megabytes} MB.`,
  tooManyRows: (max: string) => `Le righe sono troppe: al massimo ${max}. Dividere il file.`,
  utf16: 'Il file è in UTF-16 («Testo Unicode»): salvarlo di nuovo come «CSV UTF-8».',
  spreadsheet: 'È un foglio di calcolo: aprirlo e salvarlo come «CSV UTF-8».',
  notText: (line: string) => `Alla riga ${line} non è testo, né UTF-8 né Windows-1252.`,
  openQuote: (line: string) => `Le virgolette aperte nella riga che comincia alla ${line} non si chiudono mai.`,
  missingColumns: (fields: readonly string[]) => `Manca la colonna: ${fields.map(fieldName).join(', ')}.`,
};

const calendar = {
  reversedSpan: (day: string, from: string, to: string) => `${day}: dalle ${from} alle ${to} non è un’apertura.`,
  overlapping: (day: string, from: string) => `${day}: l’apertura delle ${from} si sovrappone a quella prima.`,
  notWholeMinutes: (day: string) => `${day}: gli orari vanno a minuti interi.`,
  noSuchDay: (day: string) => `Il ${day} non esiste: si scrive giorno/mese.`,
  reversedClosure: (from: string, to: string) => `La chiusura dal ${from} al ${to} finisce prima di cominciare.`,
  closureWithoutReason: (from: string) => `Alla chiusura dal ${from} manca il motivo.`,
  specialWithoutReason: (date: string) => `Agli orari speciali del ${date} manca il motivo.`,
  repeatedSpecial: (date: string) => `Il ${date} ha orari speciali due volte.`,
};

const refusals = {
  wrongState: (action: string, state: string) => `${action}: non si può, la pratica è «${state}».`,
  wrongRole: (action: string, role: string) => `${action}: non può farlo ${role}.`,
  missing: (action: string, need: string) => `${action}: manca ${need}.`,
};

const deadlines = {
  commitmentNeverSuspended: 'Un impegno dello sportello non si sospende mai.',
  suspensionNotAllowed: (ground: string) => `Questo termine non si sospende per ${ground}.`,
  secondSuspension: (ground: string) => `Il termine è già stato sospeso una volta per ${ground}.`,
  suspensionBeforeStart: (date: string) => `La sospensione comincia prima del termine (${date}).`,
  suspensionAfterDue: (date: string) => `La sospensione comincia dopo la scadenza (${date}).`,
  reversed: (from: string, to: string) => `Il periodo dal ${from} al ${to} è al contrario.`,
  restartNotAllowed: 'Questo termine non ricomincia.',
  restartTooEarly: (date: string) => `Il termine non può ricominciare prima della presentazione (${date}).`,
  extensionNotAllowed: 'Questo termine non si proroga.',
  extensionTooEarly: (date: string) => `La proroga è prima dell’inizio del termine (${date}).`,
  extensionTooLate: (date: string) => `La proroga andava comunicata entro il ${date}.`,
  outOfRange: (date: string) => `La data ${date} è fuori dal calendario.`,
  daysMissing: 'Manca il numero di giorni del termine.',
  daysNotAccepted: 'Per questo termine i giorni li fissa la legge.',
  noDays: 'Il termine deve avere almeno un giorno.',
  tooManyDays: (max: string) => `Il termine è troppo lungo: al massimo ${max} giorni.`,
  neverOpen: (date: string) => `Lo sportello non è mai aperto intorno al ${date}: controllare gli orari.`,
};

export const faults = {
  codes, rules, wanted, file, refusals, deadlines, calendar,
  group: (number: number) => `Il gruppo ${number} non è giusto.`,
  retry: 'Riprova',
  lastChange: (what: string, who: string, when: string) => `Ultimo cambiamento: ${what}, di ${who}, ${when}.`,
};
