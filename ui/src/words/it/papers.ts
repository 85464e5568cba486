/** Words of papers, protocol numbers and tables. */
import type { ProtocolDirection, PaperFault } from '../../bindings';

const direction: Record<ProtocolDirection, string> = { in: 'In arrivo', out: 'In partenza' };

type Sayings = {
  [Name in PaperFault['fault']]: (it: Extract<PaperFault, { fault: Name }>) => string;
};

const fault: Sayings = {
  empty: () => 'il file è vuoto.',
  too_large: ({ max }) => `più di ${max} MB: è troppo grande.`,
  ticket_full: ({ max }) => `con questo gli allegati passano i ${max} MB per pratica.`,
  program: () => 'è un programma, o qualcosa che il computer eseguirebbe: non si allega.',
  macros: () => 'contiene macro: chiederne una copia in PDF.',
  archive: () => 'è un archivio compresso: estrarre i file e allegarli uno per uno.',
  old_document: () => 'è in un formato vecchio (.doc, .xls): salvarlo in PDF, DOCX o XLSX.',
  unknown_type: () => 'tipo non ammesso: PDF, immagini, testi, documenti, fogli, messaggi.',
};

export const papers = {
  title: 'Allegati e protocollo',
  attachments: 'Allegati',
  attach: 'Allega',
  attachHint: 'Anche con Ctrl+V o trascinando qui.',
  none: 'Nessun allegato.',
  adding: (name: string) => `Allego ${name}…`,
  added: (name: string) => `${name} allegato.`,
  refused: (name: string, why: string) => `${name}: ${why}`,
  direction,
  fault,
  open: 'Apri',
  save: 'Salva copia',
  saved: (name: string) => `Copia salvata: ${name}`,
  hide: 'Nascondi',
  takeOut: 'Togli',
  hidden: (why: string, who: string) => `nascosto da ${who}: ${why}`,
  showHidden: (count: number) => (count === 1 ? '1 nascosto' : `${count} nascosti`),
  mislabelled: (type: string) => `il nome dice un altro tipo: è un ${type}`,
  keepsTraces: 'la copia dice ancora dove è stata scattata',
  kilobytes: (size: string) => `${size} kB`,
  protocol: 'Protocollo',
  protocolLine: (number: string, date: string) => `n. ${number} del ${date}`,
  protocolVerb: 'Protocollo',
  corrected: 'corretto',
  anotherDay:
    'La data di protocollo non è quella di presentazione: l’art. 18-bis della L. 241/1990 le vuole uguali.',
  backdated: (why: string) => `Data retrodatata: ${why}`,
  backdatedWithout: 'Data retrodatata senza motivo.',
  unattach: {
    title: 'Nascondi un allegato',
    reason: 'Perché',
    hint: 'Resta nel registro; non si vede più nella pratica.',
    verb: 'Nascondi',
    done: (number: string) => `Pratica ${number}: allegato nascosto.`,
  },
  protocolStep: {
    title: 'Numero di protocollo',
    hint: 'Si annota una volta sola: poi si corregge con un’altra annotazione.',
    direction: 'Verso',
    number: 'Numero',
    date: 'Del',
    dateHint: 'gg/mm',
    corrects: 'Corregge',
    correctsNone: 'nessuno: è nuovo',
    reason: 'Perché era sbagliato',
    verb: 'Annota',
    done: (number: string) => `Pratica ${number}: protocollo annotato.`,
  },
  reason: 'Perché in ritardo',
  reasonHint: 'La data è passata: resta nel registro, il cittadino non lo legge.',
};
