import { digestOf } from '../../platform/digest/digest';
import { aGroupDocument, anAgencyRecord } from '../../../test/factories/group-document.factory';
import type { GroupDocument, SnapshotDocument } from './snapshot-document';
import { type StoredFigures, unreadable, verify } from './verification';

const group = aGroupDocument(anAgencyRecord('a'), anAgencyRecord('b'));
const documentOf = (groups: readonly GroupDocument[]): SnapshotDocument => ({
  format: 'par-index-snapshot/1',
  edition: 1,
  cycle: { year: 2026, title: 'Kỳ 2026', leadAgency: 'Sở Nội vụ' },
  groups,
});
const document = documentOf([group]);
const rows: readonly StoredFigures[] = [{ agencyCode: 'a', figures: { index: 65.5, rank: 1 } }];
const check = (changed: Partial<{ document: SnapshotDocument; rows: readonly StoredFigures[] }> = {}) =>
  verify({ snapshotId: 's', digest: digestOf(document), document, rows, ...changed }, rows);

/** The document with one figure of agency `b` changed. */
function tampered(): SnapshotDocument {
  const [first, second] = group.result.agencies;
  return documentOf([{ ...group, result: { ...group.result, agencies: [first!, { ...second!, index: 99, nodes: { ...second!.nodes, '1': { points: 60, max: 60, percent: 100 } } }] } }]);
}

describe('verify', () => {
  it('holds for what was stored', () => {
    expect(check()).toEqual({ snapshotId: 's', digest: digestOf(document), digestHolds: true, resultHolds: true, agencies: 2, differences: [] });
  });
  it('holds for the same content in another order of members', () => {
    const { format, edition, cycle, groups } = document;
    expect(check({ document: { groups, cycle: { title: cycle.title, leadAgency: cycle.leadAgency, year: cycle.year }, edition, format } }).digestHolds).toBe(true);
  });
  it('names every figure of a result that was changed', () => {
    const verified = check({ document: tampered() });
    expect(verified).toMatchObject({ digestHolds: false, resultHolds: false });
    expect(verified.differences).toEqual([
      { agencyCode: 'b', field: 'index', stored: '99', recomputed: expect.any(String) as string },
      { agencyCode: 'b', field: 'nodes.1', stored: '{"max":60,"percent":100,"points":60}', recomputed: expect.any(String) as string },
    ]);
  });
  it('finds an answer that was changed by what it would give', () => {
    const agencies = group.case.agencies.map((agency) => (agency.code === 'a' ? { ...agency, answers: { ...agency.answers, '1.1': { numerator: 1, denominator: 20 } } } : agency));
    const verified = check({ document: documentOf([{ ...group, case: { ...group.case, agencies } }]) });
    expect(verified.digestHolds).toBe(false);
    expect(verified.differences).toContainEqual({ agencyCode: 'a', field: 'nodes.1.1', stored: '{"max":20,"percent":100,"points":20}', recomputed: '{"max":20,"percent":0,"points":0}' });
  });
  it('says where a case can no longer be scored', () => {
    const agencies = group.case.agencies.map((agency) => ({ ...agency, answers: { '1.1': { numerator: 1, denominator: 0 } } }));
    const verified = check({ document: documentOf([{ ...group, case: { ...group.case, agencies } }]) });
    expect(verified.differences).toMatchObject([{ field: 'case' }]);
    expect(verified.differences[0]?.recomputed).toContain('/agencies/0/answers/1.1');
  });
  it('names a row that readers see and the document does not say', () => {
    const shown = [{ agencyCode: 'a', figures: { index: 66.5, rank: 1 } }, { agencyCode: 'z', figures: { index: 100 } }];
    expect(check({ rows: shown }).differences).toEqual([
      { agencyCode: 'a', field: 'row.index', stored: '66.5', recomputed: '65.5' },
      { agencyCode: 'z', field: 'row.index', stored: '100', recomputed: '–' },
    ]);
  });
  it('misses an agency that was taken out of the result', () => {
    const result = { ...group.result, agencies: group.result.agencies.slice(0, 1) };
    expect(check({ document: documentOf([{ ...group, result }]) }).differences).toContainEqual(expect.objectContaining({ agencyCode: 'b', field: 'rank', stored: '–' }));
  });
});

describe('unreadable', () => {
  it('says why nothing can be computed', () => {
    expect(unreadable({ snapshotId: 's', digest: 'x', document, rows }, new RangeError('no agency'))).toMatchObject({
      digestHolds: false,
      resultHolds: false,
      differences: [{ field: 'document', recomputed: 'no agency' }],
    });
  });
});
