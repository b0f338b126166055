import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { losesPoints } from './points-lost';

const set = compileCriteriaSet(APPRAISED_SET);
const notApplicable: Answer = { notApplicable: true, reason: 'Không có đơn vị trực thuộc' };
const award = (awarded: number): Answer => ({ awarded, reason: 'Hội đồng' });
const loses = (code: string, declared: Answer | null, inForce: Answer | null) => losesPoints(set, set.leaf(code)!, { declared, inForce });

describe('losesPoints, where the agency scores itself', () => {
  const high: Answer = { numerator: 19, denominator: 20 };
  const low: Answer = { numerator: 15, denominator: 20 };
  it('sees fewer points than declared', () => expect(loses('1.1', high, low)).toBe(true));
  it('sees an award below the declared points', () => expect(loses('1.1', high, award(19.99))).toBe(true));
  it('sees no loss where it was accepted', () => expect(loses('1.1', high, high)).toBe(false));
  it('sees no loss where points rose', () => expect(loses('1.1', low, high)).toBe(false));
  it('sees no loss where nothing was declared', () => expect(loses('1.1', null, null)).toBe(false));
  it('sees a smaller value of a relative criterion', () => {
    expect(loses('1.3', { value: 5 }, { value: 4 })).toBe(true);
    expect(loses('1.3', { value: 5 }, { value: 6 })).toBe(false);
  });
  it('sees an award below the maximum in the place of a value that waits', () => {
    expect(loses('1.3', { value: 5 }, award(19))).toBe(true);
    expect(loses('1.3', { value: 5 }, award(20))).toBe(false);
  });
  it('sees a refused exclusion, unless the points are full', () => {
    expect(loses('1.2', notApplicable, { choice: 'thieu' })).toBe(true);
    expect(loses('1.2', notApplicable, { choice: 'du' })).toBe(false);
  });
  it('sees points that were taken out of the maximum', () => expect(loses('1.2', { choice: 'du' }, notApplicable)).toBe(true));
  it('sees a bonus that was cut', () => expect(loses('3.1', { points: 2 }, { points: 1 })).toBe(true));
});

describe('losesPoints, where only the appraiser scores', () => {
  it('sees less than the maximum', () => expect(loses('2.1', null, { points: 9.5 })).toBe(true));
  it('sees none at the maximum', () => expect(loses('2.1', null, { points: 10 })).toBe(false));
  it('sees any penalty', () => expect(loses('4.1', null, { counts: { cham: 1 } })).toBe(true));
  it('sees none in a bonus that was not given in full', () => {
    expect(losesPoints(set, { ...set.leaf('2.1')!, section: 'bonus' }, { declared: null, inForce: { points: 1 } })).toBe(false);
  });
  it('sees none without a penalty', () => expect(loses('4.1', null, { counts: { cham: 0 } })).toBe(false));
});
