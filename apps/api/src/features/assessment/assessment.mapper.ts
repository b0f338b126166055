import {
  type Actor,
  type AppraisalLayerView,
  type AssessmentSummary,
  type AssessmentView,
  type EvidenceLinkView,
  type MissingItem,
  openAssessmentActions,
  type PredecessorAnswer,
  type PreviousAnswer,
  type TotalsView,
} from '@par-index/contract';
import { type CompiledSet, maxOfSource, type RunningTotals, runningTotals } from '@par-index/scoring';
import { type AssessmentRecord, contextOf } from './assessment-record';
import type { SummaryRow } from './assessment.repository';
import { lockedBecause } from './locked-because';
import { missingItemsOf } from './missing-items';
import { seesContent, seesLayer, type Sight } from './sight';
import { type StoredAnswer, toAgencyAnswers, toAnswerView } from './stored-answer';
import { inTreeOrder } from './tree-order';

/** Everything that is stored of an assessment, before anybody's sight is applied to it. */
export interface AssessmentContents {
  readonly set: CompiledSet;
  readonly answers: readonly StoredAnswer[];
  readonly evidence: readonly EvidenceLinkView[];
  readonly evidenced: ReadonlySet<string>;
  readonly layers: readonly AppraisalLayerView[];
  readonly previous: readonly PreviousAnswer[];
  readonly predecessors: readonly PredecessorAnswer[];
}

export function toSummary(row: SummaryRow): AssessmentSummary {
  const { id, cycleId, cycleTitle, year, phase, agency, groupCode, state, late, notSubmitted } = row;
  return { id, cycleId, cycleTitle, year, phase, agency, groupCode, state, submittedAt: row.submittedAt?.toISOString() ?? null, late, notSubmitted };
}

/** How much is answered, beside the points: what depends on a survey, an appraiser or an index is not the agency's to answer. */
export function toTotalsView(set: CompiledSet, totals: RunningTotals): TotalsView {
  const { points, applicableMax: max, bonus, penalty, answered, total, open, nodes } = totals;
  return { points, max, selfMax: maxOfSource(set, nodes, 'self'), bonus, penalty, answered, toAnswer: total - open.length, nodes };
}

/** The assessment as one reader sees it. Outside of the agency, an unsubmitted one shows how far it is and nothing else. */
export function toView(actor: Actor, record: AssessmentRecord, sight: Sight, contents: AssessmentContents): AssessmentView {
  const { state, version } = record;
  const seen = contentsInSight(record, sight, contents);
  const locked = lockedBecause(actor, record);
  return {
    ...toSummary(record),
    criteriaSet: contents.set.set,
    window: record.window,
    extension: record.extension,
    exemptions: record.exemptions,
    now: record.now.toISOString(),
    answers: seen.answers.map(toAnswerView),
    evidence: seen.evidence,
    layers: inTreeOrder(contents.set, contents.layers.filter((layer) => seesLayer(sight, { state, phase: record.phase }, layer))),
    totals: totalsInSight(record, sight, contents, seen.answers),
    missing: sight.as === 'own' ? missingOf(record, contents) : [],
    previous: seen.previous,
    predecessors: seen.predecessors,
    openActions: openAssessmentActions(actor, contextOf(record)),
    editable: locked === null,
    lockedBecause: locked,
    version,
  };
}

/** What is missing before the assessment can be sent. */
export function missingOf(record: AssessmentRecord, { set, answers, evidenced }: Pick<AssessmentContents, 'set' | 'answers' | 'evidenced'>): readonly MissingItem[] {
  const totals = runningTotals(set, toAgencyAnswers(record, answers));
  return missingItemsOf(set, totals, { answers, evidenced, exempt: record.exemptions.map(({ code }) => code) });
}

function contentsInSight({ state }: AssessmentRecord, sight: Sight, contents: AssessmentContents) {
  const inSight = <T extends { readonly code: string }>(items: readonly T[]): readonly T[] => inTreeOrder(contents.set, items.filter(({ code }) => seesContent(sight, state, code)));
  const known = <T extends { readonly code: string }>(items: readonly T[]): readonly T[] => inSight(items.filter(({ code }) => contents.set.leaf(code)));
  return { answers: inSight(contents.answers), evidence: inSight(contents.evidence), previous: known(contents.previous), predecessors: known(contents.predecessors) };
}

function totalsInSight(record: AssessmentRecord, sight: Sight, { set, answers }: AssessmentContents, seen: readonly StoredAnswer[]): TotalsView {
  const totals = toTotalsView(set, runningTotals(set, toAgencyAnswers(record, seen)));
  if (sight.as !== 'overseer' || seen.length === answers.length) {
    return totals;
  }
  const { answered, toAnswer } = toTotalsView(set, runningTotals(set, toAgencyAnswers(record, answers)));
  return { ...totals, answered, toAnswer };
}
