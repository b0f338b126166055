import { checkCount, checkDecimal, checkDecimals, checkFieldNames, checkRange, countFields, isFields, ownField } from './fields';

describe('isFields', () => {
  it.each([[{}], [{ a: 1 }], [Object.create(null)]])('takes %p for an answer', (value) => {
    expect(isFields(value)).toBe(true);
  });

  it.each([[null], [undefined], [0], ['{}'], [true], [[]], [[{ a: 1 }]], [() => 0]])('does not take %p for one', (value) => {
    expect(isFields(value)).toBe(false);
  });
});

describe('ownField', () => {
  it('gives what an object has itself', () => {
    expect(ownField({ a: 1 }, 'a')).toBe(1);
    expect(ownField({ a: null }, 'a')).toBeNull();
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'b'])('does not find %s on the prototype', (name) => {
    expect(ownField({ a: 1 }, name)).toBeUndefined();
  });

  it('gives a field that is called as one of the prototype', () => {
    expect(ownField(JSON.parse('{"__proto__": 3}') as Record<string, unknown>, '__proto__')).toBe(3);
  });
});

describe('countFields', () => {
  it.each([
    [{}, 0],
    [{ a: 1 }, 1],
    [{ a: undefined, b: null }, 2],
    [{ 1: 'x', '1.1': 'y', z: 'z' }, 3],
    [JSON.parse('{"__proto__": 1, "constructor": 2}') as object, 2],
  ])('of %p is %p', (fields, count) => {
    expect(countFields(fields)).toBe(count);
  });
});

describe('checkFieldNames', () => {
  const codes = (fields: Record<string, unknown>) =>
    checkFieldNames(fields, ['a', 'b'], '/x').map(({ code, pointer, params }) => [code, pointer, params]);

  it('finds nothing where every field is there and no other', () => {
    expect(codes({ a: 1, b: null })).toEqual([]);
    expect(codes({ b: 1, a: false })).toEqual([]);
  });

  it('finds unknown fields first, then those that are missing', () => {
    expect(codes({ c: 1, 'd/e': 2 })).toEqual([
      ['answer.unknown-field', '/x/c', { field: 'c' }],
      ['answer.unknown-field', '/x/d~1e', { field: 'd/e' }],
      ['answer.missing-field', '/x/a', { field: 'a' }],
      ['answer.missing-field', '/x/b', { field: 'b' }],
    ]);
  });

  it('takes an undefined field for one that is missing', () => {
    expect(codes({ a: undefined, b: 1 })).toEqual([['answer.missing-field', '/x/a', { field: 'a' }]]);
  });

  it('does not take a field of the prototype for one that is there', () => {
    expect(codes(Object.create({ a: 1, b: 2 }) as Record<string, unknown>)).toEqual([
      ['answer.missing-field', '/x/a', { field: 'a' }],
      ['answer.missing-field', '/x/b', { field: 'b' }],
    ]);
  });
});

describe('checkDecimal', () => {
  it.each([0, -1.5, 0.0001, 1e21, undefined])('finds nothing wrong with %p', (value) => {
    expect(checkDecimal(value, 'v', '/v')).toEqual([]);
  });

  it.each([['1'], [null], [true], [[1]], [{}], [1n]])('wants a number, not %p', (value) => {
    expect(checkDecimal(value, 'v', '/v')).toEqual([
      { severity: 'error', code: 'answer.wrong-type', pointer: '/v', params: { field: 'v', expected: 'number' } },
    ]);
  });

  it.each([
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [0.00001, '0.00001'],
    [1e-7, '1e-7'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('wants at most four decimals, not %p', (value, text) => {
    expect(checkDecimal(value, 'v', '/v')).toEqual([
      { severity: 'error', code: 'answer.not-decimal', pointer: '/v', params: { field: 'v', value: text } },
    ]);
  });
});

describe('checkDecimals', () => {
  it('looks at each of the fields, at its own place', () => {
    expect(checkDecimals({ a: 'x', b: 1, c: NaN }, ['a', 'b', 'c', 'd'], '/m').map(({ code, pointer }) => `${pointer} ${code}`)).toEqual([
      '/m/a answer.wrong-type',
      '/m/c answer.not-decimal',
    ]);
  });

  it('does not look at the prototype', () => {
    expect(checkDecimals({}, ['constructor', 'toString'], '')).toEqual([]);
  });
});

describe('checkCount', () => {
  it.each([0, 1, 1e21, 2 ** 53])('takes %p', (value) => {
    expect(checkCount(value, 'n', '/n')).toEqual([]);
  });

  it('takes −0 for 0', () => {
    expect(checkCount(-0, 'n', '/n')).toEqual([]);
  });

  it.each<[unknown, string, object]>([
    ['1', 'answer.wrong-type', { field: 'n', expected: 'number' }],
    [undefined, 'answer.wrong-type', { field: 'n', expected: 'number' }],
    [NaN, 'answer.not-decimal', { field: 'n', value: 'NaN' }],
    [Infinity, 'answer.not-decimal', { field: 'n', value: 'Infinity' }],
    [-Infinity, 'answer.not-decimal', { field: 'n', value: '-Infinity' }],
    [0.5, 'answer.not-whole', { field: 'n', value: 0.5 }],
    [-0.5, 'answer.not-whole', { field: 'n', value: -0.5 }],
    [-1, 'answer.below-min', { field: 'n', value: -1, min: 0 }],
  ])('refuses %p', (value, code, params) => {
    expect(checkCount(value, 'n', '/n')).toEqual([{ severity: 'error', code, pointer: '/n', params }]);
  });
});

describe('checkRange', () => {
  it.each([1, 2.5, 4])('takes %p within 1…4', (value) => {
    expect(checkRange(value, { min: 1, max: 4 }, 'v', '')).toEqual([]);
  });

  it('says on which side a value is outside', () => {
    expect(checkRange(0.9999, { min: 1, max: 4 }, 'v', '/v')).toEqual([
      { severity: 'error', code: 'answer.below-min', pointer: '/v', params: { field: 'v', value: 0.9999, min: 1 } },
    ]);
    expect(checkRange(4.0001, { min: 1, max: 4 }, 'v', '/v')).toEqual([
      { severity: 'error', code: 'answer.above-max', pointer: '/v', params: { field: 'v', value: 4.0001, max: 4 } },
    ]);
  });

  it('is open where no edge is given', () => {
    expect(checkRange(-1e300, {}, 'v', '')).toEqual([]);
    expect(checkRange(1e300, { min: 0 }, 'v', '')).toEqual([]);
    expect(checkRange(-1e300, { max: 0 }, 'v', '')).toEqual([]);
  });
});
