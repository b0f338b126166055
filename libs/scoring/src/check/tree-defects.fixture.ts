import { type Defect, DIRECTION, GONE, QUALITY, RESULTS } from './defect.fixture';

export const TREE: readonly Defect[] = [
  { what: 'criteria that are no list', in: '/criteria', plant: {}, code: 'set.not-a-list' },
  {
    what: 'a parent without children', in: '/criteria/4', plant: { code: '5', title: 'Rỗng', max: 2, section: 'penalty', children: [] },
    at: '/criteria/4/children', code: 'set.empty-list',
  },
  { what: 'a node that is nothing', in: '/criteria/4', plant: null, code: 'set.not-an-object' },
  { what: 'a node without a title', in: `${DIRECTION}/0/title`, plant: GONE, code: 'set.missing-field', params: { field: 'title' } },
  { what: 'an unknown field of a leaf', in: `${DIRECTION}/0/weight`, plant: 1, code: 'set.unknown-field', params: { field: 'weight' } },
  {
    what: 'a way to combine on a leaf', in: `${DIRECTION}/0/combine`, plant: 'sum',
    code: 'set.unknown-field', params: { field: 'combine' },
  },
  { what: 'a source on a parent', in: '/criteria/0/source', plant: 'survey', code: 'set.unknown-field', params: { field: 'source' } },
  { what: 'evidence on a parent', in: '/criteria/0/evidence', plant: {}, code: 'set.unknown-field', params: { field: 'evidence' } },
  {
    what: 'a field with a slash and a tilde', in: `${DIRECTION}/0/a~1b`, plant: 1,
    at: `${DIRECTION}/0/a~01b`, code: 'set.unknown-field', params: { field: 'a~1b' },
  },
  {
    what: 'a rule and children in one node', in: '/criteria/0/rule', plant: { kind: 'direct' },
    at: '/criteria/0', code: 'node.rule-and-children',
  },
  { what: 'neither a rule nor children', in: `${DIRECTION}/0/rule`, plant: GONE, at: `${DIRECTION}/0`, code: 'node.empty' },
  { what: 'a code that is a number', in: `${DIRECTION}/1/code`, plant: 1.2, code: 'set.not-text' },
  { what: 'a code with an empty part', in: `${DIRECTION}/3/code`, plant: '1..4', code: 'code.invalid', params: { code: '1..4' } },
  { what: 'a code with blanks', in: `${DIRECTION}/3/code`, plant: '1. 4', code: 'code.invalid', params: { code: '1. 4' } },
  {
    what: 'a code that every object has', in: '/criteria/4/code', plant: 'constructor',
    code: 'code.invalid', params: { code: 'constructor' },
  },
  { what: 'a doubled code', in: `${DIRECTION}/3/code`, plant: '1.3', code: 'code.doubled', params: { code: '1.3', title: 'Hoàn thành' } },
  {
    what: "a code under another parent's", in: `${DIRECTION}/3/code`, plant: '6.4',
    code: 'code.not-under-parent', params: { code: '6.4', parent: '1' },
  },
  {
    what: 'a code two parts longer', in: `${DIRECTION}/3/code`, plant: '1.4.1',
    code: 'code.not-under-parent', params: { code: '1.4.1', parent: '1' },
  },
  {
    what: 'a code that only begins alike', in: `${DIRECTION}/3/code`, plant: '14',
    code: 'code.not-under-parent', params: { code: '14', parent: '1' },
  },
  {
    what: 'a top-level code of two parts', in: '/criteria/4/code', plant: '5.1',
    code: 'code.several-parts', params: { code: '5.1' }, severity: 'warning',
  },
  { what: 'a section below the top', in: `${DIRECTION}/0/section`, plant: 'scored', code: 'section.below-top' },
  {
    what: 'an unknown section', in: '/criteria/3/section', plant: 'extra',
    code: 'set.unknown-value', params: { value: 'extra', allowed: 'scored, bonus, penalty' },
  },
  { what: 'an appraiser without a name', in: '/criteria/0/appraiser', plant: '', code: 'set.blank-text' },
  {
    what: 'an unknown source under best', in: `${RESULTS}/1/children/0/source`, plant: 'agency',
    code: 'set.unknown-value', params: { value: 'agency', allowed: 'self, survey, appraiser, imported' },
  },
  {
    what: 'an unknown way when not applicable', in: `${DIRECTION}/0/whenNotApplicable`, plant: true,
    code: 'set.unknown-value', params: { value: 'true', allowed: 'forbidden, exclude, full' },
  },
  { what: 'evidence that is perhaps required', in: `${DIRECTION}/0/evidence/required`, plant: 'yes', code: 'set.not-true-or-false' },
  {
    what: 'an unknown field of evidence', in: `${DIRECTION}/0/evidence/count`, plant: 1,
    code: 'set.unknown-field', params: { field: 'count' },
  },
  { what: 'guidance that is a list', in: `${DIRECTION}/0/guidance`, plant: ['Tính'], code: 'set.not-text' },
  {
    what: 'an unknown way to combine', in: `${RESULTS}/1/combine`, plant: { by: 'max' },
    code: 'set.unknown-value', params: { value: '{…}', allowed: 'sum, all, best' },
  },
  {
    what: 'mixed sources under best', in: `${RESULTS}/1/children/1/source`, plant: 'self',
    at: `${RESULTS}/1/combine`, code: 'sources.mixed', params: { combine: 'best', sources: 'imported, self' },
  },
  {
    what: 'mixed sources under all', in: `${RESULTS}/2/children/0/source`, plant: 'survey',
    at: `${RESULTS}/2/combine`, code: 'sources.mixed', params: { combine: 'all', sources: 'self, survey' },
  },
];

