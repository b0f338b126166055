import { groupsOf, holdersInWords, scopeOf, unitsOf } from './balance-units';

const agency = (id: string) => ({ id, code: id, name: `Xã ${id}`, shortName: id });
const units = [
  { groupCode: 'so', assessed: agency('s'), personId: null, assigned: 2, decided: 1, codes: ['1.1', '2.1'] },
  { groupCode: 'xa', assessed: agency('x'), personId: null, assigned: 1, decided: 0, codes: ['1.10'] },
  { groupCode: 'xa', assessed: agency('x'), personId: 'an', assigned: 2, decided: 2, codes: ['1.1', '1.2'] },
  { groupCode: 'xa', assessed: agency('y'), personId: 'binh', assigned: 3, decided: 0, codes: ['1.1', '1.2', '1.10'] },
];
const criteria = ['1.1', '1.2', '1.10'].map((code) => ({ groupCode: 'xa', code, title: `Tiêu chí ${code}` }));
const view = { units, criteria };

describe('what can be shared out', () => {
  it('is, by agencies, each agency of the group with who has how much of it', () => {
    expect(unitsOf(view, 'xa', 'agency').map(({ label, assigned, decided, holders }) => [label, assigned, decided, [...holders]])).toEqual([
      ['Xã x', 3, 2, [[null, 1], ['an', 2]]],
      ['Xã y', 3, 0, [['binh', 3]]],
    ]);
  });

  it('is, by criteria, each criterion of the group in the order of the set', () => {
    expect(unitsOf(view, 'xa', 'criterion').map(({ label, assigned, holders }) => [label, assigned, [...holders]])).toEqual([
      ['1.1 Tiêu chí 1.1', 2, [['an', 1], ['binh', 1]]],
      ['1.2 Tiêu chí 1.2', 2, [['an', 1], ['binh', 1]]],
      ['1.10 Tiêu chí 1.10', 2, [[null, 1], ['binh', 1]]],
    ]);
  });

  it('is sent as agencies, or as criteria of the group', () => {
    expect(scopeOf(unitsOf(view, 'xa', 'agency'))).toEqual({ assessedAgencyIds: ['x', 'y'] });
    expect(scopeOf(unitsOf(view, 'xa', 'criterion').slice(0, 2))).toEqual({ groupCode: 'xa', codes: ['1.1', '1.2'] });
    expect(scopeOf([])).toEqual({});
  });

  it('comes by groups', () => expect(groupsOf(units)).toEqual(['so', 'xa']));

  it('names who has it', () => {
    expect(holdersInWords(new Map([[null, 1], ['an', 2]]), new Map([['an', 'Nguyễn An']]), 'cả cơ quan')).toBe('cả cơ quan 1, Nguyễn An 2');
  });
});
