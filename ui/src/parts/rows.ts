/** Which rows of a long list are drawn: those in sight and a few around them, so that 50,000 cost as much as 30. */

/** Rows drawn beyond each edge, so that a quick hand does not see white. */
const MARGIN = 8;

export interface Range {
  from: number;
  to: number;
}

/** The rows to draw, `to` excluded. All lengths in pixels. */
export function inSight(scrolled: number, height: number, rowHeight: number, total: number): Range {
  const first = Math.floor(scrolled / rowHeight) - MARGIN;
  const last = Math.ceil((scrolled + height) / rowHeight) + MARGIN;
  const to = Math.min(total, Math.max(last, 0));
  return { from: Math.min(Math.max(first, 0), to), to };
}

/** Where to scroll so that row `index` is whole in sight; the present place when it is already. */
export function bringInSight(index: number, scrolled: number, height: number, rowHeight: number): number {
  const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight];
  if (top < scrolled) return top;
  return bottom > scrolled + height ? bottom - height : scrolled;
}

/** Where a key moves the selection; undefined when it is not such a key. A page keeps one row in common. */
export function move(key: string, index: number, total: number, page: number): number | undefined {
  const step: Record<string, number> = {
    ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page - 1, PageUp: index - page + 1,
    Home: 0, End: total - 1,
  };
  const to = step[key];
  return to === undefined || total === 0 ? undefined : Math.min(total - 1, Math.max(0, to));
}
