import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 3;
const GROUP = 4;
const LINK = 10;

const letters = (count: number): string => Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Of a public form: short enough to be typed. */
export const newLinkCode = (): string => letters(LINK);

/** Of an invitation, 59 random bits: `K7MP-2QXA-9DRT`. */
export const newInvitationCode = (): string => Array.from({ length: GROUPS }, () => letters(GROUP)).join('-');

/** Of a kiosk. */
export const newDeviceToken = (): string => randomBytes(32).toString('base64url');

/** As it was typed, in either case, with or without dashes. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** What is kept of a secret: whoever reads the database can't use it. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
