import { isInherited } from './shape';

/** Of a code: more than anybody reads, less than an index of a database refuses. */
const LONGEST_CODE = 100;
const CODE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u;

/**
 * Whether a text can be the code of a node: parts of letters, digits and hyphens, with points between them, 100 characters at most.
 *
 * @example
 * isNodeCode('3.1.2'); // true
 * isNodeCode('3.'); // false
 */
export const isNodeCode = (code: string): boolean => code.length <= LONGEST_CODE && CODE.test(code) && !isInherited(code);

/** Whether `child` is `parent` plus one part: `3.1` extends `3`, `3.1.2` and `31` do not. */
export const extendsByOnePart = (child: string, parent: string): boolean =>
  child.startsWith(`${parent}.`) && !child.slice(parent.length + 1).includes('.');
