import { type Actor, agenciesOf, type AppraisalView, type AppraisedCriterion, type Layer } from '@par-index/contract';
import type { CompiledLeaf, CompiledSet } from '@par-index/scoring';
import { matchesSearch } from '../../ui/format/fold-accents';
import type { IconName } from '../../ui/icon/icon-paths';
import type { Tone } from '../../ui/words/state-words';
import { areWorthTheSame, declaredOf, differsFromLastYear, highestBelow, layerOf, type Worth, worthOf } from './criterion-standing';

/** One criterion of the worklist. */
export interface WorkRow {
  readonly code: string;
  readonly title: string;
  readonly max: number;
  /** Title of its field of work. */
  readonly field: string;
  /** Assigned to the reader's agency. */
  readonly owner: 'mine' | 'other' | 'nobody';
  readonly decision: 'decided' | 'undecided';
  readonly declared: Worth | null;
  /** As the layers stand now; null where nothing was declared or decided. */
  readonly standing: Worth | null;
  readonly differs: 'yes' | 'no';
  /** Whether the declared points are others than those of last year. */
  readonly lastYear: 'other' | 'same';
  readonly evidence: 'there' | 'lacking' | 'not-needed';
  readonly explanation: 'wanted' | 'not-wanted';
  /** Handed in late, or last changed after the deadline: as in the list of one criterion. */
  readonly late: boolean;
  /** Whether something is pointed out there that nobody put aside. */
  readonly hint: 'there' | 'none';
  readonly mark: RowMark;
}

