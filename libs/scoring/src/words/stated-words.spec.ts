import { fieldShapes, leafShape, setShape } from '../check/set-shape';
import { Place } from '../check/place';
import { statedInWords } from './stated-words';

describe('what a field states', () => {
  it.each([
    ['combine', 'all', 'phải đạt tất cả'],
    ['combine', 'best', 'lấy tiêu chí thành phần cao nhất'],
    ['section', 'penalty', 'điểm trừ'],
    ['source', 'survey', 'lấy từ khảo sát'],
    ['whenNotApplicable', 'exclude', 'không tính vào điểm tối đa'],
    ['withoutSurvey', 'zero', 'tiêu chí khảo sát được 0 điểm'],
    ['year', 2026, '2026'],
    ['max', 1842.5, '1.842,5'],
    ['title', 'Kế hoạch', '«Kế hoạch»'],
    ['legalBasis', 'all', '«all»'],
    ['rounding', { points: 2, index: 1 }, 'điểm lấy 2 số thập phân, chỉ số lấy 1 số thập phân'],
    ['ranking', { by: 'exact', tieBreak: [] }, 'căn cứ xếp hạng: chỉ số chưa làm tròn, tiêu chí xét khi bằng điểm: không có'],
    ['grades', [{ name: 'Tốt', from: 80 }], '«Tốt», từ 80'],
    ['evidence', { required: true, hint: 'Kế hoạch' }, 'bắt buộc có tài liệu: có, gợi ý tài liệu: «Kế hoạch»'],
    ['evidence', { required: false }, 'bắt buộc có tài liệu: không'],
    ['evidence', {}, 'không có'],
  ])('%s %j', (field, value, words) => expect(statedInWords(field, value)).toBe(words));

  it('is quoted where a draft says what the format does not know', () => {
    expect([statedInWords('source', 'nobody'), statedInWords('combine', 'toString'), statedInWords('toString', 'all')]).toEqual(['«nobody»', '«toString»', '«all»']);
  });

  it('is a dash where nothing can be read', () => {
    expect([statedInWords('title', null), statedInWords('grades', [null])]).toEqual(['—', '—']);
  });

  it('has words for every choice that the format leaves', () => {
    const allowed = (check: (value: unknown, at: Place) => boolean, holder: (value: string) => unknown): readonly string[] => {
      const findings: Parameters<typeof Place.root>[0] = [];
      check(holder('?'), Place.root(findings));
      return String(findings.find(({ code }) => code === 'set.unknown-value')?.params['allowed']).split(', ');
    };
    const choices = {
      combine: allowed(fieldShapes.combine, (value) => value),
      section: allowed(fieldShapes.section, (value) => value),
      source: allowed(fieldShapes.source, (value) => value),
      whenNotApplicable: allowed(leafShape, (value) => ({ whenNotApplicable: value })),
      by: allowed(setShape, (value) => ({ format: 'par-criteria-set/1', ranking: { by: value } })),
      withoutSurvey: allowed(setShape, (value) => ({ format: 'par-criteria-set/1', withoutSurvey: value })),
    };
    for (const [field, values] of Object.entries(choices)) {
      expect(values.length).toBeGreaterThan(1);
      for (const value of values) expect(statedInWords(field, value)).not.toContain(value);
    }
  });
});
