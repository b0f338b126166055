import { BANDS } from './band-defects.fixture';
import { checkCriteriaSet } from './check-criteria-set';
import { GONE } from './defect.fixture';
import { GRADES, IDENTITY } from './identity-defects.fixture';
import { RULES } from './rule-defects.fixture';
import { planted, removed, soundSet } from './sound-set.fixture';
import { MAXIMA, TREE } from './tree-defects.fixture';

describe.each([
  ['identity, rounding, ranking', IDENTITY],
  ['grades', GRADES],
  ['the tree', TREE],
  ['maxima', MAXIMA],
  ['rules', RULES],
  ['bands', BANDS],
])('a defect planted in %s is found at its place, and nothing else', (_part, defects) => {
  it.each(defects.map((defect) => [defect.what, defect] as const))('%s', (_what, defect) => {
    const document = defect.plant === GONE ? removed(soundSet(), defect.in) : planted(soundSet(), defect.in, defect.plant);
    const { code, params = {}, severity = 'error' } = defect;
    expect(checkCriteriaSet(document).findings).toStrictEqual([{ severity, code, pointer: defect.at ?? defect.in, params }]);
  });
});

it('plants every code that the check can give', () => {
  const all = [IDENTITY, GRADES, TREE, MAXIMA, RULES, BANDS].flat();
  expect(all.length).toBeGreaterThan(120);
  expect(new Set(all.map(({ code }) => code)).size).toBe(50);
});
