import type { SurveyRule } from '../model/rule';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const options = [
  { id: 'A', label: 'Tốt', percent: 100 },
  { id: 'B', label: 'Khá', percent: 60 },
  { id: 'C', label: 'Trung bình', percent: 20.5 },
  { id: 'D', label: 'Chưa đạt', percent: 0 },
];
const rule: SurveyRule = { kind: 'survey', options };
const tested = ruleUnderTest(rule, { max: 3 });

describe('survey', () => {
  it.each<[Record<string, number>, number]>([
    [{ A: 1 }, 3],
    [{ D: 7 }, 0],
    [{ A: 10, B: 5, C: 4, D: 1 }, 2.073],
    [{ A: 1, B: 1, C: 1 }, 1.805],
    [{ A: 1, B: 0, D: 2 }, 1],
    [{ B: 2, A: 1, D: 4 }, 0.9429],
  ])('the mean percent of %p is worth %p', (responses, points) => {
    expectPoints(tested, { responses }, points);
  });

  it.each([
    [0, 0],
    [100, 3],
    [78.875, 2.3663],
    [33.3333, 1],
    [0.0001, 0],
  ])('a percent of %p is worth %p', (percent, points) => {
    expectPoints(tested, { percent }, points);
  });

  it('is exact beyond a double', () => {
    expect(tested.quick({ responses: { A: 1e12, D: 2e12 } })).toBeNaN();
    expect(tested.points({ responses: { A: 1e12, D: 2e12 } })).toBe(1);
    expect(tested.points({ responses: { A: 1e300, B: 1e300 } })).toBe(2.4);
  });

  it.each<[unknown, readonly string[]]>([
    [{}, ['/responses answer.missing-field']],
    [{ responses: {} }, ['/responses answer.no-response']],
    [{ responses: { A: 0, B: 0 } }, ['/responses answer.no-response']],
    [{ responses: 3 }, ['/responses answer.wrong-type']],
    [{ responses: [1, 2] }, ['/responses answer.wrong-type']],
    [{ responses: { A: 1, E: 1 } }, ['/responses/E answer.unknown-id']],
    [{ responses: { constructor: 1 } }, ['/responses/constructor answer.unknown-id']],
    [{ responses: { A: 1.5 } }, ['/responses/A answer.not-whole']],
    [{ responses: { A: -1, B: 2 } }, ['/responses/A answer.below-min']],
    [{ responses: { A: 'nhiều' } }, ['/responses/A answer.wrong-type']],
    [{ responses: { A: 1 }, percent: 50 }, ['/responses answer.unknown-field']],
    [{ percent: -0.0001 }, ['/percent answer.below-min']],
    [{ percent: 100.0001 }, ['/percent answer.above-max']],
    [{ percent: '50' }, ['/percent answer.wrong-type']],
    [{ percent: 1 / 3 }, ['/percent answer.not-decimal']],
    [{ percent: 50, note: '' }, ['/note answer.unknown-field']],
    [{ responses: { A: 1 }, note: '' }, ['/note answer.unknown-field']],
  ])('refuses %p', (answer, refusals) => {
    expectRefusals(tested, answer, refusals);
  });

  it('says what is wrong', () => {
    expect(tested.findings({ percent: 101 })[0]?.params).toEqual({ field: 'percent', value: 101, max: 100 });
    expect(tested.findings({ percent: -1 })[0]?.params).toEqual({ field: 'percent', value: -1, min: 0 });
    expect(tested.findings({ percent: '50' })[0]?.params).toEqual({ field: 'percent', expected: 'number' });
    expect(tested.findings({ responses: 3 })[0]?.params).toEqual({ field: 'responses', expected: 'object' });
    expect(tested.findings({ responses: {} })[0]?.params).toEqual({});
  });

  it('takes ids that look like places in a list for what they are', () => {
    const numbered = ruleUnderTest(
      { kind: 'survey', options: [{ id: '0', label: 'Không', percent: 0 }, { id: '1', label: 'Có', percent: 100 }] },
    );
    expectPoints(numbered, { responses: { 0: 1, 1: 3 } }, 0.75);
    expectRefusals(numbered, { responses: [1, 3] }, ['/responses answer.wrong-type']);
  });
});

describe('the explanation of a survey', () => {
  it('shows every option with its count, the mean and its share of max', () => {
    expect(tested.steps({ responses: { B: 2, A: 1 } })).toEqual([
      {
        step: 'survey-mean',
        responses: [{ ...options[0], count: 1 }, { ...options[1], count: 2 }, { ...options[2], count: 0 }, { ...options[3], count: 0 }],
        total: 3,
        percent: { numerator: '220', denominator: '3' },
      },
      { step: 'times-max', share: { numerator: '11', denominator: '15' }, max: 3, result: { numerator: '11', denominator: '5' } },
    ]);
  });

  it('shows a percent that is already known', () => {
    expect(tested.steps({ percent: 80 })).toEqual([
      { step: 'survey-percent', percent: 80 },
      { step: 'times-max', share: { numerator: '4', denominator: '5' }, max: 3, result: { numerator: '12', denominator: '5' } },
    ]);
  });
});
