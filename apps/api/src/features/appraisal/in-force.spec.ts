import type { Layer } from '@par-index/contract';
import type { Answer, CompiledLeaf, CompiledSet } from '@par-index/scoring';
import { answerInForce, answersInForce, highestOf, layersBelow, layersUpTo } from './in-force';

const declared: Answer = { value: 1 };
const layer = (name: Layer, answer: Answer | null) => ({ code: '1.1', layer: name, answer });
const first = layer('appraisal-1', { value: 2 });
const second = layer('appraisal-2', { value: 3 });
const council = layer('council', { awarded: 4, reason: 'Hội đồng kết luận' });
const base = layer('base', { percent: 80 });

describe('answerInForce', () => {
  it('is the agency\'s own answer while nobody has appraised it', () => expect(answerInForce('self', declared, [])).toEqual(declared));
  it('is none where neither agency nor appraiser has answered', () => expect(answerInForce('self', null, [])).toBeNull());
  it('never takes an agency\'s own word for what it must not score itself', () => {
    expect(answerInForce('appraiser', declared, [])).toBeNull();
    expect(answerInForce('survey', declared, [])).toBeNull();
    expect(answerInForce('imported', declared, [])).toBeNull();
  });
  it('is the accepted figure of a survey criterion', () => expect(answerInForce('survey', null, [base])).toEqual({ percent: 80 }));
  it('is the first appraisal above the own answer', () => expect(answerInForce('self', declared, [first])).toEqual(first.answer));
  it('is the second appraisal above the first, in whatever order they come', () => {
    expect(answerInForce('self', declared, [second, first])).toEqual(second.answer);
    expect(answerInForce('self', declared, [first, second])).toEqual(second.answer);
  });
  it('is the council\'s decision above everything', () => expect(answerInForce('self', declared, [base, council, second, first])).toEqual(council.answer));
  it('stays none where the absence was taken as it is', () => expect(answerInForce('self', declared, [layer('appraisal-1', null)])).toBeNull());
});

describe('the layers of a criterion', () => {
  it('have no highest where there is none', () => expect(highestOf([])).toBeNull());
  it('are seen without the one that is being decided', () => expect(layersBelow([base, first, second], 'appraisal-2')).toEqual([base, first]));
  it('are seen as they stood when one of them was the last', () => expect(layersUpTo([council, first, second], 'appraisal-2')).toEqual([first, second]));
});

describe('answersInForce', () => {
  const leaf = (code: string, source: CompiledLeaf['source']): Partial<CompiledLeaf> => ({ code, source });
  const set = { leaves: [leaf('1.1', 'self'), leaf('1.2', 'appraiser'), leaf('1.3', 'survey'), leaf('1.4', 'self')] } as unknown as CompiledSet;

  it('gathers one answer for each leaf that has one', () => {
    const answers = answersInForce(set, [{ code: '1.1', answer: declared }, { code: '1.4', answer: null }], [{ ...base, code: '1.3' }, { ...first, code: '1.2' }]);
    expect(answers).toEqual({ '1.1': declared, '1.2': { value: 2 }, '1.3': { percent: 80 } });
  });
  it('leaves out what the set does not know', () => expect(answersInForce(set, [{ code: '9.9', answer: declared }], [])).toEqual({}));
});
