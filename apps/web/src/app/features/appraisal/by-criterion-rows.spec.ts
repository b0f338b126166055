import type { AppraisedAgency } from '@par-index/contract';
import { layer } from './appraisal.fixture';
import { agencyAt, reading } from './by-criterion.fixture';
import { agencyRow, agencySubject, keptAgencies, nextUndecidedAgency, type RowFilter } from './by-criterion-rows';

const rowAt = (place: number, changes: Partial<AppraisedAgency> = {}) => agencyRow(agencyAt(place, changes), reading);
const accepted = layer({ code: '1.1', kind: 'accept', answer: { numerator: 80, denominator: 100 }, points: 1.6 });
const lowered = layer({ code: '1.1', kind: 'award', answer: { awarded: 0.5, reason: 'Thiếu' }, points: 0.5, reason: 'Thiếu', explanationWanted: true });

it('An agency that nobody decided waits; one that the reader may not decide does not', () => {
  expect(rowAt(0)).toMatchObject({ decision: 'undecided', mark: { words: 'chưa quyết' }, own: { kind: 'points', points: 1.6 }, differs: false });
  expect(rowAt(0, { decidable: false, lockedBecause: 'Sở Tư pháp thẩm định.' })).toMatchObject({ decision: 'not-mine', mark: { words: 'chỉ xem' } });
});

it('A decision that changes the points differs, one that accepts them does not', () => {
  expect(rowAt(0, { layers: [accepted] })).toMatchObject({ decision: 'decided', differs: false, mark: { words: 'đã quyết' } });
  expect(rowAt(0, { layers: [lowered] })).toMatchObject({ decision: 'decided', differs: true, explanation: 'wanted', mark: { words: 'đề nghị giải trình' }, standing: { points: 0.5 } });
});

it('Who has not handed in is marked so, and is not to be decided', () => {
  const row = rowAt(0, { state: 'drafting', answer: null, decidable: false, lockedBecause: 'Chưa nộp.' });
  expect(row).toMatchObject({ decision: 'not-mine', declared: null, own: null, mark: { words: 'chưa nộp' } });
});

it('Points unlike those of last year stand out; without last year nothing does', () => {
  expect(rowAt(0, { previous: { code: '1.1', answer: null, points: 1.2 } })).toMatchObject({ differsFromLastYear: true, previousPoints: 1.2 });
  expect(rowAt(0, { previous: { code: '1.1', answer: null, points: 1.6 } }).differsFromLastYear).toBe(false);
  expect(rowAt(0, { previous: { code: '1.1', answer: null, points: null } }).differsFromLastYear).toBe(false);
  expect(rowAt(0).differsFromLastYear).toBe(false);
});

it('Every filter keeps what it says and nothing else', () => {
  const rows = [rowAt(0), rowAt(1, { layers: [lowered], late: true }), rowAt(2, { previous: { code: '1.1', answer: null, points: 1 } })];
  const kept = (filter: RowFilter) => keptAgencies(rows, { filter, search: '' }).map(({ assessmentId }) => assessmentId);
  expect(kept('undecided')).toEqual(['as-0', 'as-2']);
  expect(kept('differs')).toEqual(['as-1']);
  expect(kept('explanation')).toEqual(['as-1']);
  expect(kept('late')).toEqual(['as-1']);
  expect(kept('last-year')).toEqual([]);
  expect(kept('evidence-lacking')).toEqual([]);
});

it('A hint flags an agency until it is put aside', () => {
  const hint = { key: 'ratio-jump.1', kind: 'shared-file', code: '1.1', sentence: 'Tệp giống hệt.', linkId: null, dismissal: null } as const;
  const put = { ...hint, dismissal: { reason: 'Đã đối chiếu', by: 'A', at: '2026-11-24T01:00:00.000Z' } };
  expect(agencyRow(agencyAt(0), reading, [hint]).flagged).toBe(true);
  expect(agencyRow(agencyAt(0), reading, [put]).flagged).toBe(false);
  expect(keptAgencies([agencyRow(agencyAt(0), reading, [hint]), rowAt(1)], { filter: 'flagged', search: '' })).toHaveLength(1);
});

it('Agencies are found without accents', () => {
  const rows = [rowAt(0), rowAt(1), rowAt(2)];
  expect(keptAgencies(rows, { filter: null, search: 'dong hai' }).map(({ name }) => name)).toEqual(['Xã Đông Hải']);
  expect(keptAgencies(rows, { filter: 'undecided', search: 'khong co' })).toEqual([]);
});

it('The next undecided one follows, round the end, and never one that is on its way', () => {
  const rows = [rowAt(0), rowAt(1, { layers: [accepted] }), rowAt(2)];
  expect(nextUndecidedAgency(rows, 'as-0')).toBe('as-2');
  expect(nextUndecidedAgency(rows, 'as-2')).toBe('as-0');
  expect(nextUndecidedAgency(rows, 'as-2', new Set(['as-0']))).toBeNull();
  expect(nextUndecidedAgency(rows, null)).toBe('as-0');
});

it('What may be written names the layer and what stands; what is read only names nothing', () => {
  expect(agencySubject(agencyAt(0, { layers: [accepted] }), reading)).toMatchObject({ purpose: 'decision', former: { version: 1 }, declared: { numerator: 80 }, kept: null });
  expect(agencySubject(agencyAt(0, { decidable: false }), reading)).toBeNull();
  expect(agencySubject(agencyAt(0), { ...reading, phase: 'council' })).toBeNull();
  expect(agencySubject(agencyAt(0, { state: 'explained', layers: [lowered] }), { ...reading, phase: 'reappraisal' })).toMatchObject({ former: null, kept: { points: 0.5 } });
});
