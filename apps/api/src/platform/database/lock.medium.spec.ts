import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { Agency } from '../../features/organisation/agency.entity';
import { assertVersion, lockOne, lockVersion } from './lock';

describe('a locked record', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  const inTransaction = <T>(work: (em: DataSource['manager']) => Promise<T>): Promise<T> => unitOfWorkOf(db).runAsSystem(({ em }) => work(em));

  it('is read as it stands', async () => {
    const { id, code } = await anAgency(db);
    expect(await inTransaction((em) => lockOne(em, Agency, { id }))).toMatchObject({ id, code, version: 1 });
  });

  it('is refused where it is not there', async () => {
    await expect(inTransaction((em) => lockOne(em, Agency, { id: randomUUID() }))).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(inTransaction((em) => lockVersion(em, Agency, { id: randomUUID() }, 1))).rejects.toMatchObject({ code: 'record.not-found' });
  });

  it('is refused to whoever read another version, with the current one', async () => {
    const { id } = await anAgency(db);
    for (const version of [0, 2]) {
      await expect(inTransaction((em) => lockVersion(em, Agency, { id }, version))).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 1 } });
    }
    await expect(inTransaction((em) => lockVersion(em, Agency, { id }, 1))).resolves.toMatchObject({ id });
  });

  it('keeps a second writer waiting, who then sees what the first wrote', async () => {
    const { id } = await anAgency(db, { name: 'Sở Cũ' });
    const order: string[] = [];
    const first = inTransaction(async (em) => {
      const agency = await lockOne(em, Agency, { id });
      order.push('first has it');
      await em.query('select pg_sleep(0.2)');
      await em.save(Object.assign(agency, { name: 'Sở Mới' }));
      order.push('first is done');
    });
    await new Promise((wait) => setTimeout(wait, 60));
    const second = inTransaction(async (em) => {
      const { name } = await lockOne(em, Agency, { id });
      order.push(`second reads ${name}`);
    });
    await Promise.all([first, second]);
    expect(order).toEqual(['first has it', 'first is done', 'second reads Sở Mới']);
  });
});

describe('assertVersion', () => {
  it('passes the version that was read', () => expect(() => assertVersion({ version: 3 }, 3)).not.toThrow());
  it('refuses any other', () => expect(() => assertVersion({ version: 3 }, 2)).toThrow('record.version-stale'));
});
