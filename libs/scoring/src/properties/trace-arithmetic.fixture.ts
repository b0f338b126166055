import { add, compare, decimal, divide, type Fraction, fraction, greatest, HUNDRED, least, multiply, ONE, subtract, ZERO } from '../exact/fraction';
import { fractionOf } from '../exact/exact-value';
import type { ExactValue, LeafTrace, TraceStep } from '../model/trace';

type StepOf<Name extends TraceStep['step']> = Extract<TraceStep, { readonly step: Name }>;

/** What a step says it comes to; null where it only leads on. */
type Outcome = Fraction | null;

const same = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;
const sumOf = (values: readonly number[]): Fraction => values.map(decimal).reduce(add, ZERO);

function must(step: TraceStep, ...holds: readonly boolean[]): void {
  if (holds.includes(false)) throw new Error(`The step does not hold: ${JSON.stringify(step)}`);
}

function shareOf(step: StepOf<'share-of-target'>): Outcome {
  const share = divide(fractionOf(step.value), decimal(step.target));
  must(step, same(fractionOf(step.share), least(ONE, share)));
  must(step, step.reached === compare(share, ONE) >= 0);
  return null;
}

function timesMax(step: StepOf<'times-max'>): Outcome {
  must(step, same(fractionOf(step.result), multiply(fractionOf(step.share), decimal(step.max))));
  return fractionOf(step.result);
}

function bandLinear(step: StepOf<'band-linear'>): Outcome {
  const { lower, upper, from, to, value, result } = step;
  const along = divide(subtract(fractionOf(value), decimal(lower)), subtract(decimal(upper), decimal(lower)));
  must(step, compare(along, ZERO) >= 0 && compare(along, ONE) <= 0);
  must(step, same(fractionOf(result), add(decimal(from), multiply(along, subtract(decimal(to), decimal(from))))));
  return fractionOf(result);
}

function tallyItem(step: StepOf<'tally-item'>): Outcome {
  const full = multiply(decimal(step.count), decimal(step.each));
  must(step, step.count > 0);
  must(step, same(decimal(step.amount), step.cap === null ? full : least(full, decimal(step.cap))));
  return null;
}

function tallyTotal(step: StepOf<'tally-total'>, { max, before }: Place): Outcome {
  const amounts = before.flatMap((it) => (it.step === 'tally-item' ? [it.amount] : []));
  const [total, full] = [decimal(step.total), decimal(max)];
  must(step, same(total, sumOf(amounts)));
  must(step, same(decimal(step.result), step.start === 'zero' ? least(total, full) : greatest(ZERO, subtract(full, total))));
  return decimal(step.result);
}

function surveyMean(step: StepOf<'survey-mean'>): Outcome {
  const counts = step.responses.map(({ count }) => count);
  const weighted = step.responses.map(({ percent, count }) => multiply(decimal(percent), decimal(count))).reduce(add, ZERO);
  must(step, same(decimal(step.total), sumOf(counts)));
  must(step, same(fractionOf(step.percent), divide(weighted, decimal(step.total))));
  return null;
}

function itemsTicked(step: StepOf<'items-ticked'>, { max }: Place): Outcome {
  const sum = sumOf(step.items.map(({ points }) => points));
  const granted = step.items.length === step.of ? decimal(max) : ZERO;
  must(step, same(decimal(step.sum), step.award === 'all' ? granted : sum));
  return decimal(step.sum);
}

function capped(step: StepOf<'capped'>, { max }: Place): Outcome {
  must(step, step.value > step.cap && step.cap === max);
  return decimal(step.cap);
}

function ratio(step: StepOf<'ratio'>): Outcome {
  must(step, same(fractionOf(step.value), divide(multiply(HUNDRED, decimal(step.numerator)), decimal(step.denominator))));
  return null;
}

function growth(step: StepOf<'growth'>): Outcome {
  const [current, previous] = [decimal(step.current), decimal(step.previous)];
  must(step, same(fractionOf(step.value), divide(multiply(HUNDRED, subtract(current, previous)), previous)));
  return null;
}

