import { dayInWords, fromLocalInput, momentInWords, toLocalInput } from './date-words';

describe('dates in Vietnamese', () => {
  it('are in the time of Việt Nam wherever the reader is', () => {
    expect(momentInWords('2026-12-31T17:30:00.000Z')).toBe('01/01/2027 00:30');
  });

  it('keep a plain day as it is', () => {
    expect(dayInWords('2026-03-05')).toBe('05/03/2026');
  });

  it('go into a local input and come back the same', () => {
    expect(toLocalInput('2026-11-24T10:00:00.000Z')).toBe('2026-11-24T17:00');
    expect(fromLocalInput('2026-11-24T17:00')).toBe('2026-11-24T10:00:00.000Z');
  });

  it('show midnight as 00', () => {
    expect(toLocalInput('2026-11-23T17:00:00.000Z')).toBe('2026-11-24T00:00');
  });
});
