import { type Finding, findingInWords } from '@par-index/scoring';

/** The sentence for the first finding at this place of the answer or below it; null where there is none. */
export function findingAt(findings: readonly Finding[], pointer: string): string | null {
  const found = findings.find((finding) => finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`));
  return found ? findingInWords(found) : null;
}

/** The sentence for a finding at exactly this place. */
export function findingExactlyAt(findings: readonly Finding[], pointer: string): string | null {
  const found = findings.find((finding) => finding.pointer === pointer);
  return found ? findingInWords(found) : null;
}
