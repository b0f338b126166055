import { CREDENTIAL_LINK_PAGE, credentialLinkUrl } from './credential-link';

describe('credentialLinkUrl', () => {
  it('keeps the token out of what a browser sends', () => {
    const url = new URL(credentialLinkUrl('https://par.example', 'abc-123'));
    expect(url.pathname).toBe(CREDENTIAL_LINK_PAGE);
    expect(url.search).toBe('');
    expect(url.hash).toBe('#abc-123');
  });
});
