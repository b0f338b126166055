import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCriteriaSet } from '../tree/compile-criteria-set';
import type { Answer } from '../model/answer';
import type { CriteriaSet } from '../model/criteria-set';
import { explainLeaf } from '../trace/explain-leaf';
import { answerInWords } from './answer-words';
import { COMMUNES } from './communes-2026.fixture';
import { DEPARTMENTS } from './departments-2026.fixture';
import { TRACES } from './golden-traces.fixture';
import { ruleInWords } from './rule-words';
import { traceInWords } from './trace-words';

interface GoldenCase {
  readonly criteriaSet: CriteriaSet;
  readonly agencies: readonly { readonly code: string; readonly answers: Readonly<Record<string, Answer>> }[];
}

const golden = <T>(path: string): T => JSON.parse(readFileSync(join(__dirname, '../golden', path), 'utf8')) as T;

describe.each([
  ['so-ban-nganh-2026', DEPARTMENTS],
  ['xa-phuong-2026', COMMUNES],
])('the rules of %s', (name, words) => {
  const set = compileCriteriaSet(golden<CriteriaSet>(`criteria/${name}.json`));

  it.each(Object.entries(words))('%s reads as printed', (code, lines) => {
    const leaf = set.leaf(code);
    expect(leaf && ruleInWords(leaf.rule, leaf.max)).toEqual(lines);
  });

  it.each(set.leaves.map(({ code, rule, max }) => [code, rule, max] as const))('%s has no figure left out', (_code, rule, max) => {
    const lines = ruleInWords(rule, max);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join(' ')).not.toMatch(/undefined|null|NaN|—|\[object/);
  });
});

describe('the answers of the golden cases', () => {
  it.each(Object.entries(TRACES))('%s: in words, step by step', (place, [answered, ...steps]) => {
    const [name, agency, code] = place.split(', ') as [string, string, string];
    const { criteriaSet, agencies } = golden<GoldenCase>(`cases/${name}.json`);
    const set = compileCriteriaSet(criteriaSet);
    const answer = agencies.find((one) => one.code === agency)?.answers[code] as Answer;
    const trace = explainLeaf(set, code, answer);
    expect(answerInWords(trace.rule, answer)).toBe(answered);
    expect(traceInWords(trace)).toEqual(steps);
  });
});
