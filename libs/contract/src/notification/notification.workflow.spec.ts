import { NOTIFICATION_DELIVERIES, NOTIFICATION_KINDS, REMINDER_DAYS, reminderStepOf, STANDARD_DELIVERY } from './notification.workflow';

describe('the reminder that is due', () => {
  it.each([
    [30, null],
    [8, null],
    [7, '7'],
    [6, '7'],
    [4, '7'],
    [3, '3'],
    [2, '3'],
    [1, '1'],
    [0, '1'],
    [-1, 'over'],
    [-40, 'over'],
  ])('with %s calendar days left is %s', (days, step) => {
    expect(reminderStepOf(days)).toBe(step);
  });

  it('is each one once on the way to the deadline and beyond', () => {
    const steps = Array.from({ length: 20 }, (_, day) => reminderStepOf(12 - day)).filter((step) => step !== null);
    expect([...new Set(steps)]).toEqual([...REMINDER_DAYS.map(String), 'over']);
  });

  it('never goes back to an earlier one', () => {
    const order = [null, '7', '3', '1', 'over'];
    const places = Array.from({ length: 40 }, (_, day) => order.indexOf(reminderStepOf(20 - day)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});

describe('how one is told until one chooses otherwise', () => {
  it.each(NOTIFICATION_KINDS)('%s has a way', (kind) => {
    expect(NOTIFICATION_DELIVERIES).toContain(STANDARD_DELIVERY[kind]);
  });

  it('is at once where somebody waits', () => {
    for (const kind of ['assessment-sent', 'assessment-returned', 'explanation-asked', 'deadline-near', 'deadline-over', 'clock-waits'] as const) {
      expect(STANDARD_DELIVERY[kind]).toBe('at-once');
    }
  });
});
