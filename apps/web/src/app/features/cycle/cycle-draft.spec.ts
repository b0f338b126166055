import type { CriteriaSetSummary, CycleView } from '@par-index/contract';
import { substitutesOf, usableSets, windowDrafts, windowsOf } from './cycle-draft';

describe('the dates of a cycle being written', () => {
  const windows: CycleView['windows'] = [{ phase: 'appraisal', opensAt: '2026-11-20T17:00:00.000Z', deadlineAt: '2026-12-01T16:59:00.000Z', closeAt: '2026-12-05T16:59:00.000Z' }];

  it('come as fields in the time of Việt Nam, a line for each phase', () => {
    const drafts = windowDrafts({ windows } as CycleView);
    expect(drafts).toHaveLength(6);
    expect(drafts[1]).toEqual({ phase: 'appraisal', opensAt: '2026-11-21T00:00', deadlineAt: '2026-12-01T23:59', closeAt: '2026-12-05T23:59' });
    expect(drafts[0]).toMatchObject({ opensAt: '', deadlineAt: '', closeAt: '' });
  });

  it('go back as they came', () => {
    expect(windowsOf(windowDrafts({ windows } as CycleView))).toEqual(windows);
  });

  it('leave out a line that is not complete', () => {
    expect(windowsOf([{ phase: 'council', opensAt: '2026-11-21T00:00', deadlineAt: '', closeAt: '' }])).toEqual([]);
    expect(windowsOf(windowDrafts(null))).toEqual([]);
  });
});

describe('the sets that a cycle can use', () => {
  const set = (year: number, state: string) => ({ year, state }) as CriteriaSetSummary;

  it('are of its year, published or frozen', () => {
    const sets = [set(2026, 'published'), set(2026, 'frozen'), set(2026, 'draft'), set(2026, 'superseded'), set(2025, 'frozen')];
    expect(usableSets(sets, 2026)).toHaveLength(2);
  });
});

describe('substitutes', () => {
  it('count when both sides are chosen', () => {
    expect(substitutesOf([{ ownerAgencyId: 'a', substituteAgencyId: '' }, { ownerAgencyId: 'a', substituteAgencyId: 'b' }])).toEqual([{ ownerAgencyId: 'a', substituteAgencyId: 'b' }]);
  });
});
