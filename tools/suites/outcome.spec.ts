import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countCheck, countTests, lastLine, table } from './outcome.mjs';

const outcomes = [
  { name: 'types', passed: 1, failed: 0, seconds: 4.4 },
  { name: 'api', passed: 20, failed: 2, seconds: 61.5 },
];

describe('The count of all suites', () => {
  const folder = mkdtempSync(join(tmpdir(), 'par-outcome-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const results = (numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number) => {
    const file = join(folder, 'results.json');
    writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }));
    return file;
  };

  it('sums passed and failed in the last line', () => expect(lastLine(outcomes)).toBe('21 passed, 2 failed'));
  it('lists each suite with its time', () =>
    expect(table(outcomes)).toMatch(/^✓ types +1 passed +0 failed +4 s\n✗ api +20 passed +2 failed +62 s$/));
  it('counts a check as one', () =>
    expect([countCheck(0), countCheck(2), countCheck(null)].map(({ failed }) => failed)).toEqual([0, 1, 1]));
  it('counts tests', () => expect(countTests(results(5, 1, 0), 1)).toEqual({ passed: 5, failed: 1 }));
  it('counts a test file that could not be run as a failure', () =>
    expect(countTests(results(5, 0, 2), 1)).toEqual({ passed: 5, failed: 2 }));
  it('counts a run that failed outside its tests as a failure', () =>
    expect(countTests(results(5, 0, 0), 1)).toEqual({ passed: 5, failed: 1 }));
  it('counts a run without results as a failure', () => expect(countTests(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 }));
});
