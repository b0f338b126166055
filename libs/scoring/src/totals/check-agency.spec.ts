import type { Answer } from '../model/answer';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { planOf } from '../tree/scoring-set';
import { agencyOf, leafOf, parentOf, points, setOf } from '../tree/small-set.fixture';
import { checkAgencies, checkAgency } from './check-agency';

const plan = planOf(compileCriteriaSet(setOf([parentOf('1', [leafOf('1.1'), leafOf('1.2')])])));
const wrong = agencyOf({ '1.1': points(2), '1': points(1), 'a/b': {} as Answer }, { exempt: ['1', '2', '1.2', 'x'] });

const summary = (findings: readonly { readonly pointer: string; readonly code: string }[]) => findings.map(({ pointer, code }) => `${pointer} ${code}`);

describe('checkAgency', () => {
  it('finds nothing wrong with valid answers and exemptions', () => {
    expect(checkAgency(plan, agencyOf({ '1.1': points(1) }, { exempt: ['1', '1.2'] }), '')).toEqual([]);
    expect(checkAgency(plan, agencyOf({}), '')).toEqual([]);
  });

  it('finds every exemption that is unknown and every answer that is wrong', () => {
    expect(summary(checkAgency(plan, wrong, ''))).toEqual([
      '/exempt/1 answer.unknown-criterion',
      '/exempt/3 answer.unknown-criterion',
      '/answers/1 answer.not-a-leaf',
      '/answers/1.1/points answer.above-max',
      '/answers/a~1b answer.unknown-criterion',
    ]);
  });

  it('says which criterion an exemption names', () => {
    expect(checkAgency(plan, agencyOf({}, { exempt: ['constructor'] }), '/a')).toEqual([
      { severity: 'error', code: 'answer.unknown-criterion', pointer: '/a/exempt/0', params: { criterion: 'constructor' } },
    ]);
  });
});

describe('checkAgencies', () => {
  it('looks at each agency at its place', () => {
    expect(summary(checkAgencies(plan, [agencyOf({}), wrong], '/agencies')).map((line) => line.split(' ')[0])).toEqual([
      '/agencies/1/exempt/1',
      '/agencies/1/exempt/3',
      '/agencies/1/answers/1',
      '/agencies/1/answers/1.1/points',
      '/agencies/1/answers/a~1b',
    ]);
  });
});
