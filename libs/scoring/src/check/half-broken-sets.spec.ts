import { checkCriteriaSet } from './check-criteria-set';
import { planted, removed, soundSet } from './sound-set.fixture';

const GONE = Symbol('taken out');
type Change = readonly [pointer: string, value: unknown];

const found = (...changes: readonly Change[]) =>
  checkCriteriaSet(
    changes.reduce<unknown>((set, [pointer, value]) => (value === GONE ? removed(set, pointer) : planted(set, pointer, value)), soundSet()),
  ).findings.map(({ pointer, code, params }) => ({ pointer, code, params }));

const missing = (pointer: string) => ({ pointer, code: 'set.missing-field', params: { field: pointer.split('/').at(-1) } });
const notANumber = (pointer: string) => ({ pointer, code: 'set.not-a-number', params: {} });
const C = '/criteria/0/children';

/** What is broken is said once; nothing is concluded from it. */
describe('what follows from a field that is not sound is not reported', () => {
  it('two nodes without a code do not share one', () => {
    expect(found([`${C}/2/code`, GONE], [`${C}/3/code`, GONE])).toStrictEqual([missing(`${C}/2/code`), missing(`${C}/3/code`)]);
  });

  it('children of a parent with a wrong code may keep theirs', () => {
    expect(found(['/criteria/2/code', '3..'])).toStrictEqual([
      { pointer: '/criteria/2/code', code: 'code.invalid', params: { code: '3..' } },
    ]);
  });

  it('a max that is no number is in no sum, and its rule has none to pass', () => {
    expect(found(['/criteria/1/max', 'x'])).toStrictEqual([notANumber('/criteria/1/max')]);
    expect(found([`${C}/0/max`, 'x'])).toStrictEqual([notANumber(`${C}/0/max`)]);
    expect(found(['/criteria/1/children/0/max', 'x'])).toStrictEqual([notANumber('/criteria/1/children/0/max')]);
    expect(found(['/criteria/2/children/1/children/0/max', 'x'])).toStrictEqual([notANumber('/criteria/2/children/1/children/0/max')]);
  });

  it('a section that is not known takes part in no total and no sum', () => {
    const unknown = (pointer: string) => ({
      pointer,
      code: 'set.unknown-value',
      params: { value: 'extra', allowed: 'scored, bonus, penalty' },
    });
    expect(found(['/criteria/0/section', 'extra'])).toStrictEqual([unknown('/criteria/0/section')]);
    expect(found(['/criteria/3/section', 'extra'], ['/criteria/3/max', 9])).toStrictEqual([unknown('/criteria/3/section')]);
  });

  it('rounding that is not sound leaves four decimals to points', () => {
    const points = { pointer: '/rounding/points', code: 'number.not-whole', params: { value: 1.5 } };
    expect(found(['/rounding/points', 1.5], ['/criteria/4/max', 2.1234])).toStrictEqual([points]);
  });

  it('grades that are not sound are in no order', () => {
    expect(found(['/grades/0/from', 'x'], ['/grades/1/from', 0])).toStrictEqual([notANumber('/grades/0/from')]);
  });

  it('a rule that is not sound is not held against its max', () => {
    expect(found([`${C}/0/rule/options/1/label`, ''], [`${C}/0/rule/options/0/points`, 99])).toStrictEqual([
      { pointer: `${C}/0/rule/options/1/label`, code: 'set.blank-text', params: {} },
    ]);
  });
});

describe('what is known of a half-broken node is still said', () => {
  it('a node without a code is said without one', () => {
    const place = '/criteria/2/children/1/children/1';
    expect(found([`${place}/code`, GONE], [`${place}/max`, 0])).toStrictEqual([
      missing(`${place}/code`),
      { pointer: `${place}/max`, code: 'node.zero-max', params: {} },
    ]);
  });

  it('the first of two nodes with one code may lack a title', () => {
    const doubled = { pointer: `${C}/3/code`, code: 'code.doubled', params: { code: '1.3', title: '' } };
    expect(found([`${C}/2/title`, GONE], [`${C}/3/code`, '1.3'])).toStrictEqual([missing(`${C}/2/title`), doubled]);
    expect(found([`${C}/2/title`, 5], [`${C}/3/code`, '1.3'])).toStrictEqual([
      { pointer: `${C}/2/title`, code: 'set.not-text', params: {} },
      doubled,
    ]);
  });

  it('a third node with the code is set against the first', () => {
    expect(found([`${C}/2/code`, '1.2'], [`${C}/3/code`, '1.2'])).toStrictEqual([
      { pointer: `${C}/2/code`, code: 'code.doubled', params: { code: '1.2', title: 'Công khai' } },
      { pointer: `${C}/3/code`, code: 'code.doubled', params: { code: '1.2', title: 'Công khai' } },
    ]);
  });
});

describe('what is no defect', () => {
  it('the children of an `all` node may have any max', () => {
    expect(found(['/criteria/2/children/2/children/0/max', 7])).toStrictEqual([]);
  });

  it('a parent below a bonus node has a cap too', () => {
    const leaf = (code: string) => ({ code, title: 'Mô hình', max: 2, rule: { kind: 'direct' } });
    const parent = { code: '4.1', title: 'Các mô hình', max: 2, children: [leaf('4.1.1'), leaf('4.1.2')] };
    expect(found(['/criteria/3/children/0', parent])).toStrictEqual([]);
  });

  it('leaves under one combined node inside another share a source with both', () => {
    const leaf = (code: string, source: string) => ({ code, title: 'Chỉ số', max: 1, rule: { kind: 'direct' }, source });
    const inner = (source: string) => ({
      code: '3.2.3', title: 'Phải đạt cả hai', max: 2, combine: 'all', children: [leaf('3.2.3.1', source), leaf('3.2.3.2', source)],
    });
    expect(found(['/criteria/2/children/1/children/2', inner('imported')])).toStrictEqual([]);
    expect(found(['/criteria/2/children/1/children/2', inner('survey')])).toStrictEqual([
      { pointer: '/criteria/2/children/1/combine', code: 'sources.mixed', params: { combine: 'best', sources: 'imported, survey' } },
    ]);
  });
});
