import { compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { aGroupDocument, aLayer, anAgencyRecord, COMPLETE } from '../../../test/factories/group-document.factory';
import { fieldHeadsOf, rowsOf } from './published-row';

describe('fieldHeadsOf', () => {
  it('are the top-level criteria with their sections', () => {
    expect(fieldHeadsOf(compileCriteriaSet(APPRAISED_SET)).map(({ code, max, section }) => [code, max, section])).toEqual([
      ['1', 60, 'scored'], ['2', 40, 'scored'], ['3', 2, 'bonus'], ['4', 3, 'penalty'],
    ]);
  });
});

describe('rowsOf', () => {
  const corrected = aLayer('1.1', 'appraisal-1', { numerator: 15, denominator: 20 }, { points: 10, reason: 'Theo báo cáo số 12' });
  const accepted = aLayer('1.2', 'appraisal-1', { choice: 'thieu' }, { kind: 'accept', points: 5, reason: 'Đồng ý' });
  const best = anAgencyRecord('a', { declared: { '1.1': { numerator: 19, denominator: 20 }, '1.2': { choice: 'du' }, '1.3': { value: 8 }, '3.1': { points: 2 } } });
  const cut = anAgencyRecord('b', { layers: [...COMPLETE, corrected, accepted] });
  const [first, second] = rowsOf(aGroupDocument(best, cut));
  const lineOf = (code: string) => second?.sheet.lines.find((line) => line.code === code);

  it('give each agency its result and its fields', () => {
    expect(first?.result).toMatchObject({ code: 'a', points: 100, index: 100, bonus: 2, rank: 1, grade: 'Tốt' });
    expect(second?.result).toMatchObject({ code: 'b', points: 65, index: 65.5, bonus: 0.5, rank: 2, grade: 'Khá' });
    expect(second?.fields).toMatchObject({ '1': { points: 25, max: 60 }, '2': { points: 40, max: 40 }, '3': { points: 0.5 }, '4': { points: 0 } });
  });
  it('write the whole tree, parents before their children', () => {
    expect(second?.sheet.lines.map(({ code, depth, leaf }) => [code, depth, leaf]).slice(0, 3)).toEqual([['1', 0, false], ['1.1', 1, true], ['1.2', 1, true]]);
    expect(second?.sheet.lines).toHaveLength(12);
  });
  it('put what was declared beside what is in force, with the reason of the difference', () => {
    expect(lineOf('1.1')).toMatchObject({ declared: { numerator: 19, denominator: 20 }, selfPoints: 20, inForce: { numerator: 15, denominator: 20 }, result: { points: 10 }, remark: 'Theo báo cáo số 12' });
  });
  it('remark nothing where the points stayed', () => expect(lineOf('1.2')).toMatchObject({ selfPoints: 5, remark: '', layers: [{ reason: 'Đồng ý' }] }));
  it('have no own points where nothing was declared, and none before consolidation', () => {
    expect(lineOf('2.2')).toMatchObject({ declared: null, selfPoints: null, inForce: { percent: 100 } });
    expect(lineOf('1.3')).toMatchObject({ selfPoints: null, result: { points: 10, max: 20 } });
  });
  it('keep what the explanation of a relative criterion needs', () => expect(second?.sheet.best).toEqual({ '1.3': { numerator: '8', denominator: '1' } }));
  it('show an exempt field as excluded', () => {
    const [only] = rowsOf(aGroupDocument(anAgencyRecord('c', { exemptions: [{ code: '1', reason: 'Không có' }] })));
    expect(only?.fields['1']).toEqual({ excluded: true });
    expect(only?.result.applicableMax).toBe(40);
    expect(only?.sheet.exempt).toEqual(['1']);
  });
});
