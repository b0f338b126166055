import { compileCriteriaSet } from '../tree/compile-criteria-set';
import type { CompiledLeaf } from '../model/compiled-set';
import { leafOf, parentOf, setOf } from '../tree/small-set.fixture';
import { isExempt } from './is-exempt';

const set = compileCriteriaSet(
  setOf([parentOf('1', [parentOf('1.1', [leafOf('1.1.1'), leafOf('1.1.10')]), leafOf('1.2')]), parentOf('10', [leafOf('10.1')])]),
);
const exemptLeaves = (...codes: readonly string[]) =>
  set.leaves.filter((leaf: CompiledLeaf) => isExempt(leaf, codes)).map(({ code }) => code);

it.each<[readonly string[], readonly string[]]>([
  [[], []],
  [['1'], ['1.1.1', '1.1.10', '1.2']],
  [['1.1'], ['1.1.1', '1.1.10']],
  [['1.1.1'], ['1.1.1']],
  [['10'], ['10.1']],
  [['1.2', '10.1'], ['1.2', '10.1']],
  [['1', '1.1.1'], ['1.1.1', '1.1.10', '1.2']],
  [['2', ''], []],
])('an agency exempt from %p is exempt from the leaves %p', (codes, leaves) => {
  expect(exemptLeaves(...codes)).toEqual(leaves);
});
