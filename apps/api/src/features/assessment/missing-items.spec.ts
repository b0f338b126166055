import type { Answer, CompiledLeaf, CompiledSet, Rule } from '@par-index/scoring';
import { type DeclaredAnswer, isExempt, missingItemsOf } from './missing-items';

const DIRECT: Rule = { kind: 'direct' };
const RELATIVE: Rule = { kind: 'relative', measure: { type: 'number', label: 'Số hồ sơ', unit: 'hồ sơ' } };

function leafOf(code: string, overrides: Partial<CompiledLeaf> = {}): CompiledLeaf {
  return {
    code,
    title: `Tiêu chí ${code}`,
    max: 2,
    rule: DIRECT,
    source: 'self',
    whenNotApplicable: 'forbidden',
    evidenceRequired: false,
    evidenceHint: null,
    guidance: null,
    section: 'scored',
    appraiser: null,
    fieldCode: '1',
    path: ['1'],
    ...overrides,
  };
}

const setOf = (...leaves: readonly CompiledLeaf[]): CompiledSet => ({ leaves }) as unknown as CompiledSet;

function declared(code: string, overrides: Partial<DeclaredAnswer> = {}): DeclaredAnswer {
  return { code, answer: { points: 1 }, points: '1.0000', note: '', evidenceExplanation: '', ...overrides };
}

const nothing = { answers: [], evidenced: new Set<string>(), exempt: [] };

describe('missingItemsOf', () => {
  it('names a scored criterion that has neither figures nor a note', () => {
    const items = missingItemsOf(setOf(leafOf('1.1'), leafOf('1.2')), { missing: ['1.2'] }, { ...nothing, answers: [declared('1.1')] });
    expect(items).toEqual([{ code: '1.2', kind: 'answer' }]);
  });

  it('accepts a note in the place of figures, but not blanks', () => {
    const answers = [declared('1.1', { answer: null, points: null, note: 'Không phát sinh hồ sơ' }), declared('1.2', { answer: null, points: null, note: ' \n' })];
    const items = missingItemsOf(setOf(leafOf('1.1'), leafOf('1.2')), { missing: ['1.1', '1.2'] }, { ...nothing, answers });
    expect(items).toEqual([{ code: '1.2', kind: 'answer' }]);
  });

  it('lists in document order, whatever the order of the totals', () => {
    const items = missingItemsOf(setOf(leafOf('1.1'), leafOf('1.2'), leafOf('1.10')), { missing: ['1.10', '1.2', '1.1'] }, nothing);
    expect(items.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.10']);
  });

  it('never requires what the totals do not, such as a bonus', () => {
    expect(missingItemsOf(setOf(leafOf('9.1', { section: 'bonus' })), { missing: [] }, nothing)).toEqual([]);
  });

  describe('the evidence gate', () => {
    const set = setOf(leafOf('1.1', { evidenceRequired: true }));
    const gate = (answer: Partial<DeclaredAnswer>, overrides: Partial<typeof nothing> = {}) =>
      missingItemsOf(set, { missing: [] }, { ...nothing, answers: [declared('1.1', answer)], ...overrides }).map(({ kind }) => kind);

    it('stops points without a document', () => expect(gate({})).toEqual(['evidence']));
    it('lets a document through', () => expect(gate({}, { evidenced: new Set(['1.1']) })).toEqual([]));
    it('lets a written explanation through', () => expect(gate({ evidenceExplanation: 'Văn bản mật' })).toEqual([]));
    it('does not take blanks for an explanation', () => expect(gate({ evidenceExplanation: '  ' })).toEqual(['evidence']));
    it.each(['0', '0.0000', '-0'])('asks nothing for %s points', (points) => expect(gate({ points })).toEqual([]));
    it.each(['0.0001', '10', '0.5000'])('asks for evidence at %s points', (points) => expect(gate({ points })).toEqual(['evidence']));
    it('asks nothing where no answer is given', () => expect(gate({ answer: null, points: null, note: 'Chưa có số liệu' })).toEqual([]));
    it('asks nothing of an exempt criterion', () => expect(gate({}, { exempt: ['1'] as never[] })).toEqual([]));
    it('asks nothing where the criterion is out of the maximum', () => {
      expect(gate({ answer: { notApplicable: true, reason: 'Không có thủ tục' }, points: null })).toEqual([]);
    });
  });

  it('asks for evidence for a relative criterion, whose points come later', () => {
    const set = setOf(leafOf('1.1', { rule: RELATIVE, evidenceRequired: true }));
    const answering = (answer: Answer) => missingItemsOf(set, { missing: [] }, { ...nothing, answers: [declared('1.1', { answer, points: null })] });
    expect(answering({ value: 3 })).toEqual([{ code: '1.1', kind: 'evidence' }]);
    expect(answering({ notApplicable: true, reason: 'Không có' })).toEqual([]);
  });

  it('asks the agency for no evidence of what it does not score itself', () => {
    const set = setOf(leafOf('1.1', { source: 'imported', evidenceRequired: true }));
    expect(missingItemsOf(set, { missing: [] }, { ...nothing, answers: [declared('1.1')] })).toEqual([]);
  });
});

describe('isExempt', () => {
  const leaf = { code: '3.1.2', path: ['3', '3.1'] };
  it.each(['3', '3.1', '3.1.2'])('is by %s', (code) => expect(isExempt(leaf, new Set([code]))).toBe(true));
  it.each(['3.1.20', '1', '3.10'])('is not by %s', (code) => expect(isExempt(leaf, new Set([code]))).toBe(false));
});
