/** Answers are objects in objects, named by paths: `familiari[1].nome`. */

export type Answers = Record<string, unknown>;

/** The names and the rows on the way. */
const stepsOf = (path: string): (string | number)[] =>
  path.split('.').flatMap((part) => {
    const [name, ...rows] = part.split('[');
    return [name!, ...rows.map((row) => Number.parseInt(row, 10))];
  });

const isBranch = (value: unknown): value is Record<string | number, unknown> => typeof value === 'object' && value !== null;

/** The answer at the end of a path. */
export function at(answers: Answers, path: string): unknown {
  return stepsOf(path).reduce<unknown>((value, step) => (isBranch(value) ? value[step] : undefined), answers);
}

/** Puts an answer at the end of a path; what is on the way is made. */
export function put(answers: Answers, path: string, value: unknown) {
  const steps = stepsOf(path);
  let here: Record<string | number, unknown> = answers;
  steps.slice(0, -1).forEach((step, index) => {
    if (!isBranch(here[step])) here[step] = typeof steps[index + 1] === 'number' ? [] : {};
    here = here[step] as Record<string | number, unknown>;
  });
  here[steps.at(-1)!] = value;
}

/** An answer as it stands in a box to type in. */
export function typed(value: unknown): string {
  if (typeof value === 'string') return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
  return typeof value === 'number' ? String(value) : '';
}