export const MAXIMA: readonly Defect[] = [
  { what: 'a max in text', in: `${DIRECTION}/0/max`, plant: '10', code: 'set.not-a-number' },
  { what: 'a negative max', in: '/criteria/4/max', plant: -1, code: 'number.out-of-range', params: { value: -1, min: 0, max: 1_000_000 } },
  {
    what: 'a max beyond a million', in: '/criteria/4/max', plant: 1_000_000.5,
    code: 'number.out-of-range', params: { value: 1_000_000.5, min: 0, max: 1_000_000 },
  },
  {
    what: 'a max with five decimals', in: '/criteria/4/max', plant: 2.00001,
    code: 'number.too-many-decimals', params: { value: 2.00001, most: 4 },
  },
  {
    what: 'a max beyond the rounding', in: '/criteria/4/max', plant: 2.125,
    code: 'points.too-precise', params: { value: 2.125, decimals: 2 },
  },
  {
    what: 'a parent that is not the sum', in: `${QUALITY}/2/max`, plant: 10.5,
    at: '/criteria/1/max', code: 'sum.mismatch', params: { max: 40, sum: 40.5, code: '2' },
  },
  {
    what: 'a bonus cap above the sum', in: '/criteria/3/max', plant: 4.25,
    code: 'sum.cap-too-high', params: { max: 4.25, sum: 4, code: '4' },
  },
  {
    what: 'a best child above its parent', in: `${RESULTS}/1/children/1/max`, plant: 5.25,
    code: 'best.child-above-max', params: { max: 5.25, parentMax: 5, code: '3.2.2' },
  },
  {
    what: 'a node worth nothing', in: `${RESULTS}/1/children/1/max`, plant: 0,
    code: 'node.zero-max', params: { code: '3.2.2' }, severity: 'warning',
  },
  {
    what: 'a scored total that is not 100', in: '/criteria/4/section', plant: 'scored',
    at: '/criteria', code: 'total.not-hundred', params: { total: 102 }, severity: 'warning',
  },
];
