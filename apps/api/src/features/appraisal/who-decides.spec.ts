import type { Actor, AssessmentState, Phase, ProblemCode, RoleGrant } from '@par-index/contract';
import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { actorWith } from '../../../test/factories/actor.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { DomainError } from '../../platform/problem/domain-error';
import type { AppraisalRecord } from './appraisal-record';
import { AppraisalScene } from './appraisal-scene.service';
import { appraisingAgencies, assertDecidable, assertMayAccept } from './who-decides';

const window = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-10T00:00:00Z', closeAt: '2026-11-12T00:00:00Z' };
const declared: readonly { readonly code: string; readonly answer: Answer }[] = [{ code: '1.1', answer: { numerator: 1, denominator: 2 } }];
const assignments = [
  { assessmentId: 'a', code: '1.1', agencyId: 'noi-vu', person: null, standIns: [], explained: true },
  { assessmentId: 'a', code: '1.2', agencyId: 'noi-vu', person: null, standIns: [] },
  { assessmentId: 'a', code: '1.3', agencyId: 'tu-phap', person: { id: 'an', fullName: 'An' }, standIns: ['binh'] },
];

function scene(phase: Phase, state: AssessmentState, exempt: readonly string[] = []): AppraisalScene {
  const record: AppraisalRecord = {
    ...{ id: 'a', cycleId: 'c', cycleTitle: 'Kỳ', year: 2026, phase, leadAgencyId: 'noi-vu', participantId: 'p', criteriaSetId: 's', state },
    ...{ submittedAt: null, late: false, notSubmitted: false, ownWindow: window, appraisalWindow: window, extended: false, now: new Date() },
    agency: { id: 'xa', code: 'xa', name: 'Xã Kim Bình', shortName: 'Kim Bình' },
    exemptions: exempt.map((code) => ({ code, reason: 'Miễn' })),
  };
  return new AppraisalScene(record, compileCriteriaSet(APPRAISED_SET), assignments, { declared, layers: [] });
}

const grant = (role: RoleGrant['role'], agencyId: string): RoleGrant => ({ role, agencyId });
const noiVu = actorWith([grant('appraiser', 'noi-vu')]);

function refusalOf(work: () => unknown): ProblemCode | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) {
      return error.code;
    }
    throw error;
  }
}

