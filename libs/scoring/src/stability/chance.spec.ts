import { Chance } from './chance';

const DRAWS = 40_000;

function drawn(draw: (chance: Chance) => number, seed = 5): readonly number[] {
  const chance = new Chance(seed);
  return Array.from({ length: DRAWS }, () => draw(chance));
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('shares lie at least at 0 and below 1, evenly', () => {
  const shares = drawn((chance) => chance.share());
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...shares)).toBeLessThan(1);
  const tenths = shares.reduce<number[]>((counts, share) => counts.map((count, tenth) => count + (Math.floor(share * 10) === tenth ? 1 : 0)), Array<number>(10).fill(0));
  // χ² of 9 degrees of freedom: above 33.7 once in ten thousand times.
  expect(tenths.reduce((sum, count) => sum + (count - DRAWS / 10) ** 2 / (DRAWS / 10), 0)).toBeLessThan(33.7);
});

it('whole numbers are below their bound, each as likely', () => {
  const dice = drawn((chance) => chance.below(6));
  expect(new Set(dice)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  expect(Math.abs(meanOf(dice) - 2.5)).toBeLessThan(0.05);
});

it('normal numbers have mean 0, deviation 1, and no lean', () => {
  const values = drawn((chance) => chance.normal());
  expect(Math.abs(meanOf(values))).toBeLessThan(0.02);
  expect(Math.abs(meanOf(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.03);
  expect(Math.abs(meanOf(values.map((value) => value ** 3)))).toBeLessThan(0.08);
  expect(Math.abs(values.filter((value) => Math.abs(value) < 1.96).length / DRAWS - 0.95)).toBeLessThan(0.005);
});

it('the same seed draws the same, another one something else, 0 included', () => {
  expect(drawn((chance) => chance.share(), 1)).toEqual(drawn((chance) => chance.share(), 1));
  expect(new Chance(0).share()).not.toBe(new Chance(1).share());
  expect(new Set(drawn((chance) => chance.share(), 0)).size).toBeGreaterThan(DRAWS * 0.99);
});
