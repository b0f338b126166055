import type { Measure } from '../model/measure';
import type { Rule } from '../model/rule';
import { ruleInWords } from './rule-words';

const ratio: Measure = { type: 'ratio', numerator: 'Nhiệm vụ hoàn thành', denominator: 'Nhiệm vụ theo kế hoạch' };
const score: Measure = { type: 'number', label: 'Điểm trung bình', unit: 'điểm', max: 100 };
const growth: Measure = { type: 'growth', current: 'Thu năm nay', previous: 'Thu năm trước' };
const RATIO_LINE = 'Tỷ lệ = Nhiệm vụ hoàn thành / Nhiệm vụ theo kế hoạch × 100%';
const SCORE_LINE = 'Số liệu: Điểm trung bình (điểm)';
const GROWTH_LINE = 'Tốc độ tăng = (Thu năm nay − Thu năm trước) / Thu năm trước × 100%';

const inWords = (rule: Rule, max: number) => ruleInWords(rule, max);

it('says a choice option by option', () => {
  const options = [
    { id: 'dung', label: 'Ban hành kịp thời', points: 1 },
    { id: 'cham', label: 'Ban hành không kịp thời', points: 0.5 },
  ];
  expect(inWords({ kind: 'choice', options }, 1)).toEqual(['Ban hành kịp thời: 1 điểm', 'Ban hành không kịp thời: 0,5 điểm']);
});

describe('a checklist', () => {
  const items = [
    { id: 'mot', label: 'Đủ nhiệm vụ', points: 0.5 },
    { id: 'hai', label: 'Có kinh phí', points: 0.75 },
  ];

  it.each([[{}], [{ award: 'sum' as const }]])('%j adds up', (award) => {
    expect(inWords({ kind: 'checklist', items, ...award }, 1)).toEqual([
      'Cộng điểm các nội dung đạt, tối đa 1 điểm',
      'Đủ nhiệm vụ: 0,5 điểm',
      'Có kinh phí: 0,75 điểm',
    ]);
  });

  it('asks for everything', () => {
    expect(inWords({ kind: 'checklist', items, award: 'all' }, 1.5)).toEqual([
      'Đạt tất cả 2 nội dung: 1,5 điểm; thiếu một nội dung: 0 điểm',
      'Đủ nhiệm vụ',
      'Có kinh phí',
    ]);
  });
});

describe('points in proportion', () => {
  it.each<[string, Partial<Extract<Rule, { kind: 'proportional' }>>, readonly [string, string]]>([
    ['nothing below 80 %', { zeroBelow: 80 }, [RATIO_LINE, '100%: 2,5 điểm; từ 80% đến dưới 100%: tỷ lệ × 2,5 điểm; dưới 80%: 0 điểm']],
    ['from 0 up', {}, [RATIO_LINE, '100%: 2,5 điểm; dưới 100%: tỷ lệ × 2,5 điểm']],
    ['full from 80 %', { target: 80 }, [RATIO_LINE, 'Từ 80% trở lên: 2,5 điểm; dưới 80%: tỷ lệ / 80% × 2,5 điểm']],
    [
      'full from 80 %, nothing below 50 %',
      { target: 80, zeroBelow: 50 },
      [RATIO_LINE, 'Từ 80% trở lên: 2,5 điểm; từ 50% đến dưới 80%: tỷ lệ / 80% × 2,5 điểm; dưới 50%: 0 điểm'],
    ],
    ['all or nothing', { zeroBelow: 100 }, [RATIO_LINE, '100%: 2,5 điểm; dưới 100%: 0 điểm']],
    ['nothing below a line above the target', { target: 80, zeroBelow: 90 }, [RATIO_LINE, 'Từ 90% trở lên: 2,5 điểm; dưới 90%: 0 điểm']],
    ['a target out of reach', { target: 200 }, [RATIO_LINE, 'Mọi giá trị: tỷ lệ / 200% × 2,5 điểm']],
    [
      'a ratio that may pass 100 %',
      { measure: { ...ratio, max: 200 } },
      [RATIO_LINE, 'Từ 100% trở lên: 2,5 điểm; dưới 100%: tỷ lệ × 2,5 điểm'],
    ],
    ['a number', { measure: score }, [SCORE_LINE, '100 điểm: 2,5 điểm; dưới 100 điểm: giá trị / 100 × 2,5 điểm']],
    [
      'a growth',
      { measure: growth, target: 10 },
      [GROWTH_LINE, 'Từ 10% trở lên: 2,5 điểm; từ 0% đến dưới 10%: tốc độ tăng / 10% × 2,5 điểm; dưới 0%: 0 điểm'],
    ],
    [
      'a growth with a line below zero, where points are 0 anyway',
      { measure: growth, zeroBelow: -5 },
      [GROWTH_LINE, 'Từ 100% trở lên: 2,5 điểm; từ 0% đến dưới 100%: tốc độ tăng × 2,5 điểm; dưới 0%: 0 điểm'],
    ],
  ])('%s', (_what, fields, words) => {
    expect(inWords({ kind: 'proportional', measure: ratio, ...fields }, 2.5)).toEqual(words);
  });
});

