import * as fc from 'fast-check';
import { workLeaf } from '../answer/work-leaf';
import { roundedUnits } from '../exact/rounding';
import {
  type AgencyAnswers,
  type AgencyResult,
  addPoints,
  type Answer,
  bestOfRelative,
  compileCriteriaSet,
  explainLeaf,
  rankGroup,
  runningTotals,
  scoreGroup,
  scoreLeaf,
} from '../index';
import type { PlanLeaf } from '../tree/plan';
import { planOf } from '../tree/scoring-set';
import { anyAgency, anyGroup, leavesOf } from './arbitrary-group.fixture';
import { anyAnswer, anyRule } from './arbitrary-rule.fixture';
import { comparable, expectedResults } from './expected-result.fixture';
import { ruleUnderTest } from '../rule/rule-under-test.fixture';

const RUNS = { numRuns: 150 };

/** Holds a property against many groups. */
function forGroups(holds: (set: ReturnType<typeof compileCriteriaSet>, agencies: readonly AgencyAnswers[]) => void): void {
  fc.assert(fc.property(anyGroup, ({ set, agencies }) => holds(compileCriteriaSet(set), agencies)), RUNS);
}

describe('every group', () => {
  it('comes out as the slow reference has it', () => {
    forGroups((compiled, agencies) => {
      expect(scoreGroup(compiled, agencies).map(comparable)).toEqual(expectedResults(compiled.set, agencies));
    });
  });

  it('has points within 0…max and percents within 0…100 at every node', () => {
    forGroups((set, agencies) => {
      for (const { nodes, index } of scoreGroup(set, agencies)) {
        for (const node of Object.values(nodes)) {
          if ('excluded' in node) continue;
          expect(node.points).toBeGreaterThanOrEqual(0);
          expect(node.points).toBeLessThanOrEqual(node.max);
          expect(node.percent).toBeGreaterThanOrEqual(0);
          expect(node.percent).toBeLessThanOrEqual(100);
        }
        expect(index >= 0 && index <= 100).toBe(true);
      }
    });
  });

  it('does not depend on the order of its agencies', () => {
    forGroups((set, agencies) => {
      expect(scoreGroup(set, agencies.toReversed())).toEqual(scoreGroup(set, agencies).toReversed());
    });
  });

  it('has points that are the sum of its scored leaves, by source too, where nothing is combined otherwise', () => {
    forGroups((set, agencies) => {
      if (set.nodes.some(({ combine }) => combine === 'all' || combine === 'best')) return;
      for (const { nodes, points, applicableMax, selfPoints, surveyPoints } of scoreGroup(set, agencies)) {
        const gained = set.leaves.filter(({ section }) => section === 'scored').flatMap(
          ({ code, source }) => ({ source, ...(nodes[code] as { points?: number; max?: number }) }),
        );
        expect(points).toBe(addPoints(gained.map((it) => it.points ?? 0)));
        expect(applicableMax).toBe(addPoints(gained.map((it) => it.max ?? 0)));
        expect(surveyPoints).toBe(addPoints(gained.map((it) => (it.source === 'survey' ? (it.points ?? 0) : 0))));
        expect(addPoints([selfPoints, surveyPoints])).toBe(points);
      }
    });
  });

  it('has points that are the points of self and survey together', () => {
    forGroups((set, agencies) => {
      for (const { points, selfPoints, surveyPoints } of scoreGroup(set, agencies)) {
        expect(addPoints([selfPoints, surveyPoints])).toBe(points);
      }
    });
  });

  it('does not mind what is answered at a leaf that is excluded', () => {
    const pairs = anyGroup.chain(
      ({ set, agencies }) => fc.tuple(
        fc.constant(set),
        fc.constant(agencies),
        fc.constantFrom(...leavesOf(set.criteria)),
        anyAgency(set, 'khac'),
      ),
    );
    fc.assert(
      fc.property(pairs, ([raw, agencies, { code }, other]) => {
        const set = compileCriteriaSet(raw);
        const [first, ...rest] = agencies as [AgencyAnswers, ...AgencyAnswers[]];
        const exempt = { ...first, exempt: [code] };
        const { [code]: _dropped, ...without } = first.answers;
        const changed = {
          ...exempt,
          answers: { ...without, ...(other.answers[code] === undefined ? {} : { [code]: other.answers[code] }) },
        };
        expect(scoreGroup(set, [changed, ...rest])).toEqual(scoreGroup(set, [exempt, ...rest]));
      }),
      RUNS,
    );
  });

  it('is explained leaf by leaf with the points that it has', () => {
    forGroups((set, agencies) => {
      const bests = bestOfRelative(set, agencies);
      scoreGroup(set, agencies).forEach(({ nodes }, place) => {
        const { answers, exempt = [] } = agencies[place] as AgencyAnswers;
        for (const { code } of set.leaves) {
          const best = bests[code];
          const trace = explainLeaf(set, code, answers[code] ?? null, { exempt, ...(best === undefined ? {} : { best }) });
          const node = nodes[code] as { points?: number };
          expect(trace.points).toBe(node.points ?? null);
        }
      });
    });
  });

  it('has the same index and ranks without the nodes', () => {
    forGroups((set, agencies) => {
      const withoutNodes = ({ code, points, applicableMax, bonus, penalty, index, rank, grade }: AgencyResult) => ({
        code, points, applicableMax, bonus, penalty, index, rank, grade,
      });
      const expected = scoreGroup(set, agencies).map(withoutNodes);
      expect(rankGroup(set, agencies)).toEqual(expected);
    });
  });

  it('runs to the totals that it ends with, where nothing is relative', () => {
    forGroups((set, agencies) => {
      if (set.leaves.some(({ rule }) => rule.kind === 'relative')) return;
      scoreGroup(set, agencies).forEach(({ points, applicableMax, bonus, penalty, index, nodes, missing }, place) => {
        const totals = runningTotals(set, agencies[place] as AgencyAnswers);
        expect(totals).toMatchObject(
          { points, applicableMax, bonus, penalty, index: applicableMax === 0 ? null : index, nodes, pending: [] },
        );
        expect([...totals.missing, ...totals.open].toSorted()).toEqual([...missing].toSorted());
        expect(totals.total - totals.answered).toBe(missing.length);
      });
    });
  });
});

