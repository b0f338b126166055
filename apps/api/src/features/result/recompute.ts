import type { Verification, VerifiedSnapshot } from './verification.service';

/** Differences of one snapshot that are written out; the rest is counted. */
const MOST_LINES = 50;

export const EXIT = { same: 0, different: 1, misused: 2 } as const;

/** Proves published results and writes a line for each, and for every difference; gives the exit code. */
export async function recompute(verification: Pick<Verification, 'verifyAll'>, words: readonly string[], write: (line: string) => void): Promise<number> {
  const year = yearOf(words);
  if (year === undefined) {
    write('Cách dùng: npm run recompute -- [--cycle NĂM]');
    return EXIT.misused;
  }
  const snapshots = await verification.verifyAll(year);
  if (snapshots.length === 0) {
    write(year === null ? 'Chưa có kết quả nào được công bố.' : `Chưa có kết quả nào của năm ${year} được công bố.`);
  }
  snapshots.flatMap(linesOf).forEach(write);
  return snapshots.every(holds) ? EXIT.same : EXIT.different;
}

const holds = ({ digestHolds, resultHolds }: VerifiedSnapshot): boolean => digestHolds && resultHolds;

/** Null for all years; undefined for words that say something else. */
function yearOf(words: readonly string[]): number | null | undefined {
  if (words.length === 0) {
    return null;
  }
  const [option, value = ''] = words;
  return option === '--cycle' && words.length === 2 && /^\d{4}$/.test(value) ? Number(value) : undefined;
}

function linesOf(snapshot: VerifiedSnapshot): readonly string[] {
  const { year, edition, digest, digestHolds, agencies, differences } = snapshot;
  const name = `Năm ${year}, lần công bố ${edition}`;
  if (holds(snapshot)) {
    return [`${name}: khớp. ${agencies} cơ quan, mã băm ${digest}`];
  }
  const lines = differences.slice(0, MOST_LINES).map((one) => `  ${one.agencyCode} ${one.field}: lưu ${one.stored}, tính lại ${one.recomputed}`);
  const rest = differences.length - lines.length;
  return [
    `${name}: KHÔNG KHỚP.`,
    ...(digestHolds ? [] : [`  Nội dung lưu không còn khớp mã băm ${digest}`]),
    ...lines,
    ...(rest > 0 ? [`  … và ${rest} khác biệt nữa`] : []),
  ];
}
