/**
 * The one registry of shortcuts: what is pressed, where it works, and (in the dictionary) the verb it stands for.
 * The sheet shown with `?`, the keys beside the buttons and the listener all read this table, so they cannot differ.
 *
 * Single letters work only while nothing is being typed, and can be switched off (WCAG 2.2, 2.1.4).
 */

/** Where a shortcut works; the order is that of the sheet. At the first start there is no sheet yet. */
export const SCOPES = [
  'desk', 'list', 'agenda', 'ticket', 'more', 'citizens', 'offices', 'dialog', 'intake', 'paper',
] as const;
export type Scope = (typeof SCOPES)[number] | 'first';

/** Scope, then the combinations that do it. Spelt as the browser spells keys, modifiers first. */
export const KEYS = {
  newTicket: ['desk', 'n'],
  newAtCounter: ['desk', 'F4'],
  contact: ['desk', 'F2'],
  contactCounts: ['desk', 'Shift+F2'],
  referralCards: ['desk', 'Shift+F3'],
  search: ['desk', '/'],
  palette: ['desk', 'Ctrl+k'],
  keys: ['desk', '?'],
  undo: ['desk', 'Ctrl+z'],
  cover: ['desk', 'Ctrl+l'],
  bigger: ['desk', 'Ctrl+Plus', 'Ctrl+='],
  smaller: ['desk', 'Ctrl+Minus'],
  plainSize: ['desk', 'Ctrl+0'],
  callback: ['desk', 'Alt+r'],
  handover: ['desk', 'h'],
  agenda: ['desk', 'Alt+1'],
  tickets: ['desk', 'Alt+2'],
  citizens: ['desk', 'Alt+3'],
  offices: ['desk', 'Alt+4'],
  settings: ['desk', 'Alt+5'],
  printThis: ['desk', 'Ctrl+p'],
  letterhead: ['desk', 'Alt+i'],
  categories: ['desk', 'Alt+k'],
  forms: ['desk', 'Alt+m'],
  next: ['list', 'j', 'ArrowDown'],
  previous: ['list', 'k', 'ArrowUp'],
  enter: ['list', 'Enter'],
  back: ['list', 'Escape'],
  views: ['list', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  keptViews: ['list', 'Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+5', 'Ctrl+6', 'Ctrl+7', 'Ctrl+8', 'Ctrl+9'],
  filter: ['ticket', 'f'],
  mark: ['list', 'Insert'],
  markAll: ['list', 'Ctrl+a'],
  table: ['list', 'Ctrl+e'],
  arrange: ['list', 'Alt+y'],
  resume: ['agenda', 'b'],
  discardDraft: ['agenda', 'Delete'],
  callDone: ['agenda', 'f'],
  callUnanswered: ['agenda', 'x'],
  callMove: ['agenda', 'm'],
  fileRest: ['agenda', 'a'],
  reply: ['ticket', 'r'],
  transfer: ['ticket', 't'],
  take: ['ticket', 'l'],
  accept: ['ticket', 'a'],
  outcome: ['ticket', 'o'],
  sendBack: ['ticket', 'b'],
  note: ['ticket', 'i'],
  remind: ['ticket', 's'],
  interim: ['ticket', 'm'],
  changeKind: ['ticket', 'y'],
  people: ['ticket', 'g'],
  close: ['ticket', 'c'],
  papers: ['ticket', 'p'],
  void: ['ticket', 'u'],
  why: ['ticket', 'd'],
  citizenAdd: ['citizens', 'g'],
  citizenEdit: ['citizens', 'e'],
  citizenMerge: ['citizens', 'u'],
  citizenTicket: ['citizens', 'p'],
  attach: ['ticket', 'Alt+g'],
  tag: ['ticket', 'e'],
  eventAll: ['ticket', 'Alt+v'],
  protocol: ['ticket', 'q'],
  bounce: ['ticket', 'x'],
  resumeTerm: ['ticket', 'z'],
  reopen: ['ticket', 'w'],
  more: ['ticket', '.'],
  sibling: ['more', 'v'],
  merge: ['more', '1'],
  unmerge: ['more', '2'],
  link: ['more', '3'],
  joinEvent: ['more', '4'],
  leaveEvent: ['more', '5'],
  suspend: ['more', '6'],
  restart: ['more', '7'],
  forward: ['more', '8'],
  withdraw: ['more', '9'],
  attempt: ['more', '0'],
  giveUp: ['more', '-'],
  undoStep: ['more', 'Backspace'],
  officeAdd: ['offices', 'g'],
  officeEdit: ['offices', 'e'],
  officeCopy: ['offices', 'Ctrl+c'],
  officeImport: ['offices', 'm'],
  officeWork: ['offices', 'w'],
  officeConfirm: ['offices', 'v'],
  save: ['dialog', 'Ctrl+Enter'],
  park: ['dialog', 'Escape'],
  discard: ['dialog', 'Alt+s'],
  pickTable: ['dialog', 'Alt+f'],
  keepView: ['dialog', 'Alt+k'],
  pickLogo: ['dialog', 'Alt+l'],
  answerNow: ['intake', 'Ctrl+Shift+Enter'],
  takeOffice: ['intake', 'Alt+u'],
  anonymous: ['intake', 'Alt+a'],
  takeKnown: ['dialog', 'Alt+d'],
  swapRecords: ['dialog', 'Alt+m'],
  refer: ['intake', 'Alt+n'],
  byPhone: ['intake', 'Alt+t'],
  atCounter: ['intake', 'Alt+o'],
  sameProblem: ['intake', 'Alt+1', 'Alt+2', 'Alt+3'],
  categoryAdd: ['dialog', 'Alt+y'],
  categoryEdit: ['dialog', 'Alt+w'],
  promote: ['intake', 'Alt+p'],
  attachIntake: ['intake', 'Alt+g'],
  officeWords: ['ticket', 'Alt+e'],
  asNote: ['ticket', 'Alt+n'],
  copyText: ['ticket', 'Alt+c'],
  printPaper: ['paper', 'Ctrl+p', 'Ctrl+Enter'],
  savePaper: ['paper', 'Ctrl+s'],
  openPaper: ['paper', 'Ctrl+o'],
  nextPage: ['paper', 'PageDown'],
  previousPage: ['paper', 'PageUp'],
  larger: ['paper', 'Plus'],
  lesser: ['paper', 'Minus'],
  takePaper: ['paper', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  stepBack: ['first', 'Alt+ArrowLeft'],
  choose: ['first', '1', '2'],
  print: ['first', 'Alt+p'],
  savePdf: ['first', 'Alt+s'],
} as const satisfies Record<string, readonly [Scope, ...string[]]>;

export type KeyName = keyof typeof KEYS;

/** What may interrupt anything, also a dialog: nothing typed there is lost. */
const ANYWHERE: readonly KeyName[] = ['contact', 'callback', 'palette', 'cover', 'bigger', 'smaller', 'plainSize'];

/** What a shortcut does; the combination matters only to those that have several. */
export type Handler = (combination: string) => void;
export type Handlers = Partial<Record<KeyName, Handler | undefined>>;

/** The combinations of a shortcut. */
export const combinations = (name: KeyName): readonly string[] => KEYS[name].slice(1);

/** One level of the screen: the desk itself, or a dialog over it. Only the topmost hears the keys. */
export class Layer {
  private bound: Handlers[] = [];

  /** Lets `handlers` hear the keys; the answer stops it. The last bound is asked first. */
  bind(handlers: Handlers): () => void {
    this.bound.push(handlers);
    return () => void (this.bound = this.bound.filter((other) => other !== handlers));
  }

  find(name: KeyName): Handler | undefined {
    return this.bound.findLast((handlers) => handlers[name])?.[name];
  }
}

/** The desk itself. */
export const desk = new Layer();
const layers: Layer[] = [desk];

/** Puts a dialog's layer over the others; the answer takes it away. */
export function push(layer: Layer): () => void {
  layers.push(layer);
  return () => void layers.splice(layers.lastIndexOf(layer), 1);
}

const handlerOf = (name: KeyName, top: Layer) =>
  top.find(name) ?? (ANYWHERE.includes(name) ? desk.find(name) : undefined);

/** What the keys can do at this moment, in the order of the registry. */
export function possible(): { name: KeyName; run: Handler }[] {
  const top = layers.at(-1)!;
  return (Object.keys(KEYS) as KeyName[]).flatMap((name) => {
    const run = handlerOf(name, top);
    return run ? [{ name, run }] : [];
  });
}

let letters = true;

/** Switches the single-letter shortcuts on or off. */
export function useLetters(on: boolean) {
  letters = on;
}

/** Hears every key of the window; answers whether a shortcut took it. */
export function hear(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const top = layers.at(-1)!;
  for (const name of Object.keys(KEYS) as KeyName[]) {
    const combination = combinations(name).find((text) => matches(text, event));
    if (!combination || isMeantForText(combination, event.target)) continue;
    const handler = handlerOf(name, top);
    if (!handler) continue;
    event.preventDefault();
    handler(combination);
    return true;
  }
  return false;
}

/** Whether a key without modifiers belongs to what has the focus: to a text, or to a button that Enter presses. */
function isMeantForText(combination: string, target: EventTarget | null): boolean {
  if (combination.length === 1) return !letters || isTyping(target);
  if (combination === 'Ctrl+a') return isTyping(target);
  if (combination === 'Enter') return target instanceof HTMLElement && target.closest(PRESSED) !== null;
  // What is selected is what is copied.
  if (combination === 'Ctrl+c') return isTyping(target) || window.getSelection()?.isCollapsed === false;
  // Taking back what is typed is the business of the text itself.
  return (combination.startsWith('Arrow') || ['Delete', 'Ctrl+z'].includes(combination)) && isTyping(target);
}

/** The signs that a combination cannot spell as themselves. */
const SIGNS: Record<string, string> = { Plus: '+', Minus: '-' };

const PRESSED = 'a, button, input, textarea, select, summary';

function matches(combination: string, event: KeyboardEvent): boolean {
  const parts = combination.split('+');
  const key = SIGNS[parts.at(-1)!] ?? parts.at(-1)!;
  const [ctrl, alt, shift] = ['Ctrl', 'Alt', 'Shift'].map((name) => parts.includes(name));
  if (event.ctrlKey !== ctrl || event.altKey !== alt || event.metaKey) return false;
  // `?` needs Shift on every keyboard and `/` on the Italian one: for characters only the character counts.
  if (key.length > 1 && event.shiftKey !== shift) return false;
  return event.key.toLowerCase() === key.toLowerCase() || (alt === true && event.code === codeOf(key));
}

/** With Alt some systems write another character; then the place of the key tells which one was meant. */
const codeOf = (key: string) => (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);

/** Whether letters typed at `target` are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const NAMES: Record<string, string> = {
  Enter: 'Invio', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', Shift: '⇧', Delete: 'Canc', Insert: 'Ins', Backspace: '⌫', PageDown: 'Pag ↓', PageUp: 'Pag ↑', Plus: '+', Minus: '−',
};

/** A combination as it is printed on the keyboard: `Ctrl ⇧ Invio`. */
export const printed = (combination: string) =>
  combination.split('+').map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ');

/** For `aria-keyshortcuts`. */
export const spoken = (name: KeyName) =>
  combinations(name).map((text) => text.replace('Ctrl', 'Control')).join(' ');
