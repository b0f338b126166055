import type { Rule } from '@par-index/scoring';
import { saidEdges } from './line-edges';
import { proposeRule } from './propose-rule';

interface Marked {
  readonly max: number;
  readonly lines: readonly string[];
  readonly rule: Partial<Rule>;
  readonly reason: string;
}

const propose = (max: number, ...lines: string[]) => proposeRule({ title: 'Mức độ thực hiện kế hoạch năm', max, lines });
const RATIO = { type: 'ratio', numerator: 'Số nhiệm vụ đã thực hiện', denominator: 'Số nhiệm vụ theo kế hoạch' };
const SAID = 'Tỷ lệ = Đã xong / Phải làm × 100%';
const OWN = { type: 'ratio', numerator: 'Đã xong', denominator: 'Phải làm' };

describe('the edges of a line', () => {
  it.each([
    ['Trên 90%', { above: 90 }],
    ['Từ 70% - 90%', { from: 70, upTo: 90 }],
    ['Dưới 70%', { below: 70 }],
    ['từ 80% - dưới 100%', { from: 80, below: 100 }],
    ['Từ 80% đến dưới 100%', { from: 80, below: 100 }],
    ['80% đến dưới 90%', { from: 80, below: 90 }],
    ['100%', { from: 100, upTo: 100 }],
    ['Đạt 100%', { from: 100, upTo: 100 }],
    ['từ 50% trở lên', { from: 50 }],
    ['Đạt từ 95% trở lên', { from: 95 }],
    ['Tỷ lệ đạt từ 95% trở lên', { from: 95 }],
    ['≥ 95%', { from: 95 }],
    ['< 70%', { below: 70 }],
    ['không quá 5%', { upTo: 5 }],
    ['từ 2% trở xuống', { upTo: 2 }],
    ['trên 0 đến 10 ngày', { above: 0, upTo: 10 }],
    ['trên 70% đến dưới 80%', { above: 70, below: 80 }],
    ['từ -10% đến dưới 0%', { from: -10, below: 0 }],
    ['từ 99,5% trở lên', { from: 99.5 }],
    ['mọi giá trị', {}],
  ])('%s', (words, edges) => expect(saidEdges(words)?.edges).toEqual(edges));

  it.each(['Ban hành kịp thời', 'Đạt', 'Từ 1.250 trở lên', '2 lần trong 3 năm', 'từ 5 ngày đến 3 tháng', ''])('none in «%s»', (words) => expect(saidEdges(words)).toBeNull());
});

