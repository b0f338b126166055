/**
 * Seeded random numbers, the same on every machine: xoshiro128** (Blackman and Vigna), filled by splitmix32. For statistics alone.
 */
export class Chance {
  private readonly state = new Uint32Array(4);
  private spare = NaN;

  constructor(seed: number) {
    let mixed = seed >>> 0;
    for (let place = 0; place < 4; place += 1) {
      mixed = (mixed + 0x9e3779b9) >>> 0;
      let z = mixed;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      this.state[place] = z ^ (z >>> 16);
    }
  }

  /** At least 0 and below 1, in steps of 2⁻³². */
  share(): number {
    return this.next() / 0x1_0000_0000;
  }

  /** A whole number of 0…below−1, each as likely to within 2⁻³². */
  below(below: number): number {
    return Math.floor(this.share() * below);
  }

  /** Normally distributed, mean 0 and deviation 1 (Marsaglia's polar method). */
  normal(): number {
    if (!Number.isNaN(this.spare)) {
      const kept = this.spare;
      this.spare = NaN;
      return kept;
    }
    for (;;) {
      const [x, y] = [2 * this.share() - 1, 2 * this.share() - 1];
      const size = x * x + y * y;
      if (size >= 1 || size === 0) continue;
      const stretch = Math.sqrt((-2 * Math.log(size)) / size);
      this.spare = y * stretch;
      return x * stretch;
    }
  }

  private next(): number {
    const s = this.state;
    const [a, b, c, d] = [s[0] as number, s[1] as number, s[2] as number, s[3] as number];
    const fifth = Math.imul(b, 5);
    const result = Math.imul((fifth << 7) | (fifth >>> 25), 9) >>> 0;
    const [c2, d2] = [c ^ a, d ^ b];
    s[1] = b ^ c2;
    s[0] = a ^ d2;
    s[2] = c2 ^ (b << 9);
    s[3] = (d2 << 11) | (d2 >>> 21);
    return result;
  }
}
