import type { AppraisalLayerView, DifferenceView, ExplanationEntry, ExplanationView } from '@par-index/contract';
import type { CriteriaSet } from '@par-index/scoring';

export const criteriaSet: CriteriaSet = {
  format: 'par-criteria-set/1',
  code: 'thu',
  title: 'Bộ thử',
  year: 2026,
  appliesTo: 'so-ban-nganh',
  rounding: { points: 2, index: 2 },
  criteria: [
    {
      code: '1',
      title: 'Cải cách thể chế',
      max: 4,
      appraiser: 'so-tu-phap',
      children: [
        { code: '1.1', title: 'Tiến độ trình văn bản', max: 2, rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'đúng hạn', denominator: 'tổng số' } } },
        { code: '1.2', title: 'Rà soát văn bản', max: 1, rule: { kind: 'direct' } },
        { code: '1.3', title: 'Chất lượng văn bản', max: 1, source: 'appraiser', rule: { kind: 'direct' } },
      ],
    },
  ],
};

export function entry(code: string, changes: Partial<ExplanationEntry> = {}): ExplanationEntry {
  return { code, stance: 'explain', text: 'Báo cáo 12 ghi 95 %', late: false, updatedAt: '2026-11-24T01:00:00.000Z', updatedBy: 'Nguyễn Minh Uyên', version: 1, ...changes };
}

export function difference(code: string, changes: Partial<DifferenceView> = {}): DifferenceView {
  const words = { reason: 'Thiếu tài liệu', explanationWanted: false, question: '', decidedAt: '2026-11-20T01:00:00.000Z', decidedBy: 'Phạm Quốc Bảo' };
  const appraised: AppraisalLayerView = { code, layer: 'appraisal-1', kind: 'award', answer: { awarded: 0.5, reason: 'Thiếu' }, points: 0.5, version: 1, ...words };
  return {
    ...{ code, kind: 'lowered', wanted: false, question: null, answer: null, ownPoints: 1, appraised, appraisedPoints: 0.5, lost: 0.5, explanation: null, outcome: null },
    ...{ evidence: [], explanationEvidence: [], remarks: 0 },
    ...changes,
  };
}

export function view(changes: Partial<ExplanationView> = {}): ExplanationView {
  return {
    ...{ assessmentId: 'as-1', cycleId: 'c-1', cycleTitle: 'Kỳ 2026', phase: 'explanation', state: 'explaining', criteriaSet, extended: false, extension: null },
    agency: { id: 'a', code: 'so-y-te', name: 'Sở Y tế', shortName: 'Sở Y tế' },
    window: { opensAt: '2026-11-20T00:00:00.000Z', deadlineAt: '2026-11-28T00:00:00.000Z', closeAt: '2026-11-30T00:00:00.000Z' },
    now: '2026-11-24T01:00:00.000Z',
    round: { state: 'open', openedAt: '2026-11-20T00:00:00.000Z', submittedAt: null, submittedBy: null, late: false },
    differences: [
      difference('1.2', { wanted: true, question: { text: 'Tài liệu nào?', askedAt: '2026-11-20T01:00:00.000Z', status: 'asked' } }),
      difference('1.1'),
      difference('1.3', { kind: 'short', ownPoints: null }),
    ],
    ...{ editable: true, lockedBecause: null, openActions: [], version: 4 },
    ...changes,
  };
}
