import { ITEM_OUTCOMES, PETITION_REASON_WORDS, PETITION_REASONS, PETITION_STATES } from '@par-index/contract';
import { lookOf, REASON_WORDS } from './petition-words';

describe('a petition in words', () => {
  it('says how far it is, each state by words of its own', () => {
    const words = PETITION_STATES.map((state) => lookOf({ state, outcome: null }).words);
    expect(new Set(words).size).toBe(PETITION_STATES.length);
  });

  it('says how the council ended it', () => {
    const words = ITEM_OUTCOMES.map((outcome) => lookOf({ state: 'forwarded', outcome }).words);
    expect(words).toEqual(['Hội đồng đã quyết định', 'Hội đồng đã quyết định', 'Hội đồng giữ nguyên điểm']);
  });

  it('names the reasons as the list of reasons does', () => {
    expect(PETITION_REASONS.map((reason) => REASON_WORDS[reason])).toEqual(Object.values(PETITION_REASON_WORDS));
  });
});
