/** Words of the less usual steps of a ticket, of the company it keeps, and of what the citizen is told about it. */
import type { EventCode, LinkKind, TicketState } from '../../bindings';
import type { FieldName, PlainKind } from '../../steps/plain';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const FIELDS: Record<FieldName, string> = {
  text: 'Che cosa è successo',
  reason: 'Motivo',
  note: 'Che cosa è arrivato',
  notice: 'Che cosa si scrive al cittadino',
  body: 'Ente competente',
  contact: 'Come si raggiunge',
  authorized_by: 'Chi lo autorizza',
  on: 'Data',
  channel: 'Come',
};

/** Where a label must say more than the name of the field. */
const LABELS: Partial<Record<PlainKind, Partial<Record<FieldName, string>>>> = {
  resume: { on: 'Arrivato il' },
  restart: { reason: 'Che cosa è stato regolarizzato', on: 'Regolarizzata il' },
  withdraw: { text: 'Parole del cittadino' },
  reopen: { reason: 'Perché torna: non risolta, o un fatto nuovo' },
  give_up: { reason: 'Perché si chiude senza risposta' },
};

const HINTS: Partial<Record<PlainKind, Partial<Record<FieldName, string>>>> = {
  resume: { on: 'gg/mm, o vuoto: oggi.' },
  restart: { on: 'gg/mm, o vuoto: oggi. Il termine ricomincia da qui.' },
  forward: {
    notice: 'La legge il cittadino: a chi è andata, perché, e che il termine corre da quando l’ente la riceve.',
    contact: 'Resta interno: e-mail, PEC, telefono.',
  },
  give_up: { authorized_by: 'Nome di chi coordina lo sportello.' },
};

