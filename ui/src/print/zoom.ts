/** How large a page is shown. */
import type { DocumentPage } from '../bindings';

/** Pixels of the screen for a millimetre of paper, at the size of the paper itself: 96 to an inch. */
const LIFE = 96 / 25.4;

/** The sizes one after the other: the whole page, its width, then so many times the paper itself. */
export const ZOOMS = ['page', 'width', 1, 1.5, 2] as const;
export type Zoom = (typeof ZOOMS)[number];

/** The size a page is shown at first. */
export const FIRST = ZOOMS.indexOf('width');

/** The room around a page and that of a scroll bar, there or not, in pixels: a page does not change size when one comes. */
const AROUND = 50;

/** Pixels of the screen for a millimetre of paper. A page never vanishes, and a label is never made a poster. */
export function scaleOf(zoom: Zoom, sheet: Pick<DocumentPage, 'width' | 'height'>, room: { width: number; height: number }) {
  if (typeof zoom === 'number') return LIFE * zoom;
  const across = (room.width - AROUND) / sheet.width;
  const fitting = zoom === 'width' ? across : Math.min(across, (room.height - AROUND) / sheet.height);
  return Math.min(Math.max(fitting, 0.5), LIFE * 2);
}

/** A scale in hundredths of the paper itself. */
export const percentOf = (scale: number) => Math.round((scale * 100) / LIFE);
