import { compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import type { BlindOpinion } from './blind-opinion.entity';
import { alreadyProposed, meanOf } from './blind-proposals';

const set = compileCriteriaSet(APPRAISED_SET);
const opinion = (points: string, reason = 'Đủ') => ({ points, reason }) as BlindOpinion;

describe('what two blind appraisals form', () => {
  it.each([
    ['15.2500', '16.2600', 15.76],
    ['15.0000', '15.0000', 15],
    ['0.0000', '0.0100', 0.01],
    ['1.0000', '2.0000', 1.5],
  ])('of %s and %s is %d, to the decimals of the set', (a, b, mean) => {
    expect(meanOf(set, [opinion(a), opinion(b)]).points).toBe(mean);
    expect(meanOf(set, [opinion(b), opinion(a)]).points).toBe(mean);
  });

  it('has four decimals where the set names none', () => {
    const { rounding: _, ...document } = APPRAISED_SET;
    expect(meanOf(compileCriteriaSet(document), [opinion('1.0000'), opinion('1.2501')]).points).toBe(1.1251);
  });

  it('says both figures, and what both said, once where it is the same', () => {
    expect(meanOf(set, [opinion('15.2500', 'Thiếu'), opinion('16.0000')]).reason).toBe('Bình quân của hai kết quả thẩm định độc lập (15,25 và 16 điểm).\nThiếu\nĐủ');
    expect(meanOf(set, [opinion('1'), opinion('2')]).reason).toBe('Bình quân của hai kết quả thẩm định độc lập (1 và 2 điểm).\nĐủ');
  });

  it('is one that stands already where it comes to the same points', () => {
    const proposals = [{ id: 'a', points: null }, { id: 'b', points: '10.0000' }, { id: 'c', points: '10.5000' }];
    expect(alreadyProposed(proposals, 10.5)).toMatchObject({ id: 'c' });
    expect(alreadyProposed(proposals, 10.4999)).toBeNull();
    expect(alreadyProposed([], 1)).toBeNull();
  });
});
