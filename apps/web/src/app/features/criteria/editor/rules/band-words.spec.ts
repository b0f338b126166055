import { bandRow, nextBand, withAward, withEdge, withEdgeValue } from './band-words';

describe('a band as a row', () => {
  it.each([
    [{ from: 70, below: 90, points: 1 }, { lower: 'from', lowerText: '70', upper: 'below', upperText: '90', award: 'points', pointsText: '1' }],
    [{ above: 90, proportional: true }, { lower: 'above', lowerText: '90', upper: 'open', award: 'proportional' }],
    [{ upTo: 0.5, linear: { from: 0, to: 1.5 } }, { lower: 'open', upper: 'upTo', upperText: '0,5', award: 'linear', fromText: '0', toText: '1,5' }],
  ])('%p', (band, row) => {
    expect(bandRow(band)).toMatchObject(row);
  });

  it('keeps its figure when the edge counts otherwise', () => {
    expect(withEdge({ from: 70, points: 1 }, 'lower', 'above')).toEqual({ above: 70, points: 1 });
    expect(withEdge({ from: 70, upTo: 90 }, 'upper', 'open')).toEqual({ from: 70 });
    expect(withEdge({ points: 1 }, 'upper', 'below')).toEqual({ below: '', points: 1 });
  });

  it('keeps its edge while the figure is typed anew', () => {
    expect(withEdgeValue({ from: 70 }, 'from', '')).toEqual({ from: '' });
    expect(withEdgeValue({ from: '' }, 'from', '75,5')).toEqual({ from: 75.5 });
  });

  it('gives points in one way at a time', () => {
    expect(withAward({ from: 1, points: 2 }, 'proportional')).toEqual({ from: 1, proportional: true });
    expect(withAward({ from: 1, proportional: true }, 'linear')).toEqual({ from: 1, linear: { from: 0, to: 0 } });
  });

  it('goes on where the one before ends, without gap or overlap', () => {
    expect([nextBand([{ from: 90, points: 2 }]), nextBand([{ above: 90 }]), nextBand([])]).toEqual([{ below: 90, points: 0 }, { upTo: 90, points: 0 }, { below: '', points: 0 }]);
  });
});
