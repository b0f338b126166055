import { closedInWords, differencesInWords, movedInWords } from './phase-sentences';

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
  it('knows the phases in which nobody is asked', () => expect(movedInWords('reappraisal', 2)).toHaveLength(1));
  it('says nothing of another phase, nor of nobody', () => {
    expect(movedInWords('council', 2)).toEqual([]);
    expect(movedInWords('preliminary', 0)).toEqual([]);
  });
});
