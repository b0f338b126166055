import { formatExact, formatNumber } from '@par-index/scoring';
import { distance, unitsOf } from './exact-points';
import { sameLabel, type StatedFigure, statedFigures, statedRatio } from './figures';
import type { FoundHint, HintSubject } from './hint-facts';

/** Twenty of a hundred. */
const JUMP = 5n;

/** A ratio that went up or down by 20 percent points or more since the newest published year that has one. */
export function ratioJumped({ leaf, answer, history }: HintSubject): readonly FoundHint[] {
  const now = answer && statedRatio(leaf.rule, answer);
  const before = history.flatMap((past) => {
    const ratio = past.answer && statedRatio(leaf.rule, past.answer);
    return ratio ? [{ year: past.year, ...ratio }] : [];
  })[0];
  if (!now || !before || !hasJumped(now, before)) {
    return [];
  }
  const way = unitsOf(now.numerator) * unitsOf(before.denominator) > unitsOf(before.numerator) * unitsOf(now.denominator) ? 'tăng' : 'giảm';
  const sentence = `Tỷ lệ ${way} đột ngột: ${shown(now)} năm nay so với ${shown(before)} năm ${before.year}.`;
  return [{ kind: 'ratio-jumped', facts: { now, before }, sentence, linkId: null }];
}

/** A figure that the agency states otherwise under another criterion of the same set: the set gives both the same words. */
export function figureUnlike({ set, leaf, answer, answers }: HintSubject): readonly FoundHint[] {
  const elsewhere = set.leaves.flatMap((other) => {
    const stated = answers.get(other.code);
    return other.code === leaf.code || !stated ? [] : statedFigures(other.rule, stated).map((figure) => ({ ...figure, code: other.code }));
  });
  const own = answer ? statedFigures(leaf.rule, answer) : [];
  return own.flatMap((figure) => elsewhere.filter((other) => isUnlike(figure, other)).map((other) => unlikeHint(figure, other)));
}

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

function hasJumped(now: Ratio, before: Ratio): boolean {
  const [left, right] = [unitsOf(now.numerator) * unitsOf(before.denominator), unitsOf(before.numerator) * unitsOf(now.denominator)];
  return distance(left, right) * JUMP >= unitsOf(now.denominator) * unitsOf(before.denominator);
}

const isUnlike = (one: StatedFigure, other: StatedFigure): boolean => sameLabel(one.label) === sameLabel(other.label) && unitsOf(one.value) !== unitsOf(other.value);

function unlikeHint(figure: StatedFigure, other: StatedFigure & { readonly code: string }): FoundHint {
  const sentence = `«${figure.label}» ở đây là ${formatNumber(figure.value)}, nhưng ở tiêu chí ${other.code} là ${formatNumber(other.value)}.`;
  const facts = { label: sameLabel(figure.label), value: figure.value, code: other.code, other: other.value };
  return { kind: 'figure-unlike', facts, sentence, linkId: null };
}

/** «95 % (19/20)», the percent rounded to two decimals. */
function shown({ numerator, denominator }: Ratio): string {
  const percent = formatExact({ numerator: String(unitsOf(numerator) * 100n), denominator: String(unitsOf(denominator)) }, 2);
  return `${percent} % (${formatNumber(numerator)}/${formatNumber(denominator)})`;
}
