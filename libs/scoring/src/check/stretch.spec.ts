import type { Measure } from '../model/measure';
import { common, compareCuts, edgesOf, isEmpty, rangeOf, stretchOf } from './stretch';

const ratio: Measure = { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' };
const days: Measure = { type: 'number', label: 'Số ngày', unit: 'ngày' };
const growth: Measure = { type: 'growth', current: 'Nay', previous: 'Trước' };

describe('a cut', () => {
  it('just before a value lies to the left of the one just after it', () => {
    expect(compareCuts({ value: 5, side: 0 }, { value: 5, side: 1 })).toBeLessThan(0);
    expect(compareCuts({ value: 5, side: 1 }, { value: 5, side: 0 })).toBeGreaterThan(0);
    expect(compareCuts({ value: 5, side: 1 }, { value: 5, side: 1 })).toBe(0);
  });

  it('lies where its value lies, whatever its side', () => {
    expect(compareCuts({ value: 4, side: 1 }, { value: 5, side: 0 })).toBeLessThan(0);
    expect(compareCuts({ value: 5, side: 0 }, { value: 4, side: 1 })).toBeGreaterThan(0);
    expect(compareCuts({ value: -Infinity, side: 1 }, { value: -1e15, side: 0 })).toBeLessThan(0);
    expect(compareCuts({ value: Infinity, side: 0 }, { value: 1e15, side: 1 })).toBeGreaterThan(0);
    expect(compareCuts({ value: Infinity, side: 0 }, { value: Infinity, side: 0 })).toBe(0);
  });
});

describe('a stretch', () => {
  it('includes the edges of `from` and `upTo`, and not those of `above` and `below`', () => {
    expect(stretchOf({ from: 1, upTo: 2 })).toStrictEqual({ start: { value: 1, side: 0 }, end: { value: 2, side: 1 } });
    expect(stretchOf({ above: 1, below: 2 })).toStrictEqual({ start: { value: 1, side: 1 }, end: { value: 2, side: 0 } });
  });

  it('is open where an edge is absent', () => {
    expect(stretchOf({})).toStrictEqual({ start: { value: -Infinity, side: 1 }, end: { value: Infinity, side: 0 } });
    expect(stretchOf({ from: 0, upTo: undefined })).toStrictEqual(stretchOf({ from: 0 }));
  });

  it('holds the edge 0 to be an edge', () => {
    expect(stretchOf({ from: 0, upTo: 0 })).toStrictEqual({ start: { value: 0, side: 0 }, end: { value: 0, side: 1 } });
    expect(stretchOf({ above: 0, below: 0 })).toStrictEqual({ start: { value: 0, side: 1 }, end: { value: 0, side: 0 } });
  });

  it.each([
    [{ from: 1, upTo: 1 }, false],
    [{ from: 1, below: 1 }, true],
    [{ above: 1, upTo: 1 }, true],
    [{ above: 1, below: 1 }, true],
    [{ from: 2, upTo: 1 }, true],
    [{ above: 1, upTo: 1.0001 }, false],
    [{}, false],
  ])('%j is empty: %p', (edges, empty) => {
    expect(isEmpty(stretchOf(edges))).toBe(empty);
  });

  it('has in common with another what lies in both', () => {
    const overlap = (a: object, b: object) => edgesOf(common(stretchOf(a), stretchOf(b)));
    expect(overlap({ from: 1, upTo: 5 }, { above: 3, below: 9 })).toStrictEqual({ above: 3, upTo: 5 });
    expect(overlap({ above: 3, below: 9 }, { from: 1, upTo: 5 })).toStrictEqual({ above: 3, upTo: 5 });
    expect(overlap({ from: 3 }, { above: 3 })).toStrictEqual({ above: 3 });
    expect(overlap({ upTo: 3 }, { below: 3 })).toStrictEqual({ below: 3 });
    expect(overlap({}, { from: 1 })).toStrictEqual({ from: 1 });
    expect(isEmpty(common(stretchOf({ below: 3 }), stretchOf({ from: 3 })))).toBe(true);
    expect(isEmpty(common(stretchOf({ upTo: 3 }), stretchOf({ from: 3 })))).toBe(false);
  });

  it.each([[{}], [{ from: 0 }], [{ above: -2.5 }], [{ upTo: 0 }], [{ below: 7 }], [{ from: 1, below: 2 }], [{ above: 1, upTo: 2 }]])(
    'made of %j is read back as it was written',
    (edges) => {
      expect(edgesOf(stretchOf(edges))).toStrictEqual(edges);
    },
  );
});

describe('the range of a measure', () => {
  it('of a ratio begins at 0 and ends at its max, 100 when absent', () => {
    expect(edgesOf(rangeOf(ratio))).toStrictEqual({ from: 0, upTo: 100 });
    expect(edgesOf(rangeOf({ ...ratio, max: 250 }))).toStrictEqual({ from: 0, upTo: 250 });
  });

  it('of a number begins at its min, 0 when absent, and has no end without a max', () => {
    expect(edgesOf(rangeOf(days))).toStrictEqual({ from: 0 });
    expect(edgesOf(rangeOf({ ...days, min: -5, max: 5 }))).toStrictEqual({ from: -5, upTo: 5 });
    expect(edgesOf(rangeOf({ ...days, min: 0, max: 0 }))).toStrictEqual({ from: 0, upTo: 0 });
  });

  it('of a growth is every number', () => {
    expect(edgesOf(rangeOf(growth))).toStrictEqual({});
  });
});
