import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { changesPoints, compareStandings, standingOf } from './standing';

const set = compileCriteriaSet(APPRAISED_SET);
const notApplicable: Answer = { notApplicable: true, reason: 'Không có đơn vị trực thuộc' };

describe('standingOf', () => {
  it('is the points of an answer', () => expect(standingOf(set, '1.1', { numerator: 19, denominator: 20 })).toEqual({ kind: 'points', points: 20 }));
  it('is nought where there is no answer', () => expect(standingOf(set, '1.1', null)).toEqual({ kind: 'points', points: 0 }));
  it('is outside of the maximum where it does not apply', () => expect(standingOf(set, '1.2', notApplicable)).toEqual({ kind: 'excluded' }));
  it('is the measured value while the group is not scored together', () => {
    expect(standingOf(set, '1.3', { value: 7 })).toMatchObject({ kind: 'pending' });
  });
});

describe('compareStandings', () => {
  const pending = (value: number) => standingOf(set, '1.3', { value });
  it('compares points exactly', () => expect(compareStandings({ kind: 'points', points: 0.3 }, { kind: 'points', points: 0.1 })).toBeGreaterThan(0));
  it('compares values that wait for the group', () => {
    expect(compareStandings(pending(3), pending(5))).toBeLessThan(0);
    expect(compareStandings(pending(5), pending(5))).toBe(0);
    expect(compareStandings(pending(5.5), pending(5))).toBeGreaterThan(0);
  });
  it('finds two exclusions equal', () => expect(compareStandings({ kind: 'excluded' }, { kind: 'excluded' })).toBe(0));
  it('cannot tell points from a value that waits', () => expect(compareStandings({ kind: 'points', points: 5 }, pending(5))).toBeNull());
});

describe('changesPoints', () => {
  const change = (code: string, from: Answer | null, to: Answer | null) => changesPoints(set, code, { from, to });
  it('does not mind other figures in the same band', () => expect(change('1.1', { numerator: 19, denominator: 20 }, { numerator: 37, denominator: 40 })).toBe(false));
  it('minds a lower band', () => expect(change('1.1', { numerator: 19, denominator: 20 }, { numerator: 15, denominator: 20 })).toBe(true));
  it('minds another value of a relative criterion', () => expect(change('1.3', { value: 5 }, { value: 4 })).toBe(true));
  it('minds what leaves the maximum', () => expect(change('1.2', { choice: 'du' }, notApplicable)).toBe(true));
  it('finds no answer and an answer worth nought the same', () => expect(change('1.1', null, { numerator: 1, denominator: 20 })).toBe(false));
});
