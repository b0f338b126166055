import type { AnswerView, AppraisalLayerView, AssessmentView, EvidenceLinkView, Layer } from '@par-index/contract';
import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { type Extent, sheetReportOf } from './sheet-report';

const set = compileCriteriaSet(APPRAISED_SET);

const answer = (code: string, given: Answer | null, more: Partial<AnswerView> = {}): AnswerView => ({
  ...{ code, answer: given, points: null, note: '', evidenceExplanation: '', late: false, updatedAt: '', updatedBy: '', version: 1 },
  ...more,
});
const layer = (code: string, name: Layer, given: Answer | null, more: Partial<AppraisalLayerView> = {}): AppraisalLayerView => ({
  ...{ code, layer: name, kind: 'correct', answer: given, points: null, reason: '', explanationWanted: false, question: '', decidedAt: '', decidedBy: '', version: 1 },
  ...more,
});

const evidence: EvidenceLinkView = {
  ...{ id: 'e', code: '1.1', round: 'self-assessment' as const, late: false, section: 'Mục II', page: 3, anchors: [], newerFileVersion: null },
  document: {
    ...{ id: 'd', agencyId: 'a', title: 'Báo cáo cải cách hành chính', documentNumber: '128/BC-STP', issuedOn: '2026-11-05', issuer: 'Sở Tư pháp' },
    ...{ url: null, file: null, usedBy: 1, createdAt: '', createdBy: '', version: 1 },
  },
};

const VIEW = {
  agency: { id: 'a', code: 'a', name: 'Sở A', shortName: 'A' },
  exemptions: [],
  answers: [answer('1.1', { numerator: 19, denominator: 20 }, { note: 'Tính đến 30/11' }), answer('1.3', { value: 4 }), answer('3.1', null, { note: 'Chưa có' })],
  evidence: [evidence],
  layers: [
    layer('1.1', 'appraisal-1', { numerator: 15, denominator: 20 }, { reason: 'Thiếu 4 nhiệm vụ', explanationWanted: true, question: 'Nhiệm vụ nào?' }),
    layer('2.1', 'appraisal-1', { points: 8.5 }),
    layer('2.2', 'base', { percent: 90 }),
    layer('1.1', 'appraisal-2', { awarded: 12.25, reason: 'Giải trình có lý' }, { kind: 'award', reason: 'Giải trình có lý' }),
  ],
} as unknown as AssessmentView;

const reportOf = (view = VIEW, extent: Extent = 'whole') => sheetReportOf(set, view, extent);
const lineOf = (code: string, report = reportOf()) => report.lines.find((line) => line.code === code)!;

describe('sheetReportOf', () => {
  it('has every node of the tree in its order', () => expect(reportOf().lines.map(({ code }) => code)).toEqual(set.nodes.map(({ code }) => code)));
  it('says what was declared, with the note', () => expect(lineOf('1.1').declared).toBe('19/20\nThuyết minh: Tính đến 30/11'));
  it('says the rule in words', () => expect(lineOf('1.1').rule).toContain('Trên 90%: 20 điểm'));
  it('names each document and where to look', () => {
    expect(lineOf('1.1').evidence).toBe('- 128/BC-STP ngày 05/11/2026 Sở Tư pháp: Báo cáo cải cách hành chính (Mục II, trang 3)');
  });
  it('says what stands in the place of a document', () => {
    const view = { ...VIEW, evidence: [], answers: [answer('1.1', null, { evidenceExplanation: 'Mất do lũ' })] };
    expect(lineOf('1.1', reportOf(view)).evidence).toBe('Giải trình thay tài liệu: Mất do lũ');
  });
  it('puts the points of each layer beside the own ones', () => {
    expect(lineOf('1.1')).toMatchObject({ self: 20, layers: { 'base': null, 'appraisal-1': 10, 'appraisal-2': 12.25, 'council': null } });
  });
  it('gives the reasons and the question in the order of the layers', () => {
    expect(lineOf('1.1').remark).toBe('Lần 1: Thiếu 4 nhiệm vụ\nĐề nghị giải trình: Nhiệm vụ nào?\nLần 2: Giải trình có lý');
  });
  it('lets a relative criterion wait', () => expect(lineOf('1.3').self).toBe('chờ tổng hợp'));
  it('says where a figure comes from that the agency does not state', () => {
    expect(lineOf('2.2')).toMatchObject({ declared: 'Lấy từ khảo sát: 90%', self: null, layers: { base: 18 } });
    expect(lineOf('2.3').declared).toBe('Số liệu nhập từ bên ngoài');
  });
  it('knows nought from nothing', () => {
    expect(lineOf('3.1')).toMatchObject({ self: 0, declared: 'Thuyết minh: Chưa có' });
    expect(lineOf('1.2')).toMatchObject({ self: null, declared: '' });
  });
  it('says what does not apply', () => {
    const view = { ...VIEW, answers: [answer('1.2', { notApplicable: true, reason: 'Không có đơn vị' })] };
    expect(lineOf('1.2', reportOf(view))).toMatchObject({ self: 'không áp dụng', declared: 'Không áp dụng: Không có đơn vị' });
  });
  it('sums each column as it stood after that layer', () => {
    expect(lineOf('1')).toMatchObject({ self: 20, layers: { 'base': 20, 'appraisal-1': 10, 'appraisal-2': 12.25, 'council': null } });
    expect(reportOf().totals).toMatchObject({ self: 20, layers: { 'base': 38, 'appraisal-1': 36.5, 'appraisal-2': 38.75, 'council': null } });
  });
  it('shows an exempt field as not applicable', () => {
    const view = { ...VIEW, exemptions: [{ code: '2', reason: 'Miễn' }] };
    expect(lineOf('2', reportOf(view)).self).toBe('không áp dụng');
    expect(reportOf(view).totals.max).toBeLessThan(100);
  });
  it('sums nothing for who sees a part', () => {
    const report = reportOf(VIEW, 'part');
    expect(report.totals).toMatchObject({ self: null, layers: { 'appraisal-1': null } });
    expect(lineOf('1', report)).toMatchObject({ self: null });
    expect(lineOf('1.1', report)).toMatchObject({ self: 20 });
  });
});
