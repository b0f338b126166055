import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { type Postgres, startPostgres, tempDir } from '../postgres.mjs';
import { lossesOf } from './losses.mjs';
import { Session } from './session.mjs';
import { durabilitySettings } from './settings.mjs';
import { pdfOf, Writer } from './writer.mjs';

const assessmentId = '00000000-0000-4000-8000-000000000001';
const content = pdfOf('một tài liệu');
const sha256 = createHash('sha256').update(content).digest('hex');

/** Gives out the bytes that it was told to keep. */
class Shelf extends Session {
  constructor(private readonly kept: Buffer) {
    super('http://nowhere');
  }

  override bytes(): Promise<Buffer> {
    return Promise.resolve(this.kept);
  }
}

function writerOf(saves: readonly { version: number; note: string }[]): Writer {
  const session = new Session('http://nowhere');
  const writer = new Writer({ session, assessmentId, leaf: { code: '1.1', answers: [] }, name: 'người ghi 1' });
  writer.saved.push(...saves.map((save) => ({ code: '1.1', answer: { choice: 'yes' }, ...save })));
  writer.attached.push({ code: '1.1', documentId: 'a', sha256 });
  return writer;
}

describe('The search for what was acknowledged', () => {
  let postgres: Postgres;
  let db: Client;

  beforeAll(async () => {
    postgres = await startPostgres({ dir: tempDir(), durable: false });
    db = new Client({ connectionString: postgres.url });
    await db.connect();
    await db.query(`create table answer (assessment_id uuid, code text, version int, note text, answer jsonb);
      create table answer_revision (like answer);
      create table audit_event (event text, subject_id uuid, payload jsonb)`);
  });
  afterAll(async () => {
    await db.end();
    await postgres.stop();
  });
  beforeEach(async () => {
    await db.query(`truncate answer, answer_revision, audit_event;
      insert into answer_revision select '${assessmentId}', '1.1', v, 'lần ' || v, '{"choice":"yes"}' from generate_series(1, 2) v;
      insert into answer select * from answer_revision where version = 2;
      insert into audit_event select 'answer.saved', '${assessmentId}', '{"code":"1.1"}' from generate_series(1, 2)`);
  });

  const losses = (writer: Writer, kept = content) =>
    lossesOf({ databaseUrl: postgres.url, session: new Shelf(kept), assessmentId, writers: [writer] });
  const both = [
    { version: 1, note: 'lần 1' },
    { version: 2, note: 'lần 2' },
  ];

  it('finds nothing where all is there', async () => expect(await losses(writerOf(both))).toEqual([]));

  it('finds a save that is not in the history', async () =>
    expect(await losses(writerOf([...both, { version: 3, note: 'lần 3' }]))).toEqual(['answer 1.1 version 3 «lần 3»']));

  it('finds a save whose words are not those of the history', async () =>
    expect(await losses(writerOf([{ version: 2, note: 'khác' }]))).toEqual(['answer 1.1 version 2 «khác»']));

  it('finds an answer that fell back behind what was acknowledged', async () => {
    await db.query(`update answer set version = 1, note = 'lần 1'`);
    expect(await losses(writerOf(both))).toEqual(['answer 1.1 version 2 «lần 2»']);
  });

  it('finds a change without its audit line', async () => {
    await db.query(`delete from audit_event where ctid = (select min(ctid) from audit_event)`);
    expect(await losses(writerOf(both))).toEqual(['audit of 1.1: 1 lines for 2 changes']);
  });

  it('finds a file whose bytes are not those that were sent', async () =>
    expect(await losses(writerOf(both), pdfOf('khác'))).toEqual([`file ${sha256} of 1.1`]));
});

describe('The words of npm run durability', () => {
  it('say how many write and how often is killed', () =>
    expect(durabilitySettings(['--writers', '7', '--kills', '2'])).toEqual({ writers: 7, kills: 2 }));
  it('mean 50 writers and 3 kills where nothing is said', () => expect(durabilitySettings([])).toEqual({ writers: 50, kills: 3 }));
  it.each(['0', 'x', '501'])('are refused with --writers %s', (text) =>
    expect(() => durabilitySettings(['--writers', text])).toThrow('a whole number from 1 to 500'));
});
