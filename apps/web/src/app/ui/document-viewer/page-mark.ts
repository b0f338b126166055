import { boxOnPage, type PageBox } from '@par-index/contract';

/** A place on a page as the viewer shows it. */
export interface PageMark {
  readonly page: number;
  readonly box: PageBox | null;
  readonly label: string;
}

/** A box that is being drawn. */
export interface MarkDraft {
  readonly page: number;
  readonly box: PageBox;
}

export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** Where a keyboard begins: a band in the upper third, to be moved from there. */
export const FIRST_BOX: PageBox = { x: 0.1, y: 0.1, width: 0.8, height: 0.15 };

/** How far an arrow key goes, as a fraction of the page. */
const STEP = 0.01;

const DIRECTIONS: Readonly<Record<string, PagePoint>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** The box between two corners, whichever was first. */
export function boxBetween(one: PagePoint, other: PagePoint): PageBox {
  const [left, top] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return boxOnPage({ x: left, y: top, width: Math.max(one.x, other.x) - left, height: Math.max(one.y, other.y) - top });
}

/** Where a pointer is on an element, 0…1 from its upper left corner and never beside it. */
export function pointIn({ left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): PagePoint {
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
}

/** The box after a key: an arrow moves it, with Shift it grows or shrinks. Null for any other key. */
export function boxAfterKey(box: PageBox, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): PageBox | null {
  const by = DIRECTIONS[key];
  if (!by) {
    return null;
  }
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
  return shiftKey
    ? boxOnPage({ ...box, width: rounded(Math.min(box.width + by.x, 1 - box.x)), height: rounded(Math.min(box.height + by.y, 1 - box.y)) })
    : boxOnPage({ ...box, x: rounded(box.x + by.x), y: rounded(box.y + by.y) });
}
