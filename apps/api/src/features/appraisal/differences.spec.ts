import { type DecisionKind, type Layer, LAYERS } from '@par-index/contract';
import { type Answer, compileCriteriaSet } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import type { StandingLayer } from './appraisal.repository';
import type { AppraisalRecord } from './appraisal-record';
import { AppraisalScene } from './appraisal-scene.service';
import { differencesOf } from './differences';

const set = compileCriteriaSet(APPRAISED_SET);
const BEST: Readonly<Record<string, Answer>> = { '1.1': { numerator: 19, denominator: 20 }, '1.2': { choice: 'du' }, '1.3': { value: 4 }, '3.1': { points: 0.5 } };

interface Given {
  readonly layer?: Layer;
  readonly kind?: DecisionKind;
  readonly question?: string;
}

function layer(code: string, answer: Answer | null, { layer: name = 'appraisal-1', kind = 'correct', question = '' }: Given = {}): StandingLayer {
  const words = { reason: 'Thiếu', explanationWanted: question !== '', question };
  return { assessmentId: 'a', code, layer: name, kind, answer, points: null, ...words, decidedAt: new Date(), decidedBy: 'An', version: 1 };
}

function differences(layers: readonly StandingLayer[], more: { readonly declared?: Readonly<Record<string, Answer>>; readonly exempt?: readonly string[] } = {}) {
  const record = { exemptions: (more.exempt ?? []).map((code) => ({ code, reason: 'Miễn' })) } as unknown as AppraisalRecord;
  const declared = Object.entries(more.declared ?? BEST).map(([code, answer]) => ({ code, answer }));
  return differencesOf(new AppraisalScene(record, set, [], { declared, layers }));
}

const codesOf = (layers: readonly StandingLayer[], more?: Parameters<typeof differences>[1]) => differences(layers, more).map(({ code }) => code);

describe('the differences of an assessment', () => {
  it('are none where nobody decided anything', () => expect(codesOf([])).toEqual([]));
  it('are none where everything was accepted', () => expect(codesOf([layer('1.1', BEST['1.1'] ?? null, { kind: 'accept' })])).toEqual([]));

  it('say by how much an answer was lowered', () => {
    expect(differences([layer('1.1', { numerator: 15, denominator: 20 })])).toMatchObject([
      { code: '1.1', kind: 'lowered', wanted: false, ownPoints: 20, appraisedPoints: 10, lost: 10 },
    ]);
  });

  it('count an award as well, without a rounding of their own', () => {
    expect(differences([layer('1.1', { awarded: 19.9, reason: 'x' }, { kind: 'award' })])).toMatchObject([{ lost: 0.1 }]);
  });

  it('are none where more points were given', () => expect(codesOf([layer('3.1', { points: 1 })])).toEqual([]));

  it('know the appraiser\'s own criteria by what is missing to the full points', () => {
    expect(differences([layer('2.1', { points: 7.5 })])).toMatchObject([{ code: '2.1', kind: 'short', ownPoints: null, appraisedPoints: 7.5, lost: 2.5 }]);
    expect(codesOf([layer('2.1', { points: 10 })])).toEqual([]);
  });

  it('know a figure of the survey and an imported one', () => {
    expect(differences([layer('2.2', { percent: 80 }, { layer: 'base' }), layer('2.3', { value: 60 }, { layer: 'base' })])).toMatchObject([
      { code: '2.2', kind: 'short', layer: { layer: 'base' }, appraisedPoints: 16, lost: 4 },
      { code: '2.3', kind: 'short', appraisedPoints: 6, lost: 4 },
    ]);
    expect(codesOf([layer('2.2', { percent: 100 }, { layer: 'base' })])).toEqual([]);
  });

  it('know what was deducted', () => {
    expect(differences([layer('4.1', { counts: { cham: 2 } })])).toMatchObject([{ code: '4.1', kind: 'deducted', ownPoints: null, appraisedPoints: 0.5, lost: 0.5 }]);
    expect(codesOf([layer('4.1', { counts: { cham: 0 } })])).toEqual([]);
  });

  it('know a lower value of a relative criterion, whose points only the group can tell', () => {
    expect(differences([layer('1.3', { value: 2 })])).toMatchObject([{ code: '1.3', kind: 'lowered', appraisedPoints: null, lost: null }]);
  });

  it('hold what is only asked about, and put it first', () => {
    const layers = [layer('1.1', { numerator: 15, denominator: 20 }), layer('1.2', { choice: 'du' }, { kind: 'accept', question: 'Kiểm tra mấy xã?' })];
    expect(differences(layers)).toMatchObject([
      { code: '1.2', kind: 'asked', wanted: true, lost: null },
      { code: '1.1', kind: 'lowered', wanted: false },
    ]);
  });

  it('put what is asked about first among what was lowered, too', () => {
    const layers = [layer('1.1', { numerator: 15, denominator: 20 }), layer('2.1', { points: 1 }), layer('1.2', { choice: 'thieu' }, { question: 'Thiếu gì?' })];
    expect(codesOf(layers)).toEqual(['1.2', '1.1', '2.1']);
  });

  it('leave out what the agency is exempt from', () => expect(codesOf([layer('1.1', { numerator: 1, denominator: 20 }), layer('2.1', { points: 1 })], { exempt: ['1'] })).toEqual(['2.1']));

  it.each(LAYERS.filter((name) => name === 'appraisal-2' || name === 'council'))('do not change by %s', (name) => {
    expect(differences([layer('1.1', { numerator: 15, denominator: 20 }), layer('1.1', { numerator: 20, denominator: 20 }, { layer: name })])).toMatchObject([{ code: '1.1', lost: 10 }]);
  });

  it('are none where the agency declared nothing and gets nothing', () => expect(codesOf([layer('1.1', null, { kind: 'accept' })], { declared: {} })).toEqual([]));
});
