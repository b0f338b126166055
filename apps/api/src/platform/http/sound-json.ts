import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../problem/domain-error';
import { fieldWords } from '../problem/field-words';
import { pointerPart } from '../problem/validation.pipe';

/** Larger than any honest request, small enough that whatever walks through it afterwards is done at once. */
const MOST = { depth: 64, names: 500, items: 5000, values: 100_000 } as const;
const NUL = '\0';
const HALF = /\p{Surrogate}/u;

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly name: string;
  readonly depth: number;
}

/** Text that can be stored: no NUL, which PostgreSQL keeps nowhere, and no half of a character. */
const isStorable = (text: string): boolean => !text.includes(NUL) && !HALF.test(text);

function unstorable({ pointer, name }: Place): DomainError {
  const detail = `${fieldWords(name)} có ký tự không lưu được. Hãy xóa và gõ lại chỗ đó.`;
  return new DomainError('request.invalid', {}, [{ pointer, code: 'unstorable-character', detail }]);
}

function membersOf({ value, pointer, name, depth }: Place): readonly Place[] {
  const isList = Array.isArray(value);
  const inside = (member: unknown, key: string): Place => ({ value: member, pointer: pointer + pointerPart(key), name: isList ? name : key, depth: depth + 1 });
  if (Array.isArray(value)) {
    assertWithin(value.length, MOST.items);
    return value.map((member: unknown, index) => inside(member, String(index)));
  }
  const names = Object.keys(value as object);
  assertWithin(names.length, MOST.names);
  return names.map((key) => inside((value as Readonly<Record<string, unknown>>)[key], key));
}

function assertWithin(count: number, most: number): void {
  if (count > most) {
    throw new DomainError('request.too-large');
  }
}

function assertNames(value: object): void {
  if (!Array.isArray(value) && !Object.keys(value).every(isStorable)) {
    throw new DomainError('request.malformed');
  }
}

/**
 * Refuses parsed JSON that nobody honest sends and that those behind would stumble over: nested without end, with thousands of names
 * in one object, of more values than can be looked at in a moment, or with text that no database stores (named by its pointer).
 */
export function assertSoundJson(json: unknown, pointer = ''): void {
  const open: Place[] = [{ value: json, pointer, name: '', depth: 0 }];
  let values = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    assertWithin((values += 1), MOST.values);
    if (typeof place.value === 'string' && !isStorable(place.value)) {
      throw unstorable(place);
    }
    if (typeof place.value === 'object' && place.value !== null) {
      assertWithin(place.depth + 1, MOST.depth);
      assertNames(place.value);
      open.push(...membersOf(place));
    }
  }
}

/** The same of a body that has just been parsed, before anybody else looks at it. */
export function refuseUnsoundJson({ body }: Request, _response: Response, next: NextFunction): void {
  assertSoundJson(body);
  next();
}
