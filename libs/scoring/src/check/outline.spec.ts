import type { Finding } from '../model/finding';
import { outlineOf } from './outline';
import { Place } from './place';

function outlined(criteria: unknown) {
  const findings: Finding[] = [];
  const nodes = outlineOf(criteria, Place.root(findings).member('criteria'));
  return { nodes, said: findings.map(({ pointer, code }) => `${pointer} ${code}`) };
}

const leaf = (code: string, more: object = {}) => ({ code, title: `Tiêu chí ${code}`, max: 1, rule: { kind: 'direct' }, ...more });
const parent = (code: string, children: readonly unknown[], more: object = {}) => ({ code, title: `Mục ${code}`, max: 2, children, ...more });

describe('the outline of a tree', () => {
  it('has parents before their children, in the order of the document', () => {
    const { nodes, said } = outlined([parent('1', [leaf('1.1'), parent('1.2', [leaf('1.2.1')])]), leaf('2')]);
    expect(said).toEqual([]);
    expect(nodes.map(({ code, at, isLeaf }) => [code, at.pointer, isLeaf])).toEqual([
      ['1', '/criteria/0', false],
      ['1.1', '/criteria/0/children/0', true],
      ['1.2', '/criteria/0/children/1', false],
      ['1.2.1', '/criteria/0/children/1/children/0', true],
      ['2', '/criteria/1', true],
    ]);
    expect(nodes.map((node) => node.parent?.code ?? null)).toEqual([null, '1', '1', '1.2', null]);
    expect(nodes[0]?.children.map(({ code }) => code)).toEqual(['1.1', '1.2']);
  });

  it('fills in what is absent', () => {
    const { nodes } = outlined([leaf('1')]);
    expect(nodes[0]).toMatchObject({
      title: 'Tiêu chí 1',
      max: 1,
      section: 'scored',
      ownSection: false,
      combine: 'sum',
      source: 'self',
      rule: { kind: 'direct' },
      children: [],
    });
  });

  it('gives a section down to every node below', () => {
    const { nodes } = outlined([parent('1', [parent('1.1', [leaf('1.1.1')])], { section: 'penalty' }), leaf('2')]);
    expect(nodes.map(({ section }) => section)).toEqual(['penalty', 'penalty', 'penalty', 'scored']);
    expect(nodes.map(({ ownSection }) => ownSection)).toEqual([true, false, false, false]);
  });

  it('keeps what is sound of a node and leaves the rest open', () => {
    const { nodes, said } = outlined([
      { code: '1..', title: 7, max: -1, section: 'x', source: 'x', rule: { kind: 'x' } },
      parent('2', [leaf('2.1')], { combine: 'x' }),
    ]);
    expect(nodes[0]).toMatchObject({ code: null, title: '', max: null, section: null, source: null, rule: null });
    expect(nodes[1]).toMatchObject({ code: '2', max: 2, combine: null });
    expect(said).toEqual([
      '/criteria/0/code code.invalid',
      '/criteria/0/title set.not-text',
      '/criteria/0/max number.out-of-range',
      '/criteria/0/section set.unknown-value',
      '/criteria/0/source set.unknown-value',
      '/criteria/0/rule/kind set.unknown-value',
      '/criteria/1/combine set.unknown-value',
    ]);
  });

  it('goes on where a node is none', () => {
    const { nodes, said } = outlined([null, leaf('2'), 'x']);
    expect(nodes.map(({ code }) => code)).toEqual([null, '2', null]);
    expect(said).toEqual(['/criteria/0 set.not-an-object', '/criteria/2 set.not-an-object']);
  });

  it('looks at both sides of a node that has a rule and children', () => {
    const { nodes, said } = outlined([parent('1', [leaf('1.1')], { rule: { kind: 'direct' }, source: 'survey', combine: 'all' })]);
    expect(nodes.map(({ code }) => code)).toEqual(['1', '1.1']);
    expect(said).toEqual(['/criteria/0 node.rule-and-children']);
  });

  it('takes the fields of either side from a node that has neither', () => {
    const bare = { code: '1', title: 'Mục', max: 1, source: 'self', combine: 'best' };
    expect(outlined([bare]).said).toEqual(['/criteria/0 node.empty']);
  });

  it.each([
    ['nothing', undefined, 'set.not-a-list'],
    ['an object', {}, 'set.not-a-list'],
    ['an empty list', [], 'set.empty-list'],
  ])('is empty for %s', (_what, criteria, code) => {
    expect(outlined(criteria)).toEqual({ nodes: [], said: [`/criteria ${code}`] });
  });
});
