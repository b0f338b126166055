import { Readable } from 'node:stream';
import { startTestApp, type TestApp } from '../../../test/app';
import { emptyDatabaseUrl } from '../../../test/database';
import { anAgency } from '../../../test/factories/agency.factory';
import { aPdf } from '../../../test/factories/evidence-file.factory';
import { aUser } from '../../../test/factories/user.factory';
import { Config, configFrom } from '../../platform/config/config';
import { EvidenceStore } from '../../platform/files/evidence-store';
import { examine, type Finding } from './examine';

describe('npm run doctor', () => {
  let test: TestApp;
  const of = async (subject: string, config: Config = test.app.get(Config)): Promise<Finding | undefined> => (await examine(config)).find((finding) => finding.subject === subject);
  const withSetting = (setting: Readonly<Record<string, string>>): Config => {
    const { DATABASE_URL, SESSION_SECRET, PAR_DATA_DIR } = test.app.get(Config);
    return configFrom({ DATABASE_URL, SESSION_SECRET, PAR_DATA_DIR, ...setting });
  };

  beforeAll(async () => {
    test = await startTestApp();
    const { id: agencyId } = await anAgency(test.db);
    for (let person = 0; person < 2; person += 1) await aUser(test.db, { grants: [{ role: 'admin', agencyId }] });
  });
  afterAll(() => test.close());

  it('finds nothing wrong with a system that works', async () => {
    const findings = await examine(test.app.get(Config));
    expect(findings.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(findings.map(({ subject }) => subject)).toEqual(['Thư mục dữ liệu', 'Giao diện', 'Khóa ký', 'Thư', 'Cơ sở dữ liệu', 'Lược đồ', 'Người quản trị', 'Minh chứng', 'Niêm phong nhật ký']);
  });

  it('says that the database does not answer, and looks at the rest all the same', async () => {
    const findings = await examine(withSetting({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }));
    expect(findings.at(-1)).toMatchObject({ subject: 'Cơ sở dữ liệu', verdict: 'wrong' });
    expect(findings).toHaveLength(5);
  });

  it('tells an empty database from one of another version', async () => {
    expect(await of('Lược đồ', withSetting({ DATABASE_URL: await emptyDatabaseUrl() }))).toMatchObject({ verdict: 'wrong', detail: expect.stringContaining('còn trống') });
    await test.db.query(`insert into migrations (timestamp, name) values (9999999999999, 'Later9999999999999')`);
    expect(await of('Lược đồ')).toMatchObject({ verdict: 'wrong', detail: expect.stringContaining('Later9999999999999') });
    await test.db.query(`delete from migrations where name = 'Later9999999999999'`);
  });

  it('names evidence that is missing', async () => {
    const stored = await test.app.get(EvidenceStore).put(Readable.from([await aPdf()]), { maxBytes: 1e6 });
    await test.db.query('insert into evidence_blob (sha256, bytes, media_type) values ($1, $2, $3)', [stored.sha256, stored.bytes, stored.mediaType]);
    expect(await of('Minh chứng')).toMatchObject({ verdict: 'well' });
    await test.app.get(EvidenceStore).discard(stored.sha256);
    expect(await of('Minh chứng')).toMatchObject({ verdict: 'wrong', detail: expect.stringContaining(stored.sha256) });
  });

  it('says what is worth a look: lines that wait for a seal, and mails that go nowhere', async () => {
    await test.db.query(`insert into audit_event (event, subject_id, payload) values ('agency.created', gen_random_uuid(), '{}')`);
    expect(await of('Niêm phong nhật ký')).toMatchObject({ verdict: 'worth', detail: expect.stringContaining('audit-seal') });
    expect(await of('Thư')).toMatchObject({ verdict: 'worth' });
  });
});
