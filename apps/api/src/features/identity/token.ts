import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A secret that nobody guesses, made of letters, digits, `-` and `_`. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of a token: whoever reads the database can't use it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
