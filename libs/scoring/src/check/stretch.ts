import type { Measure } from '../model/measure';
import type { BandEdges } from '../model/rule';

/** A cut on the number line: just before its value (side 0) or just after it (side 1). */
export interface Cut {
  readonly value: number;
  readonly side: 0 | 1;
}

/** All values between two cuts. */
export interface Stretch {
  readonly start: Cut;
  readonly end: Cut;
}

const before = (value: number): Cut => ({ value, side: 0 });
const after = (value: number): Cut => ({ value, side: 1 });

/** Negative where `a` lies to the left of `b`, 0 where they are the same cut. */
export function compareCuts(a: Cut, b: Cut): number {
  return a.value === b.value ? a.side - b.side : a.value - b.value;
}

export const isEmpty = ({ start, end }: Stretch): boolean => compareCuts(start, end) >= 0;

/** Where two stretches run together; empty where they do not. */
export const common = (a: Stretch, b: Stretch): Stretch => ({
  start: compareCuts(a.start, b.start) < 0 ? b.start : a.start,
  end: compareCuts(a.end, b.end) < 0 ? a.end : b.end,
});

/** Edges of which any may be undefined. */
type Edges = { readonly [E in keyof BandEdges]?: number | undefined };

/**
 * The values between the edges of a band; an absent edge is open.
 *
 * @example
 * stretchOf({ above: 70, upTo: 90 }); // { start: just after 70, end: just after 90 }
 */
export function stretchOf({ from, above, upTo, below }: Edges): Stretch {
  return {
    start: from !== undefined ? before(from) : after(above ?? -Infinity),
    end: upTo !== undefined ? after(upTo) : before(below ?? Infinity),
  };
}

/** The same in words of a band: `stretchOf` read backwards, an open edge left out. */
export function edgesOf({ start, end }: Stretch): BandEdges {
  return {
    ...(start.value === -Infinity ? {} : start.side === 0 ? { from: start.value } : { above: start.value }),
    ...(end.value === Infinity ? {} : end.side === 1 ? { upTo: end.value } : { below: end.value }),
  };
}

/** Every value that a measure can give: for `growth` all numbers. */
export function rangeOf(measure: Measure): Stretch {
  if (measure.type === 'growth') return stretchOf({});
  if (measure.type === 'ratio') return stretchOf({ from: 0, upTo: measure.max ?? 100 });
  return stretchOf({ from: measure.min ?? 0, upTo: measure.max });
}
