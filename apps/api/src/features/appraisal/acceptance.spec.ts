import { compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { acceptanceOf } from './acceptance';

const set = compileCriteriaSet(APPRAISED_SET);
const first = { code: '1.1', declared: { numerator: 19, denominator: 20 }, decided: false };
const second = { code: '1.2', declared: { choice: 'thieu' }, decided: false };
const relative = { code: '1.3', declared: { value: 3 }, decided: false };
const unanswered = { code: '3.1', declared: null, decided: false };

describe('acceptanceOf', () => {
  it('accepts what is declared, in the order of the set', () => {
    expect(acceptanceOf(set, [relative, second, first]).accepted).toEqual([
      { code: '1.1', answer: first.declared, points: 20 },
      { code: '1.2', answer: second.declared, points: 5 },
      { code: '1.3', answer: relative.declared, points: null },
    ]);
  });
  it('leaves what nothing was declared for', () => expect(acceptanceOf(set, [first, unanswered])).toMatchObject({ left: ['3.1'], accepted: [{ code: '1.1' }] }));
  it('does not touch what is decided', () => expect(acceptanceOf(set, [{ ...first, decided: true }, { ...unanswered, decided: true }])).toEqual({ accepted: [], left: [] }));
  it('keeps to the codes that were named', () => expect(acceptanceOf(set, [first, second, unanswered], ['1.2'])).toEqual({ accepted: [{ code: '1.2', answer: second.declared, points: 5 }], left: [] }));
  it('leaves out what the set does not know', () => expect(acceptanceOf(set, [{ ...first, code: '9.9' }])).toEqual({ accepted: [], left: [] }));
});