describe('every leaf', () => {
  it('has the same points on the quick way and on the exact one', () => {
    let quickly = 0;
    const cases = fc.constantFrom(1, 2.5, 10).chain(
      (max) => anyRule(max).chain((rule) => fc.tuple(fc.constant(max), fc.constant(rule), anyAnswer(rule, max))),
    );
    fc.assert(
      fc.property(cases, ([max, rule, answer]) => {
        const set = compileCriteriaSet({
          format: 'par-criteria-set/1', code: 'la', title: 'Lá', year: 2026, appliesTo: 'x', criteria: [
            { code: '1', title: 'Lá', max, rule },
          ],
        });
        const planLeaf = planOf(set).leaves[0] as PlanLeaf;
        const quick = planLeaf.quick(answer);
        const exact = workLeaf(planLeaf, answer, null).points;
        if (Number.isNaN(quick)) return;
        quickly += 1;
        expect(quick).toBe(exact === null ? NaN : roundedUnits(exact, 4));
      }),
      { numRuns: 2000 },
    );
    expect(quickly).toBeGreaterThan(1000);
  });

  const ratio = { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' } as const;
  const share = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]): Answer => ({ numerator: Math.min(a, b), denominator: Math.max(a, b, 1) }));
  const valueOf = (answer: Answer): number => ('numerator' in answer ? answer.numerator / answer.denominator : NaN);

  it.each([
    ['proportional', ruleUnderTest({ kind: 'proportional', measure: ratio, target: 80, zeroBelow: 30 }, { max: 2.5 })],
    [
      'bands that rise',
      ruleUnderTest(
        {
          kind: 'bands',
          measure: ratio,
          bands: [{ below: 50, points: 0 }, { from: 50, below: 80, linear: { from: 0.5, to: 2 } }, { from: 80, proportional: true }],
        },
        { max: 2.5 },
      ),
    ],
  ])('rises with its value: %s', (_name, rule) => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = valueOf(a) <= valueOf(b) ? [a, b] : [b, a];
        expect(Number(rule.points(low))).toBeLessThanOrEqual(Number(rule.points(high)));
      }),
    );
  });

  it.each([
    ['zero', 1],
    ['max', -1],
  ] as const)('moves one way with its counts: a tally from %s', (start, direction) => {
    const items = ['a', 'b'].map((id) => ({ id, label: id, points: 0.15, ...(id === 'a' ? { cap: 0.5 } : {}) }));
    const rule = ruleUnderTest({ kind: 'tally', start, items }, { max: 2 });
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (a, b, more) => {
        const [before, after] = [rule.points({ counts: { a, b } }), rule.points({ counts: { a, b: b + more } })];
        expect(direction * (Number(after) - Number(before))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('rises with its percent: a survey', () => {
    const rule = ruleUnderTest({ kind: 'survey', options: [{ id: 'a', label: 'a', percent: 100 }] }, { max: 3.3333 });
    const percent = fc.integer({ min: 0, max: 1_000_000 }).map((units) => units / 10_000);
    fc.assert(
      fc.property(percent, percent, (a, b) => {
        expect(Number(rule.points({ percent: Math.min(a, b) }))).toBeLessThanOrEqual(Number(rule.points({ percent: Math.max(a, b) })));
      }),
    );
  });

  it('scores alone as in a group, unless it is relative', () => {
    forGroups((set, agencies) => {
      scoreGroup(set, agencies).forEach(({ nodes }, place) => {
        const { answers, exempt = [] } = agencies[place] as AgencyAnswers;
        for (const { code, rule, path } of set.leaves) {
          if (rule.kind === 'relative' || [code, ...path].some((it) => exempt.includes(it))) continue;
          expect(scoreLeaf(set, code, answers[code] ?? null).points).toBe((nodes[code] as { points?: number }).points ?? null);
        }
      });
    });
  });
});
