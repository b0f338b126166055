/** The public page that takes a root, as a code on paper leads to it. */
export const SEAL_CHECK_PAGE = '/public/seals';

export const sealCheckUrl = (origin: string, root: string): string => `${origin}${SEAL_CHECK_PAGE}/${root}`;
