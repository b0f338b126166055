import { validateSync } from 'class-validator';
import { IsMoment } from './is-moment';

class Deadline {
  @IsMoment()
  at: unknown;

  constructor(at: unknown) {
    this.at = at;
  }
}

const accepts = (at: unknown): boolean => validateSync(new Deadline(at)).length === 0;

describe('IsMoment', () => {
  it.each(['2026-11-24T17:00:00.000Z', '2026-11-24T17:00:00Z', '2026-11-24T17:00Z', '2026-11-24T17:00:00+07:00', '2028-02-29T00:00:00Z'])(
    'accepts %s',
    (at) => {
      expect(accepts(at)).toBe(true);
    },
  );

  it.each([
    ['a day without a time', '2026-11-24'],
    ['a time without a zone', '2026-11-24T17:00:00'],
    ['a day that does not exist', '2026-02-30T00:00:00Z'],
    ['a leap day of another year', '2026-02-29T00:00:00Z'],
    ['a month that does not exist', '2026-13-01T00:00:00Z'],
    ['the Vietnamese way of writing', '24/11/2026 17:00'],
    ['words', 'cuối tháng'],
    ['nothing', ''],
    ['a number', 1_795_500_000],
    ['null', null],
    ['what is not given', undefined],
  ])('refuses %s', (_, at) => {
    expect(accepts(at)).toBe(false);
  });
});
