import type { Finding } from '@par-index/scoring';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import type { CriteriaSet } from './criteria-set.entity';
import { toFieldError, toFindingView, toSummary, toView } from './criteria-set.mapper';

const SET: CriteriaSet = {
  id: 's',
  code: 'thu-nghiem',
  year: 2026,
  groupCode: 'so-ban-nganh',
  title: 'Bộ tiêu chí thử nghiệm',
  versionNumber: 2,
  state: 'frozen',
  document: APPRAISED_SET,
  digest: 'd',
  leafCount: 8,
  createdBy: 'u',
  createdAt: new Date('2026-01-02T03:04:05Z'),
  version: 4,
};
const missing: Finding = { severity: 'error', code: 'set.missing-field', pointer: '/title', params: { field: 'title' } };

describe('toSummary', () => {
  it('says what a list shows: neither the document nor who loaded it', () => {
    expect(toSummary(SET)).toEqual({
      id: 's',
      code: 'thu-nghiem',
      title: 'Bộ tiêu chí thử nghiệm',
      year: 2026,
      groupCode: 'so-ban-nganh',
      versionNumber: 2,
      state: 'frozen',
      digest: 'd',
      leafCount: 8,
      createdAt: '2026-01-02T03:04:05.000Z',
      version: 4,
    });
  });
});

describe('toView', () => {
  it('adds the document and what may be wrong with it', () => {
    const warned = { ...APPRAISED_SET, criteria: APPRAISED_SET.criteria.map((node) => (node.code === '1' ? { ...node, max: 61 } : node)) };
    const { document, warnings } = toView({ ...SET, document: warned });
    expect(document).toBe(warned);
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings[0]).toMatchObject({ pointer: expect.any(String), code: expect.any(String), detail: expect.any(String) });
  });
});

describe('a finding', () => {
  it('is shown with its sentence', () => {
    expect(toFindingView(missing)).toEqual({ ...missing, detail: 'Thiếu tên; hãy bổ sung' });
  });

  it('is refused at its place', () => {
    expect(toFieldError(missing)).toEqual({ pointer: '/title', code: 'set.missing-field', detail: 'Thiếu tên; hãy bổ sung' });
  });
});
