import { canonicalJson } from './canonical-json';
import { digestOf } from './digest';

describe('canonicalJson', () => {
  it('orders members by name at every depth', () => expect(canonicalJson({ b: 1, a: { d: [2], c: null } })).toBe('{"a":{"c":null,"d":[2]},"b":1}'));
  it('keeps the order of a list', () => expect(canonicalJson([3, 1, 2])).toBe('[3,1,2]'));
  it('leaves out what is not given', () => expect(canonicalJson({ a: undefined, b: 0 })).toBe('{"b":0}'));
  it('writes numbers the shortest way and no negative zero', () => expect(canonicalJson([1.0, 0.1, -0, 1e21])).toBe('[1,0.1,0,1e+21]'));
  it('keeps Vietnamese as it is and escapes what JSON must', () => expect(canonicalJson('Sở «Nội vụ»\n"')).toBe('"Sở «Nội vụ»\\n\\""'));
  it('orders names by code unit, not by language', () => expect(canonicalJson({ 'đ': 1, 'e': 2, 'Z': 3 })).toBe('{"Z":3,"e":2,"đ":1}'));
  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: NaN })).toThrow(TypeError);
    expect(() => canonicalJson({ a: () => 1 })).toThrow(TypeError);
    expect(() => canonicalJson([1n])).toThrow(TypeError);
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the canonical text', () => {
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
  it('does not depend on the order in which members were written', () => expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 })));
  it('changes with any value', () => expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 1.0001 })));
});
