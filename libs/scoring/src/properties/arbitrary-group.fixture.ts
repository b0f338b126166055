import * as fc from 'fast-check';
import type { Answer } from '../model/answer';
import type { CriteriaSet, CriterionNode, LeafNode, LeafSource, ParentNode, Section } from '../model/criteria-set';
import type { AgencyAnswers } from '../model/result';
import { anyAnswer, anyRule, decimal } from './arbitrary-rule.fixture';

/** A set with agencies that answer it. */
export interface Group {
  readonly set: CriteriaSet;
  readonly agencies: readonly AgencyAnswers[];
}

interface Setting {
  readonly inCombined: boolean;
  readonly section: Section;
}

const sources: fc.Arbitrary<LeafSource> = fc.constantFrom('self', 'self', 'survey', 'appraiser', 'imported');
const unitsOf = (value: number): number => Math.round(value * 10_000);

function leaf(code: string, source: fc.Arbitrary<LeafSource>): fc.Arbitrary<LeafNode> {
  return fc.constantFrom(0.5, 1, 2.5, 3.3333, 10).chain((max) =>
    fc.record(
      {
        code: fc.constant(code),
        title: fc.constant(`Tiêu chí ${code}`),
        max: fc.constant(max),
        rule: anyRule(max),
        source,
        whenNotApplicable: fc.constantFrom('forbidden' as const, 'exclude' as const, 'full' as const),
      },
      // Left out, as most sets do, it is `forbidden`.
      { requiredKeys: ['code', 'title', 'max', 'rule', 'source'] },
    ),
  );
}

/** A parent whose max fits its children: their sum, the best of them, or anything for `all`; capped outside the scored section. */
function parent(
  code: string,
  children: readonly CriterionNode[],
  { section }: Setting,
  combine: 'sum' | 'all' | 'best',
): fc.Arbitrary<ParentNode> {
  const sum = children.reduce((total, child) => total + unitsOf(child.max), 0);
  const highest = Math.max(...children.map((child) => unitsOf(child.max)));
  const cap = section === 'scored' ? fc.constant(sum) : fc.integer({ min: 1, max: sum });
  const max = { sum: cap, all: fc.integer({ min: 1, max: sum }), best: fc.integer({ min: highest, max: highest * 2 }) }[combine];
  return max.map((units) => ({ code, title: `Mục ${code}`, max: units / 10_000, combine, children }));
}

function node(code: string, depth: number, setting: Setting): fc.Arbitrary<CriterionNode> {
  if (depth === 0) return leaf(code, setting.inCombined ? fc.constant<LeafSource>('self') : sources);
  return fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('sum' as const, 'sum' as const, 'all' as const, 'best' as const),
  ).chain(([count, combine]) => {
    if (count === 0) return node(code, 0, setting);
    const inner = { ...setting, inCombined: setting.inCombined || combine !== 'sum' };
    const children = Array.from({ length: count }, (_, place) => node(`${code}.${place + 1}`, depth - 1, inner));
    return fc.tuple(...children).chain((built) => parent(code, built, setting, combine));
  });
}

const top = (code: string, section: Section): fc.Arbitrary<CriterionNode> =>
  node(code, 2, { inCombined: false, section }).map((built) => ({ ...built, section }));

export const codesOf = (nodes: readonly CriterionNode[]): readonly string[] =>
  nodes.flatMap((it) => ('rule' in it ? [it.code] : [it.code, ...codesOf(it.children)]));
export const leavesOf = (nodes: readonly CriterionNode[]): readonly LeafNode[] => nodes.flatMap(
  (it) => ('rule' in it ? [it] : leavesOf(it.children)),
);

const anySet: fc.Arbitrary<CriteriaSet> = fc
  .tuple(
    fc.array(fc.constantFrom<Section>('scored', 'scored', 'bonus', 'penalty'), { maxLength: 3 }),
    fc.constantFrom('zero' as const, 'exclude' as const),
  )
  .chain(([sections, withoutSurvey]) =>
    fc.tuple(...(['scored', ...sections] as const).map((section, place) => top(String(place + 1), section))).chain((criteria) =>
      fc.record({
        format: fc.constant('par-criteria-set/1' as const),
        code: fc.constant('bat-ky'),
        title: fc.constant('Bộ bất kỳ'),
        year: fc.constant(2026),
        appliesTo: fc.constant('so-ban-nganh'),
        rounding: fc.record({ points: fc.constant(4), index: fc.integer({ min: 0, max: 4 }) }),
        withoutSurvey: fc.constant(withoutSurvey),
        ranking: fc.record(
          {
            by: fc.constantFrom('exact' as const, 'rounded' as const),
            tieBreak: fc.uniqueArray(fc.constantFrom(...codesOf(criteria)), { maxLength: 2 }),
          },
        ),
        criteria: fc.constant(criteria),
      }),
    ),
  );

/** An answer by the rule, one of the two that stand in its place, or none. */
function answerOrNone({ rule, max, whenNotApplicable = 'forbidden' }: LeafNode): fc.Arbitrary<Answer | undefined> {
  const none = { weight: 1, arbitrary: fc.constant(undefined) };
  const byRule = { weight: 6, arbitrary: anyAnswer(rule, max) };
  const award = { weight: 1, arbitrary: decimal(0, max).map((awarded): Answer => ({ awarded, reason: 'Thẩm định' })) };
  const notApplicable = { weight: 1, arbitrary: fc.constant<Answer>({ notApplicable: true, reason: 'Không có' }) };
  return whenNotApplicable === 'forbidden' ? fc.oneof(none, byRule, award) : fc.oneof(none, byRule, award, notApplicable);
}

export function anyAgency(set: CriteriaSet, code: string): fc.Arbitrary<AgencyAnswers> {
  const leaves = leavesOf(set.criteria);
  return fc.tuple(
    fc.tuple(...leaves.map(answerOrNone)),
    fc.uniqueArray(fc.constantFrom(...codesOf(set.criteria)), { maxLength: 1 }),
    fc.boolean(),
  ).map(
    ([answers, exempt, isExempt]) => ({
      code,
      ...(isExempt ? { exempt } : {}),
      answers: Object.fromEntries(leaves.flatMap((it, place) => (answers[place] === undefined ? [] : [[it.code, answers[place]]]))),
    }),
  );
}

export const anyGroup: fc.Arbitrary<Group> = anySet.chain((set) =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => anyAgency(set, `co-quan-${place + 1}`))))
    .map((agencies) => ({ set, agencies })),
);
