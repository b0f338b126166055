import { ASSESSMENT_STATES } from '../assessment/assessment.workflow';
import { PHASES } from './cycle.workflow';
import { type ExtensiblePhase, extensionAtWork, extensionRefusalOf, isExtensible, openExtensions } from './extension.workflow';

const HOME_AFFAIRS = { grants: [{ role: 'home-affairs' as const, agencyId: 'noi-vu' }] };
const OFFICER = { grants: [{ role: 'agency-officer' as const, agencyId: 'so-y-te' }] };

describe('an extension by phase', () => {
  it('may be granted from the opening of the cycle until it could not be used any more', () => {
    const when = (extended: ExtensiblePhase) => PHASES.filter((phase) => isExtensible(extended, phase));
    expect(when('self-assessment')).toEqual(['self-assessment', 'appraisal']);
    expect(when('explanation')).toEqual(['self-assessment', 'appraisal', 'explanation', 'reappraisal']);
    expect(when('preliminary')).toEqual(['self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary']);
  });

  it.each([
    ['drafting', 'self-assessment', ['self-assessment', 'explanation', 'preliminary']],
    ['submitted', 'appraisal', ['self-assessment', 'explanation', 'preliminary']],
    ['appraised', 'appraisal', ['explanation', 'preliminary']],
    ['explaining', 'reappraisal', ['explanation', 'preliminary']],
    ['explained', 'reappraisal', ['preliminary']],
    ['decided', 'preliminary', ['preliminary']],
    ['final', 'published', []],
    ['drafting', 'preparing', []],
  ] as const)('%s in phase %s: %j', (state, phase, open) => {
    expect(openExtensions(HOME_AFFAIRS, { phase, state })).toEqual(open);
  });

  it('is nobody else’s to give, whatever the state', () => {
    for (const state of ASSESSMENT_STATES) {
      expect(openExtensions(OFFICER, { phase: 'self-assessment', state })).toEqual([]);
      expect(extensionRefusalOf(OFFICER, { phase: 'published', state }, 'explanation')).toBe('access.denied');
    }
  });

  it('says why not: the cycle has gone on, or the assessment has', () => {
    expect(extensionRefusalOf(HOME_AFFAIRS, { phase: 'explanation', state: 'explaining' }, 'self-assessment')).toBe('cycle.phase-illegal');
    expect(extensionRefusalOf(HOME_AFFAIRS, { phase: 'explanation', state: 'explained' }, 'explanation')).toBe('assessment.state-illegal');
  });
});

describe('the extension at work', () => {
  it('is the one that the agencies work by in a phase of the cycle', () => {
    expect(PHASES.map((phase) => [phase, extensionAtWork(phase)])).toEqual([
      ['preparing', null],
      ['self-assessment', 'self-assessment'],
      ['appraisal', 'self-assessment'],
      ['explanation', 'explanation'],
      ['reappraisal', 'explanation'],
      ['council', null],
      ['preliminary', 'preliminary'],
      ['published', null],
    ]);
  });
});
