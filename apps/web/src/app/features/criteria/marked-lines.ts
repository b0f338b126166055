/** A finding at its line of the file. */
export interface LineFinding {
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly detail: string;
}

/** A line of the file as it is shown, or how many were left out. */
export type MarkedLine =
  | { readonly kind: 'line'; readonly number: number; readonly text: string; readonly findings: readonly LineFinding[] }
  | { readonly kind: 'gap'; readonly number: number; readonly lines: number };

const AROUND = 2;

/** The lines with findings and two around each; what lies between is one gap. */
export function markedLines(text: string, findings: readonly LineFinding[]): readonly MarkedLine[] {
  const lines = text.split('\n');
  const shown = lines.map((_, index) => findings.some(({ line }) => Math.abs(line - 1 - index) <= AROUND));
  return lines.flatMap((line, index): readonly MarkedLine[] => {
    if (shown[index]) {
      return [{ kind: 'line', number: index + 1, text: line.replace(/\r$/, ''), findings: findings.filter((finding) => finding.line === index + 1) }];
    }
    const startsGap = index === 0 || shown[index - 1] === true;
    return startsGap ? [{ kind: 'gap', number: index + 1, lines: gapLength(shown, index) }] : [];
  });
}

function gapLength(shown: readonly boolean[], from: number): number {
  const end = shown.indexOf(true, from);
  return (end === -1 ? shown.length : end) - from;
}
