/** Words of the categories, of what is proposed from the words typed, and of the street register. */

const times = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

export const categories = {
  wholeArea: 'tutta l’area',
  title: 'Argomenti',
  why: 'Le parole con cui la gente chiama le cose: da qui nascono l’argomento e l’ufficio proposti.',
  open: 'Apri gli argomenti',
  find: 'Cerca un argomento o una parola',
  list: 'Argomenti',
  columns: { name: 'Argomento', words: 'Parole', office: 'Ufficio', days: 'Giorni' },
  none: 'Nessun argomento con queste parole.',
  add: 'Nuovo argomento',
  edit: 'Modifica',
  close: 'Chiudi',
  retired: 'ritirato',
  byCard: 'da competenze',
  form: {
    newTitle: 'Nuovo argomento',
    name: 'Nome',
    area: 'Area',
    noArea: 'è un’area',
    synonyms: 'Come lo chiama la gente',
    synonymsHint: 'Una parola o una frase breve per riga: «lampione», «luce spenta». Plurali e verbi si capiscono da soli.',
    office: 'Ufficio',
    officeHint: 'Vuoto: quello che nella sua scheda parla di questo.',
    days: 'Giorni di solito',
    daysHint: 'Vuoto: i giorni dell’ufficio.',
    kind: 'Di solito è',
    anyKind: 'non si sa prima',
    retired: 'Ritirato: non si propone più, le pratiche che lo hanno lo tengono',
    inUse: 'In uso',
    state: 'Stato',
    save: 'Salva',
    saved: (name: string) => `Argomento salvato: ${name}.`,
  },
};

export const proposal = {
  label: 'Argomento',
  placeholder: 'scrivere o accettare quello proposto',
  take: 'Accetta',
  next: 'Un altro',
  office: (name: string) => `ufficio ${name}`,
  days: (days: number) => `di solito ${days} giorni`,
  because: 'Parola',
  said: (said: string, synonym: string) => (said === synonym ? `«${said}»` : `«${said}» (${synonym})`),
  past: (went: number, of: number, office: string) =>
    went === of
      ? `${times(of, 'l’ultima simile è andata', 'ultime simili: tutte andate')} a ${office}`
      : `${went} delle ultime ${of} simili sono andate a ${office}`,
  card: (line: string) => `l’ufficio si occupa di «${line}»`,
  others: 'Oppure:',
  seems: (kind: string, said: string) => `Sembra: ${kind} («${said}»)`,
};

export const similar = {
  title: 'Già segnalato qui?',
  age: (days: number) => (days === 0 ? 'oggi' : times(days, 'un giorno fa', 'giorni fa')),
  same: 'Stesso problema',
  finished: 'già risposta',
  others: (count: number) => `+${count}`,
  othersAloud: (count: number) => times(count, 'un’altra persona', 'altre persone') + ' con lo stesso problema',
  joined: 'Aggiunta alla pratica che c’era',
};

export const changeKind = {
  title: 'Cambia tipo o argomento',
  kind: 'Tipo',
  reason: 'Perché',
  hint: 'La scadenza si ricalcola dallo stesso giorno di presentazione.',
  verb: 'Cambia',
  done: (number: string, kind: string) => `Pratica ${number}: adesso è «${kind}».`,
};

export const streets = {
  title: 'Stradario',
  why: 'Il file delle strade o dei numeri civici dell’ANNCSU, in CSV: serve a completare «Dove?» senza rete.',
  pick: 'Scegli il file…',
  import: 'Importa',
  imported: (streets: number, added: number) => `Importate ${streets} strade, ${added} nuove.`,
  preview: (streets: number, numbers: number) => `${streets} strade, ${numbers} numeri civici:`,
  faults: (count: number) => `${times(count, 'Una riga', 'righe')} da correggere: così non si importa niente.`,
  line: (line: number, column: string, why: string) => `riga ${line}${column && `, ${column}`}: ${why}`,
  columns: (names: string) => `Colonne lette: ${names}`,
};