export const plain = {
  label: (kind: PlainKind, field: FieldName) => LABELS[kind]?.[field] ?? FIELDS[field],
  hint: (kind: PlainKind, field: FieldName) => HINTS[kind]?.[field],
  resume: {
    title: 'Riprendi il termine', verb: 'Riprendi', intro: 'Il termine ricalcola la data: contano i giorni di sospensione, al massimo quelli della legge.',
    done: (number: string) => `Pratica ${number}: il termine corre di nuovo.`,
  },
  restart: {
    title: 'Nuova decorrenza', verb: 'Fai ripartire', intro: 'La richiesta irregolare è stata completata: il termine riparte dall’inizio.',
    done: (number: string) => `Pratica ${number}: il termine è ripartito.`,
  },
  forward: {
    title: 'Inoltra a un altro ente', verb: 'Inoltra', intro: 'Il nostro termine finisce qui: il suo corre da quando la riceve (Circolare DFP 2/2017, par. 4.1).',
    done: (number: string) => `Pratica ${number} inoltrata. La lettera al cittadino è pronta.`,
  },
  withdraw: {
    title: 'Il cittadino la ritira', verb: 'Ritira', intro: '', done: (number: string) => `Pratica ${number} ritirata.`,
  },
  attempt: {
    title: 'Tentativo di contatto', verb: 'Annota', intro: '', done: (number: string) => `Pratica ${number}: tentativo annotato.`,
  },
  give_up: {
    title: 'Chiudi senza risposta', verb: 'Chiudi senza risposta', intro: 'Senza nome non c’è nessuno a cui rispondere. Nelle statistiche resta a parte.',
    done: (number: string) => `Pratica ${number} chiusa senza risposta.`,
  },
  reopen: {
    title: 'Riapri', verb: 'Riapri', intro: '', done: (number: string) => `Pratica ${number} riaperta: comincia un nuovo termine.`,
  },
  reopensUntil: (date: string) => `Si riapre fino al ${date}; dopo diventa una pratica nuova, collegata a questa.`,
  reopenedAsNew: (number: string) => `Sono passati più di 90 giorni: è la nuova pratica ${number}, collegata.`,
  attempts: (count: number) => `Tentativi annotati: ${count}. Ne servono almeno due.`,
  bounce: {
    title: 'L’ufficio dice che non è sua', verb: 'Registra la respinta', reason: 'Perché', office: 'Di chi è, secondo l’ufficio',
    second: 'È la seconda respinta: poi decide il responsabile.',
    done: (number: string, times: number) =>
      times > 1 ? `Pratica ${number}: seconda respinta, decide il responsabile.` : `Pratica ${number}: respinta registrata. Il termine del cittadino corre.`,
  },
  suspend: {
    title: 'Sospendi il termine', verb: 'Sospendi', ground: 'Motivo di legge', asked: 'Che cosa si scrive al cittadino',
    askedHint: 'La legge il cittadino: che cosa manca, o a chi si è chiesto.', sent: 'Spedita il', received: 'Ricevuta il',
    receivedHint: 'gg/mm: la legge conta da qui. Vuoto: il giorno dell’invio.', authorized: 'Chi lo autorizza',
    authorizedHint: 'Per una data passata serve il nome di chi coordina lo sportello.',
    never: 'Questo è un impegno dello Sportello: non si sospende.',
    instead: 'Scrivere al cittadino una risposta interlocutoria, con il motivo e la nuova data.',
    done: (number: string, due: string) => `Pratica ${number} sospesa: al più tardi risposta entro ${due}.`,
  },
  other: 'Altra pratica',
  otherPlaceholder: 'numero, oggetto, via o cognome',
  pickTicket: 'Scegliere una pratica dall’elenco.',
  linkKind: 'Legame',
  merge: {
    title: 'Unisci a un’altra pratica', verb: 'Unisci', other: 'Unisci a', intro: 'Si risponde insieme: chi l’ha portata diventa segnalante anche dell’altra. Il numero resta, e si può dividere di nuovo.',
    done: (number: string, other: string) => `Pratica ${number} unita a ${other}.`,
  },
  link: {
    title: 'Collega a un’altra pratica', verb: 'Collega', other: 'Collega a', intro: 'Ognuna resta com’è: il legame si vede da tutte e due.',
    done: (number: string, other: string) => `Pratica ${number} collegata a ${other}.`,
  },
  joinEvent: {
    title: 'Fa parte di un evento', verb: 'Aggiungi', event: 'Evento', placeholder: 'scegliere un evento aperto, o dare il nome a uno nuovo',
    intro: 'Un evento raccoglie le segnalazioni della stessa cosa: si risponde una volta sola, a ciascuno come vuole.',
    fresh: (name: string) => `Nuovo evento: «${name}»`, pick: 'Scegliere un evento o scrivere come si chiama.',
    done: (number: string, event: string) => `Pratica ${number}: fa parte di «${event}».`,
  },
  replyEvent: {
    title: 'Rispondi a tutti', verb: (count: number) => `Rispondi a ${plural(count, 'segnalante', 'segnalanti')}`,
    otherwise: 'Se non hanno scelto come', closed: 'chiusa: senza nome, lo saprà con il codice',
    recipients: (count: number) => `Chi la riceve: ${plural(count, 'pratica', 'pratiche')}`,
    nameless: (count: number) => `${plural(count, 'pratica anonima si chiude', 'pratiche anonime si chiudono')} senza risposta: serve il nome di chi coordina.`,
    done: (count: number) => `Risposta registrata in ${plural(count, 'pratica', 'pratiche')}.`,
  },
  unmerged: (number: string) => `Pratica ${number}: di nuovo per conto suo, com’era.`,
  leftEvent: (number: string) => `Pratica ${number}: non fa più parte dell’evento.`,
  undone: (number: string) => `Pratica ${number}: ultima operazione annullata, è come prima.`,
  notUndone: 'Non si può più annullare: nel frattempo è successo altro.',
  splitUndone: 'Non era un altro argomento.',
};

