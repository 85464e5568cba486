import { afterEach, describe, expect, it, vi } from 'vitest';
import { it as words } from './words/it';
import { combinations, desk, hear, KEYS, Layer, printed, push, useLetters, type KeyName } from './keys';

const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, 'target', { value: target });
  return { taken: hear(event), event };
};
const undo: (() => void)[] = [];
const bind = (layer: Layer, name: KeyName) => {
  const handler = vi.fn();
  undo.push(layer.bind({ [name]: handler }));
  return handler;
};

afterEach(() => {
  undo.splice(0).forEach((one) => one());
  useLetters(true);
});

describe('the registry', () => {
  it('has a verb for every shortcut and a combination for every verb', () => {
    for (const name of Object.keys(KEYS) as KeyName[]) {
      expect(words.keys.verbs[name], name).toBeTruthy();
      expect(combinations(name).length, name).toBeGreaterThan(0);
    }
  });

  it('has no two shortcuts on one key where both could be meant', () => {
    const together = [
      ['desk', 'list', 'ticket'], ['desk', 'agenda', 'list'], ['desk', 'citizens', 'list'], ['desk', 'offices', 'list'],
      ['dialog', 'intake'], ['ticket', 'more'],
    ];
    for (const scopes of together) {
      const keys = (Object.keys(KEYS) as KeyName[])
        .filter((name) => scopes.includes(KEYS[name][0]))
        .flatMap((name) => combinations(name));
      expect(new Set(keys).size, scopes.join()).toBe(keys.length);
    }
  });

  it('prints combinations as an Italian keyboard does', () => {
    expect(printed('Ctrl+Shift+Enter')).toBe('Ctrl ⇧ Invio');
    expect(printed('n')).toBe('N');
  });
});

describe('letters', () => {
  it('work when nothing is being typed', () => {
    const open = bind(desk, 'newTicket');
    const { taken, event } = press('n');
    expect([taken, event.defaultPrevented, open.mock.calls.length]).toEqual([true, true, 1]);
    press('N', { shiftKey: true });
    expect(open).toHaveBeenCalledTimes(2);
  });

  it.each(['input', 'textarea', 'select'])('are text inside %s', (tag) => {
    const open = bind(desk, 'newTicket');
    expect(press('n', {}, document.createElement(tag)).taken).toBe(false);
    expect(open).not.toHaveBeenCalled();
  });

  it('can be switched off, without taking the others away', () => {
    const [open, contact] = [bind(desk, 'newTicket'), bind(desk, 'contact')];
    useLetters(false);
    press('n');
    press('F2');
    expect([open.mock.calls.length, contact.mock.calls.length]).toEqual([0, 1]);
  });

  it('are not those of a combination', () => {
    const open = bind(desk, 'newTicket');
    press('n', { ctrlKey: true });
    press('n', { altKey: true });
    expect(open).not.toHaveBeenCalled();
  });
});

describe('combinations', () => {
  it('work also while typing', () => {
    const save = bind(desk, 'save');
    press('Enter', { ctrlKey: true }, document.createElement('textarea'));
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('tell Ctrl+Enter from Ctrl+Shift+Enter', () => {
    const [save, answer] = [bind(desk, 'save'), bind(desk, 'answerNow')];
    press('Enter', { ctrlKey: true, shiftKey: true });
    expect([save.mock.calls.length, answer.mock.calls.length]).toEqual([0, 1]);
  });

  it('find the key by its place when Alt writes another character', () => {
    const agenda = bind(desk, 'agenda');
    press('¡', { altKey: true, code: 'Digit1' });
    expect(agenda).toHaveBeenCalledTimes(1);
  });

  it('leave Enter to a button and the arrows to a text', () => {
    const [enter, next] = [bind(desk, 'enter'), bind(desk, 'next')];
    press('Enter', {}, document.createElement('button'));
    press('ArrowDown', {}, document.createElement('input'));
    expect([enter.mock.calls.length, next.mock.calls.length]).toEqual([0, 0]);
    press('ArrowDown');
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('tell which of several was pressed', () => {
    const views = bind(desk, 'views');
    press('3');
    expect(views).toHaveBeenCalledWith('3');
  });
});

describe('layers', () => {
  it('only the topmost hears, and the one below hears again when it goes', () => {
    const reply = bind(desk, 'reply');
    const layer = new Layer();
    const pop = push(layer);
    press('r');
    expect(reply).not.toHaveBeenCalled();
    pop();
    press('r');
    expect(reply).toHaveBeenCalledTimes(1);
  });

  it('let a contact interrupt anything', () => {
    const contact = bind(desk, 'contact');
    undo.push(push(new Layer()));
    press('F2', {}, document.createElement('textarea'));
    expect(contact).toHaveBeenCalledTimes(1);
  });
});
