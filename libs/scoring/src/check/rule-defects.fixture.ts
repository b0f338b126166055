import { type Defect, DIRECTION, GONE, QUALITY, RESULTS } from './defect.fixture';

const numberMeasure = { type: 'number', label: 'Số ngày chậm', unit: 'ngày' };

export const RULES: readonly Defect[] = [
  { what: 'a rule that is text', in: `${DIRECTION}/0/rule`, plant: 'choice', code: 'set.not-an-object' },
  { what: 'a rule without a kind', in: `${DIRECTION}/0/rule/kind`, plant: GONE, code: 'set.missing-field', params: { field: 'kind' } },
  {
    what: 'an unknown kind', in: `${DIRECTION}/0/rule/kind`, plant: 'toString',
    code: 'set.unknown-value',
    params: { value: 'toString', allowed: 'choice, checklist, proportional, bands, tally, survey, direct, bestOf, relative' },
  },
  { what: 'an unknown field of a rule', in: `${DIRECTION}/0/rule/max`, plant: 1, code: 'set.unknown-field', params: { field: 'max' } },
  { what: 'a choice without options', in: `${DIRECTION}/0/rule/options`, plant: [], code: 'set.empty-list' },
  {
    what: 'an unknown field of an option', in: `${DIRECTION}/0/rule/options/0/score`, plant: 1,
    code: 'set.unknown-field', params: { field: 'score' },
  },
  { what: 'a doubled option', in: `${DIRECTION}/0/rule/options/1/id`, plant: 'dung-han', code: 'id.doubled', params: { id: 'dung-han' } },
  {
    what: 'an option named __proto__', in: `${DIRECTION}/0/rule/options/1/id`, plant: '__proto__',
    code: 'id.invalid', params: { id: '__proto__' },
  },
  { what: 'an option without a label', in: `${DIRECTION}/0/rule/options/1/label`, plant: '', code: 'set.blank-text' },
  {
    what: 'negative points', in: `${DIRECTION}/0/rule/options/1/points`, plant: -1,
    code: 'number.out-of-range', params: { value: -1, min: 0 },
  },
  {
    what: 'an option above max', in: `${DIRECTION}/0/rule/options/1/points`, plant: 10.25,
    code: 'points.above-max', params: { value: 10.25, max: 10, label: 'Chậm' },
  },
  {
    what: 'points beyond the rounding', in: `${DIRECTION}/0/rule/options/1/points`, plant: 2.125,
    code: 'points.too-precise', params: { value: 2.125, decimals: 2 },
  },
  {
    what: 'a choice that cannot reach max', in: `${DIRECTION}/0/rule/options/0/points`, plant: 9.75,
    at: `${DIRECTION}/0/rule/options`, code: 'choice.max-unreachable', params: { highest: 9.75, max: 10 }, severity: 'warning',
  },
  {
    what: 'a checklist awarded otherwise', in: `${DIRECTION}/1/rule/award`, plant: 'any',
    code: 'set.unknown-value', params: { value: 'any', allowed: 'sum, all' },
  },
  {
    what: 'an item above max', in: `${DIRECTION}/1/rule/items/1/points`, plant: 10.5,
    code: 'points.above-max', params: { value: 10.5, max: 10, label: 'Ngân sách' },
  },
  { what: 'a doubled item', in: `${DIRECTION}/1/rule/items/1/id`, plant: 'van-ban', code: 'id.doubled', params: { id: 'van-ban' } },
  { what: 'a target of 0', in: `${DIRECTION}/2/rule/target`, plant: 0, code: 'number.out-of-range', params: { value: 0, above: 0 } },
  { what: 'a line in text', in: `${DIRECTION}/2/rule/zeroBelow`, plant: '50', code: 'set.not-a-number' },
  {
    what: 'an unknown measure', in: `${DIRECTION}/2/rule/measure/type`, plant: 'percent',
    code: 'set.unknown-value', params: { value: 'percent', allowed: 'ratio, number, growth' },
  },
  {
    what: 'a ratio without a denominator', in: `${DIRECTION}/2/rule/measure/denominator`, plant: GONE,
    code: 'set.missing-field', params: { field: 'denominator' },
  },
  {
    what: 'an unknown field of a measure', in: `${DIRECTION}/2/rule/measure/min`, plant: 0,
    code: 'set.unknown-field', params: { field: 'min' },
  },
  {
    what: 'a ratio up to nothing', in: `${DIRECTION}/2/rule/measure/max`, plant: 0,
    code: 'number.out-of-range', params: { value: 0, above: 0 },
  },
  {
    what: 'a tally that starts in between', in: `${QUALITY}/0/rule/start`, plant: 'half',
    code: 'set.unknown-value', params: { value: 'half', allowed: 'zero, max' },
  },
  {
    what: 'a tally item above max', in: `${QUALITY}/0/rule/items/1/points`, plant: 11,
    code: 'points.above-max', params: { value: 11, max: 10, label: 'Báo cáo thiếu' },
  },
  {
    what: 'a cap beyond the rounding', in: `${QUALITY}/0/rule/items/0/cap`, plant: 1.125,
    code: 'points.too-precise', params: { value: 1.125, decimals: 2 },
  },
  {
    what: 'a cap above max', in: `${QUALITY}/0/rule/items/0/cap`, plant: 10.5,
    code: 'tally.cap-above-max', params: { cap: 10.5, max: 10, label: 'Báo cáo chậm' }, severity: 'warning',
  },
  { what: 'a negative cap', in: `${QUALITY}/0/rule/items/0/cap`, plant: -1, code: 'number.out-of-range', params: { value: -1, min: 0 } },
  {
    what: 'a survey percent beyond 100', in: `${QUALITY}/1/rule/options/0/percent`, plant: 100.5,
    code: 'number.out-of-range', params: { value: 100.5, min: 0, max: 100 },
  },
  {
    what: 'a negative survey percent', in: `${QUALITY}/1/rule/options/1/percent`, plant: -1,
    code: 'number.out-of-range', params: { value: -1, min: 0, max: 100 },
  },
  { what: 'a step of 0', in: `${QUALITY}/2/rule/step`, plant: 0, code: 'number.out-of-range', params: { value: 0, above: 0 } },
  {
    what: 'a step beyond the rounding', in: `${QUALITY}/2/rule/step`, plant: 0.125,
    code: 'points.too-precise', params: { value: 0.125, decimals: 2 },
  },
  { what: 'a negative least', in: `${QUALITY}/2/rule/min`, plant: -1, code: 'number.out-of-range', params: { value: -1, min: 0 } },
  { what: 'a least above max', in: `${QUALITY}/2/rule/min`, plant: 10.25, code: 'points.above-max', params: { value: 10.25, max: 10 } },
  { what: 'a doubled case', in: `${QUALITY}/3/rule/cases/1/id`, plant: 'mo-hinh', code: 'id.doubled', params: { id: 'mo-hinh' } },
  {
    what: 'a defect in the rule of a case', in: `${QUALITY}/3/rule/cases/0/rule/options/0/points`, plant: 12,
    code: 'points.above-max', params: { value: 12, max: 10, label: 'Có' },
  },
  {
    what: 'a relative case', in: `${QUALITY}/3/rule/cases/1/rule`, plant: { kind: 'relative', measure: numberMeasure },
    code: 'relative.in-best-of',
  },
  {
    what: 'a relative case of a case',
    in: `${QUALITY}/3/rule/cases/1/rule`,
    plant: { kind: 'bestOf', cases: [{ id: 'a', label: 'A', rule: { kind: 'relative', measure: numberMeasure } }] },
    at: `${QUALITY}/3/rule/cases/1/rule/cases/0/rule`,
    code: 'relative.in-best-of',
  },
  {
    what: 'a measure from 10 up to 5', in: `${QUALITY}/3/rule/cases/1/rule/measure/min`, plant: 10.5,
    at: `${QUALITY}/3/rule/cases/1/rule/measure/max`, code: 'measure.empty-range', params: { min: 10.5, max: 10 },
  },
  {
    what: 'a relative measure from 0 up to -1', in: `${RESULTS}/0/rule/measure`, plant: { ...numberMeasure, max: -1 },
    at: `${RESULTS}/0/rule/measure/max`, code: 'measure.empty-range', params: { min: 0, max: -1 },
  },
  { what: 'a growth with a unit', in: `${RESULTS}/0/rule/measure/unit`, plant: '%', code: 'set.unknown-field', params: { field: 'unit' } },
  {
    what: 'an example that expects other points', in: `${DIRECTION}/0/rule/examples`, plant: [{ given: { choice: 'cham' }, expected: 3 }],
    at: `${DIRECTION}/0/rule/examples/0/expected`, code: 'example.differs', params: { expected: 3, points: 2.5 },
  },
  {
    what: 'an example of text', in: `${DIRECTION}/0/rule/examples`, plant: [{ given: 'cham', expected: 2.5 }],
    at: `${DIRECTION}/0/rule/examples/0/given`, code: 'set.not-an-object',
  },
  {
    what: 'an example without its points', in: `${DIRECTION}/0/rule/examples`, plant: [{ given: { choice: 'cham' } }],
    at: `${DIRECTION}/0/rule/examples/0/expected`, code: 'set.missing-field', params: { field: 'expected' },
  },
  {
    what: 'an example of what depends on the group', in: `${DIRECTION}/2/rule`,
    plant: { kind: 'relative', measure: numberMeasure, examples: [{ given: { value: 3 }, expected: 10 }] },
    at: `${DIRECTION}/2/rule/examples/0`, code: 'example.needs-group',
  },
];
