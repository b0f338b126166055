import { type Rule, ruleInWords } from '@par-index/scoring';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { proposeRule } from './propose-rule';
import { isSound, soundRule } from './sound-rule.fixture';
import { namesOf } from './word-reading';

/** What a person looks at again: a doubt, or an error that the checks find. */
const read = (lines: readonly string[], max: number) => {
  const { rule, doubts } = proposeRule({ title: 'Tiêu chí', max, lines });
  return { rule, isMarked: doubts.length > 0 || !isSound(rule, max) };
};

/** A label begins with a capital when it is read, and stretches may come in another order: that is no other rule. */
const said = (rule: Rule, max: number): readonly string[] => ruleInWords(rule, max).flatMap((line) => line.toLocaleLowerCase('vi').split('; ').toSorted());

/** The same as far as it is printed: how far a measure may go is not, but for the edges that it cuts off. */
const isSame = (a: Rule, b: Rule, max: number): boolean => isDeepStrictEqual(said(a, max), said(b, max)) && isDeepStrictEqual(namesOf(a), namesOf(b));

describe('a rule printed and read back', () => {
  it('is the same, or marked; whatever the rule and its labels', () => {
    fc.assert(
      fc.property(soundRule, ({ rule, max }) => {
        const lines = ruleInWords(rule, max);
        const back = read(lines, max);
        expect({ lines, back: back.rule, fits: back.isMarked || isSame(rule, back.rule, max) }).toMatchObject({ fits: true });
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same, or marked, in one paragraph', () => {
    fc.assert(
      fc.property(soundRule, ({ rule, max }) => {
        const lines = [ruleInWords(rule, max).join('; ')];
        const back = read(lines, max);
        expect({ lines, back: back.rule, fits: back.isMarked || isSame(rule, back.rule, max) }).toMatchObject({ fits: true });
      }),
      { numRuns: 1000 },
    );
  });
});
