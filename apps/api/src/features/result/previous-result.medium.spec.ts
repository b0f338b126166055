import type { LineageKind, Phase } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { countQueries, openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCycle } from '../../../test/factories/cycle.factory';
import type { Agency } from '../organisation/agency.entity';
import { AgencyLineage } from '../organisation/agency-lineage.entity';
import { PreviousResults } from './previous-result.repository';
import { ResultRow } from './result-row.entity';
import { ResultSnapshot } from './result-snapshot.entity';

const FIGURES = { applicableMax: '100', selfPoints: '90', surveyPoints: '0', bonus: '0', penalty: '0', fields: {}, sheet: [] as object };

describe('the year before of an agency', () => {
  let db: DataSource;
  const previous = new PreviousResults();
  let rank = 0;

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  /** Published results of a year under the names of that day, one edition; each in a cycle of its own. */
  async function published(year: number, results: readonly (readonly [agency: Agency, index: string])[], phase: Phase = 'published'): Promise<void> {
    const cycle = await aCycle(db, { year, phase });
    const by = (await aPerson(db)).id;
    const snapshot = await db.manager.save(db.manager.create(ResultSnapshot, { cycleId: cycle.id, edition: 1, document: {}, digest: '', reason: 'Công bố', publishedBy: by }));
    for (const [agency, index] of results) {
      const names = { agencyCode: agency.code, agencyName: agency.name, agencyShortName: agency.shortName, groupCode: 'xa-phuong' };
      await db.manager.insert(ResultRow, { snapshotId: snapshot.id, agencyId: agency.id, ...names, ...FIGURES, rank: (rank += 1), index, points: index } as object);
    }
  }
  const descend = (predecessor: Agency, successor: Agency, kind: LineageKind = 'merge', effectiveOn = '2026-07-01') =>
    db.manager.insert(AgencyLineage, { predecessorId: predecessor.id, successorId: successor.id, kind, effectiveOn, legalBasis: 'Nghị quyết' });
  const commune = (name: string): Promise<Agency> => anAgency(db, { name, groupCode: 'xa-phuong' });
  const of = async (agency: Agency, year = 2026) => (await previous.list(db.manager, year, [agency.id])).get(agency.id);

  it('is its own', async () => {
    const one = await commune('Xã Một');
    await published(2025, [[one, '90.5']]);
    expect(await of(one)).toEqual({ index: 90.5, rank, predecessors: [] });
    expect(await of(one, 2027)).toBeUndefined();
  });

  it('is after a merge each predecessor by itself, by name, and nothing summed', async () => {
    const [b, a, merged] = [await commune('Xã Bình'), await commune('Xã An'), await commune('Xã Mới')];
    await published(2025, [[b, '80'], [a, '90']]);
    await descend(a, merged);
    await descend(b, merged);
    expect(await of(merged)).toEqual({
      ...{ index: null, rank: null },
      predecessors: [
        { agency: expect.objectContaining({ id: a.id, name: 'Xã An' }), groupCode: 'xa-phuong', index: 90, rank },
        { agency: expect.objectContaining({ id: b.id, name: 'Xã Bình' }), groupCode: 'xa-phuong', index: 80, rank: rank - 1 },
      ],
    });
  });

  it('is its own beside what was merged into it', async () => {
    const [one, other] = [await commune('Xã Một'), await commune('Xã Hai')];
    await published(2025, [[one, '70'], [other, '60']]);
    await descend(other, one);
    expect(await of(one)).toMatchObject({ index: 70, predecessors: [{ agency: { id: other.id }, index: 60 }] });
  });

  it('is that of the former name, which is named as it was then', async () => {
    const [former, renamed] = [await commune('Xã Tên Cũ'), await commune('Phường Tên Mới')];
    await published(2025, [[former, '75']]);
    await db.query(`update agency set name = 'Xã Tên Cũ (đã giải thể)' where id = $1`, [former.id]);
    await descend(former, renamed, 'rename');
    expect(await of(renamed)).toMatchObject({ index: 75, rank, predecessors: [{ agency: { name: 'Xã Tên Cũ' }, index: 75 }] });
  });

  it('is of a split the whole from which it came, and not as its own', async () => {
    const [whole, one, other] = [await commune('Xã Cả'), await commune('Xã Nửa'), await commune('Xã Nửa Kia')];
    await published(2025, [[whole, '88']]);
    await descend(whole, one, 'split');
    await descend(whole, other, 'split');
    expect(await of(one)).toMatchObject({ index: null, predecessors: [{ agency: { id: whole.id }, index: 88 }] });
    expect(await of(other)).toMatchObject({ index: null, predecessors: [{ index: 88 }] });
  });

  it('follows every step, and is no former name where one of them was a merge', async () => {
    const [old, middle, now] = [await commune('Xã Xưa'), await commune('Xã Giữa'), await commune('Xã Nay')];
    await published(2025, [[old, '50']]);
    await descend(old, middle, 'merge', '2026-01-01');
    await descend(middle, now, 'rename', '2026-06-01');
    expect(await of(now)).toMatchObject({ index: null, predecessors: [{ agency: { id: old.id } }] });
  });

  it('counts from the year in which it came to be, not before', async () => {
    const [former, now] = [await commune('Xã Trước'), await commune('Xã Sau')];
    await published(2024, [[former, '60']]);
    await descend(former, now, 'merge', '2026-01-01');
    expect(await of(now, 2025)).toBeUndefined();
    await published(2025, [[former, '61']]);
    expect(await of(now, 2026)).toMatchObject({ predecessors: [{ index: 61 }] });
  });

  it('ends where what is recorded goes round', async () => {
    const [one, other] = [await commune('Xã Tròn'), await commune('Xã Vòng')];
    await published(2025, [[one, '60'], [other, '61']]);
    await descend(one, other);
    await descend(other, one);
    expect(await of(one)).toMatchObject({ index: 60, predecessors: [{ index: 61 }] });
  });

  it('is nothing of what is not published', async () => {
    const [former, now] = [await commune('Xã Kín'), await commune('Xã Kín Mới')];
    await published(2025, [[former, '60']], 'preliminary');
    await descend(former, now);
    expect(await of(now)).toBeUndefined();
  });

  it('costs one query, of however many', async () => {
    const agencies = await Promise.all(['Xã 1', 'Xã 2', 'Xã 3'].map(commune));
    expect(await countQueries(db, () => previous.list(db.manager, 2026, agencies.map(({ id }) => id)))).toBe(1);
  });
});
