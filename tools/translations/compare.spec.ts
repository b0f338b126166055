import { compare } from './compare.mjs';

describe('comparing texts with their translations', () => {
  it('finds nothing where each text has its own', () => {
    expect(compare({ a: 'Chào', b: 'Còn {$INTERPOLATION} ngày' }, { a: 'Hello', b: '{$INTERPOLATION} days left' })).toEqual({ missing: [], stale: [], broken: [] });
  });

  it('finds what is missing or empty, what is no longer there, and what lost a placeholder', () => {
    const found = compare({ a: 'Một', b: 'Hai', c: '{$PH} mục' }, { b: ' ', c: 'items', d: 'Four' });
    expect(found).toEqual({ missing: ['a', 'b'], stale: ['d'], broken: ['c'] });
  });
});
