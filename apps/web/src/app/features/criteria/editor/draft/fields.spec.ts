import { numberTextOf, saysTheSame, withMember, withOptionalText, withTypedNumber } from './fields';

describe('a part of a draft', () => {
  it.each([
    ['2,5', 2.5],
    ['1.842', 1842],
    ['', undefined],
    ['hai', 'hai'],
  ])('keeps what was typed as a number: %p as %p', (typed, value) => {
    expect(withTypedNumber({ max: 1 }, 'max', typed)['max']).toBe(value);
  });

  it('shows a number the Vietnamese way, and what is none as it was typed', () => {
    expect([numberTextOf({ max: 1842.5 }, 'max'), numberTextOf({ max: 'hai' }, 'max'), numberTextOf({}, 'max'), numberTextOf({ max: {} }, 'max')]).toEqual(['1.842,5', 'hai', '', '']);
  });

  it('leaves out what is blank and may be left out', () => {
    expect(withOptionalText({ guidance: 'x' }, 'guidance', '')).toEqual({});
    expect(withMember({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
  });

  it('says the same whatever the order of its members', () => {
    expect(saysTheSame({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
    expect(saysTheSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });
});
