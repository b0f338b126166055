import { ASSESSMENT_STATES, type Phase, type Role } from '@par-index/contract';
import { type AssessmentRecord, contextOf } from './assessment-record';
import { lockedBecause } from './locked-because';
import { moveInWords } from './move-words';
import { inVietnamTime } from '../../platform/time/vietnam-time';

const AGENCY = { id: 'agency-own', code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'Sở Tư pháp' };

function recordOf(overrides: Partial<AssessmentRecord> = {}): AssessmentRecord {
  return {
    id: 'assessment-1',
    cycleId: 'cycle-1',
    cycleTitle: 'Kỳ 2026',
    year: 2026,
    phase: 'self-assessment',
    agency: AGENCY,
    groupCode: 'so-ban-nganh',
    criteriaSetId: 'set-1',
    leadAgency: 'Sở Nội vụ',
    state: 'drafting',
    submittedAt: null,
    late: false,
    notSubmitted: false,
    version: 1,
    window: { opensAt: '2026-11-01T00:00:00.000Z', deadlineAt: '2026-11-20T10:00:00.000Z', closeAt: '2026-11-25T10:00:00.000Z' },
    extension: null,
    explanation: null,
    explanationExtension: null,
    exemptions: [],
    now: new Date('2026-11-10T00:00:00.000Z'),
    ...overrides,
  };
}

const officer = { grants: [{ role: 'agency-officer' as const, agencyId: AGENCY.id }] };
const OWN_TIME = { deadlineAt: '2026-12-01T10:00:00.000Z', closeAt: '2026-12-05T10:00:00.000Z' };
const EXTENSION = { phase: 'self-assessment' as const, ...OWN_TIME, reason: 'Bão lũ', grantedBy: null, grantedAt: '2026-11-19T10:00:00.000Z' };

describe('lockedBecause', () => {
  it('says nothing to the officer of an open draft, also between deadline and close', () => {
    expect(lockedBecause(officer, recordOf())).toBeNull();
    expect(lockedBecause(officer, recordOf({ now: new Date('2026-11-22T00:00:00.000Z') }))).toBeNull();
  });

  it('tells the head who enters figures', () => {
    const head = { grants: [{ role: 'agency-head' as const, agencyId: AGENCY.id }] };
    expect(lockedBecause(head, recordOf())).toMatch(/cán bộ đầu mối .* nhập/);
    expect(lockedBecause(head, recordOf({ state: 'awaiting-head' }))).toContain('chờ lãnh đạo');
    expect(lockedBecause(head, recordOf({ state: 'submitted', submittedAt: new Date() }))).toContain('đã nộp lúc');
  });

  it.each<Role>(['home-affairs', 'appraiser'])('names the agency to the %s of another one', (role) => {
    expect(lockedBecause({ grants: [{ role, agencyId: 'other' }] }, recordOf())).toContain('Chỉ cán bộ đầu mối của Sở Tư pháp');
  });

  it('names the head while the head has it', () => {
    expect(lockedBecause(officer, recordOf({ state: 'awaiting-head' }))).toContain('lãnh đạo có thể trả lại');
  });

  it('says when it was submitted and that Sở Nội vụ can reopen it', () => {
    const sentence = lockedBecause(officer, recordOf({ state: 'submitted', submittedAt: new Date('2026-11-19T10:30:00.000Z') }));
    expect(sentence).toContain('đã nộp lúc 17 giờ 30 ngày 19/11/2026');
    expect(sentence).toContain('Sở Nội vụ có thể mở lại');
  });

  it('says that it was taken as it stood', () => {
    expect(lockedBecause(officer, recordOf({ state: 'submitted', notSubmitted: true }))).toContain('lấy theo hiện trạng');
  });

  it('has a sentence of its own for every later state', () => {
    const later = ASSESSMENT_STATES.slice(ASSESSMENT_STATES.indexOf('submitted'));
    const sentences = later.map((state) => lockedBecause(officer, recordOf({ state })));
    expect(new Set(sentences).size).toBe(later.length);
    expect(sentences.every((sentence) => sentence?.endsWith('.'))).toBe(true);
  });

  it('says when it was closed and that Sở Nội vụ can extend', () => {
    const sentence = lockedBecause(officer, recordOf({ now: new Date('2026-11-26T00:00:00.000Z') }));
    expect(sentence).toBe('Đã khóa lúc 17 giờ 00 ngày 25/11/2026. Sở Nội vụ có thể gia hạn cho cơ quan, kèm lý do.');
  });

  it('counts with the extension of the agency', () => {
    const extended = { extension: EXTENSION, window: { opensAt: '2026-11-01T00:00:00.000Z', ...OWN_TIME }, phase: 'appraisal' as const };
    expect(lockedBecause(officer, recordOf({ ...extended, now: new Date('2026-12-02T00:00:00.000Z') }))).toBeNull();
    expect(lockedBecause(officer, recordOf({ ...extended, now: new Date('2026-12-06T00:00:00.000Z') }))).toContain('17 giờ 00 ngày 05/12/2026');
  });

  it.each<[Phase, string]>([
    ['preparing', 'đang được chuẩn bị'],
    ['appraisal', 'đã kết thúc'],
  ])('explains phase %s', (phase, words) => expect(lockedBecause(officer, recordOf({ phase }))).toContain(words));

  it('says when it will begin', () => {
    expect(lockedBecause(officer, recordOf({ now: new Date('2026-10-01T00:00:00.000Z') }))).toContain('bắt đầu lúc 07 giờ 00 ngày 01/11/2026');
  });
});

describe('the record as the rules see it', () => {
  it('becomes a context', () => {
    expect(contextOf(recordOf({ extension: EXTENSION }))).toMatchObject({
      state: 'drafting',
      agencyId: AGENCY.id,
      phase: 'self-assessment',
      extended: true,
      now: '2026-11-10T00:00:00.000Z',
    });
  });
});

describe('words', () => {
  it('tell the time of Vietnam', () => expect(inVietnamTime('2026-12-31T17:05:00.000Z')).toBe('00 giờ 05 ngày 01/01/2027'));
  it('mark a late move', () => {
    expect(moveInWords({ action: 'submit', late: false })).toBe('Lãnh đạo ký và nộp hồ sơ tự đánh giá.');
    expect(moveInWords({ action: 'submit', late: true })).toBe('Lãnh đạo ký và nộp hồ sơ tự đánh giá (sau thời hạn).');
  });
});
