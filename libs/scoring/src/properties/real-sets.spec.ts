import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bestOfRelative, compileCriteriaSet, type CriteriaSet, explainLeaf, runningTotals, scoreGroup } from '../index';
import { anyAgency } from './arbitrary-group.fixture';
import { comparable, expectedResults } from './expected-result.fixture';

const SETS = join(__dirname, '../golden/criteria');
const sets = readdirSync(SETS).map((file): [string, CriteriaSet] => [file, JSON.parse(readFileSync(join(SETS, file), 'utf8')) as CriteriaSet]);

/** Three agencies that answer at random; each leaf by its rule, by an award, as not applicable or not at all. */
const groupFor = (set: CriteriaSet) => fc.tuple(...['a', 'b', 'c'].map((code) => anyAgency(set, code)));

describe.each(sets)('the real set %s', (_file, set) => {
  const compiled = compileCriteriaSet(set);

  it('comes out as the slow reference has it, for any answers', () => {
    fc.assert(
      fc.property(groupFor(set), (agencies) => {
        expect(scoreGroup(compiled, agencies).map(comparable)).toEqual(expectedResults(set, agencies));
      }),
      { numRuns: 15 },
    );
  });

  it('is explained at every leaf, with the points that it has', () => {
    fc.assert(
      fc.property(groupFor(set), (agencies) => {
        const bests = bestOfRelative(compiled, agencies);
        scoreGroup(compiled, agencies).forEach(({ nodes }, place) => {
          const { answers, exempt = [] } = agencies[place]!;
          for (const { code } of compiled.leaves) {
            const best = bests[code];
            const context = { exempt, ...(best === undefined ? {} : { best }) };
            const { points, steps } = explainLeaf(compiled, code, answers[code] ?? null, context);
            expect(points).toBe((nodes[code] as { readonly points?: number }).points ?? null);
            expect(steps.length).toBeGreaterThan(0);
          }
        });
      }),
      { numRuns: 5 },
    );
  });

  it('tells an agency its running totals without the others', () => {
    fc.assert(
      fc.property(groupFor(set), (agencies) => {
        for (const agency of agencies) {
          const { answered, total, missing, open, pending, nodes } = runningTotals(compiled, agency);
          expect(total - answered).toBe(missing.length + open.length);
          for (const code of pending) expect(nodes[code]).toEqual({ excluded: true });
          for (const code of [...missing, ...pending]) expect(compiled.leaf(code)?.section).toBe('scored');
          for (const code of open) expect(compiled.leaf(code)?.source).not.toBe('self');
          for (const code of missing) expect(compiled.leaf(code)?.source).toBe('self');
        }
      }),
      { numRuns: 10 },
    );
  });
});
