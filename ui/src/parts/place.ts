/** Where a list of suggestions goes: under its box, over it when there is no room below, never cut by a dialog. */

/** Room a list likes, and the least it is worth opening downwards for, in pixels. */
const LIKED = 260;
const LEAST = 130;

/** Lays `list` out against `box`, in the coordinates of the window. */
export function place(list: HTMLElement, box: HTMLElement) {
  const { top, bottom, left, width } = box.getBoundingClientRect();
  const below = innerHeight - bottom - 8;
  const over = below < LEAST && top > below;
  const { style } = list;
  style.left = `${left}px`;
  style.width = `${width}px`;
  style.maxHeight = `${Math.min(LIKED, over ? top - 8 : below)}px`;
  style.top = over ? 'auto' : `${bottom + 2}px`;
  style.bottom = over ? `${innerHeight - top + 2}px` : 'auto';
}
