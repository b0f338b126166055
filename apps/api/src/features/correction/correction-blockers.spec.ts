import { PHASES } from '@par-index/contract';
import { compileCriteriaSet, type CriteriaSet } from '@par-index/scoring';
import { type Correctable, correctionBlockers, type VersionHead } from './correction-blockers';

const setOf = (points: number): CriteriaSet => ({
  ...{ format: 'par-criteria-set/1', code: 'so', title: 'Bộ', year: 2026, appliesTo: 'so' },
  criteria: [{ code: '1', title: 'Một', max: 10, rule: { kind: 'choice', options: [{ id: 'a', label: 'Có', points: 10 }, { id: 'b', label: 'Một phần', points }] } }],
});
const from: VersionHead = { id: 'v1', code: 'so', groupCode: 'so', versionNumber: 1, state: 'frozen' };
const to: VersionHead = { id: 'v2', code: 'so', groupCode: 'so', versionNumber: 2, state: 'published' };
const change = (over: Partial<Correctable> = {}): Correctable => ({
  ...{ phase: 'appraisal', from, to, refused: [], proposals: [], before: compileCriteriaSet(setOf(5)), after: compileCriteriaSet(setOf(6)) },
  ...over,
});
const lines = (over?: Partial<Correctable>) => correctionBlockers(change(over)).map(({ text }) => text);

describe('what stands in the way of a correction', () => {
  it('is nothing where a newer published version has the same criteria', () => expect(lines()).toEqual([]));

  it('is the phase, before the opening and from the preliminary result on', () => {
    expect(PHASES.filter((phase) => lines({ phase }).length > 0)).toEqual(['preparing', 'preliminary', 'published']);
  });

  it.each<[string, Partial<VersionHead>, number]>([
    ['a draft', { state: 'draft', versionNumber: 0 }, 1],
    ['what was superseded', { state: 'superseded' }, 1],
    ['the version itself', { id: 'v1', versionNumber: 1, state: 'frozen' }, 1],
    ['another code', { code: 'khac' }, 1],
    ['another group', { groupCode: 'khac' }, 1],
    ['an older version', { versionNumber: 0 }, 1],
  ])('is %s', (_what, head, count) => expect(lines({ to: { ...to, ...head } })).toHaveLength(count));

  it('is a vote of the council on points that would be others, once for each criterion, and tells of the agency', () => {
    const proposal = { agencyId: 'yt', agencyName: 'Sở Y tế', code: '1' };
    const proposals = [{ ...proposal, answer: { choice: 'b' } }, { ...proposal, answer: { choice: 'b' } }];
    expect(correctionBlockers(change({ proposals }))).toEqual([{ text: 'Sở Y tế: Hội đồng đang biểu quyết tiêu chí 1. Hãy kết luận trước khi thay bộ tiêu chí.', tellsOf: 'yt' }]);
    expect(lines({ proposals: [{ ...proposal, answer: { choice: 'a' } }] })).toEqual([]);
    expect(lines({ proposals: [{ ...proposal, answer: { choice: 'gone' } }] })).toHaveLength(1);
  });

  it('is what no longer fits where it can\'t be entered again; a layer tells of its agency, a declaration does not', () => {
    const agency = { id: 'yt', code: 'so-y-te', name: 'Sở Y tế', shortName: 'SYT' };
    const line = { assessmentId: 'a', agency, code: '1', title: 'Một', blocks: true };
    expect(correctionBlockers(change({ refused: [{ ...line, layer: null }] }))).toMatchObject([{ tellsOf: null }]);
    expect(correctionBlockers(change({ refused: [{ ...line, layer: 'appraisal-1' }] }))).toMatchObject([{ tellsOf: 'yt' }]);
    expect(lines({ refused: [{ ...line, layer: null, blocks: false }] })).toEqual([]);
  });
});
