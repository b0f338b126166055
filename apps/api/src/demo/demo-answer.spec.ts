import { checkAnswer, compileCriteriaSet, type CriteriaSet, scoreGroup } from '@par-index/scoring';
import { demoAnswer } from './demo-answer';
import { qualityOf } from './profile';
import agencies from './province/agencies.json';
import departments from './province/so-ban-nganh-2026.json';
import communes from './province/xa-phuong-2026.json';
import { Random } from './random';

const SETS = [departments, communes] as unknown as readonly CriteriaSet[];

function answersOf(agencyCode: string, criteriaSet: CriteriaSet) {
  const set = compileCriteriaSet(criteriaSet);
  const quality = qualityOf(agencyCode, criteriaSet.appliesTo, criteriaSet.year);
  return Object.fromEntries(
    set.leaves.map((leaf) => {
      const random = new Random(`${agencyCode} ${leaf.code} ${criteriaSet.year}`);
      return [leaf.code, demoAnswer(leaf.rule, leaf.max, leaf.section === 'penalty' ? 0.05 : quality, random)];
    }),
  );
}

describe.each(SETS.map((set) => [set.code, set] as const))('the demonstration answers to %s', (_, criteriaSet) => {
  const members = agencies.filter(({ group }) => group === criteriaSet.appliesTo);
  const answers = members.map(({ code, name }) => ({ code, name, answers: answersOf(code, criteriaSet) }));
  const set = compileCriteriaSet(criteriaSet);

  it('are valid for every agency and criterion', () => {
    const findings = answers.flatMap(({ answers: own }) => Object.entries(own).flatMap(([code, answer]) => checkAnswer(set, code, answer)));
    expect(findings).toEqual([]);
  });

  it('are the same each time', () => {
    expect(answersOf(members[0]?.code ?? '', criteriaSet)).toEqual(answers[0]?.answers);
  });

  it('give no two agencies the same index', () => {
    const indices = scoreGroup(set, answers).map(({ index }) => index);
    expect(new Set(indices).size).toBeGreaterThan(indices.length * 0.9);
  });

  it('spread as published results do', () => {
    const indices = scoreGroup(set, answers).map(({ index }) => index);
    expect(Math.max(...indices)).toBeGreaterThan(80);
    expect(Math.max(...indices)).toBeLessThan(97);
    expect(Math.min(...indices)).toBeGreaterThan(35);
  });
});
