import * as fc from 'fast-check';
import { anyGroup } from '../properties/arbitrary-group.fixture';
import { DIRECTION } from './defect.fixture';
import { draftShapeErrors } from './draft-shape';
import { planted, removed, soundSet } from './sound-set.fixture';

const said = (document: unknown) => draftShapeErrors(document).map(({ code, pointer }) => `${code} ${pointer}`);
const leaf = (code: string) => ({ code, title: 'A' });

describe('the shape of a draft', () => {
  it('holds for every sound set', () => {
    expect(said(soundSet())).toEqual([]);
    fc.assert(fc.property(anyGroup, ({ set }) => expect(said(set)).toEqual([])), { numRuns: 50 });
  });

  it.each([
    ['a set without criteria', { criteria: [] }],
    ['a set that has nothing else', { title: '', code: '', criteria: [leaf('1')] }],
    ['a half-written rule', planted(soundSet(), `${DIRECTION}/0/rule`, { kind: 'choice', options: [{ id: 'a', label: '' }] })],
    ['a rule without a kind', planted(soundSet(), `${DIRECTION}/0/rule`, {})],
    ['points that are text', planted(soundSet(), `${DIRECTION}/0/max`, 'hai')],
    ['a field that is not known', planted(soundSet(), `${DIRECTION}/0/weight`, 5)],
    ['codes that are doubled', planted(soundSet(), `${DIRECTION}/0/code`, '1.2')],
    ['a band without points', planted(soundSet(), `${DIRECTION}/3/rule/bands/0`, {})],
  ])('lets %s be saved', (_what, document) => expect(said(document)).toEqual([]));

  it.each<[string, unknown, string]>([
    ['nothing', null, 'set.not-an-object '],
    ['a list', [], 'set.not-an-object '],
    ['a set without a tree', { title: 'A' }, 'set.missing-field /criteria'],
    ['criteria that are no list', { criteria: {} }, 'set.not-a-list /criteria'],
    ['a node that is no object', { criteria: [leaf('1'), 'x'] }, 'set.not-an-object /criteria/1'],
    ['a node without a title', removed(soundSet(), `${DIRECTION}/0/title`), `set.missing-field ${DIRECTION}/0/title`],
    ['a code that is a number', planted(soundSet(), `${DIRECTION}/0/code`, 1.1), `set.not-text ${DIRECTION}/0/code`],
    ['a title of the set that is an object', planted(soundSet(), '/title', {}), 'set.not-text /title'],
    ['a rule that is text', planted(soundSet(), `${DIRECTION}/0/rule`, 'choice'), `set.not-an-object ${DIRECTION}/0/rule`],
    ['options that are an object', planted(soundSet(), `${DIRECTION}/0/rule/options`, {}), `set.not-a-list ${DIRECTION}/0/rule/options`],
    ['an option that is text', planted(soundSet(), `${DIRECTION}/0/rule/options/0`, 'x'), `set.not-an-object ${DIRECTION}/0/rule/options/0`],
    ['an entry within a case', planted(soundSet(), '/criteria/1/children/3/rule/cases/0/rule/options/0', 1), 'set.not-an-object /criteria/1/children/3/rule/cases/0/rule/options/0'],
    ['a list where one value belongs', planted(soundSet(), `${DIRECTION}/0/max`, [1]), `draft.not-one-value ${DIRECTION}/0/max`],
    ['a text without end', planted(soundSet(), `${DIRECTION}/0/guidance`, 'a'.repeat(20_001)), `draft.text-too-long ${DIRECTION}/0/guidance`],
    ['a list without end', planted(soundSet(), `${DIRECTION}/0/rule/options`, Array.from({ length: 501 }, () => ({}))), `draft.list-too-long ${DIRECTION}/0/rule/options`],
  ])('refuses %s', (_what, document, expected) => expect(said(document)).toEqual([expected]));

  it('refuses a tree that is too deep, and one with too many nodes', () => {
    const deep = Array.from({ length: 13 }).reduce<unknown>((inner, _, index) => ({ code: `${index}`, title: 'A', children: inner === undefined ? [] : [inner] }), undefined);
    expect(said({ criteria: [deep] }).some((finding) => finding.startsWith('set.too-deep'))).toBe(true);
    const many = Array.from({ length: 5 }, (_, index) => ({ code: `${index}`, title: 'A', children: Array.from({ length: 450 }, (_one, place) => leaf(`${index}.${place}`)) }));
    expect(draftShapeErrors({ criteria: many })).toMatchObject([{ code: 'draft.too-many-nodes', params: { most: 2000, count: 2255 } }]);
  });

  it('never throws and never hangs, however deep the JSON', () => {
    const deep = Array.from({ length: 5000 }).reduce<unknown>((inner) => ({ given: inner ?? {} }), undefined);
    expect(said({ criteria: [{ ...leaf('1'), rule: deep }] }).every((finding) => finding.startsWith('set.too-deep'))).toBe(true);
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(Array.isArray(draftShapeErrors(value))).toBe(true)));
  });
});
