import * as fc from 'fast-check';
import { type AgencyAnswers, bestOfRelative, compileCriteriaSet, explainLeaf, type LeafTrace, type TraceStep } from '../index';
import { anyGroup } from './arbitrary-group.fixture';
import { replay } from './trace-arithmetic.fixture';

/** Every step inside a trace, those of cases too. */
const stepsWithin = (steps: readonly TraceStep[]): readonly TraceStep[] =>
  steps.flatMap((step) => (step.step === 'case' ? [step, ...stepsWithin(step.steps)] : [step]));

function tracesOf(set: ReturnType<typeof compileCriteriaSet>, agencies: readonly AgencyAnswers[]): readonly LeafTrace[] {
  const bests = bestOfRelative(set, agencies);
  return agencies.flatMap(({ answers, exempt = [] }) =>
    set.leaves.map(({ code }) => {
      const best = bests[code];
      return explainLeaf(set, code, answers[code] ?? null, { exempt, ...(best === undefined ? {} : { best }) });
    }),
  );
}

describe('every trace', () => {
  it('leads to its points, each step by the figures that it names', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyGroup, ({ set, agencies }) => {
        for (const trace of tracesOf(compileCriteriaSet(set), agencies)) {
          replay(trace);
          for (const { step } of stepsWithin(trace.steps)) seen.add(step);
        }
      }),
      { numRuns: 200, seed: 2026 },
    );
    expect([...seen].toSorted()).toEqual([
      'awarded',
      'band',
      'band-linear',
      'band-points',
      'below-zero-line',
      'best-case',
      'capped',
      'case',
      'direct',
      'excluded',
      'growth',
      'items-ticked',
      'missing',
      'negative-value',
      'not-applicable-full',
      'option-chosen',
      'ratio',
      'relative',
      'rounded',
      'share-of-target',
      'survey-mean',
      'survey-percent',
      'tally-item',
      'tally-total',
      'times-max',
      'value',
    ]);
  });

  it('has an outcome that fits its points', () => {
    fc.assert(
      fc.property(anyGroup, ({ set, agencies }) => {
        for (const { outcome, points, answer } of tracesOf(compileCriteriaSet(set), agencies)) {
          expect(points === null).toBe(outcome === 'excluded' || outcome === 'pending');
          if (outcome === 'missing') expect([answer, points]).toEqual([null, 0]);
          if (outcome === 'awarded') expect(answer).toHaveProperty('awarded');
          if (outcome === 'not-applicable-full') expect(answer).toHaveProperty('notApplicable');
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a trace whose figures are changed', () => {
  const rule = { kind: 'direct' } as const;
  const trace = (points: number, ...steps: readonly TraceStep[]): LeafTrace => ({
    code: '1',
    max: 2,
    rule,
    answer: { points: 1 },
    outcome: 'scored',
    steps,
    points,
  });
  const half = { numerator: '1', denominator: '2' };
  const one = { numerator: '1', denominator: '1' };

  it.each<[string, LeafTrace]>([
    ['its points', trace(1.5, { step: 'direct', points: 1 })],
    ['a product', trace(2, { step: 'times-max', share: half, max: 2, result: { numerator: '2', denominator: '1' } })],
    ['a share', trace(1, { step: 'share-of-target', value: one, target: 4, share: half, reached: false })],
    ['a target reached', trace(1, { step: 'share-of-target', value: one, target: 1, share: one, reached: false })],
    ['an amount', trace(1, { step: 'tally-item', id: 'a', label: 'A', count: 2, each: 1, cap: null, amount: 1 })],
    ['a cap', trace(1, { step: 'tally-item', id: 'a', label: 'A', count: 2, each: 1, cap: 0.5, amount: 1 })],
    ['a total', trace(1, { step: 'tally-total', start: 'zero', total: 1, result: 1 })],
    ['a rounding', trace(1, { step: 'direct', points: 1 }, { step: 'rounded', value: one, decimals: 4, points: 1 })],
    ['a percent', trace(1, { step: 'ratio', numerator: 1, denominator: 2, value: half })],
    ['a growth', trace(1, { step: 'growth', current: 2, previous: 1, value: one })],
  ])('in %s is found out', (_what, changed) => {
    expect(() => replay(changed)).toThrow(/^The step/);
  });
});
