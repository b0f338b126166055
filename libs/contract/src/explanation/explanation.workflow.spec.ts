import { type Role, ROLES } from '../access/permissions';
import type { AssessmentContext } from '../assessment/assessment.workflow';
import {
  EXPLANATION_OUTCOMES,
  explanationRefusalOf,
  outcomeOf,
  type QuestionFacts,
  questionStatusOf,
  REMARK_SIDES,
  REMARK_VISIBILITIES,
  remarkRefusalOf,
  remarkSideOf,
  STANCES,
  unexplained,
} from './explanation.workflow';

const OWN = 'so-y-te';
const OTHER = 'so-tu-phap';
const WINDOW = { opensAt: '2026-11-01T00:00:00Z', deadlineAt: '2026-11-20T00:00:00Z', closeAt: '2026-11-25T00:00:00Z' };
const actor = (role: Role, agencyId: string) => ({ grants: [{ role, agencyId }] });

function context(overrides: Partial<AssessmentContext> = {}): AssessmentContext {
  return {
    ...{ state: 'explaining', agencyId: OWN, phase: 'explanation', window: WINDOW, extended: false, now: '2026-11-10T00:00:00Z' },
    explanation: { window: WINDOW, extended: false },
    ...overrides,
  };
}

it('names its words', () => {
  expect(STANCES).toEqual(['agree', 'explain']);
  expect(EXPLANATION_OUTCOMES).toEqual(['explained', 'agreed', 'silent']);
  expect(REMARK_SIDES).toEqual(['agency', 'appraisal']);
  expect(REMARK_VISIBILITIES).toEqual(['internal', 'shared']);
});

describe('how a difference comes out', () => {
  it.each([
    ['none', null, null],
    ['open', 'explain', null],
    ['open', null, null],
    ['submitted', 'explain', 'explained'],
    ['submitted', 'agree', 'agreed'],
    ['submitted', null, 'agreed'],
    ['silent', null, 'silent'],
    ['silent', 'agree', 'silent'],
  ] as const)('of a round that is %s, with %s said: %s', (round, stance, expected) => expect(outcomeOf(round, stance)).toBe(expected));

  it('what was drafted and not signed is not said', () => expect(outcomeOf('silent', 'explain')).toBe('silent'));
});

describe('explaining', () => {
  it.each(ROLES.map((role) => [role]))('is the officer\'s of the agency: %s', (role) => {
    expect(explanationRefusalOf(actor(role, OWN), context())).toBe(role === 'agency-officer' ? null : 'access.denied');
    expect(explanationRefusalOf(actor(role, OTHER), context())).toBe('access.denied');
  });

  it('ends with the close, and before that with the signature', () => {
    expect(explanationRefusalOf(actor('agency-officer', OWN), context({ now: '2026-11-26T00:00:00Z' }))).toBe('assessment.phase-closed');
    expect(explanationRefusalOf(actor('agency-officer', OWN), context({ state: 'explained' }))).toBe('assessment.state-illegal');
  });
});

describe('what is to be explained without a word', () => {
  it('is named', () => {
    const rows = [
      { code: '1.1', stance: 'explain', text: ' \n' },
      { code: '1.2', stance: 'explain', text: 'Đã ban hành kế hoạch' },
      { code: '1.3', stance: 'agree', text: '' },
    ] as const;
    expect(unexplained(rows)).toEqual(['1.1']);
    expect(unexplained([])).toEqual([]);
  });
});

