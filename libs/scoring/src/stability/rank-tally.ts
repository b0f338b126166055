/** Counts how often each of `size` agencies has each rank, and how often one stands before another. */
export class RankTally {
  private readonly held: Uint32Array;
  /** Of two agencies, the one that came in first has the row: how often it stands before the other, and how often they share a rank. */
  private readonly before: Uint32Array;
  private readonly shared: Uint32Array;
  private replicates = 0;

  constructor(private readonly size: number) {
    this.held = new Uint32Array(size * size);
    this.before = new Uint32Array(size * size);
    this.shared = new Uint32Array(size * size);
  }

  /** `ranks` from 1, by the agency's place. */
  add(ranks: Uint32Array): void {
    const { size, held, before, shared } = this;
    this.replicates += 1;
    for (let a = 0; a < size; a += 1) {
      const rank = ranks[a] as number;
      const row = a * size;
      held[row + rank - 1] = (held[row + rank - 1] as number) + 1;
      for (let b = a + 1; b < size; b += 1) {
        const other = ranks[b] as number;
        if (rank < other) before[row + b] = (before[row + b] as number) + 1;
        else if (rank === other) shared[row + b] = (shared[row + b] as number) + 1;
      }
    }
  }

  /** The first rank at or before which at least this share of the replicates lies. */
  rankAt(agency: number, share: number): number {
    let seen = 0;
    for (let rank = 1; rank < this.size; rank += 1) {
      seen += this.held[agency * this.size + rank - 1] as number;
      if (seen >= share * this.replicates) return rank;
    }
    return this.size;
  }

  shareAt(agency: number, rank: number): number {
    return (this.held[agency * this.size + rank - 1] as number) / this.replicates;
  }

  shareBefore(a: number, b: number): number {
    if (a === b) return 0;
    const [row, column] = [Math.min(a, b), Math.max(a, b)];
    const at = row * this.size + column;
    const before = this.before[at] as number;
    return (a < b ? before : this.replicates - before - (this.shared[at] as number)) / this.replicates;
  }
}
