import { below } from '../answer/pointer';
import type { Finding } from '../model/finding';
import { caseRefusal } from './case-refusal';
import { isReadAsWritten } from './number-text';

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],:]/g;

/** An object or list that is open where the reading stands. */
interface Open {
  readonly pointer: string;
  /** The keys so far; null in a list. */
  readonly keys: Set<string> | null;
  /** Of the member or element that comes. */
  next: string | number;
  expectsKey: boolean;
}

/**
 * What a parsed document no longer shows of its text: a key that stands twice in one object, and a number that is read as another one
 * (`9007199254740993`). `text` must be valid JSON.
 */
export function checkJsonText(text: string): readonly Finding[] {
  const findings: Finding[] = [];
  const open: Open[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    const inside = open.at(-1);
    if (token === '{' || token === '[') open.push(opened(token, inside));
    else if (token === '}' || token === ']') open.pop();
    else if (inside !== undefined) findings.push(...read(token, inside));
    else if (isNumber(token)) findings.push(...checkNumber(token, ''));
  }
  return findings;
}

function opened(token: string, inside: Open | undefined): Open {
  const pointer = inside === undefined ? '' : below(inside.pointer, inside.next);
  return token === '{' ? { pointer, keys: new Set(), next: '', expectsKey: true } : { pointer, keys: null, next: 0, expectsKey: false };
}

function read(token: string, inside: Open): readonly Finding[] {
  if (token === ',') return passComma(inside);
  if (token === ':') return [];
  if (inside.expectsKey) return readKey(JSON.parse(token) as string, inside);
  return isNumber(token) ? checkNumber(token, below(inside.pointer, inside.next)) : [];
}

function passComma(inside: Open): readonly Finding[] {
  if (typeof inside.next === 'number') inside.next += 1;
  inside.expectsKey = inside.keys !== null;
  return [];
}

function readKey(key: string, inside: Open): readonly Finding[] {
  const doubled = inside.keys?.has(key) === true;
  inside.keys?.add(key);
  inside.next = key;
  inside.expectsKey = false;
  return doubled ? [caseRefusal('case.doubled-key', below(inside.pointer, key), { key })] : [];
}

const isNumber = (token: string): boolean => /^[-\d]/.test(token);

const checkNumber = (text: string, at: string): readonly Finding[] =>
  isReadAsWritten(text) ? [] : [caseRefusal('case.number-too-long', at, { text })];
