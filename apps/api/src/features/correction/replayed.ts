import type { Layer, RefusedAnswer, ReplayFigures, ReplayLeaf, ReplayRow } from '@par-index/contract';
import { type AgencyAnswers, type AgencyRank, type Answer, checkAnswer, type CompiledSet, formatNumber, type MovedLeaf, replay, scoreLeaf, type WhyMoved } from '@par-index/scoring';
import { answersInForce } from '../appraisal/rules.service';
import type { ReplayedAssessment, StoredLine } from './replay.repository';

/** The two versions of a replay. */
export interface Versions {
  readonly before: CompiledSet;
  readonly after: CompiledSet;
}

/** A stored line whose points are others under the new version. Decimal text, null where a leaf has none. */
export interface RescoredLine {
  readonly assessmentId: string;
  readonly code: string;
  readonly layer: Layer | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RefusedLine extends RefusedAnswer {
  readonly assessmentId: string;
  readonly layer: Layer | null;
}

/** What has been handed in, ranked under both versions, in rank order of the new one. */
export function replayedRows({ before, after }: Versions, assessments: readonly ReplayedAssessment[]): readonly ReplayRow[] {
  const handedIn = assessments.filter(({ state }) => state !== 'drafting' && state !== 'awaiting-head');
  const titleOf = (code: string): string => (after.node(code) ?? before.node(code))?.title ?? code;
  return replay(before, after, handedIn.map((one) => answersOf(before, one)))
    .map(({ before: was, after: is, leaves }, place) => ({
      agency: (handedIn[place] as ReplayedAssessment).agency,
      before: figuresOf(was),
      after: figuresOf(is),
      leaves: leaves.map((leaf) => toLeaf(leaf, titleOf(leaf.code))),
    }))
    .toSorted((a, b) => a.after.rank - b.after.rank || (a.agency.code < b.agency.code ? -1 : 1));
}

/** As the set scores them. */
function answersOf(set: CompiledSet, { agency, exempt, lines }: ReplayedAssessment): AgencyAnswers {
  const declared = lines.filter(({ layer }) => layer === null);
  const layers = lines.filter((line): line is StoredLine & { readonly layer: Layer } => line.layer !== null);
  return { code: agency.code, exempt: exempt.filter((code) => set.node(code) !== undefined), answers: answersInForce(set, declared, layers) };
}

const takes = (set: CompiledSet, code: string, answer: Answer): boolean => set.leaf(code) !== undefined && checkAnswer(set, code, answer).length === 0;

const figuresOf = ({ points, applicableMax, index, rank, grade }: AgencyRank): ReplayFigures => ({ points, applicableMax, index, rank, grade });

const WHY: Readonly<Record<WhyMoved, (leaf: MovedLeaf) => string>> = {
  'answer-refused': () => 'Số liệu đã nhập không hợp với cách tính mới nên chưa được tính',
  'removed': () => 'Tiêu chí không còn trong phiên bản mới',
  'added': () => 'Tiêu chí mới, chưa có số liệu',
  'scored-otherwise': ({ before, after }) => `Cùng số liệu, cách tính mới cho ${pointsInWords(after)} thay vì ${pointsInWords(before)}`,
};

const pointsInWords = (points: number | null): string => (points === null ? 'không tính điểm' : `${formatNumber(points)} điểm`);

const toLeaf = (leaf: MovedLeaf, title: string): ReplayLeaf => ({ ...leaf, title, why: WHY[leaf.because](leaf) });

/** Answers that stand now and that the new version does not take, whoever gave them. */
export function refusedLines({ before, after }: Versions, assessments: readonly ReplayedAssessment[]): readonly RefusedLine[] {
  const touched = touchedCodes({ before, after });
  return assessments.flatMap(({ id, state, agency, lines }) =>
    lines.flatMap(({ code, layer, answer }) => {
      const isRefused = answer !== null && touched.has(code) && !takes(after, code, answer) && takes(before, code, answer);
      const title = before.leaf(code)?.title ?? code;
      return isRefused ? [{ assessmentId: id, agency, code, layer, title, blocks: layer !== null || state !== 'drafting' }] : [];
    }),
  );
}

/** Every stored line whose points are others under the new version: exactly as the engine says. */
export function rescoredLines({ before, after }: Versions, assessments: readonly ReplayedAssessment[]): readonly RescoredLine[] {
  const touched = touchedCodes({ before, after });
  return assessments.flatMap(({ id, lines }) =>
    lines.flatMap(({ code, layer, answer }) => {
      const isScored = touched.has(code) && before.leaf(code) !== undefined && after.leaf(code) !== undefined && (answer === null ? layer !== null : takes(after, code, answer));
      const [was, is] = isScored ? [pointsOf(before, code, answer), pointsOf(after, code, answer)] : [null, null];
      return was === is ? [] : [{ assessmentId: id, code, layer, before: was, after: is }];
    }),
  );
}

export function pointsOf(set: CompiledSet, code: string, answer: Answer | null): string | null {
  const { points } = scoreLeaf(set, code, answer);
  return points === null ? null : String(points);
}

/** The leaves of the former version at which the same answer may be worth something else, or no longer be one: of most corrections a few. */
function touchedCodes({ before, after }: Versions): ReadonlySet<string> {
  const isCoarser = (before.set.rounding?.points ?? null) !== (after.set.rounding?.points ?? null);
  const scoredBy = (set: CompiledSet, code: string): string => {
    const leaf = set.leaf(code);
    return leaf === undefined ? '' : JSON.stringify([leaf.rule, leaf.max, leaf.whenNotApplicable]);
  };
  return new Set(before.leaves.map(({ code }) => code).filter((code) => isCoarser || scoredBy(before, code) !== scoredBy(after, code)));
}
