import { expect, it, vi } from 'vitest';
import type { AttachmentLine } from '../bindings';
import { failure, testHost } from '../test-host';
import { Tray } from './tray.svelte';

const line = (more: Partial<AttachmentLine> = {}) =>
  ({ id: 'a', shown_name: 'foto.jpg', image: false, size: 3, sha256: 'x', media_type: 'image/jpeg', ...more }) as AttachmentLine;

it('keeps files one after the other, and names the one that is refused', async () => {
  const calls = testHost();
  const changed = vi.fn();
  const tray = new Tray(() => ({ ticket: 't' }), changed);
  const adding = tray.add([new File(['abc'], 'foto.jpg'), new File(['MZ'], 'virus.pdf')]);
  await vi.waitFor(() => expect(calls.length).toBe(1));
  expect(calls[0]!.request).toMatchObject({ place: { ticket: 't' }, name: 'foto.jpg', base64: 'YWJj' });
  calls[0]!.answer(line());
  await vi.waitFor(() => expect(calls.length).toBe(2));
  calls[1]!.fail(failure('invalid', { fields: [{ field: 'file', rule: { rule: 'paper', fault: { fault: 'program' } } }] }));
  await adding;
  expect(tray.lines.map(({ shown_name }) => shown_name)).toEqual(['foto.jpg']);
  expect(tray.refused).toEqual([expect.stringMatching(/^virus\.pdf: è un programma/)]);
  expect(changed).toHaveBeenCalledOnce();
});

it('shows small images as data, and reads no other file', async () => {
  const calls = testHost((command) => (command === 'attachment_read' ? { file_name: 'f.jpg', base64: 'YWJj' } : undefined));
  const tray = new Tray(() => ({ folder: 'f' }));
  tray.show([line({ image: true }), line({ id: 'b', sha256: 'y', size: 9_000_000, image: true }), line({ id: 'c', sha256: 'z' })]);
  await vi.waitFor(() => expect(tray.images).toEqual({ x: 'data:image/jpeg;base64,YWJj' }));
  expect(calls.map(({ command }) => command)).toEqual(['attachment_read']);
});

it('lets pasted words be words', () => {
  testHost();
  const tray = new Tray(() => ({ folder: 'f' }));
  const event = { clipboardData: { files: [] }, preventDefault: vi.fn() } as unknown as ClipboardEvent;
  tray.paste(event);
  expect(event.preventDefault).not.toHaveBeenCalled();
});
