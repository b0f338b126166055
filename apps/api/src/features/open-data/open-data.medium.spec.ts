import type { OpenDataIndex, OpenDataManifest, OpenRanking } from '@par-index/contract';
import Ajv2020 from 'ajv/dist/2020';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CaseResult } from '@par-index/scoring';
import type { Response } from 'supertest';
import { startTestApp, type TestApp } from '../../../test/app';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aCycle } from '../../../test/factories/cycle.factory';
import { aRealGroup } from '../../../test/factories/real-group.factory';
import { digestOf } from '../../platform/digest/digest';
import { rowsOf } from '../result/published-row';
import type { SnapshotDocument } from '../result/snapshot-document';
import { SnapshotRepository } from '../result/snapshot.repository';

const workspace = resolve(__dirname, '../../../../..');
const group = aRealGroup(7);

/** A cycle of 2025 with this group, published in two editions. */
async function publish(test: TestApp): Promise<void> {
  const publishedBy = (await aPerson(test.db)).id;
  const agencies = await Promise.all(group.agencies.map(async (agency) => ({ ...agency, id: (await anAgency(test.db, { code: agency.code, name: agency.name })).id })));
  const cycleId = (await aCycle(test.db, { year: 2025, phase: 'published' })).id;
  const snapshots = test.app.get(SnapshotRepository);
  for (const edition of [1, 2]) {
    const document: SnapshotDocument = { format: 'par-index-snapshot/1', edition, cycle: { year: 2025, title: 'Kỳ 2025', leadAgency: 'Sở Nội vụ' }, groups: [{ ...group, agencies }] };
    const { snapshotId } = await snapshots.insert(test.db.manager, { cycleId, document, digest: digestOf(document), reason: `Lần ${edition}`, publishedBy });
    await snapshots.insertRows(test.db.manager, snapshotId, group.groupCode, rowsOf({ ...group, agencies }));
  }
}

describe('open data', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await publish(test);
  });
  afterAll(() => test.close());

  const get = (path: string) => test.anonymous.get(path);
  const manifestOf = async (edition: number): Promise<OpenDataManifest> => (await get(`/api/v1/public/open-data/2025/${edition}`).expect(200)).body as OpenDataManifest;

  it('lists every edition, the newest one in force, and each stays where it was', async () => {
    const { editions } = (await get('/api/v1/public/open-data').expect(200)).body as OpenDataIndex;
    expect(editions.map(({ year, edition, inForce, reason }) => ({ year, edition, inForce, reason }))).toEqual([
      { year: 2025, edition: 2, inForce: true, reason: 'Lần 2' },
      { year: 2025, edition: 1, inForce: false, reason: 'Lần 1' },
    ]);
    for (const { address } of editions) await get(address).expect(200);
  });

  it('names every file with its size and digest, which are those of the bytes', async () => {
    const { files } = await manifestOf(1);
    expect(files.map(({ name }) => name)).toEqual(['ranking-so-ban-nganh.json', 'ranking-so-ban-nganh.csv', 'criteria-so-ban-nganh.csv', 'case-so-ban-nganh.json']);
    for (const { address, bytes, sha256, mediaType } of files) {
      const answer = await get(address).buffer(true).parse(asBytes).expect(200);
      const body = answer.body as Buffer;
      expect([body.length, createHash('sha256').update(body).digest('hex')]).toEqual([bytes, sha256]);
      expect(answer.headers).toMatchObject({ 'etag': `"${sha256}"`, 'content-type': `${mediaType}; charset=utf-8`, 'access-control-allow-origin': '*' });
      await get(address).set('if-none-match', `"${sha256}"`).expect(304);
    }
  });

  it('is what its schemas say, and they refuse what is not', async () => {
    const manifest = await manifestOf(2);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    const check = async (schema: string, document: unknown): Promise<boolean> => ajv.compile((await get(schema).expect(200)).body as object)(document) as boolean;
    expect(await check('/api/v1/public/open-data-schemas/manifest.json', manifest)).toBe(true);
    for (const { address, schema } of manifest.files.filter((file) => file.schema !== null)) {
      const { body } = await get(address).expect(200);
      expect(await check(schema as string, body)).toBe(true);
      expect(await check(schema as string, { ...(body as object), agencies: [{}] })).toBe(false);
    }
  });

  it('gives the published index and rank when the command computes the case alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'par-open-data-'));
    const file = join(folder, 'case.json');
    writeFileSync(file, (await get('/api/v1/public/open-data/2025/2/case-so-ban-nganh.json').expect(200)).text);
    const printed = execFileSync(process.execPath, ['tools/run.mjs', 'tools/score.ts', file], { cwd: workspace, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    rmSync(folder, { recursive: true });
    const ranking = (await get('/api/v1/public/open-data/2025/2/ranking-so-ban-nganh.json').expect(200)).body as OpenRanking;
    const computed = (JSON.parse(printed) as CaseResult).agencies.map(({ code, index, rank }) => ({ code, index, rank }));
    const published = ranking.agencies.map(({ code, index, rank }) => ({ code, index, rank }));
    const byCode = (a: { readonly code: string }, b: { readonly code: string }) => (a.code < b.code ? -1 : 1);
    expect(computed.toSorted(byCode)).toEqual(published.toSorted(byCode));
    expect(published).toHaveLength(7);
  });

  it('has a line for each agency and criterion, with the points of the result', async () => {
    const { text } = await get('/api/v1/public/open-data/2025/2/criteria-so-ban-nganh.csv').expect(200);
    const lines = text.trimEnd().replace('\uFEFF', '').split('\r\n');
    expect(lines[0]).toBe('agency_code,criterion_code,criterion_title,max,points,excluded,remark');
    expect(lines).toHaveLength(1 + rowsOf(group).reduce((sum, { sheet }) => sum + sheet.lines.length, 0));
  });

  it('names nobody', async () => {
    const names = new Set(group.agencies.flatMap(({ layers }) => layers.map(({ decidedBy }) => decidedBy)).filter((name) => name !== ''));
    expect(names.size).toBeGreaterThan(0);
    for (const { address } of (await manifestOf(2)).files) {
      const { text } = await get(address).buffer(true);
      for (const name of names) expect(text).not.toContain(name);
    }
  });

  it.each(['2024/1', '2025/3', '2025/0', '2025/x', '99999/1'])('knows no %s', (edition) => get(`/api/v1/public/open-data/${edition}`).expect(404));
  it.each(['ranking-xa-phuong.json', '..%2F..%2Fpackage.json', 'constructor'])('knows no file %s', (name) => get(`/api/v1/public/open-data/2025/1/${name}`).expect(404));
  it.each(['nothing.json', 'constructor', '__proto__'])('knows no schema %s', (name) => get(`/api/v1/public/open-data-schemas/${name}`).expect(404));

  it('leaves out what the province does not make public', async () => {
    const closed = await startTestApp({ PAR_PUBLIC_FIELDS: 'criteria' });
    await publish(closed);
    const { files } = (await closed.anonymous.get('/api/v1/public/open-data/2025/1').expect(200)).body as OpenDataManifest;
    expect(files.map(({ name }) => name)).toEqual(['ranking-so-ban-nganh.json', 'ranking-so-ban-nganh.csv', 'criteria-so-ban-nganh.csv']);
    const { text } = await closed.anonymous.get(files[2]?.address ?? '').expect(200);
    expect(text.split('\r\n')[0]).not.toContain('remark');
    await closed.close();
  });
});

function asBytes(response: Response, done: (error: Error | null, bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}
