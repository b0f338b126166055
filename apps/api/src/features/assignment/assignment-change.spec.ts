import { changesOf, plannedFor, type PlanNow, replanned, type StandingCell } from './assignment-change';

const owners = [{ code: '1', agencyId: 'nv' }, { code: '2', agencyId: 'tp' }];
const plan = (changes: PlanNow['changes'] = []): PlanNow => ({ owners, changes, substitutes: new Map([['nv', 'tp']]) });
const cell = (agencyId: string | null, isDecided = false): StandingCell => ({ id: 'r', assessedAgencyId: 'yt', code: '1', agencyId, isDecided });
const wanted = [{ assessedAgencyId: 'yt', code: '1', agencyId: 'tp', source: 'cycle' as const }];

describe('changesOf', () => {
  it('moves what stands otherwise than wanted', () => {
    expect(changesOf(wanted, [cell('nv')], 'keep')).toEqual([{ id: 'r', assessedAgencyId: 'yt', code: '1', from: 'nv', to: 'tp', isDecided: false, effect: 'move' }]);
    expect(changesOf(wanted, [cell('tp')], 'keep')).toEqual([]);
    expect(changesOf(wanted, [], 'keep')).toEqual([]);
  });

  it.each([
    ['keep', 'keep'],
    ['hand-over', 'move'],
  ] as const)('with the rule %s lets what is decided %s', (rule, effect) => {
    expect(changesOf(wanted, [cell('nv', true)], rule)).toMatchObject([{ effect, isDecided: true }]);
  });
});

describe('plannedFor', () => {
  it('plans for all agencies what is not the owner\'s anyway', () => {
    expect(plannedFor({ codes: ['1', '2'], assessedAgencyIds: null, agencyId: 'tp' }, plan())).toEqual([{ code: '1', assessedAgencyId: null, agencyId: 'tp' }]);
  });

  it('plans for single agencies what would not come about anyway', () => {
    const at = (assessedAgencyId: string, agencyId: string, now = plan()) => plannedFor({ codes: ['1'], assessedAgencyIds: [assessedAgencyId], agencyId }, now);
    expect(at('yt', 'tp')).toEqual([{ code: '1', assessedAgencyId: 'yt', agencyId: 'tp' }]);
    expect(at('yt', 'nv')).toEqual([]);
    expect(at('nv', 'tp')).toEqual([]);
    expect(at('yt', 'tp', plan([{ code: '1', assessedAgencyId: null, agencyId: 'tp' }]))).toEqual([]);
  });

  it('plans nothing where a change is taken back', () => expect(plannedFor({ codes: ['1'], assessedAgencyIds: null, agencyId: null }, plan())).toEqual([]));
});

describe('replanned', () => {
  const everywhere = { code: '1', assessedAgencyId: null, agencyId: 'x' };
  const here = { code: '1', assessedAgencyId: 'yt', agencyId: 'y' };
  const other = { code: '2', assessedAgencyId: 'yt', agencyId: 'y' };

  it('puts the new words in the place of those about the same criteria at the same agencies', () => {
    const now = plan([everywhere, here, other]);
    const fresh = { code: '1', assessedAgencyId: null, agencyId: 'z' };
    expect(replanned(now, { codes: ['1'], assessedAgencyIds: null, agencyId: 'z' }, [fresh]).changes).toEqual([here, other, fresh]);
    expect(replanned(now, { codes: ['1'], assessedAgencyIds: ['yt'], agencyId: null }, []).changes).toEqual([everywhere, other]);
  });
});