describe('bands', () => {
  it('are said as the decision of Cà Mau prints them', () => {
    const bands = [
      { above: 90, points: 2 },
      { from: 70, upTo: 90, points: 1 },
      { below: 70, points: 0 },
    ];
    expect(inWords({ kind: 'bands', measure: ratio, bands }, 2)).toEqual([
      RATIO_LINE,
      'Trên 90%: 2 điểm; từ 70% đến 90%: 1 điểm; dưới 70%: 0 điểm',
    ]);
  });

  it('may be in proportion or run between their edges', () => {
    const bands = [
      { from: 95, points: 3 },
      { from: 80, below: 95, linear: { from: 1, to: 2.5 } },
      { below: 80, proportional: true as const },
    ];
    expect(inWords({ kind: 'bands', measure: ratio, bands }, 3)).toEqual([
      RATIO_LINE,
      'Từ 95% trở lên: 3 điểm; từ 80% đến dưới 95%: nội suy từ 1 đến 2,5 điểm; dưới 80%: tỷ lệ × 3 điểm',
    ]);
    expect(inWords({ kind: 'bands', measure: score, bands: [{ proportional: true }] }, 3)).toEqual([
      SCORE_LINE,
      'Mọi giá trị: giá trị / 100 × 3 điểm',
    ]);
  });
});

describe('a tally', () => {
  const late = { id: 'cham', label: 'Báo cáo chậm', points: 0.25 };
  const missing = { id: 'thieu', label: 'UBND không gửi', points: 0.5, cap: 1 };

  it('of one item is one line', () => {
    const one = (start: 'zero' | 'max', cap?: number) =>
      inWords({ kind: 'tally', start, items: [{ ...late, ...(cap === undefined ? {} : { cap }) }] }, 1.5);
    expect(one('max')).toEqual(['Mỗi báo cáo chậm trừ 0,25 điểm, trừ tối đa 1,5 điểm']);
    expect(one('max', 1)).toEqual(['Mỗi báo cáo chậm trừ 0,25 điểm, trừ tối đa 1 điểm']);
    expect(one('max', 5)).toEqual(['Mỗi báo cáo chậm trừ 0,25 điểm, trừ tối đa 1,5 điểm']);
    expect(one('zero', 1)).toEqual(['Mỗi báo cáo chậm tính 0,25 điểm, tính tối đa 1 điểm']);
  });

  it('of several ends with what they may come to', () => {
    expect(inWords({ kind: 'tally', start: 'max', items: [late, missing] }, 1.5)).toEqual([
      'Mỗi báo cáo chậm trừ 0,25 điểm',
      'Mỗi UBND không gửi trừ 0,5 điểm, trừ tối đa 1 điểm',
      'Tất cả trừ không quá 1,5 điểm',
    ]);
    expect(inWords({ kind: 'tally', start: 'zero', items: [missing, late] }, 1.5)).toEqual([
      'Mỗi UBND không gửi tính 0,5 điểm, tính tối đa 1 điểm',
      'Mỗi báo cáo chậm tính 0,25 điểm',
      'Tổng cộng không quá 1,5 điểm',
    ]);
  });
});

it('says a survey with the percent of each option', () => {
  const options = [
    { id: 'A', label: 'Tốt', percent: 100 },
    { id: 'B', label: 'Khá', percent: 62.5 },
  ];
  expect(inWords({ kind: 'survey', options }, 2)).toEqual(['Điểm = tỷ lệ bình quân của các phiếu × 2 điểm', 'Tốt: 100%', 'Khá: 62,5%']);
});

it('says the range and the step of points given directly', () => {
  expect(inWords({ kind: 'direct' }, 1)).toEqual(['Chấm trực tiếp từ 0 đến 1 điểm']);
  expect(inWords({ kind: 'direct', min: 0.5, step: 0.25 }, 1)).toEqual(['Chấm trực tiếp từ 0,5 đến 1 điểm, bước 0,25 điểm']);
});

it('says the best of several cases, each with its own rule', () => {
  const cases = [
    { id: 'a', label: 'Có đề án', rule: { kind: 'proportional', measure: ratio } as const },
    { id: 'b', label: 'Không có đề án', rule: { kind: 'direct' } as const },
  ];
  expect(inWords({ kind: 'bestOf', cases }, 1)).toEqual([
    'Tính theo trường hợp có điểm cao nhất',
    `Có đề án: ${RATIO_LINE}; 100%: 1 điểm; dưới 100%: tỷ lệ × 1 điểm`,
    'Không có đề án: Chấm trực tiếp từ 0 đến 1 điểm',
  ]);
});

it('says what an agency is held against', () => {
  expect(inWords({ kind: 'relative', measure: ratio }, 0.5)).toEqual([
    RATIO_LINE,
    'Điểm = tỷ lệ của cơ quan / tỷ lệ cao nhất trong nhóm × 0,5 điểm',
  ]);
  expect(inWords({ kind: 'relative', measure: growth }, 2)).toEqual([
    GROWTH_LINE,
    'Điểm = tốc độ tăng của cơ quan / tốc độ tăng cao nhất trong nhóm × 2 điểm',
  ]);
  expect(inWords({ kind: 'relative', measure: score }, 1)[1]).toBe('Điểm = giá trị của cơ quan / giá trị cao nhất trong nhóm × 1 điểm');
});
