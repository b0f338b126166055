import { InvalidAnswerError, InvalidCriteriaSetError } from './errors';
import type { Finding } from './finding';

const findings: readonly Finding[] = [
  { severity: 'error', code: 'answer.no-case', pointer: '/answers/1/cases', params: {} },
  { severity: 'error', code: 'answer.not-object', pointer: '', params: {} },
];

describe.each([
  ['InvalidAnswerError', InvalidAnswerError, 'The answers are refused'],
  ['InvalidCriteriaSetError', InvalidCriteriaSetError, 'The criteria set is refused'],
] as const)('%s', (name, Refusal, start) => {
  it('is an error that carries its findings', () => {
    const error = new Refusal(findings);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
    expect(error.findings).toBe(findings);
  });

  it('names each of them in its message', () => {
    expect(new Refusal(findings).message).toBe(`${start}: answer.no-case at "/answers/1/cases", answer.not-object at ""`);
  });
});
