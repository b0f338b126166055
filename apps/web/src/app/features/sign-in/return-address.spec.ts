import { returnAddress } from './return-address';

describe('where to go after signing in', () => {
  it('is the page that was asked for', () => {
    expect(returnAddress('/assessments/7/3.2.1?x=1')).toBe('/assessments/7/3.2.1?x=1');
  });

  it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'work', '/sign-in?next=/sign-in'])('is «Việc của tôi» for %p', (next) => {
    expect(returnAddress(next)).toBe('/work');
  });
});
