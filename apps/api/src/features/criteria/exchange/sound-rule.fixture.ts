import { checkCriteriaSet, type Rule } from '@par-index/scoring';
import * as fc from 'fast-check';

/** Labels as decisions word them, and some that look like something else. */
const label = fc.constantFrom(
  ...['Đạt', 'Không đạt', 'Ban hành kịp thời', 'Có kế hoạch; có báo cáo', 'Báo cáo gửi chậm', 'Tốt', 'Đủ cả hai nội dung', 'Văn bản: đúng thể thức', 'UBND tỉnh giao', 'Người bị khiển trách'],
  ...['Từ 5 bước', '100%', 'Dưới 3 ngày', 'Mỗi lần vi phạm trừ 2 điểm', 'Tỷ lệ × 2', 'Tất cả', 'Tổng cộng', 'Chậm 5 ngày: bị trừ', 'Đạt và có khen', 'Không A hoặc không B', 'điểm', '1', 'Cộng điểm các nội dung đạt'],
);
const name = fc.constantFrom('Số nhiệm vụ hoàn thành', 'Tổng số hồ sơ (trừ hồ sơ mật)', 'Số chi / năm', 'Số thu (triệu đồng)', 'Số A − B', 'Tổng × 100%');
const unit = fc.constantFrom('', 'ngày', 'cuộc', 'điểm phần trăm', '%', 'điểm', 'triệu đồng');
const quarter = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: Math.floor(most * 4) }).map((units) => units / 4);

type Fields = Readonly<Record<string, unknown>>;
const may = (required: Readonly<Record<string, fc.Arbitrary<unknown>>>, optional: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<Fields> =>
  fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) }) as fc.Arbitrary<Fields>;

const measure = fc.oneof(
  may({ type: fc.constant('ratio'), numerator: name, denominator: name }, { max: fc.constantFrom(100, 150, 1000) }),
  may({ type: fc.constant('number'), label: name, unit }, { min: fc.constantFrom(0, -10), max: fc.constantFrom(100, 50) }),
  may({ type: fc.constant('growth'), current: name, previous: name }),
);
const edge = fc.constantFrom(0, 5, 10, 50, 70, 80, 90, 99.5, 100, 1000, 1500, -10);

/** Stretches that meet at some cuts, in either order. */
const bands = (max: number): fc.Arbitrary<readonly Fields[]> =>
  fc.tuple(fc.uniqueArray(fc.record({ at: edge, above: fc.boolean() }), { selector: ({ at }) => at, minLength: 1, maxLength: 3 }), fc.boolean()).chain(([cuts, isDown]) => {
    const sorted = cuts.toSorted((a, b) => a.at - b.at);
    const stretches = Array.from({ length: sorted.length + 1 }, (_, index) => {
      const [lower, upper] = [sorted[index - 1], sorted[index]];
      return { ...(lower ? { [lower.above ? 'from' : 'above']: lower.at } : {}), ...(upper ? { [upper.above ? 'below' : 'upTo']: upper.at } : {}) };
    });
    const award = fc.oneof(quarter(max).map((points) => ({ points })), fc.constant({ points: max }), fc.constant({ proportional: true }), fc.record({ from: quarter(max), to: quarter(max) }).map((linear) => ({ linear })));
    const list = fc.tuple(...stretches.map((stretch) => award.map((one) => ({ ...stretch, ...('linear' in one && Object.keys(stretch).length < 2 ? { points: max } : one) }))));
    return isDown ? list.map((all) => all.toReversed()) : list;
  });

const items = (build: fc.Arbitrary<Fields>): fc.Arbitrary<readonly Fields[]> => fc.array(build, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, index) => ({ id: `m${index}`, ...one })));

const plain = (max: number): fc.Arbitrary<Fields> =>
  fc.oneof(
    may({ kind: fc.constant('choice'), options: items(may({ label, points: fc.oneof(quarter(max), fc.constant(max), fc.constant(0)) })) }),
    may({ kind: fc.constant('checklist'), items: items(may({ label, points: quarter(max) })) }, { award: fc.constantFrom('sum', 'all') }),
    may({ kind: fc.constant('proportional'), measure }, { target: fc.constantFrom(80, 90, 100, 20), zeroBelow: fc.constantFrom(0, 50, 80, 100, -5) }),
    may({ kind: fc.constant('bands'), measure, bands: bands(max) }),
    may({ kind: fc.constant('tally'), start: fc.constantFrom('zero', 'max'), items: items(may({ label, points: quarter(max) }, { cap: quarter(max) })) }),
    may({ kind: fc.constant('survey'), options: items(may({ label, percent: fc.constantFrom(0, 20, 60, 100) })) }),
    may({ kind: fc.constant('direct') }, { min: quarter(max), step: fc.constantFrom(0.25, 0.5) }),
    may({ kind: fc.constant('relative'), measure }),
  );

const bestOf = (max: number): fc.Arbitrary<Fields> => may({ kind: fc.constant('bestOf'), cases: items(may({ label, rule: plain(max) })) });

/** Whether a rule of a leaf could be published. */
export const isSound = (rule: unknown, max: number): boolean =>
  checkCriteriaSet({ format: 'par-criteria-set/1', code: 'a', title: 'A', year: 2026, appliesTo: 'a', criteria: [{ code: '1', title: 'A', max, rule }] }).set !== null;

/** A rule that could be published, with the max of its leaf. */
export const soundRule: fc.Arbitrary<{ readonly rule: Rule; readonly max: number }> = fc
  .constantFrom(0.5, 1, 2, 2.5, 1500)
  .chain((max) => fc.oneof({ weight: 8, arbitrary: plain(max) }, { weight: 1, arbitrary: bestOf(max) }).map((rule) => ({ rule: rule as unknown as Rule, max })))
  .filter(({ rule, max }) => isSound(rule, max));
