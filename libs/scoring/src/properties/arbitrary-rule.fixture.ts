import * as fc from 'fast-check';
import type { Answer } from '../model/answer';
import type { Measure } from '../model/measure';
import type { Band, BandEdges, Rule } from '../model/rule';

/** A decimal between two, with at most 4 places. */
export const decimal = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(from * 10_000), max: Math.round(to * 10_000) }).map((units) => units / 10_000);

const count = fc.oneof(fc.nat(5), fc.nat(1_000_000));
const ids = ['a', 'b', 'c', 'd'] as const;
const some = <T>(build: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.integer({ min: 1, max: 4 }).chain((length) => fc.tuple(...ids.slice(0, length).map(build)));

const measures: fc.Arbitrary<Measure> = fc.oneof(
  fc.record(
    {
      type: fc.constant('ratio' as const),
      numerator: fc.constant('Tử'),
      denominator: fc.constant('Mẫu'),
      max: fc.constantFrom(100, 150, 99.5),
    },
  ),
  fc.record(
    {
      type: fc.constant('number' as const),
      label: fc.constant('Số'),
      unit: fc.constant('ngày'),
      min: fc.constantFrom(0, -20, 1.5),
      max: fc.constantFrom(50, 200),
    },
  ),
  fc.constant<Measure>({ type: 'growth', current: 'Nay', previous: 'Trước' }),
);

const points = (max: number) => fc.oneof(fc.constantFrom(0, max), decimal(0, max));
const option = (max: number) => (id: string) => points(max).map((value) => ({ id, label: id, points: value }));

/** Bands that meet at random cuts, some including the cut below, some the one above. */
function bands(max: number): fc.Arbitrary<readonly Band[]> {
  const cut = fc.record({ at: decimal(-30, 130), includedAbove: fc.boolean() });
  return fc.uniqueArray(cut, { selector: ({ at }) => at, maxLength: 4 }).chain((cuts) => {
    const sorted = cuts.toSorted((a, b) => a.at - b.at);
    const edges = Array.from({ length: sorted.length + 1 }, (_, place) => {
      const [lower, upper] = [sorted[place - 1], sorted[place]];
      return {
        ...(lower === undefined ? {} : lower.includedAbove ? { from: lower.at } : { above: lower.at }),
        ...(upper === undefined ? {} : upper.includedAbove ? { below: upper.at } : { upTo: upper.at }),
      };
    });
    return fc.tuple(...edges.map((edge) => awardOf(max, edge).map((award): Band => ({ ...edge, ...award }))));
  });
}

type Award = { readonly points: number } | {
  readonly proportional: true,
} | { readonly linear: { readonly from: number; readonly to: number } };

function awardOf(max: number, edges: BandEdges): fc.Arbitrary<Award> {
  const fixed = points(max).map((value): Award => ({ points: value }));
  const share = fc.constant<Award>({ proportional: true });
  const line = fc.record({ from: points(max), to: points(max) }).map((linear): Award => ({ linear }));
  return Object.keys(edges).length === 2 ? fc.oneof(fixed, share, line) : fc.oneof(fixed, share);
}

const optional = <T>(arbitrary: fc.Arbitrary<T>, name: string) => fc.option(arbitrary, { nil: undefined }).map(
  (value) => (value === undefined ? {} : { [name]: value }),
);

/** A valid rule for a leaf of `max` points, of any kind but `relative` and `bestOf`. */
function plainRule(max: number): fc.Arbitrary<Rule> {
  return fc.oneof(
    some(option(max)).map((options): Rule => ({ kind: 'choice', options })),
    fc.tuple(
      some(option(max)),
      fc.constantFrom('sum' as const, 'all' as const),
    ).map(([items, award]): Rule => ({ kind: 'checklist', items, award })),
    fc
      .tuple(measures, optional(decimal(0.5, 120), 'target'), optional(decimal(-50, 100), 'zeroBelow'))
      .map(([measure, target, zero]): Rule => ({ kind: 'proportional', measure, ...target, ...zero })),
    fc.tuple(measures, bands(max)).map(([measure, list]): Rule => ({ kind: 'bands', measure, bands: list })),
    fc
      .tuple(
        fc.constantFrom('zero' as const, 'max' as const),
        some((id) => fc.tuple(option(max)(id), optional(points(max), 'cap')).map(([item, cap]) => ({ ...item, ...cap }))),
      )
      .map(([start, items]): Rule => ({ kind: 'tally', start, items })),
    some((id) => decimal(0, 100).map((percent) => ({ id, label: id, percent }))).map((options): Rule => ({ kind: 'survey', options })),
    fc.tuple(
      optional(points(max), 'min'),
      optional(decimal(0.0001, 1), 'step'),
    ).map(([min, step]): Rule => ({ kind: 'direct', ...min, ...step })),
  );
}

/** A valid rule of any kind for a leaf of `max` points. */
export function anyRule(max: number): fc.Arbitrary<Rule> {
  const bestOf = some((id) => plainRule(max).map((rule) => ({ id, label: id, rule }))).map((cases): Rule => ({ kind: 'bestOf', cases }));
  const relative = measures.map((measure): Rule => ({ kind: 'relative', measure }));
  return fc.oneof({ weight: 7, arbitrary: plainRule(max) }, { weight: 1, arbitrary: bestOf }, { weight: 1, arbitrary: relative });
}

/** `thousandths` of a whole, and of it at most `most` percent: exact, or a little less where a number could not hold it. */
function shareOf(whole: number, thousandths: number, most: number): number {
  const units = (BigInt(Math.round(whole * 10_000)) * BigInt(thousandths) * BigInt(Math.round(Math.min(100, most) * 10_000))) / 10n ** 9n;
  return whole > 1e9 ? Number(units / 10_000n) : Number(units) / 10_000;
}

function measureAnswer(measure: Measure): fc.Arbitrary<Answer> {
  const figure = fc.oneof(fc.integer({ min: 1, max: 500 }), decimal(0.0001, 500), fc.integer({ min: 1, max: 2 ** 45 }));
  if (measure.type === 'number') return decimal(measure.min ?? 0, measure.max ?? 1000).map((value) => ({ value }));
  if (measure.type === 'growth') return fc.record({ current: fc.oneof(figure, decimal(-100, 100)), previous: figure });
  return fc.tuple(figure, fc.integer({ min: 0, max: 1000 })).map(([denominator, share]) => ({
    numerator: shareOf(denominator, share, measure.max ?? 100),
    denominator,
  }));
}

const countsFor = (items: readonly { readonly id: string }[]) =>
  fc.uniqueArray(fc.constantFrom(...items.map(({ id }) => id))).chain(
    (chosen) => fc.tuple(...chosen.map((id) => count.map((n) => [id, n] as const))),
  ).map((pairs) => Object.fromEntries(pairs));

/** A valid answer to a rule of a leaf of `max` points. */
export function anyAnswer(rule: Rule, max: number): fc.Arbitrary<Answer> {
  switch (rule.kind) {
    case 'choice':
      return fc.constantFrom(...rule.options.map(({ id }) => ({ choice: id })));
    case 'checklist':
      return fc.oneof(
        fc.uniqueArray(fc.constantFrom(...rule.items.map(({ id }) => id))),
        fc.constant(rule.items.map(({ id }) => id)),
      ).map((checked) => ({ checked }));
    case 'tally':
      return countsFor(rule.items).map((counts) => ({ counts }));
    case 'survey': {
      const responses = countsFor(rule.options).filter((counts) => Object.values(counts).some((n) => n > 0));
      return fc.oneof(responses.map((counts) => ({ responses: counts })), decimal(0, 100).map((percent) => ({ percent })));
    }
    case 'direct': {
      const least = rule.min ?? 0;
      const [from, stride] = [Math.round(least * 10_000), Math.round((rule.step ?? 0.0001) * 10_000)];
      return fc.nat(Math.floor((Math.round(max * 10_000) - from) / stride)).map((steps) => ({ points: (from + steps * stride) / 10_000 }));
    }
    case 'bestOf':
      return fc
        .uniqueArray(fc.constantFrom(...rule.cases), { minLength: 1, selector: ({ id }) => id })
        .chain((chosen) => fc.tuple(...chosen.map((it) => anyAnswer(it.rule, max).map((answer) => [it.id, answer] as const))))
        .map((pairs) => ({ cases: Object.fromEntries(pairs) }));
    default:
      return measureAnswer(rule.measure);
  }
}