describe('assertDecidable', () => {
  it('gives the criterion and the layer of the phase', () => {
    expect(assertDecidable(noiVu, scene('appraisal', 'submitted'), '1.1')).toMatchObject({ leaf: { code: '1.1', max: 20 }, layer: 'appraisal-1' });
    expect(assertDecidable(noiVu, scene('reappraisal', 'explained'), '1.1')).toMatchObject({ layer: 'appraisal-2' });
  });

  it.each<[string, Actor, ProblemCode | null]>([
    ['an appraiser of the assigned agency', noiVu, null],
    ['Sở Nội vụ itself', actorWith([grant('home-affairs', 'noi-vu')]), null],
    ['an appraiser of another agency', actorWith([grant('appraiser', 'tu-phap')]), 'access.not-assigned'],
    ['an appraiser who also belongs to the agency', actorWith([grant('appraiser', 'noi-vu'), grant('agency-officer', 'xa')]), 'access.own-agency'],
    ['a head of the assigned agency', actorWith([grant('agency-head', 'noi-vu')]), 'access.denied'],
    ['a member of the council', actorWith([grant('council-member', 'noi-vu')]), 'access.denied'],
    ['a leader', actorWith([grant('leader', 'noi-vu')]), 'access.denied'],
    ['an administrator', actorWith([grant('admin', 'noi-vu')]), 'access.denied'],
  ])('asks %s', (_, actor, refusal) => {
    expect(refusalOf(() => assertDecidable(actor, scene('appraisal', 'submitted'), '1.1'))).toBe(refusal);
  });

  it.each<[Phase, AssessmentState, ProblemCode | null]>([
    ['self-assessment', 'submitted', 'appraisal.phase-closed'],
    ['appraisal', 'drafting', 'appraisal.phase-closed'],
    ['appraisal', 'awaiting-head', 'appraisal.phase-closed'],
    ['appraisal', 'submitted', null],
    ['appraisal', 'appraised', null],
    ['explanation', 'explaining', 'appraisal.phase-closed'],
    ['explanation', 'reappraised', 'appraisal.phase-closed'],
    ['reappraisal', 'explained', null],
    ['reappraisal', 'reappraised', null],
    ['reappraisal', 'explaining', 'appraisal.phase-closed'],
    ['council', 'reappraised', 'appraisal.phase-closed'],
    ['preliminary', 'decided', 'appraisal.phase-closed'],
    ['published', 'final', 'appraisal.phase-closed'],
  ])('in phase %s of an assessment that is %s: %s', (phase, state, refusal) => {
    expect(refusalOf(() => assertDecidable(noiVu, scene(phase, state), '1.1'))).toBe(refusal);
  });

  it('leaves in appraisal 2 what was not explained', () => {
    expect(refusalOf(() => assertDecidable(noiVu, scene('reappraisal', 'explained'), '1.2'))).toBe('appraisal.not-explained');
    expect(refusalOf(() => assertDecidable(noiVu, scene('appraisal', 'submitted'), '1.2'))).toBeNull();
  });

  it('tells a stranger nothing about criteria', () => {
    const stranger = actorWith([grant('leader', 'x')]);
    expect(refusalOf(() => assertDecidable(stranger, scene('appraisal', 'submitted'), '9.9'))).toBe('access.denied');
  });

  it('knows neither a parent nor an unknown code', () => {
    expect(refusalOf(() => assertDecidable(noiVu, scene('appraisal', 'submitted'), '1'))).toBe('answer.criterion-unknown');
    expect(refusalOf(() => assertDecidable(noiVu, scene('appraisal', 'submitted'), '9.9'))).toBe('answer.criterion-unknown');
  });

  it('refuses what is exempt, also by a field above it', () => {
    expect(refusalOf(() => assertDecidable(noiVu, scene('appraisal', 'submitted', ['1']), '1.1'))).toBe('answer.criterion-exempt');
    expect(refusalOf(() => assertDecidable(noiVu, scene('appraisal', 'submitted', ['1.2']), '1.1'))).toBeNull();
  });
});

describe('assertMayAccept', () => {
  it('gives the layer where something is assigned', () => {
    expect(assertMayAccept(noiVu, scene('appraisal', 'submitted'))).toBe('appraisal-1');
    expect(assertMayAccept(noiVu, scene('appraisal', 'submitted'), ['1.1', '1.2'])).toBe('appraisal-1');
  });
  it('refuses one code of another appraiser among one\'s own', () => {
    expect(refusalOf(() => assertMayAccept(noiVu, scene('appraisal', 'submitted'), ['1.1', '1.3']))).toBe('access.not-assigned');
  });
  it('refuses who has nothing assigned, and before that one\'s own agency', () => {
    expect(refusalOf(() => assertMayAccept(actorWith([grant('appraiser', 'x')]), scene('appraisal', 'submitted')))).toBe('access.not-assigned');
    expect(refusalOf(() => assertMayAccept(actorWith([grant('appraiser', 'xa')]), scene('appraisal', 'submitted')))).toBe('access.own-agency');
  });
  it('refuses outside of the phase', () => expect(refusalOf(() => assertMayAccept(noiVu, scene('council', 'reappraised')))).toBe('appraisal.phase-closed'));
});

describe('appraisingAgencies', () => {
  it('are those of the roles that decide, each once', () => {
    const actor = actorWith([grant('appraiser', 'a'), grant('home-affairs', 'a'), grant('agency-head', 'b'), grant('council-member', 'c')]);
    expect(appraisingAgencies(actor)).toEqual(['a']);
  });
});
