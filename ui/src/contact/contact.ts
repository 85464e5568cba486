/** What is typed about a contact. */
import type { Channel, CitizenId, InteractionOutcome, ReferralCard } from '../bindings';

export interface ContactBody {
  topic: string;
  channel: Channel;
  outcome: InteractionOutcome;
  /** The card it is sent to, with what it says: a draft taken up later still shows it. */
  referral: ReferralCard | null;
  who: string;
  citizen_id: CitizenId | null;
}

export const BLANK: ContactBody = {
  topic: '', channel: 'phone', outcome: 'answered', referral: null, who: '', citizen_id: null,
};

/** A contact sent to a card. Of what the law protects, what was typed until now is taken away at once. */
export function sentTo(card: ReferralCard): Partial<ContactBody> {
  const sent = { referral: card, outcome: 'referred' as const, topic: card.title };
  return card.secret ? { ...sent, who: '', citizen_id: null } : sent;
}
