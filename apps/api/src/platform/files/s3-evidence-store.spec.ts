import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { aPdf, aPng } from '../../../test/factories/evidence-file.factory';
import { S3EvidenceStore, type S3Settings } from './s3-evidence-store';

const LIMITS = { maxBytes: 2 * 1024 * 1024 };
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('S3EvidenceStore, on a real server of that protocol', () => {
  let folder: string;
  let server: S3rver;
  let settings: S3Settings;
  let store: S3EvidenceStore;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'par-s3-'));
    server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: join(folder, 'bucket'), configureBuckets: [{ name: 'par-index', configs: [] }] });
    const { port } = await server.run();
    settings = {
      ...{ PAR_DATA_DIR: folder, S3_BUCKET: 'par-index', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_REGION: 'us-east-1' },
      ...{ S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
    };
    store = await S3EvidenceStore.open(settings);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const incoming = (): readonly string[] => readdirSync(join(folder, 'incoming'));

  it('keeps a file under its digest, and gives it and a part of it back', async () => {
    const pdf = await aPdf();
    const sha256 = digestOf(pdf);
    expect(await store.put(Readable.from([pdf]), LIMITS)).toEqual({ sha256, bytes: pdf.length, mediaType: 'application/pdf', pages: null });
    expect(await buffer(await store.open(sha256))).toEqual(pdf);
    expect(await buffer(await store.open(sha256, { start: 1, end: 3 }))).toEqual(Buffer.from('PDF'));
    expect(incoming()).toEqual([]);
  });

  it('keeps the same content once, also of many at once', async () => {
    const png = aPng(5);
    const kept = await Promise.all(Array.from({ length: 5 }, () => store.put(Readable.from([png]), LIMITS)));
    expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await buffer(await store.open(digestOf(png)))).toEqual(png);
    expect(incoming()).toEqual([]);
  });

  it('refuses what the folder refuses, and keeps nothing of it', async () => {
    const text = Buffer.from('just some words');
    await expect(store.put(Readable.from([text]), LIMITS)).rejects.toMatchObject({ code: 'evidence.type-refused' });
    await expect(store.put(Readable.from([]), LIMITS)).rejects.toMatchObject({ code: 'evidence.empty' });
    await expect(store.put(Readable.from([aPng()]), { maxBytes: 10 })).rejects.toMatchObject({ code: 'evidence.too-large' });
    expect(await store.has(digestOf(text))).toBe(false);
    expect(incoming()).toEqual([]);
  });

  it('knows what it has, and takes back what nobody will name', async () => {
    const { sha256 } = await store.put(Readable.from([aPng(9)]), LIMITS);
    expect(await store.has(sha256)).toBe(true);
    await store.discard(sha256);
    await store.discard(sha256);
    expect(await store.has(sha256)).toBe(false);
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'record.not-found' });
  });

  it.each(['../../../etc/passwd', '', 'A'.repeat(64)])('finds nothing under «%s»', async (name) => {
    await expect(store.open(name)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(store.has(name)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(store.discard(name)).rejects.toMatchObject({ code: 'record.not-found' });
  });

  it('what one server kept, another one has', async () => {
    const { sha256 } = await store.put(Readable.from([aPng(11)]), LIMITS);
    expect(await (await S3EvidenceStore.open(settings)).has(sha256)).toBe(true);
  });

  it('a store that is away fails the upload, keeps nothing here, and does not say that the file is not there', async () => {
    const away = await S3EvidenceStore.open({ ...settings, S3_ENDPOINT: 'http://127.0.0.1:9' });
    await expect(away.put(Readable.from([aPng()]), LIMITS)).rejects.not.toMatchObject({ code: 'record.not-found' });
    await expect(away.has('a'.repeat(64))).rejects.toThrow();
    expect(incoming()).toEqual([]);
  });
});