describe('the side of a remark', () => {
  it.each<[Role, 'agency' | null, 'appraisal' | null]>([
    ['agency-officer', 'agency', null],
    ['agency-head', 'agency', null],
    ['appraiser', null, 'appraisal'],
    ['home-affairs', null, 'appraisal'],
    ['council-member', null, 'appraisal'],
    ['council-chair', null, 'appraisal'],
    ['leader', null, null],
    ['admin', null, null],
  ])('of a %s: %s at the own agency, %s elsewhere', (role, own, elsewhere) => {
    expect(remarkSideOf(actor(role, OWN), OWN)).toBe(own);
    expect(remarkSideOf(actor(role, OTHER), OWN)).toBe(elsewhere);
  });

  it('is that of the own agency, whatever else one is', () => {
    const both = { grants: [{ role: 'council-chair', agencyId: OTHER }, { role: 'agency-officer', agencyId: OWN }] as const };
    expect(remarkSideOf(both, OWN)).toBe('agency');
    const appraiserToo = { grants: [{ role: 'home-affairs', agencyId: OTHER }, { role: 'leader', agencyId: OWN }] as const };
    expect(remarkSideOf(appraiserToo, OWN)).toBeNull();
    expect(remarkRefusalOf(appraiserToo, context(), 'internal')).toBe('access.own-agency');
  });
});

describe('a shared remark', () => {
  it.each<[string, Partial<AssessmentContext>, string | null]>([
    ['while the agency explains', {}, null],
    ['late', { now: '2026-11-21T00:00:00Z' }, null],
    ['after the close', { now: '2026-11-26T00:00:00Z' }, 'assessment.phase-closed'],
    ['after the signature', { state: 'explained' }, 'assessment.state-illegal'],
    ['during the appraisal', { phase: 'appraisal', state: 'submitted' }, 'assessment.state-illegal'],
    ['in an extension beyond the phase', { phase: 'reappraisal', explanation: { window: WINDOW, extended: true } }, null],
  ])('%s: %s', (_, overrides, expected) => {
    for (const one of [actor('agency-officer', OWN), actor('agency-head', OWN), actor('appraiser', OTHER), actor('home-affairs', OTHER)]) {
      expect(remarkRefusalOf(one, context(overrides), 'shared')).toBe(expected);
    }
  });

  it('is not the council\'s: it decides, and does not correspond', () => {
    expect(remarkRefusalOf(actor('council-member', OTHER), context(), 'shared')).toBe('access.denied');
    expect(remarkRefusalOf(actor('council-chair', OTHER), context(), 'shared')).toBe('access.denied');
    expect(remarkRefusalOf(actor('council-chair', OTHER), context(), 'internal')).toBeNull();
  });
});

describe('what became of a question', () => {
  const facts = (overrides: Partial<QuestionFacts>): QuestionFacts => ({
    ...{ askedAt: '2026-11-05T00:00:00Z', answeredAt: null, deadlineAt: '2026-11-20T00:00:00Z', now: '2026-11-10T00:00:00Z' },
    ...overrides,
  });

  it.each<[string, Partial<QuestionFacts>, string | null]>([
    ['nothing where nothing was asked', { askedAt: null }, null],
    ['nothing where nothing was asked, though something was said', { askedAt: null, answeredAt: '2026-11-06T00:00:00Z' }, null],
    ['asked', {}, 'asked'],
    ['asked, at the very deadline', { now: '2026-11-20T00:00:00Z' }, 'asked'],
    ['overdue after it', { now: '2026-11-20T00:00:01Z' }, 'overdue'],
    ['answered', { answeredAt: '2026-11-06T00:00:00Z' }, 'answered'],
    ['answered, also after the deadline', { answeredAt: '2026-11-21T00:00:00Z', now: '2026-11-22T00:00:00Z' }, 'answered'],
    ['asked again after an answer', { answeredAt: '2026-11-04T00:00:00Z' }, 'asked'],
    ['overdue where it was asked again', { answeredAt: '2026-11-04T00:00:00Z', now: '2026-11-21T00:00:00Z' }, 'overdue'],
    ['never overdue without a deadline', { deadlineAt: null, now: '2027-01-01T00:00:00Z' }, 'asked'],
    ['the same whatever zone it is written in', { askedAt: '2026-11-05T07:00:00+07:00', answeredAt: '2026-11-05T00:00:00.000Z' }, 'answered'],
  ])('is %s', (_, overrides, expected) => expect(questionStatusOf(facts(overrides))).toBe(expected));
});