describe('a rule of the lines of a decision', () => {
  it.each<[string, number, readonly string[], object]>([
    ['a choice', 1, ['Ban hành kịp thời: 1; Ban hành không kịp thời: 0,5; Không ban hành: 0'], { kind: 'choice', options: [{ id: 'ban-hanh-kip-thoi', label: 'Ban hành kịp thời', points: 1 }, { points: 0.5 }, { points: 0 }] }],
    ['a choice in points with a full stop', 1, ['- Đạt: 1 điểm.', '- Không đạt: 0 điểm.'], { kind: 'choice', options: [{ label: 'Đạt', points: 1 }, { label: 'Không đạt', points: 0 }] }],
    ['bands of a named measure', 2, [SAID, 'Trên 90%: 2', 'Từ 70% - 90%: 1', 'Dưới 70%: 0'], { kind: 'bands', measure: OWN, bands: [{ above: 90, points: 2 }, { from: 70, upTo: 90, points: 1 }, { below: 70, points: 0 }] }],
    ['a share', 1, [SAID, '100%: 1; từ 80% - dưới 100%: tỷ lệ × 1; dưới 80%: 0'], { kind: 'proportional', measure: OWN, zeroBelow: 80 }],
    ['a share of a target', 0.5, [SAID, 'Từ 80% trở lên: 0,5 điểm; dưới 80%: tỷ lệ / 80% × 0,5 điểm'], { kind: 'proportional', measure: OWN, target: 80 }],
    ['a share between fixed points', 2, [SAID, 'Từ 95% trở lên: 2; từ 70% đến dưới 95%: tỷ lệ x 2; dưới 70%: 0'], { kind: 'bands', bands: [{ from: 95, points: 2 }, { from: 70, below: 95, proportional: true }, { below: 70, points: 0 }] }],
    ['points between two', 3, [SAID, 'Từ 98% trở lên: 3 điểm; từ 90% đến dưới 98%: nội suy từ 1 đến 2,5 điểm; dưới 90%: 0 điểm'], { kind: 'bands', bands: [{ from: 98, points: 3 }, { linear: { from: 1, to: 2.5 } }, { below: 90, points: 0 }] }],
    ['days', 0.5, ['Số liệu: Số ngày chậm (đúng hạn ghi 0) (ngày)', '0 ngày: 0,5; trên 0 đến 10 ngày: 0,25; trên 10 ngày: 0'], { kind: 'bands', measure: { type: 'number', label: 'Số ngày chậm (đúng hạn ghi 0)', unit: 'ngày' }, bands: [{ upTo: 0 }, { above: 0, upTo: 10 }, { above: 10 }] }],
    ['growth', 1, ['Tốc độ tăng = (Nay − Trước) / Trước × 100%', 'Từ 20% trở lên: 1 điểm; từ 0% đến dưới 20%: tốc độ tăng / 20% × 1 điểm; dưới 0%: 0 điểm'], { kind: 'proportional', measure: { type: 'growth', current: 'Nay', previous: 'Trước' }, target: 20 }],
    ['a tally', 1.5, ['Mỗi báo cáo gửi chậm trừ 0,25 điểm', 'Mỗi báo cáo không gửi trừ 0,5 điểm', 'Tất cả trừ không quá 1,5 điểm'], { kind: 'tally', start: 'max', items: [{ label: 'Báo cáo gửi chậm', points: 0.25 }, { label: 'Báo cáo không gửi', points: 0.5 }] }],
    ['a tally from zero with a cap', 1, ['Mỗi sáng kiến tính 0,5 điểm, tính tối đa 1 điểm'], { kind: 'tally', start: 'zero', items: [{ label: 'Sáng kiến', points: 0.5 }] }],
    ['a checklist', 1, ['Cộng điểm các nội dung đạt, tối đa 1 điểm', 'Có kế hoạch: 0,5 điểm', 'Có báo cáo: 0,5 điểm'], { kind: 'checklist', items: [{ label: 'Có kế hoạch', points: 0.5 }, { points: 0.5 }] }],
    ['all of a checklist', 1, ['Đạt tất cả 2 nội dung: 1 điểm; thiếu một nội dung: 0 điểm', 'Kế hoạch', 'Báo cáo'], { kind: 'checklist', award: 'all', items: [{ label: 'Kế hoạch', points: 0.5 }, { points: 0.5 }] }],
    ['a survey', 2, ['Điểm = tỷ lệ bình quân của các phiếu × 2 điểm', 'Tốt: 100%', 'Khá: 60%'], { kind: 'survey', options: [{ label: 'Tốt', percent: 100 }, { label: 'Khá', percent: 60 }] }],
    ['points given', 2, ['Chấm trực tiếp từ 0 đến 2 điểm, bước 0,25 điểm'], { kind: 'direct', step: 0.25 }],
    ['the best case', 1, ['Tính theo trường hợp có điểm cao nhất', 'Hai quy chế: Cộng điểm các nội dung đạt, tối đa 1 điểm; Chi tiêu: 0,5 điểm; Tài sản: 0,5 điểm', 'Một quy chế: Đủ: 1 điểm; Thiếu: 0 điểm'], { kind: 'bestOf', cases: [{ id: 'hai-quy-che', rule: { kind: 'checklist' } }, { label: 'Một quy chế', rule: { kind: 'choice' } }] }],
    ['a comparison', 1, [SAID, 'Điểm = tỷ lệ của cơ quan / tỷ lệ cao nhất trong nhóm × 1 điểm'], { kind: 'relative', measure: OWN }],
  ])('%s, and nothing doubtful', (_, max, lines, rule) => {
    const { rule: proposed, doubts } = propose(max, ...lines);
    expect(proposed).toMatchObject(rule);
    expect(doubts).toEqual([]);
  });

  it.each<readonly [string, Marked]>((
    [
    ['figures that nobody named', 2, ['Trên 90%: 2; Từ 70% - 90%: 1; Dưới 70%: 0'], { kind: 'bands', measure: RATIO } as never, 'không ghi số liệu'],
    ['a value in two stretches', 2, [SAID, 'Từ 90% trở lên: 2', 'Từ 70% đến 90%: 1', 'Dưới 70%: 0'], { kind: 'bands', bands: [{ from: 90, points: 2 }, { from: 70, below: 90, points: 1 }, { below: 70, points: 0 }] } as never, 'cả hai khoảng'],
    ['a value in no stretch', 2, [SAID, 'Trên 90%: 2', 'Dưới 90%: 0'], { bands: [{ above: 90, points: 2 }, { upTo: 90, points: 0 }] } as never, 'không nằm trong khoảng nào'],
    ['a stretch without its little words', 2, [SAID, '90% - 100%: 2', 'Dưới 90%: 0'], { kind: 'bands' }, 'không ghi «từ»'],
    ['more than a hundred percent', 2, [SAID, 'Từ 100% trở lên: 2', 'Dưới 100%: 0'], { measure: { ...OWN, max: 1000 } } as never, 'vượt 100%'],
    ['several demands at once', 1, ['Xác định đầy đủ nhiệm vụ và có bố trí kinh phí: 1; Không đầy đủ hoặc không bố trí kinh phí: 0'], { kind: 'checklist', award: 'all', items: [{ label: 'Xác định đầy đủ nhiệm vụ', points: 0.5 }, { label: 'Có bố trí kinh phí', points: 0.5 }] } as never, 'nhiều nội dung'],
    ['parts that add up', 1, ['Có kế hoạch: 0,5', 'Có báo cáo: 0,5'], { kind: 'checklist' }, 'cộng các nội dung'],
    ['a highest mark below the max', 2, ['Đạt: 1; Không đạt: 0'], { kind: 'choice' }, 'khác điểm tối đa'],
    ['no mark of nothing', 1, ['Đủ: 1', 'Thiếu: 0,5'], { kind: 'choice' }, 'mức 0 điểm'],
    ['a line of other words', 1, ['Đạt: 1; Không đạt: 0', 'Theo hướng dẫn của Sở Nội vụ'], { kind: 'choice' }, 'Không hiểu dòng này'],
    ['no lines', 1, [], { kind: 'direct' }, 'Chưa hiểu'],
    ['percents without a survey', 1, ['Tốt: 100%', 'Khá: 60%'], { kind: 'survey' }, 'khảo sát'],
    ['a share of other points', 1, [SAID, 'Từ 90% trở lên: 1; dưới 90%: tỷ lệ × 2'], { kind: 'bands' }, 'chưa khớp'],
    ['another cap than the max', 1, ['Mỗi báo cáo chậm trừ 0,25 điểm', 'Mỗi báo cáo thiếu trừ 0,25 điểm', 'Tất cả trừ không quá 2 điểm'], { kind: 'tally' }, 'khác điểm tối đa'],
    ['a figure to be read in two ways', 2, [SAID, 'Từ 90%: 1.250', 'Dưới 90%: 0'], { kind: 'bands' }, 'Không hiểu dòng này'],
    ] as readonly (readonly [string, number, readonly string[], Partial<Rule>, string])[]
  ).map(([name, max, lines, rule, reason]) => [name, { max, lines, rule, reason }] as const))('%s: marked', (_, { max, lines, rule, reason }) => {
    const { rule: proposed, doubts } = propose(max, ...lines);
    expect(proposed).toMatchObject(rule);
    expect(doubts.map((doubt) => doubt.reason).join(' ')).toContain(reason);
    expect(doubts.every(({ assumed }) => assumed !== '')).toBe(true);
  });

  it('never leaves a stray line out in silence', () => {
    const strays = ['Xem Phụ lục II', 'Mỗi lần vi phạm trừ: nhiều', 'Giao Sở Nội vụ: hướng dẫn'];
    const sound = [['Đạt: 1; Không đạt: 0'], [SAID, 'Trên 90%: 1; đến 90%: 0'], ['Mỗi báo cáo trừ 0,25 điểm'], ['Chấm trực tiếp từ 0 đến 1 điểm'], ['Cộng điểm các nội dung đạt', 'A: 0,5', 'B: 0,5']];
    for (const lines of sound) {
      for (const stray of strays) {
        expect(propose(1, ...lines, stray).doubts.some(({ line }) => line.includes(stray))).toBe(true);
      }
    }
  });
});
