import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkCriteriaSet } from '../check/check-criteria-set';
import { scoreCase } from '../index';

const CASES = join(__dirname, 'cases');
const SETS = join(__dirname, 'criteria');

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** A case with the set in place of the path to it. */
function readCase(path: string): unknown {
  const document = read(path) as { readonly criteriaSet: unknown };
  const { criteriaSet } = document;
  return typeof criteriaSet === 'string' ? { ...document, criteriaSet: read(join(dirname(path), criteriaSet)) } : document;
}

const names = readdirSync(CASES)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.expected.json'))
  .map((file) => file.slice(0, -'.json'.length));

describe('golden cases', () => {
  it('are all there, each with its result', () => {
    expect(names.length).toBeGreaterThanOrEqual(23);
    expect(names.filter((name) => !existsSync(join(CASES, `${name}.expected.json`)))).toEqual([]);
  });

  it.each(names)('%s comes out as published or worked out by hand', (name) => {
    const outcome = scoreCase(readCase(join(CASES, `${name}.json`)));
    expect(outcome).toEqual({ ok: true, result: read(join(CASES, `${name}.expected.json`)) });
  });
});

describe('golden criteria sets', () => {
  it.each(readdirSync(SETS))('%s has no error', (file) => {
    const { findings } = checkCriteriaSet(read(join(SETS, file)));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
