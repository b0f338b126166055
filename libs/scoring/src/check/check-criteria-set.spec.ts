import * as fc from 'fast-check';
import { checkCriteriaSet } from './check-criteria-set';
import { planted, removed, soundSet } from './sound-set.fixture';

describe('checkCriteriaSet', () => {
  it('finds nothing in a sound set and gives the document back', () => {
    const document = soundSet();
    const checked = checkCriteriaSet(document);
    expect(checked.findings).toEqual([]);
    expect(checked.set).toBe(document);
  });

  it('is content without any of the optional fields', () => {
    const optional = ['legalBasis', 'rounding', 'withoutSurvey', 'ranking', 'grades'];
    const document = optional.reduce<unknown>((set, field) => removed(set, `/${field}`), soundSet());
    expect(checkCriteriaSet(document)).toEqual({ findings: [], set: document });
  });

  it('gives no set when there is an error, and the set when there are only warnings', () => {
    const wrong = checkCriteriaSet(planted(soundSet(), '/yaer', 2026));
    expect(wrong).toEqual({
      findings: [{ severity: 'error', code: 'set.unknown-field', pointer: '/yaer', params: { field: 'yaer' } }],
      set: null,
    });
    const extract = planted(soundSet(), '/criteria/3/section', 'scored');
    const warned = checkCriteriaSet(planted(extract, '/criteria/3/max', 4));
    expect(warned.findings).toEqual([{ severity: 'warning', code: 'total.not-hundred', pointer: '/criteria', params: { total: 104 } }]);
    expect(warned.set).not.toBeNull();
  });

  it.each([
    ['/year', 1900],
    ['/year', 2200],
    ['/rounding/index', 0],
    ['/rounding/index', 4],
    ['/grades/0/from', 100],
    ['/criteria/1/children/1/rule/options/1/percent', 0],
    ['/criteria/0/children/0/rule/options/1/points', 0],
    ['/criteria/1/children/2/rule/min', 10],
    ['/criteria/1/children/0/rule/items/0/cap', 10],
    ['/criteria/3/max', 4],
    ['/criteria/2/children/1/children/1/max', 5],
    ['/criteria/1/children/3/rule/cases/1/rule/measure/min', 10],
    ['/criteria/0/children/0/source', 'imported'],
    ['/criteria/0/children/2/rule/zeroBelow', -1.5],
    ['/criteria/4/code', 'Đ-2'],
    ['/legalBasis', ''],
  ])('takes %s as %p', (pointer, value) => {
    expect(checkCriteriaSet(planted(soundSet(), pointer, value)).findings).toEqual([]);
  });

  it('finds everything at once', () => {
    const document = planted(planted(removed(soundSet(), '/title'), '/year', 2026.5), '/criteria/0/children/0/max', 'mười');
    expect(checkCriteriaSet(document).findings.map(({ code, pointer }) => `${pointer} ${code}`)).toEqual([
      '/title set.missing-field',
      '/year number.not-whole',
      '/criteria/0/children/0/max set.not-a-number',
    ]);
  });

  it.each([[null], [undefined], [3], ['set'], [true], [[]], [NaN]])('refuses %p, which is no object', (document) => {
    expect(checkCriteriaSet(document)).toEqual({
      findings: [{ severity: 'error', code: 'set.not-an-object', pointer: '', params: {} }],
      set: null,
    });
  });

  it('names every field that an empty object lacks', () => {
    const missing = ['format', 'code', 'title', 'year', 'appliesTo', 'criteria'];
    expect(checkCriteriaSet({}).findings).toEqual(
      missing.map((field) => ({ severity: 'error', code: 'set.missing-field', pointer: `/${field}`, params: { field } })),
    );
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (document) => checkCriteriaSet(document).set === null));
  });

  it('never throws, whatever stands anywhere in a set, and gives a set only without errors', () => {
    const pointers = pointersOf(soundSet());
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.jsonValue(), (pointer, value) => {
        const { findings, set } = checkCriteriaSet(planted(soundSet(), pointer, value));
        expect(set === null).toBe(findings.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 400 },
    );
  });

  it('refuses every member that is taken out and is not optional, at that member or at what lacks it', () => {
    const ofSet = ['legalBasis', 'rounding', 'withoutSurvey', 'ranking', 'grades'];
    const ofNode = ['section', 'appraiser', 'combine', 'source', 'whenNotApplicable', 'evidence', 'guidance'];
    const ofRule = ['award', 'target', 'zeroBelow', 'cap', 'min', 'step', 'from', 'above', 'below', 'upTo', 'measure/max'];
    const optional = [...ofSet, ...ofNode, ...ofRule].map((field) => `/${field}`);
    const members = pointersOf(soundSet()).filter((pointer) => !/\d$/.test(pointer));
    const required = members.filter((pointer) => !optional.some((field) => pointer.includes(field)));
    expect(required.length).toBeGreaterThan(150);
    for (const pointer of required) {
      const errors = checkCriteriaSet(removed(soundSet(), pointer)).findings.filter(({ severity }) => severity === 'error');
      expect([pointer, errors.length > 0]).toEqual([pointer, true]);
    }
  });

  it('stops at a tree that is too deep instead of exhausting the stack', () => {
    const deep = deeply(100_000, (child, level) => ({ code: `${level}`, title: 'Sâu', max: 1, children: [child] }));
    const { findings, set } = checkCriteriaSet({ ...soundSet(), criteria: [deep] });
    expect(set).toBeNull();
    expect(findings).toContainEqual({
      severity: 'error',
      code: 'set.too-deep',
      pointer: `/criteria/0${'/children/0'.repeat(20)}`,
      params: { deepest: 40 },
    });
  });

  it('stops at rules that are too deep instead of exhausting the stack', () => {
    const rule = deeply(100_000, (child) => ({ kind: 'bestOf', cases: [{ id: 'a', label: 'A', rule: child }] }));
    const { findings, set } = checkCriteriaSet(planted(soundSet(), '/criteria/0/children/0/rule', rule));
    expect(set).toBeNull();
    expect(findings).toEqual([
      {
        severity: 'error',
        code: 'set.too-deep',
        pointer: `/criteria/0/children/0/rule${'/cases/0/rule'.repeat(12)}`,
        params: { deepest: 40 },
      },
    ]);
  });

  it('lets a tree of ten levels pass', () => {
    const leaf = { code: '1.1.1.1.1.1.1.1.1.1', title: 'Lá', max: 100, rule: { kind: 'direct' } };
    const tree = Array.from({ length: 9 }, (_, i) => 9 - i).reduce<object>(
      (child, parts) => ({ code: Array(parts).fill('1').join('.'), title: 'Mục', max: 100, children: [child] }),
      leaf,
    );
    const { findings } = checkCriteriaSet({ ...soundSet(), ranking: {}, criteria: [tree] });
    expect(findings).toEqual([]);
  });
});

/** Built from the inside out: a recursive builder would exhaust the stack itself. */
function deeply(levels: number, wrap: (inner: unknown, level: number) => unknown): unknown {
  let inner: unknown = { kind: 'direct' };
  for (let level = 0; level < levels; level += 1) inner = wrap(inner, level);
  return inner;
}

function pointersOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [`${at}/${key}`, ...pointersOf(member, `${at}/${key}`)]);
}
