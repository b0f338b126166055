import { leaf, smallDraft } from '../draft/small-draft.fixture';
import { exampleRows, withExample, withoutExample } from './examples';
import { tried, tryOutOf } from './try-out';

const ratio = { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tổng số' };
const proportional = leaf('1.1', 2.5, { rule: { kind: 'proportional', measure: ratio } });

describe('a rule that is tried out', () => {
  it('gives points and the way to them, whatever the rest of the set says', () => {
    const tryOut = tryOutOf({ ...smallDraft(), title: '', criteria: 'hỏng' }, proportional);
    expect(tryOut && tried(tryOut, { numerator: 7, denominator: 13 }, null).trace).toMatchObject({ points: 1.3462, outcome: 'scored' });
  });

  it('rounds as the set says', () => {
    const tryOut = tryOutOf({ rounding: { points: 2 } }, proportional);
    expect(tryOut && tried(tryOut, { numerator: 7, denominator: 13 }, null).trace?.points).toBe(1.35);
  });

  it('says why an answer is none', () => {
    const tryOut = tryOutOf({}, proportional);
    expect(tryOut && tried(tryOut, { numerator: 7, denominator: 0 }, null).findings[0]?.pointer).toBe('/denominator');
  });

  it('compares with the best of the group where that is given', () => {
    const tryOut = tryOutOf({}, leaf('1', 2, { rule: { kind: 'relative', measure: { type: 'number', label: 'Sáng kiến', unit: '' } } }));
    expect(tryOut && [tried(tryOut, { value: 3 }, null).trace?.outcome, tried(tryOut, { value: 3 }, 7.5).trace?.points]).toEqual(['pending', 0.8]);
  });

  it.each([
    ['without a maximum', leaf('1', 'x')],
    ['without a rule', leaf('1', 1, { rule: undefined })],
    ['with an error', leaf('1', 1, { rule: { kind: 'choice', options: [{ id: 'a', label: '', points: 1 }] } })],
  ])('is not tried %s', (_what, node) => {
    expect(tryOutOf({}, node)).toBeNull();
  });

  it('is not kept from being tried by an example that fails', () => {
    expect(tryOutOf({}, { ...proportional, rule: { ...proportional['rule'] as object, examples: [{ given: { numerator: 1, denominator: 2 }, expected: 9 }] } })).not.toBeNull();
  });
});

describe('the examples of a rule', () => {
  const rule = { kind: 'proportional', measure: ratio };
  const given = { numerator: 1, denominator: 2 };

  it('hold or fail with every change of the rule', () => {
    const kept = withExample(rule, given, 1.25);
    const rows = (changed: object) => exampleRows(kept, tryOutOf({}, { ...proportional, rule: { ...kept, ...changed } })).map(({ verdict, points }) => [verdict, points]);
    expect([rows({}), rows({ zeroBelow: 60 }), rows({ measure: { type: 'number', label: 'x', unit: '' } })]).toEqual([[['holds', 1.25]], [['fails', 0]], [['fails', null]]]);
  });

  it('are said in words, also where they were written for another rule', () => {
    expect(exampleRows(withExample(rule, given, 1), null)[0]).toMatchObject({ verdict: 'unknown', words: expect.stringContaining('1') });
    expect(exampleRows({ kind: 'choice', options: [], examples: [{ given, expected: 1 }] }, null)[0]?.words).not.toBe('');
  });

  it('leave no empty list behind', () => {
    expect(withoutExample(withExample(rule, given, 1), 0)).toEqual(rule);
  });
});
