import { ASSESSMENT_ACTIONS, ASSESSMENT_TRANSITIONS } from '@par-index/contract';
import { effectsOf, HANDS_IN } from './move-effects';

const NOW = new Date('2026-11-10T00:00:00.000Z');
const FACTS = { reason: 'Thiếu báo cáo', late: true, userId: 'user-1', now: NOW };

describe('effectsOf', () => {
  it('of submitting: by whom, when, whether late', () => {
    expect(effectsOf('submit', FACTS)).toEqual({ submittedAt: NOW, submittedBy: 'user-1', late: true, notSubmitted: false, returnedReason: null });
  });

  it('of being taken as it stands: not submitted, by nobody, at no time', () => {
    expect(effectsOf('take-as-it-stands', { ...FACTS, userId: null })).toEqual({ submittedAt: null, submittedBy: null, late: false, notSubmitted: true, returnedReason: null });
  });

  it('of returning and reopening: why, for the officer to read', () => {
    expect(effectsOf('return', FACTS)).toEqual({ returnedReason: 'Thiếu báo cáo' });
    expect(effectsOf('reopen', FACTS)).toEqual({ submittedAt: null, submittedBy: null, late: false, notSubmitted: false, returnedReason: 'Thiếu báo cáo' });
  });

  it('of sending on: the reason of the last return is done with', () => expect(effectsOf('send', FACTS)).toEqual({ returnedReason: null }));

  it('of the moves of the appraisal: none', () => expect(effectsOf('complete-appraisal', FACTS)).toEqual({}));
});

describe('HANDS_IN', () => {
  it('are the moves from the agency’s hands to «submitted»', () => {
    expect(new Set(ASSESSMENT_ACTIONS.filter((action) => ASSESSMENT_TRANSITIONS[action].to === 'submitted'))).toEqual(HANDS_IN);
  });
});