/** How a criterion stands: its word first, then its shape and its colour. */
export interface RowMark {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

export const WORK_FILTERS = ['undecided', 'differs', 'last-year', 'evidence-lacking', 'explanation', 'flagged', 'late'] as const;
export type WorkFilter = (typeof WORK_FILTERS)[number];
export type WorkScope = 'mine' | 'all';

const KEEPS: Readonly<Record<WorkFilter, (row: WorkRow) => boolean>> = {
  'undecided': ({ owner, decision }) => owner !== 'nobody' && decision === 'undecided',
  'differs': ({ differs }) => differs === 'yes',
  'last-year': ({ lastYear }) => lastYear === 'other',
  'evidence-lacking': ({ evidence }) => evidence === 'lacking',
  'explanation': ({ explanation }) => explanation === 'wanted',
  'flagged': ({ hint }) => hint === 'there',
  'late': ({ late }) => late,
};

export interface RowReading {
  readonly view: AppraisalView;
  readonly set: CompiledSet;
  readonly actor: Pick<Actor, 'grants'>;
  /** The layer that an appraiser writes now; the first appraisal where none is open. */
  readonly layer: Layer;
}

/** The criteria of an appraisal in the order of the set. */
export function workRows({ view, set, actor, layer }: RowReading): readonly WorkRow[] {
  const own = agenciesOf(actor, ['appraiser', 'home-affairs']);
  return view.criteria.flatMap((criterion) => {
    const leaf = set.leaf(criterion.code);
    return leaf ? [rowOf(criterion, leaf, { set, own, layer, late: view.late })] : [];
  });
}

/** The same rows, those among `flagged` marked as having a hint. */
export const withHints = (rows: readonly WorkRow[], flagged: ReadonlySet<string>): readonly WorkRow[] =>
  rows.map((row) => (flagged.has(row.code) ? { ...row, hint: 'there' } : row));

/** Those that stay, in the same order. */
export function keptRows(rows: readonly WorkRow[], kept: { readonly scope: WorkScope; readonly filter: WorkFilter | null; readonly search: string }): readonly WorkRow[] {
  return rows.filter(
    (row) =>
      (kept.scope === 'all' || row.owner === 'mine') &&
      (kept.filter === null || KEEPS[kept.filter](row)) &&
      matchesSearch(`${row.code} ${row.title} ${row.field}`, kept.search),
  );
}

/** Where «lưu và sang tiêu chí sau» leads: the next undecided one of mine, from the beginning again after the last; null when all are decided. */
export function nextUndecided(rows: readonly WorkRow[], after: string | null): string | null {
  const at = rows.findIndex(({ code }) => code === after);
  const waiting = ({ owner, decision, code }: WorkRow) => owner === 'mine' && decision === 'undecided' && code !== after;
  return (rows.slice(at + 1).find(waiting) ?? rows.find(waiting))?.code ?? null;
}

/** The row so many places further; null beyond the ends. A code that is not in the list leads to the first row. */
export function neighbour(rows: readonly WorkRow[], code: string | null, by: 1 | -1): string | null {
  const at = rows.findIndex((row) => row.code === code);
  return at < 0 ? (rows[0]?.code ?? null) : (rows[at + by]?.code ?? null);
}

/** Rows under the titles of their fields. */
export function byField(rows: readonly WorkRow[]): readonly { readonly field: string; readonly rows: readonly WorkRow[] }[] {
  const fields = [...new Set(rows.map(({ field }) => field))];
  return fields.map((field) => ({ field, rows: rows.filter((row) => row.field === field) }));
}

function rowOf(criterion: AppraisedCriterion, leaf: CompiledLeaf, { set, own, layer, late }: { readonly set: CompiledSet; readonly own: readonly string[]; readonly layer: Layer; readonly late: boolean }): WorkRow {
  const { code, title, max } = leaf;
  const declared = declaredOf(criterion, leaf);
  const highest = highestBelow(criterion, null);
  const inForce = highest ? highest.answer : declared;
  const owner = ownerOf(criterion, { own, layer });
  const settled = layer === 'appraisal-2' && !criterion.explained;
  const decision = layerOf(criterion, layer) || settled ? 'decided' : 'undecided';
  const differs = highest !== null && leaf.source === 'self' && !areWorthTheSame(set, code, [declared, inForce]) ? 'yes' : 'no';
  const explanation = criterion.layers.some(({ explanationWanted }) => explanationWanted) ? 'wanted' : 'not-wanted';
  return {
    ...{ code, title, max, field: set.node(leaf.fieldCode)?.title ?? '', owner, decision, differs, explanation },
    lastYear: differsFromLastYear(declared === null ? null : worthOf(set, code, declared), criterion.previous) ? 'other' : 'same',
    declared: declared === null ? null : worthOf(set, code, declared),
    standing: highest === null && declared === null ? null : worthOf(set, code, inForce),
    evidence: evidenceOf(criterion, leaf),
    late: late || (criterion.answer?.late ?? false),
    hint: 'none',
    mark: layer === 'appraisal-2' ? markAgain(criterion) : markOf({ owner, decision, differs, explanation }, leaf, criterion),
  };
}

/** In appraisal 2 only what was explained is anybody's to decide. */
function ownerOf({ appraiser, explained }: AppraisedCriterion, { own, layer }: { readonly own: readonly string[]; readonly layer: Layer }): WorkRow['owner'] {
  if (appraiser === null) {
    return 'nobody';
  }
  return own.includes(appraiser.id) && (layer !== 'appraisal-2' || explained) ? 'mine' : 'other';
}

function markAgain(criterion: AppraisedCriterion): RowMark {
  if (!criterion.explained) {
    return { words: $localize`không giải trình, giữ kết quả`, icon: 'lock', tone: 'neutral' };
  }
  return layerOf(criterion, 'appraisal-2')
    ? { words: $localize`đã thẩm định lại`, icon: 'complete', tone: 'full' }
    : { words: $localize`đã giải trình, chờ thẩm định lại`, icon: 'comment', tone: 'partial' };
}

function evidenceOf(criterion: AppraisedCriterion, leaf: CompiledLeaf): WorkRow['evidence'] {
  if (criterion.evidence.length > 0) {
    return 'there';
  }
  return leaf.evidenceRequired && declaredOf(criterion, leaf) !== null ? 'lacking' : 'not-needed';
}

function markOf({ owner, decision, differs, explanation }: Pick<WorkRow, 'owner' | 'decision' | 'differs' | 'explanation'>, { source }: CompiledLeaf, criterion: AppraisedCriterion): RowMark {
  if (owner === 'nobody') {
    return unassignedMark(source, criterion);
  }
  if (explanation === 'wanted') {
    return { words: $localize`đề nghị giải trình`, icon: 'comment', tone: 'partial' };
  }
  if (decision === 'undecided') {
    return { words: $localize`chưa quyết`, icon: 'empty', tone: 'neutral' };
  }
  return differs === 'yes' ? { words: $localize`đã quyết, điểm khác`, icon: 'partial', tone: 'partial' } : { words: $localize`đã quyết`, icon: 'complete', tone: 'full' };
}

function unassignedMark(source: CompiledLeaf['source'], { layers }: AppraisedCriterion): RowMark {
  if (source !== 'survey' && source !== 'imported') {
    return { words: $localize`không thẩm định`, icon: 'lock', tone: 'neutral' };
  }
  if (layers.length === 0) {
    return { words: source === 'survey' ? $localize`chưa có kết quả khảo sát` : $localize`chưa nhập số liệu`, icon: 'waiting', tone: 'neutral' };
  }
  return { words: source === 'survey' ? $localize`đã có kết quả khảo sát` : $localize`đã nhập số liệu`, icon: 'complete', tone: 'full' };
}
