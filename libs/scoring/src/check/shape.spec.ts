import type { Finding } from '../model/finding';
import { Place } from './place';
import { type Check, identifier, listById, numeric, oneOf, quoted, record, text, variant, whole } from './shape';

function checked(check: Check, value: unknown): readonly [fits: boolean, ...said: string[]] {
  const findings: Finding[] = [];
  const fits = check(value, Place.root(findings));
  return [fits, ...findings.map(({ pointer, code }) => `${pointer} ${code}`)];
}

it('says back what was given, shortened', () => {
  expect([['a'], { a: 1 }, null, 5, true, 'x'.repeat(81)].map(quoted)).toEqual(['[…]', '{…}', 'null', '5', 'true', 'x'.repeat(80)]);
});

describe('a number', () => {
  it.each([['5'], [null], [NaN], [Infinity], [-Infinity], [{}], [true], [undefined]])('is not %p', (value) => {
    expect(checked(numeric(), value)).toEqual([false, ' set.not-a-number']);
    expect(checked(whole({}), value)).toEqual([false, ' set.not-a-number']);
  });

  it('has at most four decimals', () => {
    expect([0, -0, 0.0001, -12.3456, 1e20].map((value) => checked(numeric(), value))).toEqual(Array(5).fill([true]));
    const refused = [0.00001, 1e-7, -12.34567].map((value) => checked(numeric(), value));
    expect(refused).toEqual(Array(3).fill([false, ' number.too-many-decimals']));
  });

  it('lies within limits that are inclusive, but for `above`', () => {
    const limits = numeric({ min: 1, max: 2 });
    expect([0.9999, 1, 2, 2.0001].map((value) => checked(limits, value)[0])).toEqual([false, true, true, false]);
    expect([0, 0.0001].map((value) => checked(numeric({ above: 0 }), value)[0])).toEqual([false, true]);
  });
});

describe('names and values', () => {
  it('a text is not blank', () => {
    expect(['', ' \t'].map((value) => checked(text, value))).toEqual(Array(2).fill([false, ' set.blank-text']));
    expect(checked(text, ' a ')).toEqual([true]);
  });

  it('an identifier may hold blanks inside and nothing that every object has', () => {
    expect(checked(identifier, 'a b')).toEqual([true]);
    expect(['a ', ' a', '__proto__', 'valueOf'].map((value) => checked(identifier, value))).toEqual(Array(4).fill([false, ' id.invalid']));
  });

  it('a value is one of those allowed, of the same type', () => {
    expect([true, 'true', 1].map((value) => checked(oneOf(true), value)[0])).toEqual([true, false, false]);
  });
});

describe('lists and objects', () => {
  const named = listById(record({ id: text }));

  it('a list by id tells doubled ids from missing ones', () => {
    expect(checked(named, [{ id: 'a' }, { id: 'b' }])).toEqual([true]);
    expect(checked(named, [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a' }])).toEqual([false, '/2/id id.doubled', '/3/id id.doubled']);
    expect(checked(named, [{}, {}])).toEqual([false, '/0/id set.missing-field', '/1/id set.missing-field']);
    expect(checked(named, [{ id: 1 }, { id: 1 }])).toEqual([false, '/0/id set.not-text', '/1/id set.not-text']);
    expect(checked(named, [null, 'a', 'a'])).toEqual([false, '/0 set.not-an-object', '/1 set.not-an-object', '/2 set.not-an-object']);
    expect(checked(named, 'aa')).toEqual([false, ' set.not-a-list']);
    expect(checked(named, [])).toEqual([false, ' set.empty-list']);
  });

  it('an object says what is missing first, then what is wrong in the order in which it was given', () => {
    const check = record({ a: text, b: text }, { c: text });
    expect(checked(check, { a: 'x', b: 'y' })).toEqual([true]);
    expect(checked(check, { c: 'z', b: 'y', a: 'x' })).toEqual([true]);
    const wrong = ['/a set.missing-field', '/d set.unknown-field', '/c set.not-text', '/b set.not-text'];
    expect(checked(check, { d: 1, c: 2, b: 3 })).toEqual([false, ...wrong]);
  });

  it('a variant is told by its tag alone', () => {
    const check = variant('kind', { a: record({ kind: text }), b: record({ kind: text, x: text }) });
    expect(checked(check, { kind: 'a' })).toEqual([true]);
    expect(checked(check, { kind: 'b' })).toEqual([false, '/x set.missing-field']);
    expect(checked(check, { kind: 'c', y: 1 })).toEqual([false, '/kind set.unknown-value']);
    expect(checked(check, { x: 'a' })).toEqual([false, '/kind set.missing-field']);
    expect(checked(check, [])).toEqual([false, ' set.not-an-object']);
  });
});
