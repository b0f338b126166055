import type { Finding } from '../model/finding';
import type { Band, BandsRule } from '../model/rule';
import { checkBands } from './band-checks';
import { Place } from './place';

function found(measure: BandsRule['measure'], bands: readonly Band[]): readonly Finding[] {
  const findings: Finding[] = [];
  checkBands({ kind: 'bands', measure, bands }, Place.root(findings));
  return findings;
}

const ratio = { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' } as const;
const days = { type: 'number', label: 'Số ngày', unit: 'ngày' } as const;
const growth = { type: 'growth', current: 'Nay', previous: 'Trước' } as const;
const overlap = (pointer: string, params: Finding['params']) => ({ severity: 'error', code: 'bands.overlap', pointer, params });

describe('checkBands', () => {
  it.each<[string, BandsRule['measure'], readonly Band[]]>([
    ['one open band', growth, [{ points: 1 }]],
    ['bands in any order', ratio, [{ from: 20, below: 50, points: 1 }, { from: 50, points: 2 }, { below: 20, points: 0 }]],
    ['edges that reach beyond the range', ratio, [{ from: 50, upTo: 200, points: 1 }, { above: -5, below: 50, points: 0 }]],
    ['a number without an upper limit', days, [{ upTo: 0, points: 1 }, { above: 0, points: 0 }]],
    ['a number with one single value', { ...days, min: 3, max: 3 }, [{ from: 3, points: 1 }]],
    ['a ratio up to 200 %', { ...ratio, max: 200 }, [{ from: 100, points: 1 }, { below: 100, points: 0 }]],
  ])('is content with %s', (_what, measure, bands) => {
    expect(found(measure, bands)).toStrictEqual([]);
  });

  it('sets an overlap against the first band that reaches as far', () => {
    expect(found(growth, [{ upTo: 50, points: 1 }, { from: 10, upTo: 50, points: 1 }, { from: 40, points: 1 }])).toStrictEqual([
      overlap('/bands/1', { from: 10, upTo: 50, other: 1 }),
      overlap('/bands/2', { from: 40, upTo: 50, other: 1 }),
    ]);
  });

  it('reports an overlap at the band that comes later in the document, wherever it lies', () => {
    expect(found(growth, [{ from: 40, points: 1 }, { upTo: 50, points: 1 }])).toStrictEqual([
      overlap('/bands/1', { from: 40, upTo: 50, other: 1 }),
    ]);
  });

  it('goes on from the furthest edge reached', () => {
    expect(found(ratio, [{ below: 60, points: 1 }, { from: 10, upTo: 20, points: 1 }, { from: 80, points: 1 }])).toStrictEqual([
      overlap('/bands/1', { from: 10, upTo: 20, other: 1 }),
      { severity: 'error', code: 'bands.gap', pointer: '/bands', params: { from: 60, below: 80 } },
    ]);
  });

  it('says the limits that a measure has to a band outside them', () => {
    const outside = (measure: BandsRule['measure']) => found(measure, [{ from: 0, points: 1 }, { below: 0, points: 0 }]);
    const band = { severity: 'warning', code: 'bands.outside', pointer: '/bands/1' };
    expect(outside(ratio)).toStrictEqual([{ ...band, params: { below: 0, min: 0, max: 100 } }]);
    expect(outside(days)).toStrictEqual([{ ...band, params: { below: 0, min: 0 } }]);
  });

  it('has nothing to hold bands against where the measure has no values', () => {
    expect(found({ ...days, min: 3, max: 2 }, [{ above: 5, points: 1 }])).toStrictEqual([]);
  });
});
