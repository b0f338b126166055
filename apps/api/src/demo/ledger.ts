import type { Answer, Measure, Rule } from '@par-index/scoring';
import { sameLabel } from '../features/hint/figures';

/** The figures that one agency has counted, by their words: whatever criterion asks for one again gets the same. */
export class Ledger {
  private readonly figures = new Map<string, number>();
  private isMiscounted: boolean;

  /** `miscounted`: the first figure that comes up again is taken as it was drawn there. */
  constructor(care: 'exact' | 'miscounted') {
    this.isMiscounted = care === 'miscounted';
  }

  /** The answer with figures that were counted before in the place of those that it has, as far as its rule allows. */
  entered(rule: Rule, answer: Answer): Answer {
    return 'measure' in rule && rule.measure.type === 'ratio' && 'numerator' in answer ? this.ratio(rule.measure, answer) : answer;
  }

  private ratio(measure: Extract<Measure, { type: 'ratio' }>, answer: { readonly numerator: number; readonly denominator: number }): Answer {
    const [counted, total] = [sameLabel(measure.numerator), sameLabel(measure.denominator)];
    const isKnown = this.figures.has(total) || this.figures.has(counted);
    if (isKnown && this.isMiscounted) {
      this.isMiscounted = false;
      return answer;
    }
    const denominator = this.figures.get(total) ?? answer.denominator;
    const most = Math.floor(((measure.max ?? 100) * denominator) / 100);
    const drawn = Math.min(most, Math.round((answer.numerator * denominator) / answer.denominator));
    const known = this.figures.get(counted);
    const numerator = known !== undefined && known <= most ? known : drawn;
    this.figures.set(total, denominator);
    this.figures.set(counted, known ?? numerator);
    return { numerator, denominator };
  }
}
