import { DomainError } from '../problem/domain-error';
import { assertSoundJson } from './sound-json';

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)  }1${  '}'.repeat(depth)}`);
const named = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, 1]));

function refusalOf(json: unknown): DomainError | null {
  try {
    assertSoundJson(json);
    return null;
  } catch (error) {
    if (error instanceof DomainError) {
      return error;
    }
    throw error;
  }
}

describe('sound JSON', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['words in all scripts', { note: 'Đã hoàn thành 😀 – 100 %\n\tdòng hai', list: ['', 'ẩ'] }],
    ['a name that every object has', JSON.parse('{"__proto__":{"constructor":1}}')],
    ['a list of as many rows as a province has agencies, ten times', Array.from({ length: 4000 }, () => ({ agencyId: 'a', answer: { value: 1 } }))],
    ['64 levels', nested(64)],
    ['500 names', named(500)],
  ])('takes %s', (_, json) => {
    expect(refusalOf(json)).toBeNull();
  });

  it.each<[string, unknown]>([
    ['65 levels', nested(65)],
    ['a hundred thousand levels', nested(100_000)],
    ['501 names', named(501)],
    ['a list of 5,001', Array.from({ length: 5001 }, () => 0)],
    ['a hundred thousand values in all', Array.from({ length: 500 }, () => Array.from({ length: 200 }, () => 0))],
  ])('refuses %s as too large', (_, json) => {
    expect(refusalOf(json)?.code).toBe('request.too-large');
  });

  it.each([
    ['half of a character', 'a\ud800b'],
    ['NUL', 'a\0b'],
  ])('names the text with %s in it', (_, text) => {
    expect(refusalOf({ rows: [{ 'note/~': 'tốt', 'reason': text }] })?.errors).toEqual([
      { pointer: '/rows/0/reason', code: 'unstorable-character', detail: 'Lý do có ký tự không lưu được. Hãy xóa và gõ lại chỗ đó.' },
    ]);
    expect(refusalOf({ 'a/b~c': [text] })?.errors[0]?.pointer).toBe('/a~1b~0c/0');
  });

  it('refuses a name that could not be stored', () => {
    expect(refusalOf({ 'a\0': 1 })?.code).toBe('request.malformed');
  });
});
