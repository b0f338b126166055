import { daysLater, isWorkingDay, LAST_KNOWN_YEAR, onDay, restOf, vietnamDay, workingDayFrom, yearsLater } from './working-days';

describe('a day in Vietnam', () => {
  it.each([
    ['2026-11-15T16:59:59.999Z', '2026-11-15'],
    ['2026-11-15T17:00:00.000Z', '2026-11-16'],
    ['2026-12-31T18:00:00.000Z', '2027-01-01'],
  ])('of %s is %s', (moment, day) => expect(vietnamDay(moment)).toBe(day));

  it.each([
    ['2026-11-15T16:59:59.999Z', '2027-11-15', '2027-11-15T16:59:59.999Z'],
    ['2026-11-14T17:00:00.000Z', '2027-11-15', '2027-11-14T17:00:00.000Z'],
    ['2026-11-15T10:00:00.000Z', '2028-02-29', '2028-02-29T10:00:00.000Z'],
  ])('keeps the time of %s on %s', (moment, day, expected) => expect(onDay(moment, day)).toBe(expected));

  it.each([
    ['2026-11-15', 1, '2027-11-15'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2027-02-28', 1, '2028-02-28'],
  ])('%s is %i years later %s', (day, years, expected) => expect(yearsLater(day, years)).toBe(expected));

  it('goes on over the ends of months and years', () => {
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysLater('2028-03-01', -1)).toBe('2028-02-29');
  });
});

describe('a working day', () => {
  it.each([
    ['2026-11-16', null],
    ['2026-11-14', 'thứ Bảy'],
    ['2026-11-15', 'Chủ nhật'],
    ['2027-01-01', 'Tết Dương lịch'],
    ['2027-04-30', 'Ngày Chiến thắng'],
    ['2027-05-01', 'Ngày Quốc tế lao động'],
    ['2027-09-02', 'Quốc khánh'],
    ['2027-04-16', 'Giỗ Tổ Hùng Vương'],
    ['2027-02-04', null],
    ['2027-02-05', 'Tết Nguyên đán'],
    ['2027-02-09', 'Tết Nguyên đán'],
    ['2027-02-10', null],
    ['2026-02-16', 'Tết Nguyên đán'],
    ['2026-02-20', 'Tết Nguyên đán'],
  ])('%s: %s', (day, rest) => {
    expect(restOf(day)).toBe(rest);
    expect(isWorkingDay(day)).toBe(rest === null);
  });

  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-14', '2026-11-16'],
    ['2027-02-05', '2027-02-10'],
    ['2028-04-29', '2028-05-02'],
    ['2027-12-31', '2027-12-31'],
    ['2028-01-01', '2028-01-03'],
  ])('from %s on is %s', (day, expected) => expect(workingDayFrom(day)).toBe(expected));

  it('is never more than ten days away, in any year that is known', () => {
    for (let day = '2025-01-01'; day < `${LAST_KNOWN_YEAR}-12-31`; day = daysLater(day, 1)) {
      expect(Date.parse(workingDayFrom(day)) - Date.parse(day)).toBeLessThanOrEqual(10 * 86_400_000);
    }
  });

  it('has in each known year five days of Tết and one of the kings, all within their season', () => {
    for (let year = 2025; year <= LAST_KNOWN_YEAR; year += 1) {
      const days = Array.from({ length: 130 }, (_, at) => daysLater(`${year}-01-01`, at));
      const tet = days.filter((day) => restOf(day) === 'Tết Nguyên đán');
      expect({ year, tet: tet.length, kings: days.filter((day) => restOf(day) === 'Giỗ Tổ Hùng Vương').length }).toEqual({ year, tet: 5, kings: 1 });
      expect(tet[1]! >= `${year}-01-21` && tet[1]! <= `${year}-02-21`).toBe(true);
    }
  });

  it('is told by the week and the fixed days alone where the moon is not known', () => {
    expect(restOf('2050-09-02')).toBe('Quốc khánh');
    expect(restOf('2050-02-01')).toBeNull();
  });
});
