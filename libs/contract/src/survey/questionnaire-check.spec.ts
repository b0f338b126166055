import { LEADERS_QUESTIONNAIRE } from './leaders-questionnaire';
import { EVERY_KIND, options, withQuestion, words } from './questionnaire.fixture';
import { checkQuestionnaire, isQuestionnaire } from './questionnaire-check';
import { SIPAS_QUESTIONNAIRE } from './sipas-questionnaire';

const foundIn = (document: unknown): readonly string[] => checkQuestionnaire(document).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a questionnaire', () => {
  it.each([['ready-made for citizens', SIPAS_QUESTIONNAIRE], ['ready-made for leaders', LEADERS_QUESTIONNAIRE], ['with every kind of question', EVERY_KIND]])('%s is sound', (_, document) => {
    expect(foundIn(document)).toEqual([]);
    expect(isQuestionnaire(JSON.parse(JSON.stringify(document)))).toBe(true);
  });

  it('for citizens asks the five factors and the whole', () => {
    const asked = SIPAS_QUESTIONNAIRE.sections.flatMap(({ questions }) => questions.flatMap(({ factor }) => factor ?? []));
    expect([...new Set(asked)]).toEqual(SIPAS_QUESTIONNAIRE.factors.map(({ id }) => id));
  });

  it('of the ready-made ones has English everywhere', () => {
    for (const document of [SIPAS_QUESTIONNAIRE, LEADERS_QUESTIONNAIRE]) {
      expect(JSON.stringify(document)).not.toContain('"en":""');
    }
  });

  it.each<[string, unknown, readonly string[]]>([
    ['nothing', null, [' shape']],
    ['a list', [], [' shape']],
    ['another format', { ...EVERY_KIND, format: 'x' }, ['/format format']],
    ['a code with capitals', { ...EVERY_KIND, code: 'SIPAS' }, ['/code code']],
    ['an unknown field', { ...EVERY_KIND, 'a/b': 1 }, ['/a~1b unknown']],
    ['no title', { ...EVERY_KIND, title: words(' ') }, ['/title/vi text']],
    ['a title in one language', { ...EVERY_KIND, title: { vi: 'x' } }, ['/title text']],
    ['no sections', { ...EVERY_KIND, sections: [] }, ['/sections empty']],
    ['a section that is none', { ...EVERY_KIND, sections: [1] }, ['/sections/0 shape']],
    ['a section without questions', { ...EVERY_KIND, sections: [{ id: 's', title: words('x'), questions: [] }] }, ['/sections/0/questions empty']],
    ['factors that are none', { ...EVERY_KIND, factors: 'x' }, ['/factors shape']],
    ['a factor that is none', { ...EVERY_KIND, factors: [3] }, ['/factors/0 shape']],
    ['a doubled factor', { ...EVERY_KIND, factors: [...EVERY_KIND.factors, ...EVERY_KIND.factors] }, ['/factors/1/id doubled']],
    ['a question that is none', { ...EVERY_KIND, sections: [{ id: 's', title: words('x'), questions: [null] }] }, ['/sections/0/questions/0 shape']],
    ['a kind that there is not', withQuestion('used', { kind: 'dropdown' as never }), ['/sections/0/questions/0/kind kind']],
    ['a field of another kind', withQuestion('used', { longest: 5 }), ['/sections/0/questions/0/longest unknown']],
    ['an id with a space', withQuestion('used', { id: 'a b' }), ['/sections/0/questions/0/id id']],
    ['no word on being required', withQuestion('used', { required: 'yes' as never }), ['/sections/0/questions/0/required required']],
    ['one option', withQuestion('which', { options: options('a') }), ['/sections/0/questions/4/options options']],
    ['a doubled option', withQuestion('which', { options: options('a', 'a') }), ['/sections/0/questions/4/options/1/id doubled']],
    ['a flag that is none', withQuestion('which', { options: [{ ...options('a')[0], satisfied: 1 }, ...options('b')] as never }), ['/sections/0/questions/4/options/0/satisfied flag']],
    ['a satisfied no-opinion', withQuestion('which', { options: [{ id: 'a', label: words('a'), satisfied: true, noOpinion: true }, ...options('b')] }), ['/sections/0/questions/4/options/0/satisfied flag']],
    ['four steps', withQuestion('step', { options: options('1', '2', '3', '4') }), ['/sections/0/questions/2/options steps']],
    ['no items', withQuestion('rate', { items: [] }), ['/sections/1/questions/0/items items']],
    ['no limit of a text', withQuestion('say', { longest: 0 }), ['/sections/1/questions/1/longest longest']],
    ['none of many', withQuestion('more', { most: 0 }), ['/sections/0/questions/1/most most']],
    ['a condition that is none', withQuestion('more', { when: 'yes' as never }), ['/sections/0/questions/1/when when']],
    ['a condition on a later question', withQuestion('more', { when: [{ question: 'step', oneOf: ['1'] }] }), ['/sections/0/questions/1/when/0/question when']],
    ['a condition on no option', withQuestion('more', { when: [{ question: 'used', oneOf: ['maybe'] }] }), ['/sections/0/questions/1/when/0/oneOf when']],
    ['an unknown factor', withQuestion('step', { factor: 'g' }), ['/sections/0/questions/2/factor factor']],
    ['a doubled question', withQuestion('which', { id: 'used' }), ['/sections/0/questions/4/id doubled']],
    ['two questions for the office', withQuestion('which', { kind: 'office', options: undefined as never }), ['/sections/0/questions/4/options unknown']],
  ])('with %s is refused there', (_, document, expected) => expect(foundIn(document)).toEqual(expected));

  it('asks for the office once', () => {
    const [first, second] = EVERY_KIND.sections;
    const twice = { ...EVERY_KIND, sections: [first, { ...second, questions: [{ id: 'again', kind: 'office', text: words('Ở đâu nữa?'), required: true }] }] };
    expect(foundIn(twice)).toEqual(['/sections/1/questions/0 office']);
  });

  it('says what is wrong in words', () => {
    for (const { detail } of checkQuestionnaire({ ...EVERY_KIND, code: '', title: null, factors: [{}] })) {
      expect(detail).toMatch(/^[A-ZĐ].*\.$/u);
    }
  });
});
