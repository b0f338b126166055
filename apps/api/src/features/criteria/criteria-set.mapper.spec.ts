import type { Finding } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { toFieldError, toFindingView, toSummary, toView } from './criteria-set.mapper';
import type { SummaryRow } from './criteria-set.repository';

const ROW: SummaryRow = {
  id: 's',
  code: 'thu-nghiem',
  year: 2026,
  groupCode: 'so-ban-nganh',
  title: 'Bộ tiêu chí thử nghiệm',
  versionNumber: 2,
  state: 'frozen',
  digest: 'd',
  leafCount: 8,
  createdAt: new Date('2026-01-02T03:04:05Z'),
  savedAt: new Date('2026-02-03T04:05:06Z'),
  savedBy: 'Trần Thị Hoa',
  version: 4,
};
const missing: Finding = { severity: 'error', code: 'set.missing-field', pointer: '/title', params: { field: 'title' } };
const homeAffairs = { grants: [{ role: 'home-affairs' as const, agencyId: 'a' }] };

describe('toSummary', () => {
  it('says what a list shows, and no document', () => {
    expect(toSummary(ROW)).toEqual({ ...ROW, createdAt: '2026-01-02T03:04:05.000Z', savedAt: '2026-02-03T04:05:06.000Z' });
  });
});

describe('toView', () => {
  const warned: Finding = { ...missing, severity: 'warning' };
  const view = (actor: Parameters<typeof toView>[0], row = ROW) => toView(actor, { ...row, document: APPRAISED_SET, predecessorId: null, cycles: [] }, [missing, warned].map(toFindingView));

  it('adds the document, all that is found, and of it the warnings by themselves', () => {
    const { document, findings, warnings } = view(homeAffairs);
    expect(document).toBe(APPRAISED_SET);
    expect([findings.length, warnings.map(({ severity }) => severity)]).toEqual([2, ['warning']]);
  });

  it('says what may be done: a draft is edited, published and discarded, every version copied', () => {
    expect(view(homeAffairs).openActions).toEqual(['copy']);
    expect(view(homeAffairs, { ...ROW, state: 'draft' }).openActions).toEqual(['edit', 'publish', 'discard', 'copy']);
    expect(view({ grants: [{ role: 'agency-officer', agencyId: 'a' }] }).openActions).toEqual([]);
  });
});

describe('a finding', () => {
  it('is shown with its sentence', () => {
    expect(toFindingView(missing)).toEqual({ ...missing, detail: 'Thiếu tên; hãy bổ sung' });
  });

  it('is refused at its place', () => {
    expect(toFieldError(toFindingView(missing))).toEqual({ pointer: '/title', code: 'set.missing-field', detail: 'Thiếu tên; hãy bổ sung' });
  });
});
