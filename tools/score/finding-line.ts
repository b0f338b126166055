import { type Finding, findingInWords } from '@par-index/scoring';

/** A finding on one line: its JSON pointer, and in words what is wrong. */
export function lineOf(finding: Finding): string {
  return `${finding.pointer === '' ? '(cả tệp)' : finding.pointer}: ${findingInWords(finding)}`;
}
