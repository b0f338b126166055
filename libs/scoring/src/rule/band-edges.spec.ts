import { decimal, fraction } from '../exact/fraction';
import type { BandEdges } from '../model/rule';
import { bandHolds, edgesOf } from './band-edges';

describe('bandHolds', () => {
  it.each<[BandEdges, readonly number[], readonly number[]]>([
    [{}, [-1e6, 0, 1e6], []],
    [{ from: 70 }, [70, 70.0001, 100], [69.9999, 0, -70]],
    [{ above: 70 }, [70.0001, 100], [70, 69.9999]],
    [{ upTo: 90 }, [90, 89.9999, -5], [90.0001, 100]],
    [{ below: 90 }, [89.9999, 0], [90, 90.0001]],
    [{ from: 70, upTo: 90 }, [70, 80, 90], [69.9999, 90.0001]],
    [{ above: 70, below: 90 }, [70.0001, 89.9999], [70, 90]],
    [{ from: 70, below: 90 }, [70, 89.9999], [69.9999, 90]],
    [{ above: -5, upTo: 0 }, [-4.9999, 0], [-5, 0.0001]],
    [{ from: 3, upTo: 3 }, [3], [2.9999, 3.0001]],
  ])('%p holds %p and not %p', (band, inside, outside) => {
    expect(inside.filter((value) => !bandHolds(band, decimal(value)))).toEqual([]);
    expect(outside.filter((value) => bandHolds(band, decimal(value)))).toEqual([]);
  });

  it('is exact where a decimal is not', () => {
    expect(bandHolds({ above: 66.6666 }, fraction(200n, 3n))).toBe(true);
    expect(bandHolds({ below: 66.6667 }, fraction(200n, 3n))).toBe(true);
    expect(bandHolds({ from: 66.6667 }, fraction(200n, 3n))).toBe(false);
  });
});

describe('edgesOf', () => {
  it.each<[BandEdges, number, number]>([
    [{ from: 1, upTo: 2 }, 1, 2],
    [{ above: 1, below: 2 }, 1, 2],
    [{ from: 0, below: 2 }, 0, 2],
    [{ above: -1, upTo: 0 }, -1, 0],
  ])('%p runs from %p to %p', (band, lower, upper) => {
    expect(edgesOf(band)).toEqual({ lower, upper });
  });

  it.each<[BandEdges]>([[{}], [{ from: 1 }], [{ above: 1 }], [{ upTo: 1 }], [{ below: 1 }]])('%p is open', (band) => {
    expect(() => edgesOf(band)).toThrow(RangeError);
  });
});
