import { type CompiledSet, scoreLeaf } from '@par-index/scoring';
import type { Declared, Declarer } from './declared';
import { answerTo, isExempt } from './declared';
import { decisionOn } from './decided';
import { Random } from './random';
import type { Rows } from './rows';

/** One agency's assessment, and whoever works on it. */
export interface FilledAssessment {
  readonly id: string;
  readonly cycleId: string;
  readonly declarer: Declarer;
  readonly officerId: string;
  readonly at: Date;
}

const text = (points: number | null): string | null => (points === null ? null : String(points));

/** Adds the agency's own answers with their first revision and audit line. */
export function addAnswers(rows: Rows, { id, cycleId, officerId, at, declarer }: FilledAssessment, declared: readonly Declared[]): void {
  const late = declarer.course === 'submitted-late';
  for (const { leaf, answer, points, note } of declared) {
    const stated = { answer, points: text(points), note, evidence_explanation: '' };
    const row = { assessment_id: id, code: leaf.code, ...stated, late, updated_by: officerId, updated_at: at, version: 1 };
    const answerId = rows.add('answer', row);
    rows.add('answer_revision', { answer_id: answerId, assessment_id: id, code: leaf.code, version: 1, ...stated, changed_by: officerId, changed_at: at });
    const payload = { code: leaf.code, before: null, after: answer, points: text(points), noteChanged: note !== '', late };
    rows.add('audit_event', { event: 'answer.saved', actor_id: officerId, subject_id: id, cycle_id: cycleId, payload, at });
  }
}

interface Layer {
  readonly code: string;
  readonly layer: 'base' | 'appraisal-1';
  readonly kind: string;
  readonly answer: unknown;
  readonly points: string | null;
  readonly reason: string;
  readonly explanation_wanted: boolean;
  readonly question: string;
}

/** Adds the accepted figures of the survey and of external indices. */
export function addBaseFigures(rows: Rows, set: CompiledSet, assessment: FilledAssessment, enteredBy: string): void {
  const leaves = set.leaves.filter(({ source }) => source === 'survey' || source === 'imported');
  for (const leaf of leaves.filter(({ code }) => !isExempt(code, assessment.declarer.exempt))) {
    const answer = answerTo(leaf, assessment.declarer);
    const reason = leaf.source === 'survey' ? 'Kết quả điều tra xã hội học của năm.' : 'Kết quả do cơ quan chủ trì bộ chỉ số công bố.';
    const points = text(scoreLeaf(set, leaf.code, answer).points);
    addLayer(rows, assessment, enteredBy, { code: leaf.code, layer: 'base', kind: 'correct', answer, points, reason, explanation_wanted: false, question: '' });
  }
}

export interface Assignment {
  readonly code: string;
  readonly appraiserId: string;
}

/** Adds the decisions of appraisal 1: all of the assigned criteria, or as many as `share` of them. */
export function addDecisions(rows: Rows, set: CompiledSet, assessment: FilledAssessment, work: { readonly declared: readonly Declared[]; readonly assignments: readonly Assignment[]; readonly share: number }): void {
  const declared = new Map(work.declared.map((one) => [one.leaf.code, one.answer]));
  for (const { code, appraiserId } of work.assignments) {
    const leaf = set.leaf(code);
    const chosen = work.share === 1 || new Random(`turn ${assessment.declarer.agencyCode} ${code}`).chance(work.share);
    if (leaf && chosen && !isExempt(code, assessment.declarer.exempt)) {
      const { kind, answer, points, reason, explanationWanted, question } = decisionOn(set, leaf, declared.get(code) ?? null, assessment.declarer);
      addLayer(rows, assessment, appraiserId, { code, layer: 'appraisal-1', kind, answer, points: text(points), reason, explanation_wanted: explanationWanted, question });
    }
  }
}

function addLayer(rows: Rows, { id, cycleId, at }: FilledAssessment, decidedBy: string, layer: Layer): void {
  const by = { decided_by: decidedBy, decided_at: at };
  const layerId = rows.add('appraisal_layer', { assessment_id: id, ...layer, ...by, version: 1 });
  rows.add('appraisal_layer_revision', { layer_id: layerId, assessment_id: id, ...layer, version: 1, ...by });
  const base = layer.layer === 'base';
  const payload = base
    ? { code: layer.code, before: null, after: layer.answer, reason: layer.reason }
    : { code: layer.code, layer: layer.layer, kind: layer.kind, before: null, after: layer.points, reason: layer.reason };
  rows.add('audit_event', { event: base ? 'base-figure.entered' : 'appraisal.decided', actor_id: decidedBy, subject_id: id, cycle_id: cycleId, payload, at });
}