function relative(step: StepOf<'relative'>): Outcome {
  if (step.best === null || step.share === null) return null;
  const [value, best, share] = [step.value, step.best, step.share].map(fractionOf) as [Fraction, Fraction, Fraction];
  must(step, compare(value, best) <= 0);
  must(step, same(share, compare(value, ZERO) > 0 ? divide(value, best) : ZERO));
  return null;
}

function bestCase(step: StepOf<'best-case'>, { before }: Place): Outcome {
  const cases = before.flatMap((it) => (it.step === 'case' ? [it] : []));
  const highest = cases.map(({ points }) => fractionOf(points)).reduce(greatest);
  must(step, same(fractionOf(step.points), highest));
  must(step, cases.find(({ points }) => same(fractionOf(points), highest))?.id === step.id);
  return fractionOf(step.points);
}

function innerCase(step: StepOf<'case'>, { max }: Place): Outcome {
  must(step, same(replayed(step.steps, max) ?? ZERO, fractionOf(step.points)));
  return null;
}

function roundedStep(step: StepOf<'rounded'>, { so }: Place): Outcome {
  const half = fraction(1n, 2n * 10n ** BigInt(step.decimals));
  const difference = subtract(decimal(step.points), fractionOf(step.value));
  must(step, so !== null && same(fractionOf(step.value), so));
  must(step, compare(difference, half) <= 0 && compare(difference, subtract(ZERO, half)) > 0);
  must(step, !same(difference, ZERO));
  return decimal(step.points);
}

function zeroBelow(step: StepOf<'below-zero-line'>): Outcome {
  must(step, compare(fractionOf(step.value), decimal(step.zeroBelow)) < 0);
  return ZERO;
}

function negative(value: ExactValue, step: TraceStep): Outcome {
  must(step, compare(fractionOf(value), ZERO) < 0);
  return ZERO;
}

/** Where a step stands: the steps before it, and what they have come to. */
interface Place {
  readonly max: number;
  readonly before: readonly TraceStep[];
  readonly so: Outcome;
}

type Replay = { readonly [Name in TraceStep['step']]: (step: StepOf<Name>, place: Place) => Outcome };

const REPLAY: Replay = {
  excluded: () => null,
  'not-applicable-full': (step, { max }) => {
    must(step, step.points === max);
    return decimal(step.points);
  },
  missing: () => ZERO,
  awarded: (step) => decimal(step.awarded),
  'option-chosen': (step) => decimal(step.points),
  'items-ticked': itemsTicked,
  capped,
  ratio,
  value: () => null,
  growth,
  'below-zero-line': zeroBelow,
  'negative-value': (step) => negative(step.value, step),
  'share-of-target': shareOf,
  band: () => null,
  'band-points': (step) => decimal(step.points),
  'band-linear': bandLinear,
  'tally-item': tallyItem,
  'tally-total': tallyTotal,
  'survey-mean': surveyMean,
  'survey-percent': () => null,
  direct: (step) => decimal(step.points),
  case: innerCase,
  'best-case': bestCase,
  relative,
  'times-max': timesMax,
  rounded: roundedStep,
};

/** Works every step out again from what it says; throws where its figures do not hold. Gives what the last of them comes to. */
function replayed(steps: readonly TraceStep[], max: number): Outcome {
  return steps.reduce<Outcome>((so, step, index) => {
    const work = REPLAY[step.step] as (step: TraceStep, place: Place) => Outcome;
    return work(step, { max, before: steps.slice(0, index), so }) ?? so;
  }, null);
}

/** Throws where a trace does not lead to its points. */
export function replay({ steps, max, points }: LeafTrace): void {
  const end = replayed(steps, max);
  const agrees = points === null ? end === null : end !== null && same(end, decimal(points));
  if (!agrees) throw new Error(`The steps do not lead to ${points}: ${JSON.stringify(steps)}`);
}
