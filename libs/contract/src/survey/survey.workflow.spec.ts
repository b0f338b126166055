import { ROLES } from '../access/permissions';
import { CAMPAIGN_ACTIONS, CAMPAIGN_STATES, campaignRefusalOf, closeOf, formRefusalOf, openCampaignActions, privacyWords, SUSPICION_WORDS, SUSPICIONS } from './survey.workflow';

const by = (role: (typeof ROLES)[number]) => ({ grants: [{ role, agencyId: 'a' }] });

describe('a campaign', () => {
  it.each([
    ['draft', ['edit', 'invite', 'open', 'map']],
    ['open', ['invite', 'collect', 'close', 'map']],
    ['closed', ['map', 'propose']],
  ] as const)('that is %s lets Sở Nội vụ %j', (state, actions) => expect(openCampaignActions(by('home-affairs'), { state })).toEqual(actions));

  it.each(ROLES.filter((role) => role !== 'home-affairs'))('lets %s do nothing', (role) => {
    for (const state of CAMPAIGN_STATES) {
      for (const action of CAMPAIGN_ACTIONS) {
        expect(campaignRefusalOf(by(role), { state }, action)).toBe('access.denied');
      }
    }
  });

  it('says that its state is another one', () => expect(campaignRefusalOf(by('home-affairs'), { state: 'closed' }, 'edit')).toBe('survey.state-illegal'));
});

describe('a form', () => {
  const times = { state: 'open' as const, opensAt: '2026-05-01T00:00:00Z', closesAt: '2026-05-31T00:00:00Z', graceHours: 24 };
  const refusal = (now: string, answeredAt = now, state: 'draft' | 'open' | 'closed' = 'open') => formRefusalOf({ ...times, state, now }, answeredAt);

  it.each([
    ['before the campaign opens', '2026-04-30T23:59:59Z', undefined, 'survey.not-open'],
    ['while it is open', '2026-05-01T00:00:00Z', undefined, null],
    ['in its last moment', '2026-05-30T23:59:59Z', undefined, null],
    ['at its end', '2026-05-31T00:00:00Z', undefined, 'survey.closed'],
    ['that was answered in time and comes in the grace', '2026-05-31T23:00:00Z', '2026-05-30T08:00:00Z', null],
    ['that was answered in time and comes after the grace', '2026-06-01T00:00:00Z', '2026-05-30T08:00:00Z', 'survey.closed'],
    ['of a clock that is ahead', '2026-05-20T00:00:00Z', '2026-06-20T00:00:00Z', null],
    ['of a clock that is far behind', '2026-05-20T00:00:00Z', '2001-01-01T00:00:00Z', null],
  ] as const)('%s', (_, now, answeredAt, expected) => expect(refusal(now, answeredAt)).toBe(expected));

  it('of a draft and of a closed campaign is refused at any time', () => {
    expect(refusal('2026-05-20T00:00:00Z', undefined, 'draft')).toBe('survey.not-open');
    expect(refusal('2026-05-20T00:00:00Z', undefined, 'closed')).toBe('survey.closed');
  });

  it('has until the end of the grace', () => expect(closeOf(times)).toBe('2026-06-01T00:00:00.000Z'));
});

it('every suspicion has its words', () => expect(Object.keys(SUSPICION_WORDS)).toEqual([...SUSPICIONS]));
it('the least count is told to whoever is asked', () => expect(privacyWords(7).some(({ vi, en }) => vi.includes('7 phiếu') && en.includes('7 forms'))).toBe(true));
