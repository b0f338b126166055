import { decimalOf, numberOf } from './decimal-points';
import { says, type StoredAnswer, toAgencyAnswers, toAnswerView, wasSavedBefore } from './stored-answer';

const STORED: StoredAnswer = {
  code: '1.1',
  answer: { numerator: 95, denominator: 100 },
  points: '19.5000',
  note: 'Đạt',
  evidenceExplanation: '',
  late: true,
  version: 3,
  updatedById: 'user-1',
  updatedBy: 'Nguyễn Văn A',
  updatedAt: new Date('2026-11-10T00:00:00.000Z'),
};
const REQUEST = { answer: { denominator: 100, numerator: 95 }, note: 'Đạt', evidenceExplanation: '' };

describe('toAnswerView', () => {
  it('shows who changed it and when, and not by which id', () => {
    expect(toAnswerView(STORED)).toEqual({
      code: '1.1',
      answer: { numerator: 95, denominator: 100 },
      points: 19.5,
      note: 'Đạt',
      evidenceExplanation: '',
      late: true,
      updatedAt: '2026-11-10T00:00:00.000Z',
      updatedBy: 'Nguyễn Văn A',
      version: 3,
    });
  });
});

describe('toAgencyAnswers', () => {
  it('leaves out what was only noted, and names the exempt codes', () => {
    const agency = { id: 'a', code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'STP' };
    const record = { agency, exemptions: [{ code: '2', reason: 'Không có' }] };
    expect(toAgencyAnswers(record, [STORED, { ...STORED, code: '1.2', answer: null }])).toEqual({
      code: 'so-tu-phap',
      exempt: ['2'],
      answers: { '1.1': { numerator: 95, denominator: 100 } },
    });
  });
});

describe('says', () => {
  it('does not care for the order of fields', () => expect(says(STORED, REQUEST)).toBe(true));
  it.each([
    ['a figure', { ...REQUEST, answer: { denominator: 100, numerator: 94 } }],
    ['a field more', { ...REQUEST, answer: { denominator: 100, numerator: 95, value: 1 } }],
    ['no answer', { ...REQUEST, answer: null }],
    ['the note', { ...REQUEST, note: '' }],
    ['the explanation', { ...REQUEST, evidenceExplanation: 'x' }],
  ])('sees a difference in %s', (_, request) => expect(says(STORED, request)).toBe(false));
});

describe('wasSavedBefore', () => {
  const sender = { userId: 'user-1', version: 2 };
  it('knows a save that comes twice', () => expect(wasSavedBefore(STORED, REQUEST, sender)).toBe(true));
  it.each([
    ['another person', REQUEST, { ...sender, userId: 'user-2' }],
    ['an older version', REQUEST, { ...sender, version: 1 }],
    ['the version that stands', REQUEST, { ...sender, version: 3 }],
    ['another content', { ...REQUEST, note: 'x' }, sender],
  ])('is not misled by %s', (_, request, by) => expect(wasSavedBefore(STORED, request, by)).toBe(false));
});

describe('points', () => {
  it.each([['20.0000', 20], ['0.1250', 0.125], ['-1.5', -1.5], [null, null]])('read %j as %j', (decimal, points) => expect(numberOf(decimal)).toBe(points));
  it.each([[2.6923, '2.6923'], [0, '0'], [null, null]])('write %j as %j', (points, decimal) => expect(decimalOf(points)).toBe(decimal));
});
