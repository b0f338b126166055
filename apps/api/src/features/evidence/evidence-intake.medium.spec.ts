import type { Actor } from '@par-index/contract';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { actorOf } from '../../../test/factories/actor.factory';
import { aPdf } from '../../../test/factories/evidence-file.factory';
import { evidenceServices } from '../../../test/factories/evidence-services';
import { EvidenceBlob } from './evidence-blob.entity';

describe('EvidenceIntake', () => {
  let db: DataSource;
  let services: Awaited<ReturnType<typeof evidenceServices>>;
  const actor: Actor = actorOf('agency-officer');

  beforeAll(async () => {
    db = await openTestDatabase();
    services = await evidenceServices(db);
  });
  afterAll(async () => {
    await db.destroy();
    await rm(services.folder, { recursive: true });
  });

  it('records a content that is safe in the store, in the same transaction as what names it', async () => {
    const content = await aPdf('An toan');
    const sha256 = await services.intake.take(actor, Readable.from([content]), async (tx, stored) => {
      expect(await services.store.has(stored.sha256)).toBe(true);
      expect(await tx.em.findOneByOrFail(EvidenceBlob, { sha256: stored.sha256 })).toMatchObject({ bytes: String(content.length), mediaType: 'application/pdf' });
      return stored.sha256;
    });
    expect(await db.manager.countBy(EvidenceBlob, { sha256 })).toBe(1);
  });

  it('takes a content back whose record failed', async () => {
    let sha256 = '';
    const failing = services.intake.take(actor, Readable.from([await aPdf('Ghi hong')]), (_, stored) => {
      ({ sha256 } = stored);
      return Promise.reject(new Error('no record'));
    });
    await expect(failing).rejects.toThrow('no record');
    expect(await services.store.has(sha256)).toBe(false);
    expect(await db.manager.countBy(EvidenceBlob, { sha256 })).toBe(0);
  });

  it('never takes back what somebody else records at the same moment', async () => {
    const content = await aPdf('Cung luc');
    const attempt = (index: number) =>
      services.intake.take(actor, Readable.from([content]), async ({ em }, { sha256 }) => {
        await em.query('select pg_sleep(0.02)');
        if (index % 2 === 0) {
          throw new Error('no record');
        }
        return sha256;
      });
    await Promise.all(Array.from({ length: 8 }, () => db.query('select pg_sleep(0.05)')));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => attempt(index)));
    const recorded = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    for (const sha256 of recorded) {
      expect(await services.store.has(sha256)).toBe(true);
      expect(await db.manager.countBy(EvidenceBlob, { sha256 })).toBe(1);
    }
    expect(recorded.length).toBeGreaterThan(0);
  });

  it('says that a content is gone which was taken back before it was recorded', async () => {
    const content = await aPdf('Bi lay lai');
    const put = services.store.put.bind(services.store);
    jest.spyOn(services.store, 'put').mockImplementationOnce(async (file, limits) => {
      const stored = await put(file, limits);
      await services.store.discard(stored.sha256);
      return stored;
    });
    await expect(services.intake.take(actor, Readable.from([content]), () => Promise.resolve())).rejects.toMatchObject({ code: 'evidence.truncated' });
  });
});
