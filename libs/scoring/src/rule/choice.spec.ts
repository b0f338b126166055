import type { ChoiceRule } from '../model/rule';
import { choice } from './choice';
import { expectPoints, expectRefusals, ruleUnderTest } from './rule-under-test.fixture';

const rule: ChoiceRule = {
  kind: 'choice',
  options: [
    { id: 'kip-thoi', label: 'Ban hành kịp thời', points: 1 },
    { id: 'cham', label: 'Ban hành chậm', points: 0.35 },
    { id: 'khong', label: 'Không ban hành', points: 0 },
  ],
};
const tested = ruleUnderTest(rule);

describe('choice', () => {
  it.each([
    ['kip-thoi', 1],
    ['cham', 0.35],
    ['khong', 0],
  ])('%s is worth %p', (id, points) => {
    expectPoints(tested, { choice: id }, points);
  });

  it('is explained by the option', () => {
    expect(tested.steps({ choice: 'cham' })).toEqual([{ step: 'option-chosen', id: 'cham', label: 'Ban hành chậm', points: 0.35 }]);
  });

  it.each<[unknown, readonly string[]]>([
    [{}, ['/choice answer.missing-field']],
    [{ choice: undefined }, ['/choice answer.missing-field']],
    [{ choice: 'tot' }, ['/choice answer.unknown-id']],
    [{ choice: 1 }, ['/choice answer.wrong-type']],
    [{ choice: null }, ['/choice answer.wrong-type']],
    [{ choice: ['cham'] }, ['/choice answer.wrong-type']],
    [{ choice: 'cham', note: 'x' }, ['/note answer.unknown-field']],
    [{ Choice: 'cham' }, ['/Choice answer.unknown-field', '/choice answer.missing-field']],
    [{ choice: 'constructor' }, ['/choice answer.unknown-id']],
    [{ choice: '__proto__' }, ['/choice answer.unknown-id']],
    [[], [' answer.not-object']],
    [null, [' answer.not-object']],
    ['cham', [' answer.not-object']],
  ])('refuses %p', (answer, refusals) => {
    expectRefusals(tested, answer, refusals);
  });

  it('says what is wrong', () => {
    expect(tested.findings({ choice: 'tot' })).toEqual(
      [{ severity: 'error', code: 'answer.unknown-id', pointer: '/choice', params: { id: 'tot' } }],
    );
    expect(tested.findings({ choice: 1 })[0]?.params).toEqual({ field: 'choice', expected: 'text' });
    expect(tested.findings({ note: 1 }).map(({ params }) => params)).toEqual([{ field: 'note' }, { field: 'choice' }]);
  });

  it('does not score what it would refuse', () => {
    const scope = { rule, max: 1, decimals: 4, best: null };
    expect(() => choice.work(scope, { choice: 'tot' })).toThrow(new RangeError('No option "tot"'));
  });
});
