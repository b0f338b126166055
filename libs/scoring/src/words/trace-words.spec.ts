import type { Measure } from '../model/measure';
import type { Rule } from '../model/rule';
import type { LeafTrace, TraceStep } from '../model/trace';
import { traceInWords } from './trace-words';

const ratio: Measure = { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tổng số' };
const days: Measure = { type: 'number', label: 'Số ngày chậm', unit: 'ngày' };
const growth: Measure = { type: 'growth', current: 'Nay', previous: 'Trước' };
const proportional = (measure: Measure): Rule => ({ kind: 'proportional', measure });
const direct: Rule = { kind: 'direct' };
const exact = (numerator: number, denominator = 1) => ({ numerator: `${numerator}`, denominator: `${denominator}` });

function words(steps: readonly TraceStep[], rule: Rule = direct, max = 2): readonly string[] {
  const trace: LeafTrace = { code: '1.1', max, rule, answer: null, outcome: 'scored', steps, points: 1 };
  return traceInWords(trace);
}

const items = [
  { id: 'a', label: 'Văn bản', points: 0.5 },
  { id: 'b', label: 'Hỏi đáp', points: 0.75 },
];

describe('a leaf without points from its rule', () => {
  it.each<[string, TraceStep, string]>([
    [
      'that does not apply',
      { step: 'excluded', because: 'not-applicable', reason: 'Không có thủ tục' },
      'Không áp dụng: Không có thủ tục. Tiêu chí không tính vào điểm tối đa',
    ],
    [
      'that the agency is exempt from',
      { step: 'excluded', because: 'exempt', reason: null },
      'Cơ quan được miễn tiêu chí này: không tính vào điểm tối đa',
    ],
    [
      'without a survey',
      { step: 'excluded', because: 'without-survey', reason: null },
      'Không có kết quả khảo sát: tiêu chí không tính vào điểm tối đa',
    ],
    [
      'that does not apply, with full points',
      { step: 'not-applicable-full', reason: 'Không có kiến nghị', points: 2 },
      'Không áp dụng: Không có kiến nghị. Được điểm tối đa: 2 điểm',
    ],
    ['that is not answered', { step: 'missing', points: 0 }, 'Chưa có câu trả lời: 0 điểm'],
    ['that an appraiser awards', { step: 'awarded', awarded: 1.5, reason: 'Thiếu phụ lục' }, 'Điểm giao: 1,5 điểm – Thiếu phụ lục'],
  ])('%s', (_what, step, sentence) => {
    expect(words([step])).toEqual([sentence]);
  });

  it('says so where no reason is kept', () => {
    expect(words([{ step: 'excluded', because: 'not-applicable', reason: null }])).toEqual([
      'Không áp dụng: không rõ lý do. Tiêu chí không tính vào điểm tối đa',
    ]);
  });
});

describe('options, ticks and points given directly', () => {
  it.each<[TraceStep, string]>([
    [{ step: 'option-chosen', id: 'a', label: 'Đúng hạn', points: 0.5 }, 'Chọn «Đúng hạn»: 0,5 điểm'],
    [{ step: 'items-ticked', items, of: 5, award: 'sum', sum: 1.25 }, 'Đạt 2/5 nội dung (Văn bản; Hỏi đáp): 1,25 điểm'],
    [{ step: 'items-ticked', items: [], of: 5, award: 'sum', sum: 0 }, 'Đạt 0/5 nội dung: 0 điểm'],
    [{ step: 'items-ticked', items, of: 2, award: 'all', sum: 2 }, 'Đạt 2/2 nội dung (Văn bản; Hỏi đáp): 2 điểm'],
    [{ step: 'items-ticked', items, of: 3, award: 'all', sum: 0 }, 'Đạt 2/3 nội dung (Văn bản; Hỏi đáp), phải đạt tất cả: 0 điểm'],
    [{ step: 'capped', value: 1.25, cap: 1 }, '1,25 điểm vượt mức tối đa, chỉ tính 1 điểm'],
    [{ step: 'direct', points: 1.75 }, 'Điểm chấm: 1,75 điểm'],
  ])('%j', (step, sentence) => {
    expect(words([step])).toEqual([sentence]);
  });
});

describe('a measured value', () => {
  it('that is a ratio', () => {
    const value = exact(36840, 381);
    expect(words([{ step: 'ratio', numerator: 1842, denominator: 1905, value }], proportional(ratio))).toEqual([
      'Tỷ lệ = 1.842 / 1.905 × 100 ≈ 96,69%',
    ]);
    expect(words([{ step: 'ratio', numerator: 18, denominator: 20, value: exact(90) }], proportional(ratio))).toEqual([
      'Tỷ lệ = 18 / 20 × 100 = 90%',
    ]);
  });

  it('that is a number', () => {
    expect(words([{ step: 'value', value: 1234.5, unit: 'ngày' }], proportional(days))).toEqual(['Số liệu: 1.234,5 ngày']);
  });

  it('that is a growth', () => {
    expect(words([{ step: 'growth', current: 95, previous: 1000, value: exact(-181, 2) }], proportional(growth))).toEqual([
      'Tốc độ tăng = (95 − 1.000) / 1.000 × 100 = -90,5%',
    ]);
  });

  it('is read as a percent where the rule has no measure', () => {
    expect(words([{ step: 'negative-value', value: exact(-5) }], direct)).toEqual(['Giá trị âm (-5%): 0 điểm']);
  });
});

describe('points in proportion', () => {
  it.each<[TraceStep, Rule, string]>([
    [{ step: 'below-zero-line', value: exact(60), zeroBelow: 80 }, proportional(ratio), '60% thấp hơn mức tối thiểu 80%: 0 điểm'],
    [{ step: 'below-zero-line', value: exact(1, 2), zeroBelow: 3 }, proportional(days), '0,5 ngày thấp hơn mức tối thiểu 3 ngày: 0 điểm'],
    [{ step: 'negative-value', value: exact(-1, 2) }, proportional(growth), 'Giá trị âm (-0,5%): 0 điểm'],
    [
      { step: 'share-of-target', value: exact(36840, 381), target: 100, share: exact(1842, 1905), reached: false },
      proportional(ratio),
      'Mức đạt = 96,69% / 100% ≈ 0,966929',
    ],
    [
      { step: 'share-of-target', value: exact(60), target: 80, share: exact(3, 4), reached: false },
      proportional(ratio),
      'Mức đạt = 60% / 80% = 0,75',
    ],
    [
      { step: 'share-of-target', value: exact(95), target: 80, share: exact(1), reached: true },
      proportional(ratio),
      '95% đạt mức hưởng điểm tối đa (từ 80%): mức đạt = 1',
    ],
    [{ step: 'times-max', share: exact(1842, 1905), max: 2, result: exact(3684, 1905) }, direct, '0,966929 × 2 ≈ 1,933858 điểm'],
    [{ step: 'times-max', share: exact(3, 4), max: 2.5, result: exact(15, 8) }, direct, '0,75 × 2,5 = 1,875 điểm'],
    [{ step: 'rounded', value: exact(3684, 1905), decimals: 4, points: 1.9339 }, direct, 'Làm tròn đến 4 chữ số thập phân: 1,9339 điểm'],
    [{ step: 'rounded', value: exact(3684, 1905), decimals: 0, points: 2 }, direct, 'Làm tròn đến hàng đơn vị: 2 điểm'],
  ])('%j', (step, rule, sentence) => {
    expect(words([step], rule)).toEqual([sentence]);
  });
});

describe('bands', () => {
  const bands: Rule = {
    kind: 'bands',
    measure: ratio,
    bands: [
      { above: 90, points: 2 },
      { from: 70, upTo: 90, points: 1 },
    ],
  };

  it('name the one that the value falls in', () => {
    expect(words([{ step: 'band', value: exact(90), index: 1 }, { step: 'band-points', points: 1 }], bands)).toEqual([
      '90% thuộc khoảng: từ 70% đến 90%',
      'Điểm của khoảng: 1 điểm',
    ]);
  });

  it('name no edge where the rule has no such band', () => {
    expect(words([{ step: 'band', value: exact(90), index: 7 }], bands)).toEqual(['90% thuộc khoảng: mọi giá trị']);
    expect(words([{ step: 'band', value: exact(90), index: 0 }], proportional(ratio))).toEqual(['90% thuộc khoảng: mọi giá trị']);
  });

  it('run between their edges', () => {
    const value = exact(75);
    expect(words([{ step: 'band-linear', lower: 70, upper: 90, from: 0.5, to: 1.5, value, result: exact(3, 4) }], bands)).toEqual([
      'Nội suy: 0,5 + (75% − 70%) / (90% − 70%) × (1,5 − 0,5) = 0,75 điểm',
    ]);
  });

  it('run down, and below zero', () => {
    const step: TraceStep = { step: 'band-linear', lower: -10, upper: 2, from: 1, to: 0.5, value: exact(-5), result: exact(19, 24) };
    expect(words([step], proportional(growth))).toEqual(['Nội suy: 1 + (-5% − (-10%)) / (2% − (-10%)) × (0,5 − 1) ≈ 0,791667 điểm']);
  });
});

describe('a tally', () => {
  const late = { step: 'tally-item', id: 'cham', label: 'Báo cáo chậm', each: 0.25 } as const;

  it.each<[TraceStep, string]>([
    [{ ...late, count: 3, cap: null, amount: 0.75 }, 'Báo cáo chậm: 3 × 0,25 = 0,75 điểm'],
    [{ ...late, count: 4, cap: 1, amount: 1 }, 'Báo cáo chậm: 4 × 0,25 = 1 điểm'],
    [{ ...late, count: 1000, cap: 1, amount: 1 }, 'Báo cáo chậm: 1.000 × 0,25 = 250 điểm, chỉ tính 1 điểm'],
    [{ step: 'tally-total', start: 'zero', total: 1.35, result: 1.35 }, 'Tổng: 1,35 điểm'],
    [{ step: 'tally-total', start: 'zero', total: 3.5, result: 2 }, 'Tổng: 3,5 điểm, chỉ tính tối đa 2 điểm'],
    [{ step: 'tally-total', start: 'max', total: 0.75, result: 1.25 }, 'Điểm tối đa 2 trừ 0,75, còn 1,25 điểm'],
  ])('%j', (step, sentence) => {
    expect(words([step])).toEqual([sentence]);
  });
});

describe('a survey', () => {
  it('that counts responses', () => {
    const responses = [
      { id: 'A', label: 'Tốt', percent: 100, count: 1000 },
      { id: 'B', label: 'Khá', percent: 62.5, count: 200 },
    ];
    expect(words([{ step: 'survey-mean', responses, total: 1200, percent: exact(375, 4) }])).toEqual([
      'Bình quân 1.200 phiếu (Tốt 1.000 × 100%; Khá 200 × 62,5%) = 93,75%',
    ]);
    expect(words([{ step: 'survey-mean', responses: [], total: 3, percent: exact(200, 3) }])).toEqual(['Bình quân 3 phiếu () ≈ 66,67%']);
  });

  it('whose percent is known', () => {
    expect(words([{ step: 'survey-percent', percent: 78.875 }])).toEqual(['Kết quả khảo sát: 78,875%']);
  });
});

describe('the best of several cases', () => {
  const cases = [
    { id: 'a', label: 'Theo đề án', rule: proportional(days) },
    { id: 'b', label: 'Theo danh mục', rule: direct },
  ];
  const steps: readonly TraceStep[] = [
    { step: 'value', value: 3, unit: 'ngày' },
    { step: 'below-zero-line', value: exact(3), zeroBelow: 5 },
  ];

  it('is said case by case, each read by its own rule', () => {
    expect(
      words(
        [
          { step: 'case', id: 'a', label: 'Theo đề án', steps, points: exact(0) },
          { step: 'case', id: 'b', label: 'Theo danh mục', steps: [{ step: 'direct', points: 1 }], points: exact(1) },
          { step: 'best-case', id: 'b', label: 'Theo danh mục', points: exact(1, 3) },
        ],
        { kind: 'bestOf', cases },
      ),
    ).toEqual([
      'Trường hợp «Theo đề án»: Số liệu: 3 ngày; 3 ngày thấp hơn mức tối thiểu 5 ngày: 0 điểm (0 điểm)',
      'Trường hợp «Theo danh mục»: Điểm chấm: 1 điểm (1 điểm)',
      'Lấy trường hợp có điểm cao nhất, «Theo danh mục»: 0,333333 điểm',
    ]);
  });

  it("is read by the leaf's own rule where the case is not there", () => {
    const step: TraceStep = { step: 'case', id: 'c', label: 'Khác', steps, points: exact(0) };
    const sentence = ['Trường hợp «Khác»: Số liệu: 3%; 3% thấp hơn mức tối thiểu 5%: 0 điểm (0 điểm)'];
    expect(words([step], { kind: 'bestOf', cases })).toEqual(sentence);
    expect(words([step], direct)).toEqual(sentence);
  });

  it("keeps the leaf's max inside a case", () => {
    const total: TraceStep = { step: 'tally-total', start: 'max', total: 1, result: 2 };
    const step: TraceStep = { step: 'case', id: 'b', label: 'B', steps: [total], points: exact(2) };
    expect(words([step], { kind: 'bestOf', cases }, 3)).toEqual(['Trường hợp «B»: Điểm tối đa 3 trừ 1, còn 2 điểm (2 điểm)']);
  });
});

describe('a leaf held against the other agencies', () => {
  const relative: Rule = { kind: 'relative', measure: ratio };
  const known = (figure: number | null, denominator = 1) => (figure === null ? null : exact(figure, denominator));
  const said = (value: number, best: number | null, share: number | null) =>
    words([{ step: 'relative', value: exact(value), best: known(best), share: known(share, 4) }], relative);

  it('waits for them', () => {
    const waiting = ['Chờ tổng hợp: điểm tính theo mức cao nhất của các cơ quan trong nhóm'];
    expect(said(60, null, null)).toEqual(waiting);
    expect(said(60, 80, null)).toEqual(waiting);
    expect(said(60, null, 3)).toEqual(waiting);
  });

  it('is set beside the best', () => {
    expect(said(60, 80, 3)).toEqual(['So với mức cao nhất của nhóm: 60% / 80% = 0,75']);
    expect(said(0, 80, 0)).toEqual(['So với mức cao nhất của nhóm: 0% / 80% = 0']);
  });

  it('has nothing where the best is not above 0, or its own value is below', () => {
    expect(said(-5, -3, 0)).toEqual(['Mức cao nhất của nhóm là -3%, không lớn hơn 0: mức đạt = 0']);
    expect(said(0, 0, 0)).toEqual(['Mức cao nhất của nhóm là 0%, không lớn hơn 0: mức đạt = 0']);
    expect(said(-5, 80, 0)).toEqual(['Giá trị âm (-5%): mức đạt = 0']);
  });
});
