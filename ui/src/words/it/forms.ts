/** Words of the forms. Read with them, not at the start. */
import type { FormRemark, FormShelf, Finding, PaperInstead } from '../../bindings';

const shelves: Record<FormShelf, string> = {
  anagrafe: 'Anagrafe', autocertificazioni: 'Autocertificazioni', cultura: 'Cultura', elettorale: 'Elettorale', generale: 'Generale',
  mobilita: 'Mobilità', scuola: 'Scuola', sicurezza: 'Sicurezza', sociale: 'Sociale', stato_civile: 'Stato civile',
  territorio: 'Territorio', trasparenza: 'Trasparenza', tributi: 'Tributi',
};

const codes: Record<Finding, string> = {
  length: 'La lunghezza non è giusta.',
  format: 'C’è un carattere che lì non può stare.',
  check: 'Il carattere di controllo non torna: c’è un errore di battitura.',
  date: 'La data del codice non esiste.',
  short_number: 'È un numero breve: lì non si può richiamare nessuno.',
  provisional: 'Undici cifre: è un codice provvisorio?',
  omocodia: 'Alcune cifre sono lettere (omocodia): è normale.',
  century: 'Il secolo non si può sapere dal codice.',
  unknown_place: 'Il luogo del codice non è nell’archivio: confronta con la tessera.',
  place_not_then: 'In quella data il luogo non c’era: confronta con la tessera.',
  surname_differs: 'Le prime tre lettere non tornano con il cognome.',
  name_differs: 'La quarta, la quinta e la sesta lettera non tornano con il nome.',
  birth_differs: 'La data di nascita non torna.',
  sex_differs: 'Il sesso non torna.',
  place_differs: 'Il luogo di nascita non torna.',
  unusual_office: 'Il codice dell’ufficio è insolito: rileggi il numero.',
  cin: 'La lettera CIN non torna: rileggi l’IBAN.',
  foreign: 'È di un altro paese: controlli solo internazionali.',
  forgotten_zero: 'Manca forse lo zero iniziale: rileggi il numero.',
  general_postcode: 'È il CAP generico della città: chiedi quello della via.',
  unusual_shape: 'Non ha la forma di oggi: rileggilo.',
  no_longer_valid: 'La carta d’identità di carta non vale più dal 3 agosto 2026.',
};

/** What is said of an answer. */
function remark(said: FormRemark): string {
  switch (said.remark) {
    case 'missing': return 'Manca la risposta.';
    case 'not_ticked': return 'Va spuntata.';
    case 'unknown_answer': return 'Il modulo non lo chiede.';
    case 'wrong_type': return 'La risposta non è adatta.';
    case 'control_character': return 'C’è un carattere che non si può scrivere.';
    case 'too_short': return `Troppo breve: almeno ${said.min} caratteri.`;
    case 'too_long': return `Troppo lunga: al più ${said.max} caratteri.`;
    case 'too_few': return `Ne servono almeno ${said.min}.`;
    case 'too_many': return `Sono troppe: al più ${said.max}.`;
    case 'not_an_option': return `«${said.value}» non è fra le risposte possibili.`;
    case 'not_a_date': return 'Non è una data. Si può scrivere 15/1/80, oggi, +30.';
    case 'not_a_time': return 'Non è un’ora. Si scrive 9:30.';
    case 'not_a_number': return 'Non è un numero adatto.';
    case 'too_many_decimals': return 'Gli importi hanno due decimali.';
    case 'less': return `Non può essere prima o meno di ${said.bound}.`;
    case 'more': return `Non può essere dopo o più di ${said.bound}.`;
    case 'in_future': return 'È nel futuro.';
    case 'in_past': return 'È nel passato.';
    case 'not_an_email': return 'Non è un indirizzo di posta elettronica.';
    case 'code': return codes[said.code];
    case 'unknown_place': return 'Non è nell’archivio dei luoghi: controlla come è scritto.';
    case 'place_not_then': return 'In quella data il luogo non c’era.';
    case 'same_as': return `È uguale alla riga ${said.row}.`;
    case 'said': return said.words;
  }
}

const instead: Record<PaperInstead, string> = {
  autocertificazione: 'Basta una dichiarazione: non serve il certificato.',
  acquisizione_ufficio: 'Lo chiede l’ufficio a chi lo ha: non serve portarlo.',
};

export const forms = {
  title: 'Moduli',
  need: 'Che cosa serve?',
  needHint: 'Con le parole del cittadino: «devo cambiare casa», «parcheggio disabili».',
  none: 'Nessun modulo con queste parole.',
  broken: (count: number) => (count === 1 ? 'Un file con errori non è offerto' : `${count} file con errori non sono offerti`),
  line: (line: number, file: string) => `${file}, riga ${line}`,
  old: 'Scaduto o non attivo: si può usare solo con un motivo.',
  reason: 'Motivo',
  begin: 'Comincia',
  bring: 'Cosa portare',
  blank: 'In bianco',
  citizen: 'Per il cittadino',
  for: (name: string) => `per ${name}`,
  steps: 'Passi',
  review: 'Rilettura',
  step: (number: number, count: number) => `Passo ${number} di ${count}`,
  missing: (count: number) => (count === 1 ? 'Manca una risposta' : `Mancano o non vanno ${count} risposte`),
  whole: 'È completo. Rileggilo con il cittadino prima di stampare.',
  next: 'Avanti',
  previous: 'Indietro',
  print: 'Stampa',
  draft: 'Stampa la bozza',
  keep: 'Metti sulla scheda',
  kept: 'Modulo sulla scheda del cittadino.',
  done: 'Modulo completo, conservato.',
  theirs: 'Moduli di questa persona',
  goOn: 'Riprendi',
  again: 'Usa di nuovo',
  add: 'Aggiungi',
  remove: (row: number) => `Togli la riga ${row}`,
  row: (label: string, row: number) => `${label}: ${row}`,
  yes: 'Sì',
  no: 'No',
  none_chosen: '—',
  computed: 'calcolato',
  known: (day: string | null) => (day ? `già detto il ${day}` : 'dalla scheda del cittadino'),
  confirm: (day: string) => `detto il ${day}, più di un anno fa: confermalo`,
  large: 'Per il cittadino, grande',
  language: 'Aiuto in',
  italian: 'solo italiano',
  preview: 'Il modulo, come sarà stampato',
  making: 'Preparo la pagina…',
  presence: 'Firma davanti al dipendente?',
  papers: 'Allegati',
  optional: 'facoltativo',
  stamps: (count: number, amount: string) => `Marche da bollo: ${count} (${amount})`,
  recipient: 'Si consegna a',
  copies: (count: number) => (count === 1 ? 'Una copia' : `${count} copie`),
  term: (days: number) => `Risposta entro ${days} giorni`,
  notice: 'Avviso',
  shelves,
  instead,
  remark,
};
