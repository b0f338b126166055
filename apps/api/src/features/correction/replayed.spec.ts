import { compileCriteriaSet, type CriteriaSet, type CriterionNode, rankGroup } from '@par-index/scoring';
import { aRealGroup, REAL_SET } from '../../../test/factories/real-group.factory';
import type { ReplayedAssessment } from './replay.repository';
import { refusedLines, replayedRows, rescoredLines } from './replayed';

const group = aRealGroup(139);
const assessments: readonly ReplayedAssessment[] = group.agencies.map(({ id, code, name, shortName, exemptions, declared, layers }) => ({
  id: `assessment ${id}`,
  state: 'appraised',
  agency: { id, code, name, shortName },
  exempt: exemptions.map((exemption) => exemption.code),
  lines: [...Object.entries(declared).map(([leaf, answer]) => ({ code: leaf, layer: null, answer })), ...layers.map(({ code: leaf, layer, answer }) => ({ code: leaf, layer, answer }))],
}));

/** A field weighs twice as much: its maxima, and all points in them. */
function doubled(node: CriterionNode): CriterionNode {
  const text = JSON.stringify(node, (key, value: unknown) => (['max', 'points', 'cap', 'min', 'step'].includes(key) && typeof value === 'number' ? value * 2 : value));
  const heavier = JSON.parse(text) as CriterionNode;
  return heavier;
}

/** The field whose rules have no measure with a range of its own, so that doubling is doubling points alone. */
const LIGHT = REAL_SET.criteria.findIndex((node) => !/"type":"number"|"kind":"(direct|bestOf|relative)"|"linear"/.test(JSON.stringify(node)) && (node.section ?? 'scored') === 'scored');

describe('a replay of a province', () => {
  const set = compileCriteriaSet(REAL_SET);

  it('of an unchanged set moves nobody, refuses nothing and computes no score anew, in a moment', () => {
    const versions = { before: set, after: compileCriteriaSet({ ...REAL_SET, title: 'Bộ tiêu chí, in lại' }) };
    const started = performance.now();
    const rows = replayedRows(versions, assessments);
    expect(refusedLines(versions, assessments)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(rescoredLines(versions, assessments)).toEqual([]);
    expect(rows).toHaveLength(139);
    for (const { before, after, leaves } of rows) expect([after, leaves]).toEqual([before, []]);
  });

  it('of a changed weight moves exactly whom the engine says', () => {
    const weighed: CriteriaSet = { ...REAL_SET, criteria: REAL_SET.criteria.map((node, place) => (place === LIGHT ? doubled(node) : node)) };
    const after = compileCriteriaSet(weighed);
    const rows = replayedRows({ before: set, after }, assessments);
    const takenAlike = refusedLines({ before: set, after }, assessments);
    expect(takenAlike).toEqual([]);
    const engine = new Map(rankGroup(after, group.case.agencies).map((result) => [result.code, result]));
    expect(rows.filter((row) => row.before.rank !== row.after.rank).length).toBeGreaterThan(0);
    for (const { agency, after: figures } of rows) {
      const { points, applicableMax, index, rank, grade } = engine.get(agency.code) as NonNullable<ReturnType<typeof engine.get>>;
      expect(figures).toEqual({ points, applicableMax, index, rank, grade });
    }
    const field = REAL_SET.criteria[LIGHT]?.code ?? '';
    for (const { leaves } of rows) for (const { code } of leaves) expect(code.startsWith(`${field}.`)).toBe(true);
  });

  it('leaves out what has not been handed in, and names what no longer fits wherever it stands', () => {
    const drafting = assessments.slice(0, 5).map((one, place) => (place < 2 ? { ...one, state: 'drafting' as const } : one));
    const choice = set.leaves.find(({ rule, source }) => rule.kind === 'choice' && source === 'self');
    const other = JSON.parse(JSON.stringify(REAL_SET), (_key, value: unknown) =>
      (value as { readonly code?: string } | null)?.code === choice?.code ? { ...(value as object), rule: { kind: 'direct' } } : value) as CriteriaSet;
    const versions = { before: set, after: compileCriteriaSet(other) };
    expect(replayedRows(versions, drafting)).toHaveLength(3);
    const refused = refusedLines(versions, drafting);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set([choice?.code]));
    for (const { agency, layer, blocks } of refused) {
      const isAtWork = drafting.slice(0, 2).some((one) => one.agency.id === agency.id);
      expect(blocks).toBe(layer !== null || !isAtWork);
    }
  });
});
