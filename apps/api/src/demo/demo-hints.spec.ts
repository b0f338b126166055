import { compileCriteriaSet } from '@par-index/scoring';
import { hintsOf } from '../features/hint/hints-of';
import { type Declared, declaredBy } from './declared';
import { AGENCIES, setsOf, RUNNING_YEAR } from './province';

const MOST_AGENCIES = 30;

/** How many hints of each kind an agency of a group has on average, as far as answers alone are concerned. */
function meansOf(groupCode: string): Readonly<Record<string, number>> {
  const [document] = setsOf(RUNNING_YEAR).filter(({ appliesTo }) => appliesTo === groupCode);
  if (!document) {
    throw new Error(`The demonstration has no set for ${groupCode}`);
  }
  const set = compileCriteriaSet(document);
  const agencies = AGENCIES.filter(({ group }) => group === groupCode).slice(0, MOST_AGENCIES);
  const declared = (agencyCode: string, year: number) => declaredBy(set, { agencyCode, groupCode, year, course: 'submitted', exempt: [] });
  const now = agencies.map(({ code }) => ({ code, answers: declared(code, RUNNING_YEAR) }));
  const pointsOf = (code: string) => now.flatMap(({ answers }) => answers.flatMap(({ leaf, points }) => (leaf.code === code && points !== null ? [String(points)] : [])));
  const found = now.flatMap(({ code, answers }) => {
    const before = new Map(declared(code, RUNNING_YEAR - 1).map((one) => [one.leaf.code, one]));
    const stated = new Map(answers.flatMap(({ leaf, answer }) => (answer ? [[leaf.code, answer] as const] : [])));
    return answers.flatMap((one) =>
      hintsOf({
        ...{ set, leaf: one.leaf, year: RUNNING_YEAR, submittedAt: null, answer: one.answer, points: textOf(one.points), groupPoints: pointsOf(one.leaf.code) },
        ...{ history: pastOf(before.get(one.leaf.code)), answers: stated, documents: [] },
      }),
    );
  });
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return Object.fromEntries(kinds.map((kind) => [kind, found.filter((hint) => hint.kind === kind).length / agencies.length]));
}

const textOf = (points: number | null): string | null => (points === null ? null : String(points));

const pastOf = (past: Declared | undefined) => (past ? [{ year: RUNNING_YEAR - 1, points: textOf(past.points), max: past.leaf.max, answer: past.answer }] : []);

describe.each(['so-ban-nganh', 'xa-phuong'])('the hints on the demonstration’s %s', (groupCode) => {
  const means = meansOf(groupCode);

  it('are few enough to be read', () => {
    expect(Object.values(means).reduce((sum, mean) => sum + mean, 0)).toBeLessThan(9);
    expect(means['figure-unlike'] ?? 0).toBeLessThan(1);
  });

  it('are there, of every kind that answers alone can have', () => {
    expect(Object.keys(means).sort()).toEqual(['far-from-group', 'far-from-history', 'figure-unlike', 'ratio-jumped']);
  });
});
