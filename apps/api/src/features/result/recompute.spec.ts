import { recompute } from './recompute';
import type { VerifiedSnapshot } from './verification.service';

const same: VerifiedSnapshot = { snapshotId: 's', year: 2025, edition: 1, digest: 'abc', digestHolds: true, resultHolds: true, agencies: 139, differences: [] };
const difference = { agencyCode: 'so-y-te', field: 'index', stored: '91', recomputed: '90' };

async function run(snapshots: readonly VerifiedSnapshot[], words: readonly string[] = []) {
  const lines: string[] = [];
  const asked: (number | null)[] = [];
  const verification = { verifyAll: (year: number | null) => { asked.push(year); return Promise.resolve(snapshots); } };
  return { code: await recompute(verification, words, (line) => lines.push(line)), lines, asked };
}

describe('recompute', () => {
  it('ends with 0 and a line for each edition where all come out the same', async () => {
    expect(await run([same])).toEqual({ code: 0, lines: ['Năm 2025, lần công bố 1: khớp. 139 cơ quan, mã băm abc'], asked: [null] });
  });
  it('ends with 1 and names every difference', async () => {
    const { code, lines } = await run([same, { ...same, edition: 2, resultHolds: false, differences: [difference] }]);
    expect(code).toBe(1);
    expect(lines.slice(1)).toEqual(['Năm 2025, lần công bố 2: KHÔNG KHỚP.', '  so-y-te index: lưu 91, tính lại 90']);
  });
  it('ends with 1 where only the digest is broken', async () => {
    const { code, lines } = await run([{ ...same, digestHolds: false }]);
    expect(code).toBe(1);
    expect(lines[1]).toContain('mã băm abc');
  });
  it('counts what it does not write out', async () => {
    const { lines } = await run([{ ...same, resultHolds: false, differences: Array.from({ length: 60 }, () => difference) }]);
    expect(lines).toHaveLength(52);
    expect(lines.at(-1)).toBe('  … và 10 khác biệt nữa');
  });
  it('keeps to the year that is named', async () => {
    const { code, lines, asked } = await run([], ['--cycle', '2024']);
    expect([code, asked]).toEqual([0, [2024]]);
    expect(lines).toEqual(['Chưa có kết quả nào của năm 2024 được công bố.']);
  });
  it.each([['--year', '2024'], ['--cycle'], ['--cycle', 'năm nay'], ['2024']])('refuses other words: %s %s', async (...words) => {
    expect(await run([same], words)).toMatchObject({ code: 2, asked: [] });
  });
});
