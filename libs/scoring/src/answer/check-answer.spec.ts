import { compileCriteriaSet } from '../tree/compile-criteria-set';
import { leafOf, parentOf, setOf } from '../tree/small-set.fixture';
import { checkAnswer, checkAnswerAt } from './check-answer';
import { planOf } from '../tree/scoring-set';

const set = compileCriteriaSet(
  setOf([
    parentOf(
      '1',
      [leafOf('1.1', { max: 2 }), leafOf('1.2', { whenNotApplicable: 'exclude' }), leafOf('1.3', { whenNotApplicable: 'full' })],
    ),
  ]),
);
const refusals = (code: string, answer: unknown) => checkAnswer(set, code, answer).map(
  ({ pointer, code: refused }) => `${pointer} ${refused}`,
);

describe('checkAnswer', () => {
  it('finds nothing wrong with a valid answer', () => {
    expect(checkAnswer(set, '1.1', { points: 2 })).toEqual([]);
  });

  it.each(['2', '', '1.1.1', 'constructor', '__proto__', 'hasOwnProperty'])('knows no criterion %p', (code) => {
    expect(checkAnswer(set, code, { points: 1 })).toEqual([
      { severity: 'error', code: 'answer.unknown-criterion', pointer: '', params: { criterion: code } },
    ]);
  });

  it('takes no answer to a criterion that has children', () => {
    expect(checkAnswer(set, '1', { points: 1 })).toEqual(
      [{ severity: 'error', code: 'answer.not-a-leaf', pointer: '', params: { criterion: '1' } }],
    );
  });

  it.each([[null], [undefined], [3], ['2'], [true], [[]], [[{ points: 1 }]]])('takes no %p for an answer', (answer) => {
    expect(refusals('1.1', answer)).toEqual([' answer.not-object']);
  });

  it('puts the pointer where it is told to', () => {
    expect(checkAnswerAt(planOf(set), '1.1', { points: 3 }, '/answers/1.1')[0]?.pointer).toBe('/answers/1.1/points');
    expect(checkAnswerAt(planOf(set), '9', {}, '/answers/9')[0]?.pointer).toBe('/answers/9');
  });

  it('escapes what a pointer must', () => {
    expect(refusals('1.1', { points: 1, 'a/b~c': 1 })).toEqual(['/a~1b~0c answer.unknown-field']);
  });

  it('does not find fields on the prototype of an answer', () => {
    expect(refusals('1.1', Object.create({ points: 1 }))).toEqual(['/points answer.missing-field']);
    expect(refusals('1.1', JSON.parse('{"points": 1, "__proto__": 2, "constructor": 3}'))).toEqual([
      '/__proto__ answer.unknown-field',
      '/constructor answer.unknown-field',
    ]);
  });
});

describe('an award', () => {
  it.each([0, 1.5, 2, 0.3333])('of %p out of 2 is valid', (awarded) => {
    expect(checkAnswer(set, '1.1', { awarded, reason: 'Đủ tài liệu' })).toEqual([]);
  });

  it.each<[unknown, readonly string[]]>([
    [{ awarded: 2.0001, reason: 'x' }, ['/awarded answer.above-max']],
    [{ awarded: -0.0001, reason: 'x' }, ['/awarded answer.below-min']],
    [{ awarded: 1 / 3, reason: 'x' }, ['/awarded answer.not-decimal']],
    [{ awarded: NaN, reason: 'x' }, ['/awarded answer.not-decimal']],
    [{ awarded: '1', reason: 'x' }, ['/awarded answer.wrong-type']],
    [{ awarded: null, reason: 'x' }, ['/awarded answer.wrong-type']],
    [{ awarded: undefined, reason: 'x' }, ['/awarded answer.missing-field']],
    [{ awarded: 1 }, ['/reason answer.missing-field']],
    [{ awarded: 1, reason: '' }, ['/reason answer.reason-empty']],
    [{ awarded: 1, reason: ' \n\t' }, ['/reason answer.reason-empty']],
    [{ awarded: 1, reason: 7 }, ['/reason answer.wrong-type']],
    [{ awarded: 1, reason: 'x', points: 1 }, ['/points answer.unknown-field']],
    [{ awarded: 3, reason: '', points: 1 }, ['/points answer.unknown-field', '/awarded answer.above-max', '/reason answer.reason-empty']],
  ])('such as %p is refused', (answer, expected) => {
    expect(refusals('1.1', answer)).toEqual(expected);
  });

  it('says what is wrong', () => {
    expect(checkAnswer(set, '1.1', { awarded: 3, reason: 4 }).map(({ params }) => params)).toEqual([
      { field: 'awarded', value: 3, max: 2 },
      { field: 'reason', expected: 'text' },
    ]);
    expect(
      checkAnswer(set, '1.1', { awarded: -1, reason: ' ' }).map(({ params }) => params),
    ).toEqual([{ field: 'awarded', value: -1, min: 0 }, {}]);
    expect(checkAnswer(set, '1.1', { awarded: 1e-7, reason: 'x' })[0]?.params).toEqual({ field: 'awarded', value: '1e-7' });
  });
});

describe('a not-applicable answer', () => {
  const answer = { notApplicable: true, reason: 'Không có nhiệm vụ' };

  it.each(['1.2', '1.3'])('is valid where the leaf allows it: %s', (code) => {
    expect(checkAnswer(set, code, answer)).toEqual([]);
  });

  it('is refused where it does not', () => {
    expect(refusals('1.1', answer)).toEqual(['/notApplicable answer.not-applicable-forbidden']);
  });

  it.each<[unknown, readonly string[]]>([
    [{ notApplicable: true }, ['/reason answer.missing-field']],
    [{ notApplicable: true, reason: '' }, ['/reason answer.reason-empty']],
    [{ notApplicable: true, reason: null }, ['/reason answer.wrong-type']],
    [{ notApplicable: false, reason: 'x' }, ['/notApplicable answer.wrong-type']],
    [{ notApplicable: 'true', reason: 'x' }, ['/notApplicable answer.wrong-type']],
    [{ notApplicable: true, reason: 'x', points: 1 }, ['/points answer.unknown-field']],
    [{ notApplicable: true, awarded: 1, reason: 'x' }, ['/notApplicable answer.unknown-field']],
  ])('such as %p is refused', (wrong, expected) => {
    expect(refusals('1.2', wrong)).toEqual(expected);
  });

  it('says what is wrong', () => {
    expect(checkAnswer(set, '1.2', { notApplicable: 1, reason: 'x' })[0]?.params).toEqual({ field: 'notApplicable', expected: 'true' });
    expect(checkAnswer(set, '1.1', answer)[0]?.params).toEqual({});
  });
});
