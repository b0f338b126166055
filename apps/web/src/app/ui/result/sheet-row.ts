import type { PublicSheetLine, SheetLine } from '@par-index/contract';
import type { NodeResult } from '@par-index/scoring';
import { maximumFigure } from '../format/number-words';
import { type PointsLook, pointsLook } from '../points/points-look';

/** A line of an agency's sheet: a public one, or one with what led to its number. */
export type AnySheetLine = PublicSheetLine & Partial<Pick<SheetLine, 'declared' | 'selfPoints' | 'layers' | 'trace'>>;

export interface SheetRow {
  readonly line: AnySheetLine;
  readonly points: number | null;
  readonly max: string;
  readonly look: PointsLook;
  readonly excluded: boolean;
  /** Whether there is a «vì sao?» to open. */
  readonly explained: boolean;
}

/** What a line shows: its points beside what counts of its maximum, or that it does not count. */
export function sheetRow(line: AnySheetLine): SheetRow {
  const points = pointsIn(line.result);
  const max = 'points' in line.result ? line.result.max : line.max;
  const excluded = 'excluded' in line.result;
  return { line, points, max: maximumFigure(excluded ? line.max : max), look: pointsLook(points, max), excluded, explained: Boolean(line.trace) };
}

function pointsIn(result: NodeResult): number | null {
  return 'points' in result ? result.points : null;
}

/** Only what lost points, with the parents that lead to it. */
export function linesThatLost(lines: readonly AnySheetLine[]): readonly AnySheetLine[] {
  const lost = lines.filter(({ leaf, result }) => leaf && 'points' in result && result.points < result.max);
  return lines.filter((line) => lost.some(({ code }) => code === line.code || code.startsWith(`${line.code}.`)));
}
