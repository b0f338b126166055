import { item, proposal, voted } from './council.fixture';
import { closingSentence, outcomeSentence, proposalTitle } from './council-words';
import { itemTally } from './item-tally';

describe('a proposal in words', () => {
  it.each([
    ['agency', 'Đề nghị của cơ quan'],
    ['appraisal', 'Kết quả thẩm định'],
    ['award', 'Giao 1,50 điểm'],
  ] as const)('%s', (kind, words) => expect(proposalTitle(proposal('p', { kind }))).toBe(words));
});

describe('how an item ended', () => {
  it('is not told while it is open', () => expect(outcomeSentence(item())).toBeNull());

  it('by a majority, with its votes', () => {
    const closed = voted(3, 1, { outcome: 'majority', carried: 'asked', state: 'closed' });
    expect(outcomeSentence(closed)).toBe('Phương án «Đề nghị của cơ quan (2,00 điểm)» được thông qua với 3/4 phiếu.');
  });

  it('by the chair', () => {
    expect(outcomeSentence(voted(2, 2, { outcome: 'chair', carried: 'given' }))).toBe('Số phiếu bằng nhau, Chủ tịch Hội đồng chọn phương án «Kết quả thẩm định (1,00 điểm)».');
  });

  it('by neither, so that the appraisal stands', () => {
    expect(outcomeSentence(voted(2, 1, { outcome: 'stands' }))).toContain('Giữ nguyên kết quả thẩm định');
  });
});

describe('what the chair is told before closing', () => {
  const sentence = (asked: number, given: number): string => {
    const open = voted(asked, given);
    return closingSentence(itemTally(open), open);
  };

  it('which proposal carries', () => expect(sentence(1, 3)).toBe('Phương án «Kết quả thẩm định (1,00 điểm)» được 3/4 phiếu, quá nửa, nên được thông qua.'));
  it('or that none does', () => expect(sentence(2, 1)).toContain('giữ nguyên kết quả thẩm định'));
});
