import { scoreCase } from '@par-index/scoring';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCycle } from '../../../test/factories/cycle.factory';
import { aRealGroup } from '../../../test/factories/real-group.factory';
import { canonicalJson } from '../../platform/digest/canonical-json';
import { digestOf } from '../../platform/digest/digest';
import { PreviousResults } from './previous-result.repository';
import { rowsOf } from './published-row';
import type { GroupDocument, SnapshotDocument } from './snapshot-document';
import { SnapshotRepository } from './snapshot.repository';

describe('SnapshotRepository, with a set of real size', () => {
  let db: DataSource;
  let publishedBy: string;
  let group: GroupDocument;
  const snapshots = new SnapshotRepository();

  beforeAll(async () => {
    db = await openTestDatabase();
    publishedBy = (await aPerson(db)).id;
    group = await withAgencies(aRealGroup(5));
  });
  afterAll(() => db.destroy());

  /** The same group, its agencies in the database. */
  async function withAgencies(document: GroupDocument): Promise<GroupDocument> {
    const agencies = await Promise.all(document.agencies.map(async (agency) => ({ ...agency, id: (await anAgency(db, { code: agency.code, name: agency.name })).id })));
    return { ...document, agencies };
  }

  const documentOf = (edition: number): SnapshotDocument => ({ format: 'par-index-snapshot/1', edition, cycle: { year: 2026, title: 'Kỳ', leadAgency: 'Sở Nội vụ' }, groups: [group] });

  async function stored(year: number, edition = 1, cycleId?: string): Promise<{ readonly snapshotId: string; readonly cycleId: string }> {
    const owner = cycleId ?? (await aCycle(db, { year, phase: 'published' })).id;
    const document = documentOf(edition);
    const { snapshotId } = await snapshots.insert(db.manager, { cycleId: owner, document, digest: digestOf(document), reason: 'x', publishedBy });
    await snapshots.insertRows(db.manager, snapshotId, group.groupCode, rowsOf(group));
    return { snapshotId, cycleId: owner };
  }

  it('gives back a document with the same digest, to the last decimal', async () => {
    const { snapshotId } = await stored(2050);
    const found = await snapshots.findDocument(db.manager, snapshotId);
    expect(digestOf(found?.document)).toBe(found?.digest);
    expect(canonicalJson(found?.document)).toBe(canonicalJson(documentOf(1)));
  });

  it('gives back a case that is scored to the same result', async () => {
    const { snapshotId } = await stored(2051);
    const [only] = (await snapshots.findDocument(db.manager, snapshotId))!.document.groups;
    expect(scoreCase(only!.case)).toEqual({ ok: true, result: only!.result });
  });

  it('gives back every figure of every row as the number that it was', async () => {
    const { snapshotId } = await stored(2052);
    const rows = await snapshots.listRows(db.manager, snapshotId, 'so-ban-nganh');
    const expected = rowsOf(group).map(({ agency, result, fields }) => {
      const { rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty } = result;
      const { id, code, name, shortName } = agency;
      return { groupCode: 'so-ban-nganh', agency: { id, code, name, shortName }, rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty, fields };
    });
    expect(rows.toSorted((a, b) => a.agency.code.localeCompare(b.agency.code))).toEqual(expected);
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives back a sheet line by line, by id and by code', async () => {
    const { snapshotId } = await stored(2053);
    const [, second] = rowsOf(group);
    const byId = await snapshots.findSheet(db.manager, snapshotId, { id: second!.agency.id });
    const byCode = await snapshots.findSheet(db.manager, snapshotId, { code: second!.agency.code });
    expect(byId?.sheet).toEqual(JSON.parse(JSON.stringify(second!.sheet)));
    expect(byCode).toEqual(byId);
    expect(await snapshots.findSheet(db.manager, snapshotId, { code: 'khong-co' })).toBeNull();
  });

  it('knows the newest edition, and lists them all', async () => {
    const { cycleId } = await stored(2054);
    const { snapshotId } = await stored(2054, 2, cycleId);
    expect(await snapshots.findNewest(db.manager, cycleId)).toMatchObject({ snapshotId, edition: 2 });
    expect((await snapshots.listIds(db.manager, 2054)).map(({ edition }) => edition)).toEqual([1, 2]);
    expect((await snapshots.listIds(db.manager, null)).length).toBeGreaterThanOrEqual(2);
    expect(await snapshots.listIds(db.manager, 1990)).toEqual([]);
  });

  it('refuses the same edition twice', async () => {
    const { cycleId } = await stored(2055);
    await expect(stored(2055, 1, cycleId)).rejects.toThrow(/uq_result_snapshot_cycle_id_edition/);
  });

  it('finds nothing of a cycle without a result', async () => {
    const { id } = await aCycle(db);
    expect(await snapshots.findNewest(db.manager, id)).toBeNull();
  });

  it('gives last year\'s index and rank by agency, of the newest edition', async () => {
    await stored(2056);
    const ids = group.agencies.map(({ id }) => id);
    const earlier = await new PreviousResults().list(db.manager, 2057, ids);
    expect([...earlier.values()].map(({ index }) => index ?? 0).toSorted((a, b) => b - a)).toEqual(group.result.agencies.map(({ index }) => index).toSorted((a, b) => b - a));
    expect((await new PreviousResults().list(db.manager, 2058, ids)).size).toBe(0);
  });
});