const linkKindWords: Record<LinkKind, { outgoing: string; incoming: string }> = {
  related: { outgoing: 'Riguarda anche', incoming: 'Riguarda anche' },
  duplicate_of: { outgoing: 'Doppione di', incoming: 'Ha per doppione' },
  split_from: { outgoing: 'Separata da', incoming: 'Ne è nata' },
  continues: { outgoing: 'Continua', incoming: 'Continua in' },
  visit: { outgoing: 'Stessa visita di', incoming: 'Nella stessa visita' },
};
export const linkKind = linkKindWords;

/** Who else has a part in an event, by what happened. */
const PARTY: Partial<Record<EventCode, (name: string) => string>> = {
  'ticket.forwarded': (name) => `a ${name}`,
  'ticket.transferred': (name) => `ha deciso ${name}`,
};

export const company = {
  tell: 'Da dire al cittadino:',
  competent: 'competente',
  master: 'Si risponde insieme a',
  merged: (count: number) => `Si risponde insieme a questa: ${count}`,
  partOf: 'Fa parte dell’evento',
  children: (count: number) => `Segnalazioni di questo evento: ${count}`,
  event: 'È un evento: la risposta arriva a tutti quelli che l’hanno segnalato.',
  bounced: 'Respinta una volta: un ufficio ha detto che non è sua.',
  decider: (office: string, head: string | null) =>
    `Seconda respinta: decide il responsabile${head ? `, ${head}` : ''} (${office}).`,
  suspended: (ground: string, from: string, to: string) => `Sospesa dal ${from} per ${ground}; riprende da sola il ${to}.`,
  suspensionEnded: (on: string) => `La sospensione è finita il ${on}: il termine corre di nuovo, al prossimo passo si vede.`,
  forwarded: 'Il termine corre da quando l’ente competente la riceve (Circolare DFP 2/2017, par. 4.1).',
  togetherBy: (date: string) => `Con questa si risponde a chi aspetta entro il ${date}.`,
  secondTerm: (on: string, first: string) => `Riaperta il ${on}; il primo termine era il ${first}.`,
  closable: 'Risposta data da più di 15 giorni, nessuno è tornato: si può chiudere.',
  noPromise: 'Anonima: nessuna risposta promessa.',
  pickup: (code: string) => `Chi ha il codice ${code} può chiedere com’è finita.`,
  proposes: (office: string) => `propone ${office}`,
  with: (number: string) => `pratica ${number}`,
  party: (code: EventCode, name: string) => PARTY[code]?.(name) ?? `autorizza ${name}`,
};

interface Told {
  office: string;
  by: string | null;
  answered: string | null;
  body: string;
  master: string;
}

const until = (by: string | null) => (by ? ` Le rispondiamo noi entro ${by}.` : '');

/** Each state as it is told to the citizen. */
export const plainly: Record<TicketState, (told: Told) => string> = {
  received: ({ by }) => `L’abbiamo registrata.${until(by)}`,
  in_progress: ({ by }) => `Ce ne stiamo occupando noi allo sportello.${until(by)}`,
  transferred: ({ office, by }) => `L’abbiamo passata all’ufficio ${office}.${until(by)}`,
  with_office: ({ office, by }) => `Ci sta lavorando l’ufficio ${office}.${until(by)}`,
  outcome_received: ({ office, by }) => `L’ufficio ${office} ci ha detto com’è finita.${until(by)}`,
  suspended: ({ by }) => `Aspettiamo quello che abbiamo chiesto: intanto il termine è fermo.${by ? ` Al più tardi rispondiamo entro ${by}.` : ''}`,
  answered: ({ answered }) => `Le abbiamo risposto${answered ? ` ${answered}` : ''}.`,
  closed: ({ answered }) => `È chiusa${answered ? `: le abbiamo risposto ${answered}` : ''}.`,
  forwarded_external: ({ body }) => `Non tocca al Comune: l’abbiamo mandata a ${body}, che le risponderà.`,
  merged: ({ master }) => `La trattiamo insieme alla pratica ${master}: la risposta vale anche per lei.`,
  withdrawn: () => 'L’ha ritirata lei.',
  closed_without_reply: () => 'È chiusa: non siamo riusciti a parlare con nessuno.',
  voided: () => 'Era stata registrata per errore.',
};
