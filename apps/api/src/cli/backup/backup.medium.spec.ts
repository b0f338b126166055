import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../../test/app';
import { emptyDatabaseUrl } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aPdf } from '../../../test/factories/evidence-file.factory';
import { aUser, PASSWORD } from '../../../test/factories/user.factory';
import { AuditSealer } from '../../platform/audit/audit-sealer.service';
import { AuditVerifier } from '../../platform/audit/audit-verifier.service';
import { Config } from '../../platform/config/config';
import { DiskEvidenceStore } from '../../platform/files/disk-evidence-store';
import { EvidenceStore } from '../../platform/files/evidence-store';
import { ServerKey } from '../../platform/signature/server-key';
import { checkArchive } from './archive-reader';
import { makeBackup } from './make-backup';
import type { SignedManifest } from './manifest';
import { restoreBackup, type RestoreTarget } from './restore-backup';

describe('a backup', () => {
  let test: TestApp;
  let folder: string;
  let file: string;
  let saved: SignedManifest;
  let sha256: string;
  let userName: string;
  let places = 0;

  const source = () => ({ databaseUrl: test.app.get(Config).DATABASE_URL, store: test.app.get(EvidenceStore), key: test.app.get(ServerKey) });
  const emptyPlace = async (): Promise<RestoreTarget & { readonly dataFolder: string; readonly evidenceFolder: string }> => {
    const dataFolder = join(folder, `place-${String((places += 1))}`);
    return { databaseUrl: await emptyDatabaseUrl(), dataFolder, evidenceFolder: join(dataFolder, 'evidence'), openStore: () => DiskEvidenceStore.in(dataFolder), signedBy: null };
  };
  const tablesIn = async (databaseUrl: string): Promise<number> => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace`);
    await client.end();
    return rows[0]?.count ?? 0;
  };
  /** The archive with its unpacked bytes changed. */
  const altered = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)))));
    return path;
  };
  const replaced = (from: string, to: string) => (bytes: Buffer): Buffer => {
    const at = bytes.indexOf(from);
    expect(at).toBeGreaterThan(0);
    const copy = Buffer.from(bytes);
    copy.write(to, at);
    return copy;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'par-backup-'));
    file = join(folder, 'province.tar.gz');
    test = await startTestApp();
    const { id: agencyId } = await anAgency(test.db, { name: 'Sở «Tab\tvà \\ xuống\ndòng»' });
    const user = await aUser(test.db, { grants: [{ role: 'admin', agencyId }] });
    userName = user.userName;
    const admin = await test.signedIn(user.id);
    await admin.post('/api/v1/agencies').send({ code: 'so-moi', name: 'Sở Mới', shortName: 'SM', groupCode: 'so-ban-nganh' }).expect(201);
    const stored = await test.app.get(EvidenceStore).put(Readable.from([await aPdf()]), { maxBytes: 1e6 });
    sha256 = stored.sha256;
    await test.db.query('insert into evidence_blob (sha256, bytes, media_type) values ($1, $2, $3)', [sha256, stored.bytes, stored.mediaType]);
    await test.app.get(AuditSealer).sealAll();
    saved = await makeBackup(source(), file);
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('put back into an empty place gives equal digests, and the system starts there and lets its people in', async () => {
    const place = await emptyPlace();
    await restoreBackup(place, file);
    const again = await makeBackup({ databaseUrl: place.databaseUrl, store: await place.openStore(), key: test.app.get(ServerKey) }, join(folder, 'again.tar.gz'));
    const digests = ({ manifest }: SignedManifest) => ({ tables: manifest.tables, sequences: manifest.sequences, evidence: manifest.evidence });
    expect(digests(again)).toEqual(digests(saved));
    const restored = await startTestApp({ DATABASE_URL: place.databaseUrl, PAR_DATA_DIR: place.dataFolder });
    try {
      await restored.anonymous.post('/api/v1/session').send({ userName, password: PASSWORD }).expect(201);
      expect(await restored.app.get(EvidenceStore).has(sha256)).toBe(true);
      await restored.app.get(AuditSealer).sealAll();
      expect(await restored.app.get(AuditVerifier).check()).toMatchObject({ found: 0 });
      await expect(restored.db.query('delete from audit_event')).rejects.toThrow('written once');
    } finally {
      await restored.close();
    }
  });

  it('is of one moment, though people go on writing', async () => {
    const writing = Array.from({ length: 20 }, (_, place) => anAgency(test.db, { code: `luc-nay-${String(place)}` }));
    const [now] = await Promise.all([makeBackup(source(), join(folder, 'meanwhile.tar.gz')), ...writing]);
    await restoreBackup(await emptyPlace(), join(folder, 'meanwhile.tar.gz'));
    expect(now.manifest.tables.length).toBe(saved.manifest.tables.length);
  });

  it('names every evidence file, and those that are damaged', async () => {
    expect(saved.manifest).toMatchObject({ evidence: [{ sha256 }], damaged: [] });
    const gone = 'ab'.repeat(32);
    await test.db.query(`insert into evidence_blob (sha256, bytes, media_type) values ($1, 5, 'application/pdf')`, [gone]);
    const { manifest } = await makeBackup(source(), join(folder, 'gone.tar.gz'));
    await test.db.query('delete from evidence_blob where sha256 = $1', [gone]);
    expect(manifest).toMatchObject({ evidence: [{ sha256 }], damaged: [gone] });
  });

  it('never stands under its name before it is whole, and over no other file', async () => {
    await expect(makeBackup(source(), file)).rejects.toThrow('không ghi đè');
    const store = { has: () => Promise.reject(new Error('the disk is gone')) } as unknown as EvidenceStore;
    const failing = join(folder, 'failing.tar.gz');
    await expect(makeBackup({ ...source(), store }, failing)).rejects.toThrow('the disk is gone');
    expect(() => statSync(failing)).toThrow('ENOENT');
    expect(() => statSync(`${failing}.partial`)).toThrow('ENOENT');
  });

  it.each([
    ['cut off at half', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2)), 'cắt cụt'],
    ['without its last bytes', (path: string) => truncateSync(path, statSync(path).size - 9), 'cắt cụt'],
    ['empty', (path: string) => truncateSync(path, 0), 'cắt cụt'],
  ])('that is %s is refused before anything is written', async (name, cut, said) => {
    const path = join(folder, `${name}.tar.gz`);
    writeFileSync(path, readFileSync(file));
    cut(path);
    const place = await emptyPlace();
    await expect(restoreBackup(place, path)).rejects.toThrow(said);
    expect(await tablesIn(place.databaseUrl)).toBe(0);
    expect(() => statSync(place.evidenceFolder)).toThrow('ENOENT');
  });

  it.each([
    ['a row', () => replaced('Sở Mới', 'Sở Cũ '), 'không còn như khi sao lưu'],
    ['a file', () => replaced('%PDF-1.', '%PDF-2.'), 'đã bị sửa'],
    ['the manifest', () => replaced('"madeAt":"20', '"madeAt":"19'), 'chữ ký không khớp'],
    ['the manifest beyond reading', () => replaced('{"manifest"', '["manifest"'), 'không phải bản sao lưu'],
  ])('in which %s was altered is refused before anything is written', async (name, change, said) => {
    const place = await emptyPlace();
    await expect(restoreBackup(place, altered(`${name}.tar.gz`, change()))).rejects.toThrow(said);
    expect(await tablesIn(place.databaseUrl)).toBe(0);
  });

  it('is refused when another key than the expected one has signed it', async () => {
    await expect(restoreBackup({ ...(await emptyPlace()), signedBy: '0123456789abcdef' }, file)).rejects.toThrow('được ký bằng khóa');
    expect((await checkArchive(file)).keyId).toBe(saved.keyId);
  });

  it('is not put where something is already', async () => {
    await expect(restoreBackup({ ...(await emptyPlace()), databaseUrl: source().databaseUrl }, file)).rejects.toThrow('đã có dữ liệu');
    const place = await emptyPlace();
    await (await place.openStore()).put(Readable.from([await aPdf('khác')]), { maxBytes: 1e6 });
    await expect(restoreBackup(place, file)).rejects.toThrow('đã có tệp');
  });
});
