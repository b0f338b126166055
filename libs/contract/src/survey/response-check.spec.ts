import * as fc from 'fast-check';
import { countedChoices, countedQuestions, valueOf } from './countable';
import type { FormAnswers } from './questionnaire.api';
import { EVERY_KIND } from './questionnaire.fixture';
import { checkResponse, keptAnswers, shownQuestions } from './response-check';
import { SIPAS_QUESTIONNAIRE } from './sipas-questionnaire';

const PLACE = { officeIds: ['o1', 'o2'], agencyIds: ['g1', 'g2'] };
const RATED = { g1: { i: 'A', j: 'B' }, g2: { i: 'B', j: 'B' } };
const FULL: FormAnswers = { used: 'yes', more: ['a', 'b'], step: '4', where: 'o1', which: 'land', rate: RATED, say: 'Tốt' };
const SHORT: FormAnswers = { used: 'no', where: 'o2' };

const found = (answers: unknown, place = PLACE): readonly string[] => checkResponse(EVERY_KIND, answers, place).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a filled form', () => {
  it.each([['with everything', FULL], ['with what is required', SHORT]])('%s is taken', (_, answers) => expect(found(answers)).toEqual([]));

  it.each<[string, unknown, readonly string[]]>([
    ['that is none', 'x', [' shape']],
    ['that is a list', [], [' shape']],
    ['with nothing', {}, ['/used required', '/where required']],
    ['with an empty list', { ...FULL, more: [] }, ['/more required']],
    ['with a question that there is not', { ...SHORT, 'a/b': 'x' }, ['/a~1b unknown']],
    ['with an option that there is not', { ...SHORT, used: 'maybe' }, ['/used option']],
    ['with a step that there is not', { ...SHORT, step: '6' }, ['/step option']],
    ['with a number for a step', { ...SHORT, step: 4 }, ['/step option']],
    ['with a service that there is not', { ...SHORT, which: 'x' }, ['/which option']],
    ['with an office of elsewhere', { ...SHORT, where: 'o3' }, ['/where option']],
    ['with a text for many', { ...FULL, more: 'a' }, ['/more option', ]],
    ['with one ticked twice', { ...FULL, more: ['a', 'a'] }, ['/more option']],
    ['with too many ticked', { ...FULL, more: ['a', 'b', 'c'] }, ['/more most']],
    ['with a number for words', { ...FULL, say: 5 }, ['/say text']],
    ['with too many words', { ...FULL, say: 'x'.repeat(11) }, ['/say longest']],
    ['with a matrix that is none', { ...FULL, rate: 'A' }, ['/rate shape']],
    ['with a row that is none', { ...FULL, rate: { ...RATED, g2: 'A' } }, ['/rate shape']],
    ['with an agency of elsewhere', { ...FULL, rate: { ...RATED, g3: { i: 'A', j: 'A' } } }, ['/rate/g3 agency']],
    ['with an item that there is not', { ...FULL, rate: { ...RATED, g2: { i: 'A', j: 'A', k: 'A' } } }, ['/rate/g2/k option']],
    ['with a rating that there is not', { ...FULL, rate: { ...RATED, g2: { i: 'C', j: 'A' } } }, ['/rate/g2/i option']],
    ['with a row left out', { ...FULL, rate: { g1: RATED.g1 } }, ['/rate/g2/i required', '/rate/g2/j required']],
  ])('%s is refused there', (_, answers, expected) => expect(found(answers)).toEqual(expected));

  it('is not asked what is hidden, and answers to it are passed over', () => {
    const shown = (answers: FormAnswers, place = PLACE) => shownQuestions(EVERY_KIND, answers, place).map(({ id }) => id);
    expect(shown(FULL)).toEqual(['used', 'more', 'step', 'where', 'which', 'rate', 'say']);
    expect(shown(SHORT)).toEqual(['used', 'step', 'where', 'which']);
    expect(shown({ ...SHORT, more: ['a'] })).toEqual(['used', 'step', 'where', 'which']);
    expect(shown(SHORT, { ...PLACE, officeIds: [] })).toEqual(['used', 'step', 'which']);
    expect(found({ ...SHORT, more: ['nonsense'], rate: 7 })).toEqual([]);
  });

  it('is kept without what is hidden or empty', () => {
    expect(keptAnswers(EVERY_KIND, FULL, PLACE)).toEqual(FULL);
    expect(keptAnswers(EVERY_KIND, { ...SHORT, more: ['a'], which: '', say: 'x' }, PLACE)).toEqual(SHORT);
  });

  it('never takes what it inherits', () => expect(found(Object.create({ used: 'no', where: 'o1' }))).toEqual(['/used required', '/where required']));

  it('is looked at without failing, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), (answers) => Array.isArray(checkResponse(EVERY_KIND, answers, PLACE))));
    fc.assert(fc.property(fc.record({ used: fc.constantFrom('yes', 'no'), more: fc.anything(), rate: fc.anything(), say: fc.anything() }), (answers) => Array.isArray(checkResponse(EVERY_KIND, answers, PLACE))));
  });
});

describe('what is counted', () => {
  it('is every choice, of a matrix for each agency and item', () => {
    expect(countedQuestions(EVERY_KIND).map(({ key }) => key)).toEqual(['used', 'more', 'step', 'which', 'rate.i', 'rate.j']);
    expect(countedChoices(EVERY_KIND, FULL).map(({ key, agencyId, option }) => [key, agencyId, option].join(' '))).toEqual([
      ...['used  yes', 'more  a', 'more  b', 'step  4', 'which  land'],
      ...['rate.i g1 A', 'rate.i g2 B', 'rate.j g1 B', 'rate.j g2 B'],
    ]);
    expect(countedChoices(EVERY_KIND, SHORT)).toHaveLength(1);
  });

  it('has a value on a scale, the place of its step', () => {
    const overall = countedQuestions(SIPAS_QUESTIONNAIRE).find(({ key }) => key === 'hai-long-chung');
    expect(overall?.options.map(({ id }) => valueOf(overall, id))).toEqual([1, 2, 3, 4, 5]);
    const asked = countedQuestions(SIPAS_QUESTIONNAIRE).find(({ key }) => key === 'da-phan-anh');
    expect(asked && valueOf(asked, 'roi')).toBeNull();
  });
});
