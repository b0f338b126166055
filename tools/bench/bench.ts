// npm run bench: index and ranks of a group, beside a hand-written loop (the limit) and a spreadsheet engine.
import { type AgencyAnswers, compileCriteriaSet, rankGroup, scoreGroup } from '@par-index/scoring';
import { benchAgencies } from './bench-agencies';
import { benchSet } from './bench-set';
import { integerLoop } from './integer-loop';
import { Spreadsheet } from './spreadsheet';
import { timeOfStability } from './stability-bench';
import { bytesOf, medianOf, medianTime } from './timing';

const GROUPS = [139, 4000] as const;
const SMALL = GROUPS[0];

const set = compileCriteriaSet(benchSet);
const codes = set.leaves.map(({ code }) => code);

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const number = (value: number, digits = 1): string => value.toLocaleString('en', { maximumFractionDigits: digits });

/** All ways must come to the same indexes and ranks, or the times compare nothing. */
function mustAgree(agencies: readonly AgencyAnswers[]): void {
  const loop = integerLoop(codes, agencies);
  rankGroup(set, agencies).forEach(({ index, rank }, place) => {
    const agrees = Math.round(index * 100) === loop.indexes[place] && rank === loop.ranks[place];
    if (!agrees) throw new Error(`Agency ${place} differs from the loop`);
  });
}

function report(name: string, milliseconds: number, leaves: number): void {
  say(`  ${name.padEnd(58)} ${number(milliseconds, 2).padStart(10)} ms ${number((milliseconds * 1e6) / leaves).padStart(12)} ns per leaf`);
}

interface Times {
  readonly engine: number;
  readonly loop: number;
}

function benchEngine(agencies: readonly AgencyAnswers[], leaves: number): Times {
  const loop = medianTime(() => integerLoop(codes, agencies));
  const engine = medianTime(() => rankGroup(set, agencies));
  report('hand-written integer loop (the limit)', loop, leaves);
  report('index and ranks (rankGroup)', engine, leaves);
  report('whole results with every node (scoreGroup)', medianTime(() => scoreGroup(set, agencies)), leaves);
  say(`  ratio to the loop: ${number(engine / loop, 2)}`);
  const bytes = bytesOf(() => rankGroup(set, agencies)) / leaves;
  if (agencies.length === SMALL) say(`  heap taken by index and ranks: ${number(bytes)} bytes per leaf`);
  return { engine, loop };
}

function benchSpreadsheet(agencies: readonly AgencyAnswers[], leaves: number, { engine, loop }: Times): void {
  const sheet = new Spreadsheet(codes, agencies);
  const exact = rankGroup(set, agencies);
  const off = sheet.indexes().filter((index, place) => index !== exact[place]?.index).length;
  const repeated = (work: () => number): number => medianOf([work(), work(), work()]);
  const formulas = repeated(() => sheet.evaluate());
  const whole = repeated(() => sheet.recalculate());
  report('HyperFormula: formulas alone, answers already written', formulas, leaves);
  report('HyperFormula: rebuildAndRecalculate', whole, leaves);
  const times = (of: number, than: number): string => number(of / than, 0);
  const ratios = [
    `formulas ${times(formulas, engine)} (the loop itself ${times(formulas, loop)})`,
    `recalculation ${times(whole, engine)}`,
  ];
  if (agencies.length === SMALL) {
    const entered = sheet.enterAnswers();
    report('HyperFormula: from new answers to indexes (one batch)', entered, leaves);
    ratios.push(`from answers to indexes ${times(entered, engine)}`);
  }
  say(`  times faster than HyperFormula: ${ratios.join(', ')}`);
  say(`  indexes that its binary fractions get wrong: ${off} of ${agencies.length}`);
  sheet.close();
}

const perLeaf = GROUPS.map((count) => {
  const leaves = count * codes.length;
  say(`${number(count)} agencies × ${codes.length} leaves`);
  const agencies = benchAgencies(count, set.leaves);
  mustAgree(agencies);
  const times = benchEngine(agencies, leaves);
  benchSpreadsheet(agencies, leaves, times);
  return times.engine / leaves;
});
const [small, large] = perLeaf as [number, number];
say(`growth: one leaf takes ${number(large / small, 2)} times as long at ${number(GROUPS[1])} agencies as at ${GROUPS[0]}`);

const province = benchAgencies(SMALL, set.leaves);
const replicates = medianOf([timeOfStability(set, province), timeOfStability(set, province), timeOfStability(set, province)]);
say(`${SMALL} agencies ranked 10,000 times under uncertainty: ${number(replicates, 0)} ms`);
