import { readPair } from './read-pair';

function pairOf(first: unknown, second: unknown) {
  const v = { n: 0, d: 0 };
  return readPair(first, second, v) ? v : null;
}

describe('readPair', () => {
  it('leaves whole figures as they are', () => {
    expect(pairOf(18, 20)).toEqual({ n: 18, d: 20 });
    expect(pairOf(-18, 20)).toEqual({ n: -18, d: 20 });
  });

  it('puts both on one scale where one of them has decimals', () => {
    expect(pairOf(0.5, 20)).toEqual({ n: 5000, d: 200_000 });
    expect(pairOf(18, 2.5)).toEqual({ n: 180_000, d: 25_000 });
  });

  it.each<[unknown, unknown]>([
    ['1', 2],
    [1, '2'],
    [1, undefined],
    [undefined, 1],
    [1, 0],
    [1, -1],
    [1, 1e-5],
    [1, NaN],
  ])('refuses %p over %p', (first, second) => {
    expect(pairOf(first, second)).toBeNull();
  });

  it('passes on that the first is beyond it', () => {
    expect(pairOf(1e-5, 1)?.n).toBeNaN();
  });
});
