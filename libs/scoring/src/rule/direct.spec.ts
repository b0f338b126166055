import type { DirectRule } from '../model/rule';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const of = (rule: Omit<DirectRule, 'kind'>, max = 5, decimals = 4) => ruleUnderTest({ kind: 'direct', ...rule }, { max, decimals });

describe('direct', () => {
  it.each([0, 4.3333, 5, 0.0001])('%p is itself', (points) => {
    expectPoints(of({}), { points }, points);
  });

  it('counts its steps from its least', () => {
    const stepped = of({ min: 1, step: 0.3 });
    for (const points of [1, 1.3, 1.6, 4.9]) expectPoints(stepped, { points }, points);
    expectRefusals(stepped, { points: 1.2 }, ['/points answer.off-step']);
    expectRefusals(stepped, { points: 5 }, ['/points answer.off-step']);
    expect(stepped.findings({ points: 1.2 })[0]?.params).toEqual({ value: 1.2, min: 1, step: 0.3 });
  });

  it('counts its steps from 0 where it has no least', () => {
    const stepped = of({ step: 0.25 });
    for (const points of [0, 0.25, 5]) expectPoints(stepped, { points }, points);
    expectRefusals(stepped, { points: 0.1 }, ['/points answer.off-step']);
    expect(stepped.findings({ points: 0.1 })[0]?.params).toEqual({ value: 0.1, min: 0, step: 0.25 });
  });

  it('is rounded half up where the set has fewer decimals', () => {
    expectPoints(of({}, 5, 2), { points: 1.005 }, 1.01);
    expectPoints(of({}, 5, 2), { points: 1.0049 }, 1);
    expect(of({}, 5, 2).steps({ points: 1.005 })).toEqual([
      { step: 'direct', points: 1.005 },
      { step: 'rounded', value: { numerator: '201', denominator: '200' }, decimals: 2, points: 1.01 },
    ]);
  });

  it('gives a plain zero for −0', () => {
    expect(Object.is(of({}).quick({ points: -0 }), 0)).toBe(true);
    expect(Object.is(of({}).points({ points: -0 }), 0)).toBe(true);
  });

  it.each<[unknown, readonly string[]]>([
    [{}, ['/points answer.missing-field']],
    [{ points: '1' }, ['/points answer.wrong-type']],
    [{ points: 1 / 3 }, ['/points answer.not-decimal']],
    [{ points: NaN }, ['/points answer.not-decimal']],
    [{ points: 0.9999 }, ['/points answer.below-min']],
    [{ points: -1 }, ['/points answer.below-min']],
    [{ points: 5.0001 }, ['/points answer.above-max']],
    [{ points: 1, step: 1 }, ['/step answer.unknown-field']],
  ])('refuses %p', (answer, refusals) => {
    expectRefusals(of({ min: 1 }), answer, refusals);
  });

  it('names its field', () => {
    expect(of({}).findings({ points: '1' })[0]?.params).toEqual({ field: 'points', expected: 'number' });
    expect(of({}).findings({ points: 1 / 3 })[0]?.params).toEqual({ field: 'points', value: String(1 / 3) });
  });

  it('looks at the step only within the range', () => {
    expect(of({ min: 1, step: 0.3 }).refusals({ points: 0.5 })).toEqual(['/points answer.below-min']);
    expect(of({ min: 1, step: 0.3 }).refusals({ points: 5.05 })).toEqual(['/points answer.above-max']);
  });

  it('says how far it may go', () => {
    expect(of({ min: 1 }).findings({ points: 0 })[0]?.params).toEqual({ field: 'points', value: 0, min: 1 });
    expect(of({}).findings({ points: -1 })[0]?.params).toEqual({ field: 'points', value: -1, min: 0 });
    expect(of({}).findings({ points: 6 })[0]?.params).toEqual({ field: 'points', value: 6, max: 5 });
  });
});
