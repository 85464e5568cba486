/** Words of the papers: the preview, the printers, the letterhead. */
import type { DocumentAsked, PrinterLine } from '../../bindings';
import type { Zoom } from '../../print/zoom';

const kinds: Record<DocumentAsked['kind'], string> = {
  receipt: 'Ricevuta',
  transmission: 'Foglio di trasmissione all’ufficio',
  reply: 'Lettera con la risposta',
  interim_reply: 'Lettera con la risposta interlocutoria',
  reminder: 'Sollecito',
  weekly: 'Foglio della settimana',
  ticket: 'Stampa della pratica',
  list: 'Elenco',
  phone_list: 'Elenco telefonico',
  door_sheet: 'Cartello per la porta',
  floor_list: 'Elenco dei piani',
  labels: 'Etichette',
  handover: 'Pagina delle consegne',
  form: 'Modulo',
  recovery_sheet: 'Codice di recupero, per la cassaforte',
};

/** What is chosen among, where the name of the kind does not tell it apart. */
const choices = {
  visit: 'Ricevuta di tutta la visita',
  ticket: 'Pratica, per il cittadino',
  internal: 'Pratica, con le note interne',
  label: 'Etichetta, sul rotolo',
  labelsRoll: 'Etichette, sul rotolo',
  labels: 'Etichette, su un foglio A4',
  portrait: 'Elenco, foglio dritto',
  landscape: 'Elenco, foglio in orizzontale',
  weekly: (office: string) => `Foglio della settimana: ${office}`,
  door: (office: string) => `Cartello per la porta: ${office}`,
  onA3: (paper: string) => `${paper}, in A3`,
};

/** Words that only papers need. */
const words = {
  anonymous: 'Persona che non ha lasciato il nome',
  protocol: 'Protocollo', category: 'Argomento', place: 'Luogo', answered_on: 'Risposta il', recorded_by: 'Operatore', tags: 'Etichette',
};

/** What each kind of paper is called where its texts are. */
const kindNames: Record<string, string> = {
  receipt: 'Ricevuta', reply: 'Risposta', interim_reply: 'Risposta interlocutoria', reminder: 'Sollecito',
};

/** The parts of a paper that a fault may name. */
const parts: Record<string, string> = {
  recipient: 'Destinatario',
  ids: 'Pratiche',
  office: 'Ufficio',
  rows: 'Righe',
  skip: 'Etichette già usate',
  due_on: 'Data promessa al cittadino',
  office_due_on: 'Data data all’ufficio',
  question: 'Richiesta all’ufficio',
  'recipient.name': 'Nome del destinatario',
  'recipient.address': 'Indirizzo del destinatario',
  subject: 'Oggetto',
  body: 'Testo',
  municipality: 'Nome del Comune',
  lines: 'Righe della carta intestata',
  logo: 'Stemma',
  texts: 'Testi',
  reply: 'Testi della risposta',
  receipt: 'Testi della ricevuta',
  interim_reply: 'Testi della risposta interlocutoria',
  reminder: 'Testi del sollecito',
};

export const print = {
  kinds,
  choices,
  words,
  title: 'Anteprima e stampa',
  menu: 'Documenti da stampare',
  none: 'Per ora non c’è niente da stampare.',
  preview: 'Anteprima',
  making: 'Preparo il documento…',
  page: (page: number, pages: number) => `Pagina ${page} di ${pages}`,
  onePage: 'Una pagina',
  next: 'Pagina dopo',
  previous: 'Pagina prima',
  larger: 'Ingrandisci',
  lesser: 'Riduci',
  zoom: (zoom: Zoom, percent: number) =>
    zoom === 'page' ? 'pagina intera' : zoom === 'width' ? 'tutta la larghezza' : `${percent}%`,
  printer: 'Stampante',
  queue: ({ name, description, is_default, is_stopped }: PrinterLine) =>
    `${description || name}${is_default ? ' (predefinita)' : ''}${is_stopped ? ' · ferma' : ''}`,
  copies: 'Copie',
  print: 'Stampa',
  save: 'Salva PDF',
  open: 'Apri nel lettore',
  close: 'Chiudi',
  file: 'Nome del file:',
  saved: 'Documento salvato.',
  notHere: 'Su questo sistema lo Sportello non stampa ancora da sé.',
  noSpooler: 'Il servizio di stampa di questo computer non risponde.',
  noPrinters: 'Su questo computer non c’è nessuna stampante.',
  readerInstead: 'Si può aprire il PDF nel lettore predefinito e stampare da lì, o salvarlo.',
  missingTodo: 'Così il documento non si può preparare: sistemarlo e riprovare.',
  part: (field: string) => parts[field] ?? parts[field.split('.')[0]!] ?? field,
};

/** The sentences a municipality can change: where each stands. */
const texts: Record<string, string> = {
  'receipt.opening': 'All’inizio',
  'receipt.due': 'La data della risposta',
  'receipt.no_answer': 'Se non si promette una risposta',
  'receipt.start_notice': 'Se vale come comunicazione di avvio',
  'receipt.remedies': 'Se nessuno risponde',
  'receipt.privacy': 'Sui dati personali',
  'interim_reply.dates': 'Le due date',
  'reminder.office': 'All’ufficio',
  'reminder.head': 'Al responsabile',
  'reminder.substitute': 'A chi ha il potere sostitutivo',
  'reply.late': 'Risposta in ritardo',
  'reply.remedies': 'Prima dei rimedi',
};

export const letterhead = {
  title: 'Carta intestata',
  field: {
    municipality: 'Nome in testa',
    lines: 'Indirizzo e contatti',
    accent: 'Colore',
    pec: 'PEC del Comune',
    online_access: 'Atti in rete',
    logo_alt: 'Lo stemma in parole',
    texts: 'Testi',
  },
  linesHint: (usual: string) => `Una riga per volta, al massimo sei. Se non c’è niente: ${usual}`,
  linesEmpty: 'Una riga per volta, al massimo sei.',
  logo: 'Stemma',
  logoHint: 'PNG, JPEG o SVG, al massimo 1 MB.',
  logoPick: 'Scegli un file',
  logoOther: 'Scegline un altro',
  logoRemove: 'Togli',
  pecHint: 'Con questa, con gli atti in rete e con chi ha il potere sostitutivo la ricevuta vale come comunicazione di avvio (art. 8).',
  onlineHint: 'Come si vedono gli atti da lontano: un indirizzo, o «con SPID nel sito del Comune».',
  altHint: 'Lo legge chi non vede: per esempio «Stemma del Comune».',
  accentHint: 'Come nel sito del Comune: cancelletto e sei cifre. Se non c’è: nero.',
  texts: 'Testi dei documenti',
  textsHint: 'Le parole fra graffe si riempiono da sole. Un testo lasciato vuoto torna quello del programma.',
  kind: (kind: string) => kindNames[kind] ?? kind,
  text: (id: string) => texts[id] ?? id,
  variables: (names: string) => `Si può usare: ${names}`,
  noVariables: 'Senza parole da riempire.',
  someTexts: 'i testi dei documenti',
  old: 'Così com’è scritto non si può preparare: questa è l’ultima prova riuscita.',
  save: 'Salva',
  saved: 'Carta intestata salvata: vale dal prossimo documento.',
};
