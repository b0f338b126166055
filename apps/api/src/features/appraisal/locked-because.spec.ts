import type { Actor, AssessmentState, Phase } from '@par-index/contract';
import { actorOf, actorWith } from '../../../test/factories/actor.factory';
import type { AppraisalRecord } from './appraisal-record';
import { lockedBecause } from './locked-because';

const appraiser = { id: 'tu-phap', code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'STP' };
const window = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-10T00:00:00Z', closeAt: '2026-11-12T00:00:00Z' };

function record(phase: Phase, state: AssessmentState, exempt: readonly string[] = []): AppraisalRecord {
  return {
    ...{ id: 'a', cycleId: 'c', cycleTitle: 'Kỳ', year: 2026, phase, leadAgencyId: 'noi-vu', participantId: 'p', criteriaSetId: 's', state },
    ...{ submittedAt: null, late: false, notSubmitted: false, ownWindow: window, appraisalWindow: window, extended: false, now: new Date() },
    agency: { id: 'xa', code: 'xa', name: 'Xã Kim Bình', shortName: 'Kim Bình' },
    exemptions: exempt.map((code) => ({ code, reason: 'Không có thủ tục hành chính.' })),
  };
}

const locked = (actor: Pick<Actor, 'id' | 'grants'>, of: AppraisalRecord, code = '1.1') => lockedBecause(actor, { record: of, leaf: { code, source: 'self' }, appraiser });
const own = actorOf('appraiser', 'tu-phap');

describe('lockedBecause', () => {
  it('says nothing where the criterion can be decided', () => expect(locked(own, record('appraisal', 'submitted'))).toBeNull());
  it('names the agency that appraises it', () => {
    expect(locked(actorOf('appraiser', 'noi-vu'), record('appraisal', 'submitted'))).toBe('Sở Tư pháp thẩm định tiêu chí này.');
    expect(locked(actorWith([{ role: 'council-member', agencyId: 'x' }]), record('appraisal', 'submitted'))).toContain('Sở Tư pháp');
  });
  it('names the person that it is given to, to others of the same agency', () => {
    const subject = { record: record('appraisal', 'submitted'), leaf: { code: '1.1', source: 'self' as const }, appraiser, person: { id: 'binh', fullName: 'Trần Bình' } };
    expect(lockedBecause(own, { ...subject, deciders: ['binh'] })).toContain('được giao cho Trần Bình');
    expect(lockedBecause(own, { ...subject, deciders: ['binh', own.id] })).toBeNull();
    expect(lockedBecause(actorOf('appraiser', 'noi-vu'), { ...subject, deciders: ['binh'] })).toBe('Sở Tư pháp thẩm định tiêu chí này.');
  });
  it('says who to turn to where nobody appraises it', () => {
    const subject = { record: record('appraisal', 'submitted'), leaf: { code: '1.1', source: 'self' as const }, appraiser: null };
    expect(lockedBecause(own, subject)).toContain('Sở Nội vụ');
  });
  it('gives the reason of an exemption, also of a field above', () => {
    expect(locked(own, record('appraisal', 'submitted', ['1']))).toBe('Tiêu chí được miễn cho cơ quan này: Không có thủ tục hành chính.');
    expect(locked(own, record('appraisal', 'submitted', ['1']), '10.1')).toBeNull();
  });
  it.each(['survey', 'imported'] as const)('says where a %s figure comes from', (source) => {
    expect(lockedBecause(own, { record: record('appraisal', 'submitted'), leaf: { code: '2.2', source }, appraiser: null })).toContain('không thẩm định ở đây');
  });
  it.each<[Phase, AssessmentState, string]>([
    ['self-assessment', 'drafting', 'chưa mở'],
    ['appraisal', 'drafting', 'chưa nộp'],
    ['explanation', 'explaining', 'đang giải trình'],
    ['explanation', 'reappraised', 'đã kết thúc'],
    ['reappraisal', 'explaining', 'đang giải trình'],
    ['reappraisal', 'explained', 'coi như đồng ý'],
    ['reappraisal', 'reappraised', 'coi như đồng ý'],
    ['reappraisal', 'decided', 'không có nội dung giải trình'],
  ])('says what %s means for an assessment that is %s', (phase, state, words) => expect(locked(own, record(phase, state))).toContain(words));

  it('lets what was explained be decided again, whatever its figure comes from', () => {
    const subject = (source: 'self' | 'survey' | 'imported', explained: boolean) => ({ record: record('reappraisal', 'explained'), leaf: { code: '2.2', source }, appraiser, explained });
    expect(lockedBecause(own, subject('self', true))).toBeNull();
    expect(lockedBecause(own, subject('survey', true))).toBeNull();
    expect(lockedBecause(own, subject('imported', false))).toContain('nguồn ngoài');
    expect(lockedBecause(own, subject('self', false))).toContain('không giải trình');
    expect(lockedBecause(actorOf('appraiser', 'noi-vu'), subject('survey', true))).toContain('Sở Tư pháp');
  });
});
