/** What is kept while a form is answered. */
import type { CitizenId, FilledFormId, KnownAnswer } from '../bindings';
import type { Answers } from './answers';

export interface FormBody {
  /** The need, as it was typed. */
  need: string;
  /** The form; none before one is chosen. */
  form: string;
  title: string;
  /** Whose answers they are. */
  citizen: CitizenId | '';
  who: string;
  /** Identity and version of what is kept on the card. */
  id: FilledFormId;
  version: number;
  answers: Answers;
  known: KnownAnswer[];
  step: number;
  /** The farthest step that was reached. */
  seen: number;
  language: string;
  /** Why it is used outside its time. */
  reason: string;
}

export const blank = (id: FilledFormId): FormBody => ({
  need: '', form: '', title: '', citizen: '', who: '', id, version: 0, answers: {}, known: [], step: 0, seen: 0, language: '', reason: '',
});
