import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Combobox from './Combobox.svelte';

const NAMES = ['Lissone', 'Lissago', 'Lisanza'];
const take = vi.fn();
const typed = vi.fn();

function box(suggest = async (text: string) => NAMES.filter((name) => name.toLowerCase().startsWith(text))) {
  const option = createRawSnippet<[string]>((name) => ({ render: () => `<span>${name()}</span>` }));
  const view = render(Combobox<string>, {
    label: 'Comune', text: '', suggest, name: (name: string) => name, take, typed, option, test: 'town',
  });
  const input = view.getByRole('combobox') as HTMLInputElement;
  const type = (text: string) => fireEvent.input(input, { target: { value: text } });
  const press = (key: string, more = {}) => fireEvent.keyDown(input, { key, ...more });
  const active = () => {
    const id = input.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.textContent?.trim() : undefined;
  };
  const opened = () => waitFor(() => expect(input.getAttribute('aria-expanded')).toBe('true'));
  return { ...view, input, type, press, active, opened };
}

beforeEach(() => vi.clearAllMocks());

describe('the pattern', () => {
  it('names its list, its label and its state', async () => {
    const { input, getByLabelText, opened, type } = box();
    expect(getByLabelText('Comune', { selector: 'input' })).toBe(input);
    expect([input.getAttribute('aria-expanded'), input.getAttribute('aria-autocomplete')]).toEqual(['false', 'list']);
    await type('liss');
    await opened();
    const list = document.getElementById(input.getAttribute('aria-controls')!)!;
    expect([list.getAttribute('role'), list.hidden]).toEqual(['listbox', false]);
    expect(list.querySelectorAll('[role=option]')).toHaveLength(2);
    expect(list.querySelectorAll('[aria-selected=true]')).toHaveLength(1);
  });

  it('keeps the focus in the box and moves the active suggestion, round and round', async () => {
    const { input, type, press, active, opened } = box();
    input.focus();
    await type('lis');
    await opened();
    expect(active()).toBe('Lissone');
    await press('ArrowDown');
    expect(active()).toBe('Lissago');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(active()).toBe('Lisanza');
    expect(document.activeElement).toBe(input);
  });

  it('takes the active suggestion with Enter', async () => {
    const { input, type, press, opened } = box();
    await type('lis');
    await opened();
    await press('ArrowDown');
    await press('Enter');
    expect(take).toHaveBeenCalledExactlyOnceWith('Lissago');
    expect([input.value, input.getAttribute('aria-expanded')]).toEqual(['Lissago', 'false']);
  });

  it('takes what a quick hand meant, though Enter came before the suggestions', async () => {
    const { input, type, press, opened } = box();
    await type('liss');
    await opened();
    await type('lisan');
    await press('Enter');
    await waitFor(() => expect(take).toHaveBeenCalledExactlyOnceWith('Lisanza'));
    expect([input.value, input.getAttribute('aria-expanded')]).toEqual(['Lisanza', 'false']);
  });

  it('closes with Esc without losing the words, and lets the next Esc through', async () => {
    const { input, type, press, opened } = box();
    await type('lis');
    await opened();
    expect(await press('Escape')).toBe(false);
    expect([input.value, input.getAttribute('aria-expanded')]).toEqual(['lis', 'false']);
    expect(await press('Escape')).toBe(true);
  });

  it('chooses nothing by being left', async () => {
    const { input, type, opened } = box();
    await type('lis');
    await opened();
    await fireEvent.blur(input);
    expect(take).not.toHaveBeenCalled();
    expect([input.value, input.getAttribute('aria-expanded')]).toEqual(['lis', 'false']);
  });

  it('opens with Down, with Alt+Down without an active suggestion, and closes with Alt+Up', async () => {
    const { input, type, press, active, opened } = box();
    await type('lis');
    await opened();
    await press('ArrowUp', { altKey: true });
    expect(input.getAttribute('aria-expanded')).toBe('false');
    await press('ArrowDown', { altKey: true });
    await opened();
    await waitFor(() => expect(active()).toBeUndefined());
    await press('Enter');
    expect(take).not.toHaveBeenCalled();
  });

  it('lets Home and End move the caret', async () => {
    const { type, press, active, opened } = box();
    await type('lis');
    await opened();
    expect(await press('Home')).toBe(true);
    expect(active()).toBeUndefined();
  });
});

describe('answers', () => {
  it('that come late are not shown for other words', async () => {
    const answers = new Map<string, (found: string[]) => void>();
    const { input, type } = box((text) => new Promise((answer) => answers.set(text, answer)));
    await type('li');
    await waitFor(() => expect(answers.has('li')).toBe(true));
    await type('lisz');
    await waitFor(() => expect(answers.has('lisz')).toBe(true));
    answers.get('lisz')!([]);
    answers.get('li')!(NAMES);
    await Promise.resolve();
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('are counted aloud', async () => {
    const { type, opened, getByRole } = box();
    await type('lis');
    await opened();
    expect(getByRole('status').textContent).toBe('3 suggerimenti');
  });

  it('that fail leave the box as it is', async () => {
    const suggest = vi.fn(() => Promise.reject(new Error('no')));
    const { input, type } = box(suggest);
    await type('lis');
    await waitFor(() => expect(suggest).toHaveBeenCalled());
    await tick();
    expect([input.value, input.getAttribute('aria-expanded')]).toEqual(['lis', 'false']);
    expect(typed).toHaveBeenCalledWith('lis');
  });
});
