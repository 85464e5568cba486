/** The steps that ask for a few words and nothing else: which fields each has, and the request they become. */
import type { ReplyChannel, TicketDetail } from '../bindings';
import { desk } from '../desk.svelte';
import { ask } from '../door';
import { readDay } from '../format';
import type { Base } from './step.svelte';

export const PLAIN_KINDS = ['resume', 'restart', 'forward', 'withdraw', 'attempt', 'give_up', 'reopen'] as const;
export type PlainKind = (typeof PLAIN_KINDS)[number];

/** `inside` is for the municipality only, `told` is read or said by the citizen. */
type Shape = 'inside' | 'told' | 'line' | 'day' | 'channel';
export type FieldName = 'text' | 'reason' | 'note' | 'notice' | 'body' | 'contact' | 'authorized_by' | 'on' | 'channel';

export interface PlainField {
  name: FieldName;
  shape: Shape;
}

export type PlainBody = Partial<Record<FieldName, string>>;

interface PlainStep {
  fields: readonly PlainField[];
  send: (base: Base, body: PlainBody) => Promise<TicketDetail>;
  danger?: boolean;
}

const given = (text: string | undefined) => text?.trim() || null;
const day = (text: string | undefined) => readDay(text ?? '', desk.today);
const channel = (body: PlainBody) => body.channel as ReplyChannel;

export const PLAIN: Record<PlainKind, PlainStep> = {
  resume: {
    fields: [{ name: 'note', shape: 'inside' }, { name: 'on', shape: 'day' }],
    send: (base, body) => ask('ticket_resume', { ...base, note: given(body.note), on: day(body.on) }),
  },
  restart: {
    fields: [{ name: 'reason', shape: 'inside' }, { name: 'on', shape: 'day' }],
    send: (base, body) => ask('ticket_restart', { ...base, reason: body.reason ?? '', on: day(body.on) }),
  },
  forward: {
    fields: [
      { name: 'body', shape: 'line' }, { name: 'contact', shape: 'line' }, { name: 'notice', shape: 'told' },
      { name: 'channel', shape: 'channel' },
    ],
    send: (base, body) =>
      ask('ticket_forward', {
        ...base, body: body.body ?? '', contact: given(body.contact), notice: given(body.notice), channel: channel(body),
      }),
  },
  withdraw: {
    fields: [{ name: 'text', shape: 'told' }, { name: 'channel', shape: 'channel' }],
    send: (base, body) => ask('ticket_withdraw', { ...base, text: body.text ?? '', channel: channel(body) }),
    danger: true,
  },
  attempt: {
    fields: [{ name: 'text', shape: 'inside' }, { name: 'channel', shape: 'channel' }],
    send: (base, body) => ask('ticket_attempt', { ...base, text: given(body.text), channel: channel(body) }),
  },
  give_up: {
    fields: [{ name: 'reason', shape: 'inside' }, { name: 'authorized_by', shape: 'line' }],
    send: (base, body) =>
      ask('ticket_close_without_reply', {
        ...base, reason: body.reason ?? '', authorized_by: body.authorized_by ?? '',
      }),
    danger: true,
  },
  reopen: {
    fields: [{ name: 'reason', shape: 'inside' }],
    send: (base, body) => ask('ticket_reopen', { ...base, reason: body.reason ?? '' }),
  },
};

/** Nothing typed yet; what is known of the citizen is there already. */
export function blankOf(kind: PlainKind, ticket: TicketDetail): PlainBody {
  const body: PlainBody = Object.fromEntries(PLAIN[kind].fields.map(({ name }) => [name, '']));
  if ('channel' in body) body.channel = ticket.reply_by ?? 'phone';
  return body;
}
