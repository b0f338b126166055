/**
 * A build puts eight characters of its content into a file's name, `-` and `_` among them: such a file never changes. A name of small letters
 * alone (`web-app-icon.svg`) is taken for words.
 */
const HASHED = /-(?=[\w-]*[A-Z0-9])[\w-]{8}\.\w+$/;

/** How long a browser keeps a file of this name, as `Cache-Control`. */
export const keptFor = (name: string): string => (HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
