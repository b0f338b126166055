import { type Defect, DIRECTION, GONE } from './defect.fixture';

const numberMeasure = { type: 'number', label: 'Số ngày chậm', unit: 'ngày' };
const measured = (measure: object, ...bands: object[]) => ({ kind: 'bands', measure, bands });

export const BANDS: readonly Defect[] = [
  { what: 'bands that are not there', in: `${DIRECTION}/3/rule/bands`, plant: [], code: 'set.empty-list' },
  {
    what: 'an unknown field of a band', in: `${DIRECTION}/3/rule/bands/3/label`, plant: 'Thấp',
    code: 'set.unknown-field', params: { field: 'label' },
  },
  {
    what: 'a band from and above', in: `${DIRECTION}/3/rule/bands/0/from`, plant: 90,
    at: `${DIRECTION}/3/rule/bands/0`, code: 'bands.two-lower-edges',
  },
  {
    what: 'a band up to and below', in: `${DIRECTION}/3/rule/bands/1/below`, plant: 90,
    at: `${DIRECTION}/3/rule/bands/1`, code: 'bands.two-upper-edges',
  },
  {
    what: 'a band worth nothing said', in: `${DIRECTION}/3/rule/bands/0/points`, plant: GONE,
    at: `${DIRECTION}/3/rule/bands/0`, code: 'bands.no-points',
  },
  {
    what: 'a band worth two things', in: `${DIRECTION}/3/rule/bands/0/proportional`, plant: true,
    at: `${DIRECTION}/3/rule/bands/0`, code: 'bands.several-points',
  },
  {
    what: 'a band that is not proportional', in: `${DIRECTION}/3/rule/bands/2/proportional`, plant: false,
    code: 'set.unknown-value', params: { value: 'false', allowed: 'true' },
  },
  {
    what: 'band points above max', in: `${DIRECTION}/3/rule/bands/0/points`, plant: 10.5,
    code: 'points.above-max', params: { value: 10.5, max: 10 },
  },
  {
    what: 'band points beyond the rounding', in: `${DIRECTION}/3/rule/bands/0/points`, plant: 9.999,
    code: 'points.too-precise', params: { value: 9.999, decimals: 2 },
  },
  {
    what: 'a line that begins above max', in: `${DIRECTION}/3/rule/bands/1/linear/from`, plant: 10.5,
    code: 'points.above-max', params: { value: 10.5, max: 10 },
  },
  {
    what: 'a line that ends above max', in: `${DIRECTION}/3/rule/bands/1/linear/to`, plant: 10.5,
    code: 'points.above-max', params: { value: 10.5, max: 10 },
  },
  {
    what: 'a line without an end', in: `${DIRECTION}/3/rule/bands/1/linear/to`, plant: GONE,
    code: 'set.missing-field', params: { field: 'to' },
  },
  {
    what: 'a line that ends beyond the rounding', in: `${DIRECTION}/3/rule/bands/1/linear/to`, plant: 7.505,
    code: 'points.too-precise', params: { value: 7.505, decimals: 2 },
  },
  {
    what: 'a gap of one value', in: `${DIRECTION}/3/rule/bands/1`, plant: { from: 70, below: 90, points: 5 },
    at: `${DIRECTION}/3/rule/bands`, code: 'bands.gap', params: { from: 90, upTo: 90 },
  },
  {
    what: 'a gap between two bands', in: `${DIRECTION}/3/rule/bands/3/below`, plant: 40,
    at: `${DIRECTION}/3/rule/bands`, code: 'bands.gap', params: { from: 40, below: 50 },
  },
  {
    what: 'a gap at the end', in: `${DIRECTION}/3/rule/bands/0/upTo`, plant: 99.5,
    at: `${DIRECTION}/3/rule/bands`, code: 'bands.gap', params: { above: 99.5, upTo: 100 },
  },
  {
    what: 'a gap at the beginning', in: `${DIRECTION}/3/rule/bands/3/above`, plant: 0,
    at: `${DIRECTION}/3/rule/bands`, code: 'bands.gap', params: { from: 0, upTo: 0 },
  },
  {
    what: 'an overlap of one value', in: `${DIRECTION}/3/rule/bands/2`, plant: { from: 50, upTo: 70, points: 1 },
    code: 'bands.overlap', params: { from: 70, upTo: 70, other: 2 },
  },
  {
    what: 'an overlap of two bands', in: `${DIRECTION}/3/rule/bands/3/below`, plant: 60,
    at: `${DIRECTION}/3/rule/bands/3`, code: 'bands.overlap', params: { from: 50, below: 60, other: 3 },
  },
  {
    what: 'an empty band', in: `${DIRECTION}/3/rule/bands/4`, plant: { from: 30, below: 30, points: 1 },
    code: 'bands.empty', params: { from: 30, below: 30 },
  },
  {
    what: 'a band from 60 up to 55', in: `${DIRECTION}/3/rule/bands/4`, plant: { from: 60, upTo: 55, points: 1 },
    code: 'bands.empty', params: { from: 60, upTo: 55 },
  },
  {
    what: 'a band outside the range', in: `${DIRECTION}/3/rule/bands/4`, plant: { above: 100, points: 1 },
    code: 'bands.outside', params: { above: 100, min: 0, max: 100 }, severity: 'warning',
  },
  {
    what: 'a line with one edge', in: `${DIRECTION}/3/rule/bands/0`, plant: { above: 90, linear: { from: 8, to: 10 } },
    at: `${DIRECTION}/3/rule/bands/0/linear`, code: 'bands.linear-open',
  },
  {
    what: 'a line without a lower edge', in: `${DIRECTION}/3/rule/bands/3`, plant: { below: 50, linear: { from: 0, to: 5 } },
    at: `${DIRECTION}/3/rule/bands/3/linear`, code: 'bands.linear-open',
  },
  {
    what: 'a line over a single value',
    in: `${DIRECTION}/3/rule`,
    plant: measured(numberMeasure, { below: 5, points: 0 }, { from: 5, upTo: 5, linear: { from: 1, to: 2 } }, { above: 5, points: 10 }),
    at: `${DIRECTION}/3/rule/bands/1/linear`,
    code: 'bands.linear-point',
    params: { value: 5 },
  },
  {
    what: 'a number without an upper limit that no band reaches',
    in: `${DIRECTION}/3/rule`,
    plant: measured(numberMeasure, { upTo: 0, points: 10 }, { above: 0, upTo: 10, points: 5 }),
    at: `${DIRECTION}/3/rule/bands`,
    code: 'bands.gap',
    params: { above: 10 },
  },
  {
    what: 'a shrinking that no band reaches',
    in: `${DIRECTION}/3/rule`,
    plant: measured({ type: 'growth', current: 'Năm nay', previous: 'Năm trước' }, { from: -100, points: 10 }),
    at: `${DIRECTION}/3/rule/bands`,
    code: 'bands.gap',
    params: { below: -100 },
  },
  {
    what: 'a number below zero that no band reaches',
    in: `${DIRECTION}/3/rule`,
    plant: measured({ ...numberMeasure, min: -5, max: 5 }, { from: 0, points: 10 }),
    at: `${DIRECTION}/3/rule/bands`,
    code: 'bands.gap',
    params: { from: -5, below: 0 },
  },
  {
    what: 'a band inside another', in: `${DIRECTION}/3/rule/bands/4`, plant: { from: 92, upTo: 95, points: 1 },
    code: 'bands.overlap', params: { from: 92, upTo: 95, other: 1 },
  },
  {
    what: 'bands of a measure that has no values', in: `${DIRECTION}/3/rule`,
    plant: measured({ ...numberMeasure, min: 3, max: 2 }, { upTo: 2, points: 10 }, { above: 5, points: 0 }),
    at: `${DIRECTION}/3/rule/measure/max`, code: 'measure.empty-range', params: { min: 3, max: 2 },
  },
];
