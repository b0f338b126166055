import { closedInWords, differencesInWords, movedInWords, undecidedInWords, unfinishedInWords } from './phase-sentences';

describe('closedInWords', () => {
  it('says nothing where nothing is closed', () => expect(closedInWords([])).toEqual([]));
  it('names ten and counts the rest', () => {
    const closed = Array.from({ length: 12 }, (_, index) => ({ agency: `Xã ${index}`, undecided: 1200 }));
    const [sentence] = closedInWords(closed);
    expect(sentence).toMatch(/^12 hồ sơ .* Xã 9 \(1\.200 tiêu chí\), và 2 cơ quan khác\.$/);
  });
});

describe('differencesInWords', () => {
  it('says nothing of nobody', () => expect(differencesInWords(0, 0)).toEqual([]));
  it('says who may explain', () => expect(differencesInWords(3, 0)).toEqual(['3 hồ sơ có tiêu chí bị giảm điểm sẽ được mở để giải trình.']));
});

describe('movedInWords', () => {
  it('knows the phases in which nobody is asked', () => expect(movedInWords('preliminary', 2)).toHaveLength(1));
  it('says nothing of another phase, nor of nobody', () => {
    expect(movedInWords('council', 2)).toEqual([]);
    expect(movedInWords('preliminary', 0)).toEqual([]);
  });
});

describe('what the council takes over', () => {
  it('names the agencies with undecided criteria, and none that is done', () => {
    expect(unfinishedInWords([{ agency: 'Sở Y tế', undecided: 2 }, { agency: 'Sở Công Thương', undecided: 0 }])).toEqual([
      '1 hồ sơ chưa thẩm định lại xong sẽ chuyển Hội đồng thẩm định với kết quả thẩm định lần 1: Sở Y tế (2 tiêu chí).',
    ]);
    expect(unfinishedInWords([{ agency: 'Sở Công Thương', undecided: 0 }])).toEqual([]);
    expect(unfinishedInWords([])).toEqual([]);
  });
  it('says in the history why', () => {
    expect(undecidedInWords(3)).toContain('3 tiêu chí đã giải trình chưa được thẩm định lại');
    expect(undecidedInWords(0)).toBeNull();
  });
});
