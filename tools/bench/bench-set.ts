import type { CriteriaSet, CriterionNode, LeafNode, Rule } from '@par-index/scoring';

const FIELDS = 9;
const LEAVES_PER_FIELD = 10;

const ratio = { type: 'ratio', numerator: 'Số đã làm', denominator: 'Số phải làm' } as const;
const option = (id: string, points: number) => ({ id, label: id, points });

/** The kinds that make up nearly all of the criteria of 2026, in about the same proportion, each leaf out of 1. */
const RULES: readonly Rule[] = [
  { kind: 'choice', options: [option('kip-thoi', 1), option('cham', 0.5), option('khong', 0)] },
  { kind: 'proportional', measure: ratio },
  { kind: 'proportional', measure: ratio, target: 80, zeroBelow: 40 },
  {
    kind: 'bands',
    measure: ratio,
    bands: [
      { from: 95, points: 1 },
      { from: 80, below: 95, points: 0.75 },
      { from: 50, below: 80, proportional: true },
      { below: 50, points: 0 },
    ],
  },
  { kind: 'tally', start: 'max', items: [option('cham', 0.25), option('thieu', 0.1)] },
  { kind: 'survey', options: [100, 60, 20, 0].map((percent, place) => ({ id: 'ABCD'.charAt(place), label: `${percent}%`, percent })) },
  { kind: 'checklist', items: [option('mot', 0.25), option('hai', 0.25), option('ba', 0.25), option('bon', 0.25)], award: 'sum' },
  { kind: 'choice', options: [option('dat', 1), option('khong-dat', 0)] },
  { kind: 'proportional', measure: ratio },
  { kind: 'tally', start: 'zero', items: [option('sang-kien', 0.5), option('tin-bai', 0.05)] },
];

function leaf(code: string, rule: Rule): LeafNode {
  return { code, title: `Tiêu chí ${code}`, max: 1, rule, ...(rule.kind === 'survey' ? { source: 'survey' } : {}) };
}

function field(code: string): CriterionNode {
  const groups = [RULES.slice(0, 5), RULES.slice(5)].map((rules, group) => ({
    code: `${code}.${group + 1}`,
    title: `Nhóm ${code}.${group + 1}`,
    max: rules.length,
    children: rules.map((rule, place) => leaf(`${code}.${group + 1}.${place + 1}`, rule)),
  }));
  return { code, title: `Lĩnh vực ${code}`, max: LEAVES_PER_FIELD, children: groups };
}

/** 90 leaves under nine fields. */
export const benchSet: CriteriaSet = {
  format: 'par-criteria-set/1',
  code: 'bench',
  title: 'Đo thời gian',
  year: 2026,
  appliesTo: 'so-ban-nganh',
  criteria: Array.from({ length: FIELDS }, (_, place) => field(String(place + 1))),
};
