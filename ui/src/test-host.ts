/** A host for tests: it answers what a test says, in the order it is told to. Never part of the program. */
import { vi } from 'vitest';
import type { Code, Commands, Failure } from './bindings';
import { openDoor } from './door';

export interface Call {
  command: keyof Commands;
  request: unknown;
  answer: (value: unknown) => void;
  fail: (thrown: unknown) => void;
}

/** Every call made, to be answered by the test; or answered at once by `reply`, when it knows. */
export function testHost(reply: (command: keyof Commands, request: unknown) => unknown = () => undefined) {
  const calls: Call[] = [];
  openDoor({
    rpc: (command, request) =>
      new Promise((answer, fail) => {
        calls.push({ command, request, answer: answer as Call['answer'], fail });
        const known = reply(command, request);
        if (known !== undefined) answer(known as never);
      }),
    page: vi.fn(() => Promise.resolve({ width: 1, height: 1, rgba: new Uint8ClampedArray(4) })),
    listen: () => () => undefined,
    saveDocument: vi.fn(() => Promise.resolve(true)),
    pickFile: vi.fn(() => Promise.resolve(null)),
    openDocument: vi.fn(() => Promise.resolve()),
  });
  return calls;
}

/** A failure as the backend sends it. */
export const failure = (code: Code, more: Partial<Failure> = {}): Failure => ({
  code, detail: code, fields: [], refusal: null, deadline: null, group: null, ...more,
});
