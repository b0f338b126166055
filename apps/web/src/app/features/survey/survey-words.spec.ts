import { percentWords, satisfactionWords } from './survey-words';

describe('a percentage of a survey', () => {
  it('stands with a comma', () => {
    expect(percentWords('85.71')).toBe('85,71 %');
  });

  it('is a dash where nothing counts or nothing is shown', () => {
    expect(percentWords(null)).toBe('–');
    expect(satisfactionWords(null)).toBe('–');
  });

  it('brings its interval', () => {
    expect(satisfactionWords({ percent: '85.71', low: '80.12', high: '90.03' })).toBe('85,71 % (80,12–90,03)');
    expect(satisfactionWords({ percent: '100.00', low: null, high: null })).toBe('100,00 %');
  });
});
