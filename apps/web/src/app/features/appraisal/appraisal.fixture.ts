import type { AgencyRef, AppraisalLayerView, AppraisalView, AppraisedCriterion, RoleGrantView, SessionView } from '@par-index/contract';
import { type Answer, compileCriteriaSet, type CriteriaSet } from '@par-index/scoring';

export const justice: AgencyRef = { id: 'a-justice', code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'Sở Tư pháp' };
export const culture: AgencyRef = { id: 'a-culture', code: 'so-vhttdl', name: 'Sở Văn hóa, Thể thao và Du lịch', shortName: 'Sở VHTT&DL' };
export const homeAffairs: AgencyRef = { id: 'a-home', code: 'so-noi-vu', name: 'Sở Nội vụ', shortName: 'Sở Nội vụ' };

/** One leaf of every kind that matters to an appraiser: a ratio, one with evidence, one only for the appraiser, a survey, a relative one. */
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
      max: 5,
      appraiser: 'so-tu-phap',
      children: [
        { code: '1.1', title: 'Tiến độ trình văn bản', max: 2, rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'đúng hạn', denominator: 'tổng số' } } },
        { code: '1.2', title: 'Rà soát văn bản', max: 1, rule: { kind: 'choice', options: [{ id: 'co', label: 'Có', points: 1 }, { id: 'khong', label: 'Không', points: 0 }] }, evidence: { required: true } },
        { code: '1.3', title: 'Văn bản trái luật', max: 1, source: 'appraiser', rule: { kind: 'tally', start: 'max', items: [{ id: 'sai', label: 'Văn bản sai', points: 0.5 }] } },
        { code: '1.4', title: 'So với nơi cao nhất', max: 1, rule: { kind: 'relative', measure: { type: 'number', label: 'Tỷ lệ', unit: '%' } } },
      ],
    },
    { code: '2', title: 'Khảo sát', max: 2, source: 'survey', rule: { kind: 'survey', options: [{ id: 'tot', label: 'Tốt', percent: 100 }] } },
  ],
};

export const compiled = compileCriteriaSet(criteriaSet);

export function layer(changes: Partial<AppraisalLayerView> & Pick<AppraisalLayerView, 'code'>): AppraisalLayerView {
  const stands = { layer: 'appraisal-1', kind: 'accept', answer: null, points: null, reason: '', explanationWanted: false, question: '' } as const;
  return { ...stands, decidedAt: '2026-11-24T01:00:00.000Z', decidedBy: 'Phạm Quốc Bảo', version: 1, ...changes };
}

export function criterion(code: string, declared: Answer | null, changes: Partial<AppraisedCriterion> = {}): AppraisedCriterion {
  const answer = declared === null ? null : { code, answer: declared, points: null, note: '', evidenceExplanation: '', late: false, updatedAt: '2026-11-12T01:00:00.000Z', updatedBy: 'Nguyễn Minh Uyên', version: 1 };
  return { code, appraiser: justice, person: null, decidable: true, explained: false, lockedBecause: null, answer, evidence: [], layers: [], previous: null, predecessors: [], ...changes };
}

export function view(changes: Partial<AppraisalView> = {}): AppraisalView {
  return {
    assessmentId: 'as-1',
    cycleId: 'c-1',
    cycleTitle: 'Kỳ 2026',
    phase: 'appraisal',
    window: { opensAt: '2026-11-18T17:00:00.000Z', deadlineAt: '2026-12-06T17:00:00.000Z', closeAt: '2026-12-09T17:00:00.000Z' },
    now: '2026-11-24T01:00:00.000Z',
    agency: culture,
    state: 'submitted',
    submittedAt: '2026-11-12T01:00:00.000Z',
    late: false,
    notSubmitted: false,
    criteriaSet,
    exemptions: [],
    criteria: [
      criterion('1.1', { numerator: 80, denominator: 100 }),
      criterion('1.2', { choice: 'co' }),
      criterion('1.3', null),
      criterion('1.4', { value: 40 }),
      criterion('2', null, { appraiser: null, decidable: false, lockedBecause: 'Điểm lấy từ khảo sát, không thẩm định ở đây.' }),
    ],
    changedSinceSubmission: 0,
    changes: [],
    ...changes,
  };
}

/** Whoever is signed in, with these roles. */
export function session(...grants: readonly RoleGrantView[]): SessionView {
  return { userId: 'u', userName: 'thamdinh.stp', fullName: 'Phạm Quốc Bảo', grants, permissions: [], csrfToken: 't', demo: false };
}
