import type { Answer } from '../model/answer';
import type { Rule } from '../model/rule';
import { answerInWords } from './answer-words';
import { sourceInWords } from './source-words';

const options = [
  { id: 'dung-han', label: 'Đúng hạn', points: 1 },
  { id: 'cham', label: 'Chậm', points: 0.5 },
];
const choice: Rule = { kind: 'choice', options };
const checklist: Rule = { kind: 'checklist', items: options };
const ratio: Rule = { kind: 'proportional', measure: { type: 'ratio', numerator: 'Tử', denominator: 'Mẫu' } };
const days: Rule = { kind: 'relative', measure: { type: 'number', label: 'Số ngày', unit: 'ngày' } };
const bare: Rule = { kind: 'relative', measure: { type: 'number', label: 'Hệ số', unit: '' } };
const growth: Rule = { kind: 'relative', measure: { type: 'growth', current: 'Nay', previous: 'Trước' } };
const tally: Rule = { kind: 'tally', start: 'max', items: options };
const survey: Rule = { kind: 'survey', options: [{ id: 'A', label: 'Tốt', percent: 100 }, { id: 'B', label: 'Khá', percent: 60 }] };
const direct: Rule = { kind: 'direct' };
const bestOf: Rule = {
  kind: 'bestOf',
  cases: [
    { id: 'de-an', label: 'Theo đề án', rule: ratio },
    { id: 'danh-muc', label: 'Theo danh mục', rule: checklist },
  ],
};

describe('an answer in a few words', () => {
  it.each<[string, Rule, Answer, string]>([
    ['a choice', choice, { choice: 'dung-han' }, 'Đúng hạn'],
    ['a choice that the rule does not know', choice, { choice: 'khac' }, 'khac'],
    ['a choice under a rule without options', direct, { choice: 'khac' }, 'khac'],
    ['ticks', checklist, { checked: ['cham', 'dung-han'] }, '2/2 nội dung: Chậm; Đúng hạn'],
    ['one tick', checklist, { checked: ['cham'] }, '1/2 nội dung: Chậm'],
    ['a tick under a rule without items', direct, { checked: ['khac'] }, '1/0 nội dung: khac'],
    ['no tick', checklist, { checked: [] }, '0/2 nội dung'],
    ['a ratio', ratio, { numerator: 1842, denominator: 1905 }, '1.842/1.905'],
    ['a number with a unit', days, { value: 1234.5 }, '1.234,5 ngày'],
    ['a number without a unit', bare, { value: 3 }, '3'],
    ['a number under another rule', growth, { value: 3 }, '3'],
    ['a number under a rule without a measure', direct, { value: 3 }, '3'],
    ['a growth', growth, { current: 1050, previous: 1000 }, '1.050 (kỳ trước: 1.000)'],
    ['counts', tally, { counts: { cham: 3, 'dung-han': 1200, khac: 0 } }, 'Chậm: 3; Đúng hạn: 1.200'],
    ['no count', tally, { counts: { cham: 0 } }, 'Không có trường hợp nào'],
    ['nothing counted', tally, { counts: {} }, 'Không có trường hợp nào'],
    ['responses', survey, { responses: { A: 1000, B: 40 } }, '1.040 phiếu (Tốt: 1.000; Khá: 40)'],
    ['a survey percent', survey, { percent: 78.875 }, '78,875%'],
    ['points', direct, { points: 1.75 }, '1,75 điểm'],
    [
      'cases',
      bestOf,
      { cases: { 'de-an': { numerator: 3, denominator: 4 }, 'danh-muc': { checked: ['cham'] } } },
      'Theo đề án: 3/4; Theo danh mục: 1/2 nội dung: Chậm',
    ],
    ['a case that the rule does not know', bestOf, { cases: { khac: { points: 1 } } }, 'khac: 1 điểm'],
    ['cases under another rule', direct, { cases: { khac: { points: 1 } } }, 'khac: 1 điểm'],
    ['not applicable', direct, { notApplicable: true, reason: 'Không có thủ tục' }, 'Không áp dụng: Không có thủ tục'],
    ['an award', direct, { awarded: 1.5, reason: 'Thiếu phụ lục' }, 'Điểm giao: 1,5 – Thiếu phụ lục'],
  ])('%s', (_what, rule, answer, words) => {
    expect(answerInWords(rule, answer)).toBe(words);
  });
});

it('says where an answer comes from', () => {
  expect((['self', 'survey', 'appraiser', 'imported'] as const).map(sourceInWords)).toEqual([
    'tự đánh giá',
    'lấy từ khảo sát',
    'cơ quan thẩm định chấm',
    'số liệu nhập từ bên ngoài',
  ]);
});
