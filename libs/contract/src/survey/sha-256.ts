/**
 * SHA-256 (FIPS 180-4) without the browser's own: that one is there over https alone, and a form has to work on a page of a plain address,
 * too. For the few bytes of a ballot.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = new Uint32Array(START);
  const blocks = padded(bytes);
  for (let at = 0; at < blocks.length; at += 64) {
    compress(state, new DataView(blocks.buffer, at, 64));
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => out.setUint32(place * 4, word));
  return new Uint8Array(out.buffer);
}

const PRIMES = primes(64);
const fractionalBits = (root: number): number => Math.floor((root - Math.floor(root)) * 0x1_0000_0000);
const START = PRIMES.slice(0, 8).map((prime) => fractionalBits(Math.sqrt(prime)));
const ROUNDS = PRIMES.map((prime) => fractionalBits(Math.cbrt(prime)));

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) {
      found.push(candidate);
    }
  }
  return found;
}

function padded(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const blocks = new Uint8Array(length);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  new DataView(blocks.buffer).setUint32(length - 4, bytes.length * 8);
  return blocks;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function scheduleOf(block: DataView): Uint32Array {
  const words = new Uint32Array(64);
  for (let at = 0; at < 16; at += 1) {
    words[at] = block.getUint32(at * 4);
  }
  for (let at = 16; at < 64; at += 1) {
    const [a, b] = [words[at - 15] as number, words[at - 2] as number];
    const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    words[at] = (words[at - 16] as number) + low + (words[at - 7] as number) + high;
  }
  return words;
}

function compress(state: Uint32Array, block: DataView): void {
  const words = scheduleOf(block);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (ROUNDS[at] as number) + (words[at] as number)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] = (state[place] as number) + word;
  });
}
