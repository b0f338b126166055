import { type Role, ROLES } from '../access/permissions';
import { ASSESSMENT_STATES, type AssessmentContext, type AssessmentState } from '../assessment/assessment.workflow';
import { type Phase, PHASES } from '../cycle/cycle.workflow';
import { appraisalLayerOf, baseFigureRefusalOf, DECISION_KINDS, decisionRefusalOf, type Layer, LAYERS, reappraisalRefusalOf } from './appraisal.workflow';

const ASSESSED = 'so-y-te';
const OWNER = 'so-tu-phap';
const LEAD = 'so-noi-vu';
const actor = (role: Role, agencyId: string) => ({ id: 'me', grants: [{ role, agencyId }] });

function context(overrides: Partial<AssessmentContext> = {}): AssessmentContext {
  const window = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-20T00:00:00Z', closeAt: '2026-11-25T00:00:00Z' };
  return { state: 'submitted', agencyId: ASSESSED, phase: 'appraisal', window, extended: false, now: '2026-11-26T00:00:00Z', ...overrides };
}

describe('the layers', () => {
  it('stand lowest first', () => {
    expect(LAYERS).toEqual(['base', 'appraisal-1', 'appraisal-2', 'council']);
    expect(DECISION_KINDS).toEqual(['accept', 'correct', 'award']);
  });

  const OPEN: Partial<Record<Phase, Partial<Record<AssessmentState, Layer>>>> = {
    appraisal: { submitted: 'appraisal-1', appraised: 'appraisal-1' },
    reappraisal: { explained: 'appraisal-2', reappraised: 'appraisal-2' },
  };
  const cells = PHASES.flatMap((phase) => ASSESSMENT_STATES.map((state) => [phase, state] as const));

  it.each(cells)('open in phase %s at an assessment that is %s', (phase, state) => {
    expect(appraisalLayerOf({ phase, state })).toBe(OPEN[phase]?.[state] ?? null);
  });
});

describe('deciding a criterion', () => {
  it.each(ROLES.map((role) => [role]))('as %s of the agency it is assigned to', (role) => {
    const expected = role === 'appraiser' || role === 'home-affairs' ? null : 'access.denied';
    expect(decisionRefusalOf(actor(role, OWNER), context(), OWNER)).toBe(expected);
  });

  it.each(ROLES.map((role) => [role]))('as %s of another agency', (role) => {
    const expected = role === 'appraiser' || role === 'home-affairs' ? 'access.not-assigned' : 'access.denied';
    expect(decisionRefusalOf(actor(role, LEAD), context(), OWNER)).toBe(expected);
  });

  it.each(ROLES.map((role) => [role]))('as %s of the assessed agency', (role) => {
    const expected = role === 'appraiser' || role === 'home-affairs' ? 'access.own-agency' : 'access.denied';
    expect(decisionRefusalOf(actor(role, ASSESSED), context(), ASSESSED)).toBe(expected);
  });

  it('is refused to an appraiser who is also an officer of the assessed agency', () => {
    const both = { id: 'me', grants: [{ role: 'appraiser', agencyId: OWNER }, { role: 'agency-officer', agencyId: ASSESSED }] as const };
    expect(decisionRefusalOf(both, context(), OWNER)).toBe('access.own-agency');
  });

  it('is not open where nobody is assigned', () => {
    expect(decisionRefusalOf(actor('home-affairs', LEAD), context(), null)).toBe('access.not-assigned');
  });

  describe('that is given to one person', () => {
    it.each<[string, readonly string[] | null, string | null]>([
      ['nobody in particular', null, null],
      ['oneself', ['me'], null],
      ['somebody for whom one stands in', ['ill', 'me'], null],
      ['somebody else', ['other'], 'access.other-person'],
      ['nobody who is there', [], 'access.other-person'],
    ])('%s', (_, deciders, expected) => {
      expect(decisionRefusalOf(actor('appraiser', OWNER), context(), OWNER, deciders)).toBe(expected);
      expect(decisionRefusalOf(actor('home-affairs', OWNER), context(), OWNER, deciders)).toBe(expected);
    });

    it('is still refused at the own agency, and to other agencies', () => {
      expect(decisionRefusalOf(actor('appraiser', ASSESSED), context(), ASSESSED, ['me'])).toBe('access.own-agency');
      expect(decisionRefusalOf(actor('appraiser', LEAD), context(), OWNER, ['me'])).toBe('access.not-assigned');
      expect(decisionRefusalOf(actor('agency-head', OWNER), context(), OWNER, ['me'])).toBe('access.denied');
    });

    it('is closed when the phase is', () => {
      expect(decisionRefusalOf(actor('appraiser', OWNER), context({ phase: 'council' }), OWNER, ['me'])).toBe('appraisal.phase-closed');
    });
  });

  it.each<[Phase, AssessmentState, string | null]>([
    ['self-assessment', 'submitted', 'appraisal.phase-closed'],
    ['appraisal', 'drafting', 'appraisal.phase-closed'],
    ['appraisal', 'awaiting-head', 'appraisal.phase-closed'],
    ['appraisal', 'submitted', null],
    ['appraisal', 'appraised', null],
    ['explanation', 'explaining', 'appraisal.phase-closed'],
    ['reappraisal', 'explained', null],
    ['reappraisal', 'reappraised', null],
    ['council', 'reappraised', 'appraisal.phase-closed'],
    ['published', 'final', 'appraisal.phase-closed'],
  ])('in phase %s at an assessment that is %s: %s', (phase, state, expected) => {
    expect(decisionRefusalOf(actor('appraiser', OWNER), context({ phase, state }), OWNER)).toBe(expected);
  });
});

describe('deciding a criterion again', () => {
  const cells = PHASES.flatMap((phase) => ASSESSMENT_STATES.map((state) => [phase, state] as const));

  it.each(cells)('asks in phase %s of an assessment that is %s whether it was explained, where appraisal 2 is open', (phase, state) => {
    const agreed = phase === 'reappraisal' && (state === 'explained' || state === 'reappraised') ? 'appraisal.not-explained' : null;
    expect(reappraisalRefusalOf({ phase, state }, 'explained')).toBeNull();
    expect(reappraisalRefusalOf({ phase, state }, 'agreed')).toBe(agreed);
    expect(reappraisalRefusalOf({ phase, state }, 'silent')).toBe(agreed);
    expect(reappraisalRefusalOf({ phase, state }, null)).toBe(agreed);
  });
});

describe('entering the figure of a survey or imported criterion', () => {
  it.each<[Phase, string | null]>([
    ['preparing', 'appraisal.phase-closed'],
    ['self-assessment', null],
    ['appraisal', null],
    ['explanation', null],
    ['reappraisal', null],
    ['council', null],
    ['preliminary', 'appraisal.phase-closed'],
    ['published', 'appraisal.phase-closed'],
  ])('in phase %s: %s', (phase, expected) => {
    expect(baseFigureRefusalOf(actor('home-affairs', LEAD), { agencyId: ASSESSED, phase })).toBe(expected);
  });

  it.each(ROLES.filter((role) => role !== 'home-affairs').map((role) => [role]))('is refused to %s', (role) => {
    expect(baseFigureRefusalOf(actor(role, LEAD), { agencyId: ASSESSED, phase: 'appraisal' })).toBe('access.denied');
  });
});
