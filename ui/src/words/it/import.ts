import type { Encoding, RowChange, Separator } from '../../bindings';

/** Words of importing a table: the names of the fields that a column can fill. */

const fields: Record<string, string> = {
  name: 'Nome dell’ufficio', ipa_code: 'Codice IPA', parent: 'Ufficio di cui fa parte', address: 'Indirizzo', zip: 'CAP',
  town: 'Comune', floor: 'Piano', room: 'Stanza', phone: 'Telefono', phones: 'Altri telefoni', email: 'E-mail', pec: 'PEC',
  mail_1: 'Indirizzo di posta 1', mail_1_kind: 'Tipo dell’indirizzo 1', mail_2: 'Indirizzo di posta 2',
  mail_2_kind: 'Tipo dell’indirizzo 2', mail_3: 'Indirizzo di posta 3', mail_3_kind: 'Tipo dell’indirizzo 3',
  head: 'Responsabile', head_name: 'Nome del responsabile', head_surname: 'Cognome del responsabile',
  head_phone: 'Telefono del responsabile', head_email: 'E-mail del responsabile', competences: 'Ci si va per',
  does_not: 'Non se ne occupa', synonyms: 'Altre parole', to_bring: 'Che cosa portare', answer_days: 'Giorni per rispondere',
};

/** What the desk calls a field; a field of another import keeps its own name. */
export const fieldName = (field: string) => fields[field] ?? field;

const encodings: Record<Encoding, string> = {
  utf8: 'UTF-8', utf8_bom: 'UTF-8 con BOM', windows1252: 'Windows-1252',
};

const separators: Record<Separator, string> = {
  semicolon: 'punto e virgola', comma: 'virgola', tab: 'tabulazione',
};

const changes: Record<RowChange, string> = { added: 'nuovo', changed: 'cambia', unchanged: 'uguale' };

export const imports = {
  title: 'Importa uffici',
  pick: 'Scegli un file CSV…',
  paste: 'oppure incollare qui la tabella',
  picked: (name: string) => `File: ${name}`,
  look: 'Mostra che cosa cambierebbe',
  reading: 'Lettura…',
  read: (encoding: Encoding, separator: Separator, rows: string) =>
    `Letto come ${encodings[encoding]}, celle separate da ${separators[separator]}: ${rows} righe.`,
  indicePa: 'È la tabella «unità organizzative» di IndicePA.',
  columns: 'Che cosa c’è nelle colonne',
  column: (name: string) => `Colonna «${name}»`,
  leftOut: '— non importare —',
  counts: (added: string, changed: string, unchanged: string, refused: string) =>
    `${added} nuovi · ${changed} cambiano · ${unchanged} uguali · ${refused} rifiutati`,
  missing: (fields: readonly string[]) => `Nessuna colonna per: ${fields.map(fieldName).join(', ')}. Sceglierla qui sotto.`,
  refused: 'Così non si importa niente: correggere la tabella o la scelta delle colonne.',
  faults: 'Righe rifiutate',
  notices: 'Da guardare',
  line: (line: string, column: string | null) => (column ? `Riga ${line}, «${column}»` : `Riga ${line}`),
  more: (count: string) => `… e altre ${count}.`,
  rows: 'Prime righe',
  change: changes,
  rejected: 'rifiutata',
  verb: 'Importa',
  stop: 'Ferma',
  progress: (done: string, total: string) => `${done} uffici su ${total}`,
  nothing: 'Tutto è già come nella tabella: non c’è niente da importare.',
  done: (added: string, changed: string) => `Importati: ${added} nuovi, ${changed} cambiati.`,
  before: 'Importazioni fatte',
  batch: (when: string, who: string, added: string, changed: string) =>
    `${when}, ${who}: ${added} nuovi, ${changed} cambiati`,
  undone: 'annullata',
  undo: 'Torna indietro',
  undoOf: (when: string) => `dall’importazione del ${when}`,
  undid: 'Importazione annullata: gli uffici sono com’erano prima.',
  inUse: 'Non si torna più indietro: qualcuno di quegli uffici è stato cambiato o usato.',
};
