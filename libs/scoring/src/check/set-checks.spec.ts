import type { Finding } from '../model/finding';
import type { NodeOutline } from './outline';
import { Place } from './place';
import { checkGrades, checkTieBreak, checkTotal } from './set-checks';

const findings: Finding[] = [];
const root = Place.root(findings);
beforeEach(() => findings.splice(0));

const said = () => findings.map(({ severity, pointer, code }) => `${severity} ${pointer} ${code}`);
const node = (fields: Partial<NodeOutline>): NodeOutline => ({
  at: root,
  parent: null,
  code: '1',
  title: 'Mục',
  max: 50,
  section: 'scored',
  ownSection: false,
  isLeaf: true,
  combine: 'sum',
  source: 'self',
  rule: null,
  fields: {},
  children: [],
  ...fields,
});

describe('the total of the scored section', () => {
  it('is the sum of the top-level maxima alone', () => {
    const top = node({});
    checkTotal([top, node({ parent: top, max: 30 }), node({ max: 50 }), node({ section: 'bonus', max: 3 })], root);
    expect(said()).toEqual([]);
  });

  it('is added up exactly', () => {
    checkTotal([node({ max: 99.7 }), node({ max: 0.1 }), node({ max: 0.2 })], root);
    expect(said()).toEqual([]);
    checkTotal([node({ max: 99.7 }), node({ max: 0.1 }), node({ max: 0.2001 })], root);
    expect(findings).toStrictEqual([{ severity: 'warning', code: 'total.not-hundred', pointer: '/criteria', params: { total: 100.0001 } }]);
  });

  it('is not known while a max or a section is not', () => {
    checkTotal([node({ max: null }), node({})], root);
    checkTotal([node({ section: null }), node({})], root);
    expect(said()).toEqual([]);
  });

  it('is 0 where nothing is scored', () => {
    checkTotal([node({ section: 'penalty' })], root);
    expect(findings[0]?.params).toStrictEqual({ total: 0 });
  });
});

describe('grades', () => {
  it('go down from the highest', () => {
    checkGrades([{ name: 'A', from: 90 }, { name: 'B', from: 89.9999 }, { name: 'C', from: 0 }], root);
    checkGrades([], root);
    expect(said()).toEqual([]);
  });

  it('are each set beside the one before', () => {
    checkGrades([{ name: 'A', from: 50 }, { name: 'B', from: 60 }, { name: 'C', from: 60 }, { name: 'D', from: 55 }], root);
    expect(said()).toEqual(['error /1/from grades.out-of-order', 'error /2/from grades.out-of-order']);
  });

  it('have names of their own', () => {
    checkGrades([{ name: 'A', from: 3 }, { name: 'B', from: 2 }, { name: 'A', from: 1 }, { name: 'A', from: 0 }], root);
    expect(said()).toEqual(['error /2/name grades.doubled', 'error /3/name grades.doubled']);
  });
});

describe('a tie-break', () => {
  it('names nodes of any level and section, each once', () => {
    const top = node({ code: '9', section: 'bonus' });
    checkTieBreak(['9.1', '9'], [top, node({ code: '9.1', parent: top })], root);
    expect(said()).toEqual([]);
  });

  it('is refused where there is no such node, and questioned where it repeats one', () => {
    checkTieBreak(['1', '2', '1', '2', '1'], [node({ code: '1' }), node({ code: null })], root);
    expect(said()).toEqual([
      'error /1 ranking.unknown-code',
      'warning /2 ranking.doubled-code',
      'error /3 ranking.unknown-code',
      'warning /4 ranking.doubled-code',
    ]);
  });
});
