/**
 * The page of the web application on which a one-use link is spent. The token stands behind `#`: it reaches the browser alone,
 * no server's log and no other site.
 */
export const CREDENTIAL_LINK_PAGE = '/set-password';

/** `https://par.example` and a token make `https://par.example/set-password#token`. */
export const credentialLinkUrl = (origin: string, token: string): string => `${origin}${CREDENTIAL_LINK_PAGE}#${token}`;
