import { remainingUntil } from './remaining';

const DEADLINE = '2026-12-10T10:00:00.000Z';
const at = (iso: string): number => Date.parse(iso);

describe('the time that is left', () => {
  it('is said in whole days, rounded down', () => {
    expect(remainingUntil(DEADLINE, at('2026-12-06T11:00:00.000Z'))).toEqual({ words: 'còn 3 ngày', state: 'calm' });
  });

  it('is soon from two days on', () => {
    expect(remainingUntil(DEADLINE, at('2026-12-08T10:00:01.000Z')).state).toBe('soon');
    expect(remainingUntil(DEADLINE, at('2026-12-08T10:00:00.000Z')).state).toBe('calm');
  });

  it('is said in hours and minutes on the last day', () => {
    expect(remainingUntil(DEADLINE, at('2026-12-10T05:00:00.000Z')).words).toBe('còn 5 giờ');
    expect(remainingUntil(DEADLINE, at('2026-12-10T09:47:30.000Z')).words).toBe('còn 12 phút');
    expect(remainingUntil(DEADLINE, at(DEADLINE)).words).toBe('còn 1 phút');
  });

  it('says how long it is overdue', () => {
    expect(remainingUntil(DEADLINE, at('2026-12-10T12:30:00.000Z'))).toEqual({ words: 'quá hạn 2 giờ', state: 'late' });
  });
});
