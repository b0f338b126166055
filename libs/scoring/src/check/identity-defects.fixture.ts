import { type Defect, GONE } from './defect.fixture';

export const IDENTITY: readonly Defect[] = [
  {
    what: 'another format', in: '/format', plant: 'par-criteria-set/2',
    code: 'set.unknown-value', params: { value: 'par-criteria-set/2', allowed: 'par-criteria-set/1' },
  },
  { what: 'a set without a code', in: '/code', plant: GONE, code: 'set.missing-field', params: { field: 'code' } },
  { what: 'a code with a blank at its end', in: '/code', plant: 'so-2026 ', code: 'id.invalid', params: { id: 'so-2026 ' } },
  { what: 'a code that is too long', in: '/code', plant: 's'.repeat(201), code: 'id.invalid', params: { id: 's'.repeat(80) } },
  { what: 'a title that is a number', in: '/title', plant: 5, code: 'set.not-text' },
  { what: 'a blank title', in: '/title', plant: '  ', code: 'set.blank-text' },
  { what: 'a year in text', in: '/year', plant: '2026', code: 'set.not-a-number' },
  { what: 'half a year', in: '/year', plant: 2026.5, code: 'number.not-whole', params: { value: 2026.5 } },
  { what: 'a year long past', in: '/year', plant: 1899, code: 'number.out-of-range', params: { value: 1899, min: 1900, max: 2200 } },
  { what: 'a year far off', in: '/year', plant: 2201, code: 'number.out-of-range', params: { value: 2201, min: 1900, max: 2200 } },
  { what: 'a legal basis that is a list', in: '/legalBasis', plant: [], code: 'set.not-text' },
  {
    what: 'a group named as every object names its maker', in: '/appliesTo', plant: 'constructor',
    code: 'id.invalid', params: { id: 'constructor' },
  },
  { what: 'an unknown field', in: '/grade', plant: [], code: 'set.unknown-field', params: { field: 'grade' } },
  {
    what: 'a field that would change what an object inherits', in: '/__proto__', plant: {},
    code: 'set.unknown-field', params: { field: '__proto__' },
  },
  { what: 'a field that every object has', in: '/constructor', plant: {}, code: 'set.unknown-field', params: { field: 'constructor' } },
  { what: 'rounding in text', in: '/rounding', plant: '2', code: 'set.not-an-object' },
  { what: 'five decimals', in: '/rounding/points', plant: 5, code: 'number.out-of-range', params: { value: 5, min: 0, max: 4 } },
  { what: 'fewer than no decimals', in: '/rounding/index', plant: -1, code: 'number.out-of-range', params: { value: -1, min: 0, max: 4 } },
  { what: 'an unknown field of rounding', in: '/rounding/percent', plant: 2, code: 'set.unknown-field', params: { field: 'percent' } },
  {
    what: 'an unknown way without a survey', in: '/withoutSurvey', plant: 'ignore',
    code: 'set.unknown-value', params: { value: 'ignore', allowed: 'zero, exclude' },
  },
  {
    what: 'ranking by something else', in: '/ranking/by', plant: 'points',
    code: 'set.unknown-value', params: { value: 'points', allowed: 'exact, rounded' },
  },
  { what: 'an unknown field of ranking', in: '/ranking/ties', plant: [], code: 'set.unknown-field', params: { field: 'ties' } },
  {
    what: 'a tie-break by a code that is not there', in: '/ranking/tieBreak/1', plant: '9',
    code: 'ranking.unknown-code', params: { code: '9' },
  },
  {
    what: 'a tie-break said twice', in: '/ranking/tieBreak/1', plant: '2',
    code: 'ranking.doubled-code', params: { code: '2' }, severity: 'warning',
  },
  { what: 'a tie-break that is a number', in: '/ranking/tieBreak/0', plant: 2, code: 'set.not-text' },
];

export const GRADES: readonly Defect[] = [
  { what: 'grades that are no list', in: '/grades', plant: {}, code: 'set.not-a-list' },
  { what: 'a grade that is text', in: '/grades/0', plant: 'Tốt', code: 'set.not-an-object' },
  { what: 'a grade without a name', in: '/grades/1/name', plant: GONE, code: 'set.missing-field', params: { field: 'name' } },
  { what: 'an unknown field of a grade', in: '/grades/1/to', plant: 70, code: 'set.unknown-field', params: { field: 'to' } },
  {
    what: 'a grade beyond 100', in: '/grades/0/from', plant: 100.5,
    code: 'number.out-of-range', params: { value: 100.5, min: 0, max: 100 },
  },
  { what: 'a grade below 0', in: '/grades/2/from', plant: -0.5, code: 'number.out-of-range', params: { value: -0.5, min: 0, max: 100 } },
  {
    what: 'grades out of order', in: '/grades/1/from', plant: 90,
    code: 'grades.out-of-order', params: { name: 'Khá', from: 90, previous: 'Tốt', previousFrom: 80 },
  },
  {
    what: 'two grades from the same index', in: '/grades/2/from', plant: 65.5,
    code: 'grades.out-of-order', params: { name: 'Yếu', from: 65.5, previous: 'Khá', previousFrom: 65.5 },
  },
  { what: 'two grades of one name', in: '/grades/2/name', plant: 'Tốt', code: 'grades.doubled', params: { name: 'Tốt' } },
];
