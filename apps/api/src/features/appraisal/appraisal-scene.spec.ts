import type { Layer } from '@par-index/contract';
import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import type { StandingLayer } from './appraisal.repository';
import type { AppraisalRecord } from './appraisal-record';
import { AppraisalScene } from './appraisal-scene.service';

const set = compileCriteriaSet(APPRAISED_SET);
const leafOf = (code: string) => set.leaf(code)!;
const own: Answer = { numerator: 19, denominator: 20 };

function layer(code: string, name: Layer, answer: Answer | null): StandingLayer {
  const words = { reason: '', explanationWanted: false, question: '', decidedAt: new Date(), decidedBy: 'Trần Thị B' };
  return { assessmentId: 'a', code, layer: name, kind: 'correct', answer, points: null, version: 1, ...words };
}

const first = layer('1.1', 'appraisal-1', { numerator: 15, denominator: 20 });
const second = layer('1.1', 'appraisal-2', { awarded: 12, reason: 'x' });
const assignments = [
  { assessmentId: 'a', code: '1.1', agencyId: 'noi-vu', person: null, standIns: [] },
  { assessmentId: 'a', code: '1.2', agencyId: 'noi-vu', person: { id: 'an', fullName: 'An' }, standIns: ['binh'], explained: true },
  { assessmentId: 'a', code: '2.1', agencyId: 'tu-phap', person: null, standIns: [] },
];
const declared = [{ code: '1.1', answer: own }, { code: '2.1', answer: { points: 3 } }];
const sceneWith = (...layers: readonly StandingLayer[]) => new AppraisalScene({} as AppraisalRecord, set, assignments, { declared, layers });

describe('AppraisalScene', () => {
  it('knows who appraises what', () => {
    expect(sceneWith().appraiserOf('1.1')).toBe('noi-vu');
    expect(sceneWith().appraiserOf('2.2')).toBeNull();
  });
  it('knows to whom a criterion is given, and who stands in for them', () => {
    expect(sceneWith().personOf('1.1')).toBeNull();
    expect(sceneWith().decidersOf('1.1')).toBeNull();
    expect(sceneWith().personOf('1.2')).toEqual({ id: 'an', fullName: 'An' });
    expect(sceneWith().decidersOf('1.2')).toEqual(['an', 'binh']);
    expect(sceneWith().decidersOf('9.9')).toBeNull();
  });
  it.each([
    ['an', ['1.1', '1.2']],
    ['binh', ['1.1', '1.2']],
    ['chi', ['1.1']],
  ])('gives %s of the agency what is theirs and what is nobody\'s', (id, codes) => expect(sceneWith().decidedBy(id, ['noi-vu'])).toEqual(codes));
  it('takes the agency\'s word only where the agency answers', () => {
    expect(sceneWith().declaredOf(leafOf('1.1'))).toEqual(own);
    expect(sceneWith().declaredOf(leafOf('1.2'))).toBeNull();
    expect(sceneWith().declaredOf(leafOf('2.1'))).toBeNull();
  });
  it('finds one layer of a criterion', () => {
    expect(sceneWith(first, second).layerOf('1.1', 'appraisal-1')).toBe(first);
    expect(sceneWith(first).layerOf('1.1', 'appraisal-2')).toBeNull();
  });
  it('knows what is in force, and what is below a layer', () => {
    expect(sceneWith(first, second).inForceOf(leafOf('1.1'))).toEqual(second.answer);
    expect(sceneWith(first, second).belowOf(leafOf('1.1'), 'appraisal-2')).toEqual(first.answer);
    expect(sceneWith(first, second).belowOf(leafOf('1.1'), 'appraisal-1')).toEqual(own);
  });
  it('counts what is decided, of some agencies or of all', () => {
    expect(sceneWith(first).progress('appraisal-1', ['noi-vu'])).toEqual({ decided: 1, toDecide: 2 });
    expect(sceneWith(first).progress('appraisal-1', ['noi-vu', 'tu-phap'])).toEqual({ decided: 1, toDecide: 3 });
    expect(sceneWith(first).progress('appraisal-1', [])).toEqual({ decided: 0, toDecide: 0 });
  });
  it('counts what was written beside what was read, each once', () => {
    expect(sceneWith(first).progress('appraisal-1', ['noi-vu'], ['1.2'])).toEqual({ decided: 2, toDecide: 2 });
    expect(sceneWith(first).progress('appraisal-1', ['noi-vu'], ['1.1'])).toEqual({ decided: 1, toDecide: 2 });
  });
  it('has in appraisal 2 only what was explained to decide', () => {
    expect(sceneWith(first).isExplained('1.2')).toBe(true);
    expect(sceneWith(first).isExplained('1.1')).toBe(false);
    expect(sceneWith(first).isExplained('9.9')).toBe(false);
    expect(sceneWith(first).toDecide('appraisal-2')).toEqual(['1.2']);
    expect(sceneWith(first).toDecide('appraisal-2', ['tu-phap'])).toEqual([]);
    expect(sceneWith(first).toDecide('appraisal-1')).toEqual(['1.1', '1.2', '2.1']);
    expect(sceneWith(first).progress('appraisal-2', ['noi-vu'])).toEqual({ decided: 0, toDecide: 1 });
    expect(sceneWith(first).progress('appraisal-2', ['noi-vu'], ['1.2'])).toEqual({ decided: 1, toDecide: 1 });
  });
  it('lists what is undecided in one layer', () => {
    expect(sceneWith(first).undecided('appraisal-1')).toEqual(['1.2', '2.1']);
    expect(sceneWith(first).undecided('appraisal-2')).toEqual(['1.2']);
    expect(sceneWith(first).undecided('appraisal-1', ['tu-phap'])).toEqual(['2.1']);
  });
});
