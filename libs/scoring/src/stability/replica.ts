import { type RankKey, rankKeyOf } from '../rank/rank-key';
import { compareQuotients } from '../rank/compare-quotients';
import { fold } from '../totals/fold';
import { Sheet } from '../totals/sheet';
import type { Plan } from '../tree/plan';
import type { Chance } from './chance';
import type { Spread } from './spread';

/** One agency as it comes out in one replicate after another. */
export class Replica {
  /** What it is ranked by: the share of its maximum, or its rounded index. Statistics, so a double; exact where nothing varies. */
  value: number;
  private key: RankKey;
  private readonly sheet: Sheet;

  constructor(
    private readonly plan: Plan,
    private readonly units: Float64Array,
    private readonly spread: Spread,
  ) {
    this.sheet = new Sheet(plan);
    this.key = this.settle();
    this.value = shareOf(this.key);
  }

  draw(chance: Chance): void {
    const { disputes, bent, straight } = this.spread;
    if (disputes.length + bent.length > 0) this.redraw(chance);
    if (straight > 0) this.value = this.shifted(straight * chance.normal());
  }

  /** Of two with the same value: below 0 where this one ranks before the other, 0 where they share a rank. */
  compareTies(other: Replica): number {
    return compareTies(this.key, other.key);
  }

  private redraw(chance: Chance): void {
    const { sheet, units, plan } = this;
    sheet.units.set(units);
    for (const { at, outcomes } of this.spread.disputes) sheet.units[at] = outcomes[chance.below(outcomes.length)] as number;
    for (const { at, deviation } of this.spread.bent) {
      const drawn = Math.round((sheet.units[at] as number) + deviation * chance.normal());
      sheet.units[at] = Math.min(Math.max(drawn, 0), plan.nodes[at]?.max ?? 0);
    }
    fold(plan, sheet);
    this.key = rankKeyOf(plan, sheet);
    this.value = shareOf(this.key);
  }

  private settle(): RankKey {
    this.sheet.units.set(this.units);
    fold(this.plan, this.sheet);
    return rankKeyOf(this.plan, this.sheet);
  }

  private shifted(units: number): number {
    const { net, applicableMax } = this.sheet;
    if (applicableMax === 0) return 0;
    const share = Math.min(Math.max(net + units, 0), applicableMax) / applicableMax;
    return this.plan.rankBy === 'exact' ? share : Math.round(share * 100 * 10 ** this.plan.indexDecimals);
  }
}

const shareOf = (key: RankKey): number => (key[0] as number) / (key[1] as number);

function compareTies(a: RankKey, b: RankKey): number {
  for (let at = 2; at < a.length; at += 2) {
    const order = compareQuotients(b[at] as number, b[at + 1] as number, a[at] as number, a[at + 1] as number);
    if (order !== 0) return order;
  }
  return 0;
}
