import { pointsOfNode } from './node-points';

const NODES = { '1': { points: 13.5, max: 15, percent: 90 }, '2': { excluded: true } } as const;

describe('the figure on a line of the tree', () => {
  it('is the points with two decimals', () => {
    expect(pointsOfNode(NODES, '1', undefined)).toBe('13,50');
  });

  it('says in words that a criterion does not count', () => {
    expect(pointsOfNode(NODES, '2', undefined)).toBe('không tính');
  });

  it('gives way to the words of the mark', () => {
    expect(pointsOfNode(NODES, '1', { icon: 'waiting', words: 'chờ', tone: 'neutral', insteadOfPoints: 'chờ tổng hợp' })).toBe('chờ tổng hợp');
  });

  it('is not there where no totals are shown, and a dash where they lack this one', () => {
    expect(pointsOfNode(null, '1', undefined)).toBeNull();
    expect(pointsOfNode(NODES, '9', undefined)).toBe('–');
  });
});
