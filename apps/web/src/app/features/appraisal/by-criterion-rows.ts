import { type AppraisedAgency, appraisalLayerOf, type HintView, type Layer, type Phase } from '@par-index/contract';
import type { Answer, CompiledLeaf, CompiledSet } from '@par-index/scoring';
import { matchesSearch } from '../../ui/format/fold-accents';
import { answerBelow, areWorthTheSame, declaredOf, differsFromLastYear, highestBelow, layerOf, type Worth, worthOf } from './criterion-standing';
import type { DecisionSubject } from './decision-draft';
import type { RowMark } from './work-rows';

/** One agency of the grid. */
export interface AgencyRow {
  readonly assessmentId: string;
  readonly name: string;
  readonly agency: AppraisedAgency;
  readonly decision: 'decided' | 'undecided' | 'not-mine';
  readonly declared: Answer | null;
  /** Null where nothing was declared. */
  readonly own: Worth | null;
  /** As the layers stand now; null where nothing was declared or decided. */
  readonly standing: Worth | null;
  readonly previousPoints: number | null;
  readonly differs: boolean;
  readonly differsFromLastYear: boolean;
  readonly evidence: 'there' | 'lacking' | 'not-needed';
  readonly explanation: 'wanted' | 'not-wanted';
  readonly late: boolean;
  /** Something that is worth a look and was not put aside. */
  readonly flagged: boolean;
  readonly mark: RowMark;
}

export const ROW_FILTERS = ['undecided', 'differs', 'last-year', 'evidence-lacking', 'explanation', 'flagged', 'changed', 'late'] as const;
export type RowFilter = (typeof ROW_FILTERS)[number];

const KEEPS: Readonly<Record<RowFilter, (row: AgencyRow) => boolean>> = {
  'undecided': ({ decision }) => decision === 'undecided',
  'differs': ({ differs }) => differs,
  'last-year': (row) => row.differsFromLastYear,
  'evidence-lacking': ({ evidence }) => evidence === 'lacking',
  'explanation': ({ explanation }) => explanation === 'wanted',
  'flagged': ({ flagged }) => flagged,
  'changed': ({ agency }) => agency.changes.length > 0,
  'late': ({ late }) => late,
};

export interface GridReading {
  readonly set: CompiledSet;
  readonly leaf: CompiledLeaf;
  readonly phase: Phase;
}

/** How the criterion stands at one agency. */
export function agencyRow(agency: AppraisedAgency, { set, leaf, phase }: GridReading, hints: readonly HintView[] = []): AgencyRow {
  const { assessmentId, previous } = agency;
  const layer = layerNow(agency, phase);
  const declared = declaredOf(agency, leaf);
  const highest = highestBelow(agency, null);
  const inForce = highest ? highest.answer : declared;
  const decision = decisionOf(agency, layer);
  const differs = highest !== null && leaf.source === 'self' && !areWorthTheSame(set, leaf.code, [declared, inForce]);
  const explanation = agency.layers.some(({ explanationWanted }) => explanationWanted) ? 'wanted' : 'not-wanted';
  const own = declared === null ? null : worthOf(set, leaf.code, declared);
  return {
    ...{ assessmentId, name: agency.agency.name, agency, decision, declared, own, differs, explanation },
    standing: highest === null && declared === null ? null : worthOf(set, leaf.code, inForce),
    previousPoints: previous?.points ?? null,
    differsFromLastYear: differsFromLastYear(own, previous),
    evidence: agency.evidence.length > 0 ? 'there' : leaf.evidenceRequired && declared !== null ? 'lacking' : 'not-needed',
    late: agency.late || (agency.answer?.late ?? false),
    flagged: hints.some(({ dismissal }) => dismissal === null),
    mark: markOf(agency, { decision, differs, explanation }),
  };
}

/** Those that stay, in the same order. */
export const keptAgencies = (rows: readonly AgencyRow[], { filter, search }: { readonly filter: RowFilter | null; readonly search: string }): readonly AgencyRow[] =>
  rows.filter((row) => (filter === null || KEEPS[filter](row)) && matchesSearch(`${row.name} ${row.agency.agency.shortName}`, search));

/** The next undecided agency, from the beginning again after the last; null when all are decided. `settled`: those that are on their way. */
export function nextUndecidedAgency(rows: readonly AgencyRow[], after: string | null, settled: ReadonlySet<string> = new Set()): string | null {
  const at = rows.findIndex(({ assessmentId }) => assessmentId === after);
  const waits = ({ assessmentId, decision }: AgencyRow) => decision === 'undecided' && assessmentId !== after && !settled.has(assessmentId);
  return (rows.slice(at + 1).find(waits) ?? rows.find(waits))?.assessmentId ?? null;
}

/** What the reader may write at an agency now; null where it is read only. */
export function agencySubject(agency: AppraisedAgency, { set, leaf, phase }: GridReading): DecisionSubject | null {
  const layer = layerNow(agency, phase);
  if (!agency.decidable || layer === null) {
    return null;
  }
  const kept = layer === 'appraisal-2' ? highestBelow(agency, layer) : null;
  return { purpose: 'decision', set, leaf, declared: declaredOf(agency, leaf), below: answerBelow(agency, leaf, layer), former: layerOf(agency, layer), kept };
}

/** The layer that an appraiser writes at this agency now. */
export const layerNow = ({ state }: Pick<AppraisedAgency, 'state'>, phase: Phase): Layer | null => appraisalLayerOf({ phase, state });

function decisionOf(agency: AppraisedAgency, layer: Layer | null): AgencyRow['decision'] {
  if (layerOf(agency, layer ?? 'appraisal-1')) {
    return 'decided';
  }
  return agency.decidable ? 'undecided' : 'not-mine';
}

function markOf({ state, lockedBecause }: AppraisedAgency, { decision, differs, explanation }: Pick<AgencyRow, 'decision' | 'differs' | 'explanation'>): RowMark {
  if (state === 'drafting' || state === 'awaiting-head') {
    return { words: $localize`chưa nộp`, icon: 'waiting', tone: 'neutral' };
  }
  if (explanation === 'wanted') {
    return { words: $localize`đề nghị giải trình`, icon: 'comment', tone: 'partial' };
  }
  if (decision === 'decided') {
    return differs ? { words: $localize`đã quyết, điểm khác`, icon: 'partial', tone: 'partial' } : { words: $localize`đã quyết`, icon: 'complete', tone: 'full' };
  }
  return lockedBecause === null ? { words: $localize`chưa quyết`, icon: 'empty', tone: 'neutral' } : { words: $localize`chỉ xem`, icon: 'lock', tone: 'neutral' };
}
