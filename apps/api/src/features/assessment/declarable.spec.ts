import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { assertDeclarable, getLeaf, pointsOfDeclared } from './declarable';
import { missingErrors } from './missing-words';

const set = compileCriteriaSet(APPRAISED_SET);
const exempt = (...codes: readonly string[]) => ({ exemptions: codes.map((code) => ({ code, reason: 'Không có thủ tục' })) });
const refusal = (code: string, params: object = {}) => expect.objectContaining({ code, params: expect.objectContaining(params) });

describe('what an agency can state', () => {
  it.each(['1.1', '1.2', '1.3', '3.1'])('is criterion %s', (code) => expect(() => assertDeclarable(set, exempt(), code)).not.toThrow());

  it.each([
    ['2.1', 'appraiser'],
    ['2.2', 'survey'],
    ['2.3', 'imported'],
    ['4.1', 'appraiser'],
  ])('is not criterion %s, which is for: %s', (code, source) => {
    expect(() => assertDeclarable(set, exempt(), code)).toThrow(refusal('answer.not-self-scored', { code, source }));
  });

  it.each(['1', '9.9', '', '1.1.1', '__proto__'])('is nothing called «%s»', (code) => {
    expect(() => assertDeclarable(set, exempt(), code)).toThrow(refusal('answer.criterion-unknown', { code }));
    expect(() => getLeaf(set, code)).toThrow(refusal('answer.criterion-unknown'));
  });

  it('is nothing from which it is exempt', () => {
    expect(() => assertDeclarable(set, exempt('1'), '1.1')).toThrow(refusal('answer.criterion-exempt', { code: '1.1' }));
    expect(() => assertDeclarable(set, exempt('1.2', '3'), '1.1')).not.toThrow();
  });
});

describe('pointsOfDeclared', () => {
  it.each<[string, Answer | null, string | null]>([
    ['1.1', { numerator: 95, denominator: 100 }, '20'],
    ['1.1', { numerator: 70, denominator: 100 }, '10'],
    ['1.1', { numerator: 0, denominator: 100 }, '0'],
    ['1.2', { choice: 'thieu' }, '5'],
    ['1.2', { notApplicable: true, reason: 'Không có' }, null],
    ['1.3', { value: 3 }, null],
    ['3.1', { points: 1.5 }, '1.5'],
    ['1.1', null, null],
  ])('gives criterion %s with %j the points %j', (code, answer, points) => expect(pointsOfDeclared(set, code, answer)).toBe(points));

  it('leaves awards to appraisers', () => {
    expect(() => pointsOfDeclared(set, '1.1', { awarded: 5, reason: 'x' })).toThrow(refusal('answer.award-forbidden'));
  });

  it('points into the answer and says what is wrong in Vietnamese', () => {
    expect(() => pointsOfDeclared(set, '3.1', { points: 1.3 })).toThrow(
      expect.objectContaining({ code: 'answer.invalid', errors: [{ pointer: '/answer/points', code: expect.any(String), detail: expect.stringMatching(/\p{L}/u) }] }),
    );
    expect(() => pointsOfDeclared(set, '1.2', { notApplicable: true, reason: ' ' })).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/answer/reason' })] }),
    );
  });
});

describe('missingErrors', () => {
  it('say for each criterion what to do', () => {
    expect(missingErrors(set, [{ code: '1.2', kind: 'answer' }, { code: '1.1', kind: 'evidence' }])).toEqual([
      { pointer: '/answers/1.2', code: 'missing.answer', detail: 'Tiêu chí 1.2 «Kiểm tra cải cách hành chính» chưa có số liệu. Hãy nhập số liệu, hoặc ghi thuyết minh vì sao không có.' },
      {
        pointer: '/answers/1.1',
        code: 'missing.evidence',
        detail: 'Tiêu chí 1.1 «Thực hiện kế hoạch cải cách hành chính» chưa có tài liệu kiểm chứng. Hãy đính kèm tài liệu, hoặc viết giải trình thay cho tài liệu.',
      },
    ]);
  });
});
