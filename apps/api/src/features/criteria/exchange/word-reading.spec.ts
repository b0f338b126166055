import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fields } from './fields';
import { measureReading } from './word-reading';

const GOLDEN = join(__dirname, '../../../../../../libs/scoring/src/golden/criteria');
const goldenSet = (name: string): Fields => JSON.parse(readFileSync(join(GOLDEN, `${name}.json`), 'utf8')) as Fields;

/** The figures of docs/criteria-sets.md: what comes back right and unmarked, at least, and that nothing is wrong in silence. */
describe('the illustrative sets printed and read back', () => {
  it.each([
    ['so-ban-nganh-2026', 'annex', 0.99, 0.99],
    ['so-ban-nganh-2026', 'decree', 0.99, 0.99],
    ['so-ban-nganh-2026', 'bare', 0.43, 0.85],
    ['xa-phuong-2026', 'annex', 0.97, 0.99],
    ['xa-phuong-2026', 'decree', 0.97, 0.99],
    ['xa-phuong-2026', 'bare', 0.44, 0.85],
    ['ca-mau-2013', 'annex', 1, 1],
    ['ca-mau-2013', 'decree', 1, 1],
    ['ca-mau-2013', 'bare', 0.76, 0.9],
  ] as const)('%s, as %s: %s right without a mark, %s right at all', async (name, form, unmarked, all) => {
    const { lines, right, markedRight, silentlyWrong, wrongCodes } = await measureReading(goldenSet(name), form);
    expect({ silentlyWrong, wrongCodes }).toEqual({ silentlyWrong: 0, wrongCodes: [] });
    expect(right / lines).toBeGreaterThanOrEqual(unmarked);
    expect((right + markedRight) / lines).toBeGreaterThanOrEqual(all);
  });
});
