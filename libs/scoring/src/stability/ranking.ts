import type { Replica } from './replica';

/** Ranks the same agencies again and again; each time it starts from the order of the last time. */
export class Ranking {
  /** Places of the agencies, the first rank first, and their values in that order. */
  private readonly order: Uint32Array;
  private readonly values: Float64Array;
  private readonly ranks: Uint32Array;

  constructor(private readonly replicas: readonly Replica[]) {
    this.order = Uint32Array.from(replicas, (_replica, at) => at);
    this.values = new Float64Array(replicas.length);
    this.ranks = new Uint32Array(replicas.length);
  }

  /** The rank of each agency by its place: equal ones share a rank and the next is skipped. The same array each time. */
  again(): Uint32Array {
    const { order, values, ranks } = this;
    for (let position = 0; position < order.length; position += 1) this.insert(position);
    for (let position = 0; position < order.length; position += 1) {
      const at = order[position] as number;
      const shares = position > 0 && values[position] === values[position - 1] && this.tied(order[position - 1] as number, at) === 0;
      ranks[at] = shares ? (ranks[order[position - 1] as number] as number) : position + 1;
    }
    return ranks;
  }

  /** Those before `position` are in order; its agency moves up to where it belongs. */
  private insert(position: number): void {
    const { order, values, replicas } = this;
    const moved = order[position] as number;
    const { value } = replicas[moved] as Replica;
    let to = position;
    for (; to > 0; to -= 1) {
      const above = values[to - 1] as number;
      if (above > value || (above === value && this.tied(order[to - 1] as number, moved) <= 0)) break;
      order[to] = order[to - 1] as number;
      values[to] = above;
    }
    order[to] = moved;
    values[to] = value;
  }

  private tied(a: number, b: number): number {
    return (this.replicas[a] as Replica).compareTies(this.replicas[b] as Replica);
  }
}
