import type { Finding } from '../model/finding';
import { DEEPEST, Place } from './place';

function placeWithFindings(): readonly [Place, readonly Finding[]] {
  const findings: Finding[] = [];
  return [Place.root(findings), findings];
}

describe('a place', () => {
  it('is the whole document at first, and goes one deeper with each member', () => {
    const [root] = placeWithFindings();
    expect([root.pointer, root.depth]).toEqual(['', 0]);
    const node = root.member('criteria').member(0);
    expect([node.pointer, node.depth]).toEqual(['/criteria/0', 2]);
    expect([root.pointer, root.depth]).toEqual(['', 0]);
  });

  it('escapes what has a meaning in a JSON pointer', () => {
    const [root] = placeWithFindings();
    expect(root.member('a/b').pointer).toBe('/a~1b');
    expect(root.member('a~b').pointer).toBe('/a~0b');
    expect(root.member('~1').pointer).toBe('/~01');
    expect(root.member('').pointer).toBe('/');
  });

  it('writes errors and warnings down, all in one list', () => {
    const [root, findings] = placeWithFindings();
    expect(root.member('max').error('number.not-whole', { value: 1.5 })).toBe(false);
    root.member('criteria').warning('total.not-hundred', { total: 99 });
    expect(findings).toStrictEqual([
      { severity: 'error', code: 'number.not-whole', pointer: '/max', params: { value: 1.5 } },
      { severity: 'warning', code: 'total.not-hundred', pointer: '/criteria', params: { total: 99 } },
    ]);
  });

  it('keeps figures of its own', () => {
    const [root, findings] = placeWithFindings();
    const params = { value: 1.5 };
    root.error('number.not-whole', params);
    params.value = 2.5;
    expect(findings[0]?.params).toStrictEqual({ value: 1.5 });
  });

  it('lets a tree of criteria be a dozen levels deep', () => {
    expect(DEEPEST).toBeGreaterThanOrEqual(2 * 12);
  });
});
