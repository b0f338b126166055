import type { AnswerView, AssessmentView, EvidenceLinkView } from '@par-index/contract';
import { compileCriteriaSet, type CriteriaSet } from '@par-index/scoring';

/** A small set with one criterion of each sort that the page treats differently. */
export const SET: CriteriaSet = {
  ...{ format: 'par-criteria-set/1', code: 's', title: 'Bộ tiêu chí', year: 2026, appliesTo: 'so' },
  criteria: [
    {
      ...{ code: '1', title: 'Chỉ đạo', max: 9 },
      children: [
        { ...{ code: '1.1', title: 'Đúng hạn', max: 2, evidence: { required: true } }, rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tổng số' } } },
        { ...{ code: '1.2', title: 'Tự chấm', max: 3 }, rule: { kind: 'direct' } },
        { ...{ code: '1.3', title: 'Hài lòng', max: 2, source: 'survey' }, rule: { kind: 'survey', options: [{ id: 'a', label: 'A', percent: 100 }] } },
        { ...{ code: '1.4', title: 'So với nhóm', max: 2 }, rule: { kind: 'relative', measure: { type: 'number', label: 'Số', unit: 'hồ sơ' } } },
      ],
    },
    { code: '2', title: 'Thưởng', max: 1, section: 'bonus', children: [{ code: '2.1', title: 'Sáng kiến', max: 1, rule: { kind: 'direct' } }] },
  ],
};

export const COMPILED = compileCriteriaSet(SET);

export function answerOf(given: Partial<AnswerView> & Pick<AnswerView, 'code'>): AnswerView {
  return { ...{ answer: null, points: null, note: '', evidenceExplanation: '', late: false, updatedAt: '2026-11-24T07:02:00.000Z', updatedBy: 'Hạnh', version: 1 }, ...given };
}

export function evidenceOf(code: string): EvidenceLinkView {
  const file = { name: 'bc.pdf', mediaType: 'application/pdf', bytes: 2048, sha256: 'x', fileVersion: 3, pages: 6 } as const;
  const document = { id: 'd1', agencyId: 'a', title: 'Báo cáo', documentNumber: '118/BC', issuedOn: '2026-11-12', issuer: 'Sở Y tế', url: null, file };
  return { ...{ id: `link-${code}`, code, section: 'mục II', page: 4, round: 'self-assessment', late: false, anchors: [], newerFileVersion: null }, document: { ...document, usedBy: 1, createdAt: '', createdBy: '', version: 1 } };
}

export function viewOf(given: Partial<AssessmentView> = {}): AssessmentView {
  return {
    ...{ id: 'as', cycleId: 'c', cycleTitle: 'Kỳ 2026', year: 2026, phase: 'self-assessment', groupCode: 'so', state: 'drafting' },
    agency: { id: 'a', code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' },
    ...{ submittedAt: null, late: false, notSubmitted: false, criteriaSet: SET, extension: null, exemptions: [] },
    window: { opensAt: '2026-11-01T00:00:00.000Z', deadlineAt: '2026-11-27T00:00:00.000Z', closeAt: '2026-11-28T00:00:00.000Z' },
    now: '2026-11-24T07:02:30.000Z',
    ...{ answers: [], evidence: [], layers: [], previous: [], predecessors: [], missing: [] },
    totals: { points: 0, max: 9, selfMax: 7, bonus: 0, penalty: 0, answered: 0, toAnswer: 3, nodes: {} },
    ...{ openActions: ['send'], editable: true, lockedBecause: null, version: 1 },
    ...given,
  };
}
