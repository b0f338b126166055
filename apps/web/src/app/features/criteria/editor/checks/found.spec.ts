import { smallDraft, leaf } from '../draft/small-draft.fixture';
import { placeOfPointer, pointerOf } from '../draft/node-path';
import { countsByNode, findIn } from './found';
import { Problems } from './problems';

describe('what is wrong with a draft', () => {
  it('is nothing where nothing is', () => {
    expect(findIn(smallDraft())).toEqual([]);
  });

  it('stands at its node and its field, with a sentence', () => {
    const set = { ...smallDraft(), criteria: [{ code: '1', title: '', max: 100, appraiser: 'a', children: [leaf('1.1', 60), leaf('1.2', 'bốn mươi')] }] };
    const found = findIn(set).filter(({ severity }) => severity === 'error');
    expect(found.map(({ path, within }) => [path, within])).toEqual(expect.arrayContaining([[[0], '/title'], [[0, 1], '/max']]));
    expect(countsByNode(found).get('0')?.errors).toBe(1);
    expect(new Problems(found.filter(({ path }) => path.length === 2)).exactly('/max')).toContain('phải là số');
  });

  it('is found in the lists of a rule, and told apart from its neighbours', () => {
    const problems = new Problems([{ within: '/rule/bands/1/points', sentence: 'cao quá', severity: 'error' }]).below('/rule');
    expect([problems.marks('/bands/1'), problems.marks('/bands/10'), problems.marks('/bands/0'), problems.allWithin('/bands/1'), problems.place('/bands/1')]).toEqual([true, false, false, ['cao quá'], '/rule/bands/1']);
    expect(new Problems([{ within: '/rule/bands/10', sentence: 'x', severity: 'error' }]).marks('/rule/bands/1')).toBe(false);
  });

  it.each([
    ['/criteria/0/children/2/rule/bands/1', [0, 2], '/rule/bands/1'],
    ['/criteria/3', [3], ''],
    ['/criteria', [], '/criteria'],
    ['/ranking/tieBreak/0', [], '/ranking/tieBreak/0'],
    ['', [], ''],
  ])('leads from %p to its node', (pointer, path, within) => {
    expect(placeOfPointer(pointer)).toEqual({ path, within });
  });

  it('leads back', () => {
    expect(pointerOf([0, 2])).toBe('/criteria/0/children/2');
  });

  it('is found before anybody notices, with ninety leaves', () => {
    const rule = { kind: 'bands', measure: { type: 'ratio', numerator: 'Đúng hạn', denominator: 'Tổng số' }, bands: [{ from: 90, points: 1 }, { from: 50, below: 90, points: 0.5 }, { below: 50, points: 0 }] };
    const set = { ...smallDraft(), ranking: {}, criteria: Array.from({ length: 9 }, (_, top) => ({ code: `${top + 1}`, title: `Lĩnh vực ${top}`, max: 10, children: Array.from({ length: 10 }, (_one, at) => ({ ...leaf(`${top + 1}.${at + 1}`, 1), title: `Tiêu chí ${top} ${at}`, rule })) })) };
    const times = Array.from({ length: 12 }, () => {
      const begun = performance.now();
      findIn(set);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});
