import { checkDecimal, checkFieldNames, checkRange, countFields, type Fields } from '../answer/fields';
import { below } from '../answer/pointer';
import { refusal } from '../answer/refusal';
import { unitsOf } from '../exact/decimal';
import { decimal, divide, subtract } from '../exact/fraction';
import { quickRoundHalfUp, unitsPerStep } from '../exact/rounding';
import type { DirectAnswer } from '../model/answer';
import type { Finding } from '../model/finding';
import type { DirectRule } from '../model/rule';
import type { RuleKindOf, RuleScope } from './rule-kind';

/** The points themselves, `min`…max, in steps counted from `min`. */
export const direct: RuleKindOf<DirectRule, DirectAnswer> = {
  check(scope, answer, at) {
    const place = below(at, 'points');
    const shape = [...checkFieldNames(answer, ['points'], at), ...checkDecimal(answer['points'], 'points', place)];
    return shape.length > 0 ? shape : checkPoints(scope, (answer as Fields & DirectAnswer).points, place);
  },

  work: (_scope, { points }) => ({ points: decimal(points), steps: [{ step: 'direct', points }] }),

  quick({ rule: { min = 0, step = null }, max, decimals }) {
    const [least, most] = [unitsOf(min), unitsOf(max)];
    const stride = step === null ? 1 : unitsOf(step);
    const perStep = unitsPerStep(decimals);
    return (answer) => {
      const { points } = answer as Partial<DirectAnswer>;
      if (typeof points !== 'number' || countFields(answer) !== 1) return NaN;
      const units = unitsOf(points);
      if (!(units >= least && units <= most && (units - least) % stride === 0)) return NaN;
      return quickRoundHalfUp(units, perStep) * perStep;
    };
  },
};

function checkPoints({ rule: { min = 0, step }, max }: RuleScope<DirectRule>, points: number, at: string): readonly Finding[] {
  const range = checkRange(points, { min, max }, 'points', at);
  if (range.length > 0 || step === undefined) return range;
  const steps = divide(subtract(decimal(points), decimal(min)), decimal(step));
  return steps.d === 1n ? [] : [refusal('answer.off-step', at, { value: points, min, step })];
}
