import { sealCheckUrl, SEAL_CHECK_PAGE } from './seal-page';

describe('the page that a code on paper leads to', () => {
  it('has the root in its address, so that a telephone needs nothing else', () => {
    expect(sealCheckUrl('https://par.example', 'ab'.repeat(32))).toBe(`https://par.example${SEAL_CHECK_PAGE}/${'ab'.repeat(32)}`);
  });
});
