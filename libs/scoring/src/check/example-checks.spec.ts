import type { Rule } from '../model/rule';
import { checkCriteriaSet } from './check-criteria-set';
import { planted, soundSet } from './sound-set.fixture';

const ratio = { type: 'ratio', numerator: 'Đã làm', denominator: 'Phải làm' } as const;

/** What is found of a rule in the place of one out of 10, rounded to 2 decimals. */
const found = (rule: Rule) =>
  checkCriteriaSet(planted(soundSet(), '/criteria/0/children/0/rule', rule)).findings.map(({ severity, code, pointer, params }) => ({
    ...{ severity, code, params },
    at: pointer.replace('/criteria/0/children/0/rule', ''),
  }));

const choice = (examples: Rule['examples']): Rule => ({
  kind: 'choice',
  options: [
    { id: 'du', label: 'Đủ', points: 10 },
    { id: 'thieu', label: 'Thiếu', points: 4 },
  ],
  ...(examples === undefined ? {} : { examples }),
});

describe('the examples of a rule', () => {
  it('are nothing to speak of when the rule gives what they expect', () => {
    expect(found(choice([{ given: { choice: 'du' }, expected: 10 }, { given: { choice: 'thieu' }, expected: 4 }]))).toEqual([]);
    expect(found(choice([]))).toEqual([]);
    expect(found(choice(undefined))).toEqual([]);
  });

  it('are compared after rounding, as the set rounds', () => {
    const proportional: Rule = { kind: 'proportional', measure: ratio, examples: [{ given: { numerator: 1, denominator: 3 }, expected: 3.33 }] };
    expect(found(proportional)).toEqual([]);
    expect(found({ ...proportional, examples: [{ given: { numerator: 1, denominator: 3 }, expected: 3.34 }] })).toEqual([
      { severity: 'error', code: 'example.differs', at: '/examples/0/expected', params: { expected: 3.34, points: 3.33 } },
    ]);
  });

  it('each stand for themselves', () => {
    expect(found(choice([{ given: { choice: 'du' }, expected: 9 }, { given: { choice: 'thieu' }, expected: 4 }, { given: { choice: 'thieu' }, expected: 0 }]))).toEqual([
      { severity: 'error', code: 'example.differs', at: '/examples/0/expected', params: { expected: 9, points: 10 } },
      { severity: 'error', code: 'example.differs', at: '/examples/2/expected', params: { expected: 0, points: 4 } },
    ]);
  });

  it('must be answers that the rule takes: what an agency would be told is told here, at its place', () => {
    expect(found(choice([{ given: { choice: 'khac' }, expected: 4 }]))).toEqual([
      { severity: 'error', code: 'answer.unknown-id', at: '/examples/0/given/choice', params: { id: 'khac' } },
    ]);
    expect(found(choice([{ given: { awarded: 4, reason: 'Tạm tính' }, expected: 4 }]))).toEqual([
      expect.objectContaining({ code: 'answer.unknown-field', at: '/examples/0/given/awarded' }),
      expect.objectContaining({ code: 'answer.unknown-field', at: '/examples/0/given/reason' }),
      expect.objectContaining({ code: 'answer.missing-field', at: '/examples/0/given/choice' }),
    ]);
  });

  it('are run in each case of a best-of too', () => {
    const wrong = choice([{ given: { choice: 'thieu' }, expected: 5 }]);
    expect(found({ kind: 'bestOf', cases: [{ id: 'a', label: 'A', rule: wrong }], examples: [{ given: { cases: { a: { choice: 'du' } } }, expected: 10 }] })).toEqual([
      { severity: 'error', code: 'example.differs', at: '/cases/0/rule/examples/0/expected', params: { expected: 5, points: 4 } },
    ]);
  });

  it('wait until the rule itself is sound', () => {
    const broken: Rule = {
      kind: 'bands',
      measure: ratio,
      bands: [{ above: 50, points: 10 }],
      examples: [{ given: { numerator: 1, denominator: 4 }, expected: 0 }],
    };
    expect(found(broken).map(({ code }) => code)).toEqual(['bands.gap']);
  });

  it('wait until the max of the leaf is known', () => {
    const set = planted(planted(soundSet(), '/criteria/0/children/0/max', 'mười'), '/criteria/0/children/0/rule', choice([{ given: { choice: 'du' }, expected: 9 }]));
    expect(checkCriteriaSet(set).findings.map(({ code }) => code)).toEqual(['set.not-a-number']);
  });

  it('are tried although the set warns of something in the rule', () => {
    const low: Rule = { kind: 'choice', options: [{ id: 'mot', label: 'Một', points: 4 }], examples: [{ given: { choice: 'mot' }, expected: 5 }] };
    expect(found(low).map(({ code }) => code)).toEqual(['choice.max-unreachable', 'example.differs']);
  });

  it('need a group where the points do', () => {
    expect(found({ kind: 'relative', measure: ratio, examples: [{ given: { numerator: 1, denominator: 2 }, expected: 10 }] })).toEqual([
      { severity: 'error', code: 'example.needs-group', at: '/examples/0', params: {} },
    ]);
  });
});
