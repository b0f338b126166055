import * as fc from 'fast-check';
import { checkJsonText } from './check-json-text';
import { isReadAsWritten } from './number-text';

describe('checkJsonText', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '"a, b: {"',
    '-0',
    '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}',
    '{"a": "\\"a\\": 1, \\\\", "b": "{\\"b\\": 12345678901234567890}"}',
    '{"a": [], "b": {}, "c": [[], [1, "b", true, null, false]], "d": 0.1}',
  ])('finds nothing in %s', (text) => {
    expect(checkJsonText(text)).toEqual([]);
  });

  it('finds a key that stands twice in one object', () => {
    const text = '{"agencies": [{"code": "a"}, {"answers": {"1.1": {}, "x": [1, {"y": 2}], "1.1": {}}, "code": "b"}]}';
    expect(checkJsonText(text)).toEqual([
      { severity: 'error', code: 'case.doubled-key', pointer: '/agencies/1/answers/1.1', params: { key: '1.1' } },
    ]);
  });

  it('finds a key written in two ways, and one that stands three times', () => {
    expect(checkJsonText('{"a": 1, "\\u0061": 2}').map(({ pointer }) => pointer)).toEqual(['/a']);
    expect(checkJsonText('{"a/b": 1, "a/b": 2, "a/b": 3}').map(({ pointer }) => pointer)).toEqual(['/a~1b', '/a~1b']);
    expect(checkJsonText('{"__proto__": 1, "constructor": 2}')).toEqual([]);
  });

  it('finds a number that is read as another one', () => {
    expect(checkJsonText('[1, {"a": [2, 9007199254740993]}, 0.10000000000000000001]')).toEqual([
      { severity: 'error', code: 'case.number-too-long', pointer: '/1/a/1', params: { text: '9007199254740993' } },
      { severity: 'error', code: 'case.number-too-long', pointer: '/2', params: { text: '0.10000000000000000001' } },
    ]);
    expect(checkJsonText('1e400')).toEqual([{ severity: 'error', code: 'case.number-too-long', pointer: '', params: { text: '1e400' } }]);
  });

  it('does not take numbers in texts for numbers', () => {
    expect(checkJsonText('{"9007199254740993": "9007199254740993"}')).toEqual([]);
  });

  it('finds nothing in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(undefined, 2),
        (value, indent) => checkJsonText(JSON.stringify(value, null, indent)).length === 0,
      ),
    );
  });

  it('goes as deep as the text does', () => {
    const deep = `${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`;
    expect(checkJsonText(deep)).toEqual([]);
  });
});

describe('isReadAsWritten', () => {
  it.each(
    '0 -0 0.0 0e5 1 1.50 100 1e2 1E+2 120e-1 -2.5 0.0001 1e21 1000000000000000000000 0.1 9007199254740992 5e-324'.split(' '),
  )(
    '%s is',
    (text) => {
      expect(isReadAsWritten(text)).toBe(true);
    },
  );

  it.each(
    '9007199254740993 -9007199254740993 0.10000000000000000001 1e400 -1e400 1e-400 3.14159265358979323846 99999999999.99999999'.split(' '),
  )(
    '%s is not',
    (text) => {
      expect(isReadAsWritten(text)).toBe(false);
    },
  );

  it('holds for every number as it is printed', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => isReadAsWritten(JSON.stringify(value))));
  });
});
