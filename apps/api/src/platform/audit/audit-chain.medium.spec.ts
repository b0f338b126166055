import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { auditParts, type AuditParts, writeLines } from '../../../test/factories/audit.factory';
import { LINE_TEXT, linkHash, sha256 } from './line-digest';

/** As a superuser who has put every trigger to sleep. */
async function behindTheBack(db: DataSource, ...statements: readonly string[]): Promise<void> {
  await db.transaction(async (em) => {
    await em.query('set local session_replication_role = replica');
    for (const statement of statements) await em.query(statement);
  });
}

describe('the chains of the audit log', () => {
  let db: DataSource;
  let parts: AuditParts;
  let folder: string;
  const [one, other] = [randomUUID(), randomUUID()] as const;

  const found = async () => (await parts.verifier.check())?.findings ?? [];
  const lineAt = async (subject: string, position: number): Promise<string> =>
    (await db.query('select event_id as id from audit_link where subject_id = $1 and position = $2', [subject, position]))[0].id;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'par-audit-'));
    db = await openTestDatabase();
    parts = auditParts(db, folder);
    await writeLines(db, one, 3);
    await writeLines(db, other, 2);
    await parts.sealer.sealAll();
    await writeLines(db, one, 2);
    await writeLines(db, other, 1);
    await parts.sealer.sealAll();
  });
  afterEach(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are whole as they were written, sealed or not', async () => {
    await writeLines(db, one, 2);
    const check = await parts.verifier.check();
    expect(check).toMatchObject({ found: 0, checked: 10, last: { number: 2, lines: 8 } });
  });

  it('are the same when the database tells the digest and when the check computes it', async () => {
    await unitOfWorkOf(db).runAsSystem((tx) => tx.audit('agency.created', { id: one, cycleId: randomUUID() }, { code: 'x', name: 'Sở «Ví dụ» \n "1.10"' }));
    await db.query(`insert into audit_event (event, subject_id, payload) values ('a.b', $1, '{"n": 1.10, "z": null, "a": [1, "ờ"]}')`, [one]);
    expect(await found()).toEqual([]);
  });

  it('are not sealed again when nothing was written', async () => {
    expect(await parts.sealer.sealNext()).toBeNull();
  });

  it.each([
    ['a payload', `payload = '{"code": "khác"}'`],
    ['a time', `at = at - interval '1 second'`],
    ['a person', 'actor_id = gen_random_uuid()'],
    ['an event', `event = 'agency.edited'`],
    ['a cycle', 'cycle_id = gen_random_uuid()'],
    ['a subject', 'subject_id = gen_random_uuid()'],
  ])('tell which line had %s changed', async (_, change) => {
    const id = await lineAt(one, 2);
    await behindTheBack(db, `update audit_event set ${change} where id = '${id}'`);
    expect(await found()).toMatchObject([{ kind: 'line-changed', subjectId: one, eventId: id, position: 2, seal: 1 }]);
  });

  it('tell which line was deleted', async () => {
    const id = await lineAt(one, 4);
    await behindTheBack(db, `delete from audit_event where id = '${id}'`);
    expect(await found()).toMatchObject([{ kind: 'line-removed', subjectId: one, eventId: id, position: 4, seal: 2 }]);
  });

  it('tell which line was deleted together with its link', async () => {
    const id = await lineAt(one, 2);
    await behindTheBack(db, `delete from audit_event where id = '${id}'`, `delete from audit_link where event_id = '${id}'`);
    expect(await found()).toMatchObject([{ kind: 'line-removed', subjectId: one, position: 2 }]);
  });

  it('tell which line was inserted', async () => {
    const id = randomUUID();
    await behindTheBack(db, `insert into audit_event (id, event, subject_id, payload) values ('${id}', 'agency.created', '${one}', '{}')`);
    expect(await found()).toMatchObject([{ kind: 'line-added', subjectId: one, eventId: id }]);
  });

  it('tell which line was inserted with a link of its own', async () => {
    const id = randomUUID();
    const link = `insert into audit_link values ('${id}', '${other}', 4, 2, decode('${'ab'.repeat(32)}', 'hex'), decode('${'cd'.repeat(32)}', 'hex'))`;
    await behindTheBack(db, `insert into audit_event (id, event, subject_id, payload) values ('${id}', 'agency.created', '${other}', '{}')`, link);
    const kinds = (await found()).filter(({ subjectId }) => subjectId === other).map(({ kind, position }) => `${kind} ${String(position)}`);
    expect(kinds).toEqual(['line-changed 4', 'link-broken 4', 'line-added 4', 'register-differs null']);
  });

  it('tell where two lines changed places', async () => {
    const [first, second] = [await lineAt(one, 1), await lineAt(one, 2)];
    const move = (id: string, position: number): string => `update audit_link set position = ${String(position)} where event_id = '${id}'`;
    await behindTheBack(db, move(first, 99), move(second, 1), move(first, 2));
    expect(await found()).toMatchObject([{ kind: 'link-broken', subjectId: one, position: 1 }]);
  });

  it('tell what was rewritten with every link after it: the sealed head gives it away', async () => {
    const rows: { id: string; position: number; digest: string }[] = await db.query(
      `select event_id as id, position, encode(digest, 'hex') as digest from audit_link where subject_id = $1 order by position`, [one]);
    let hash = '0'.repeat(64);
    const statements: string[] = [`update audit_event set payload = '{}' where id = '${rows[1]?.id ?? ''}'`];
    for (const { id, position, digest } of rows) {
      const value = position === 2 ? sha256(await textWith(db, id, '{}')) : digest;
      hash = linkHash(hash, value);
      statements.push(`update audit_link set digest = decode('${value}', 'hex'), hash = decode('${hash}', 'hex') where event_id = '${id}'`);
    }
    statements.push(`update audit_subject set hash = decode('${hash}', 'hex') where subject_id = '${one}'`);
    await behindTheBack(db, ...statements);
    expect(await found()).toMatchObject([{ kind: 'head-differs', subjectId: one, position: 1, seal: 1 }]);
  });

  it('tell that the end of a chain is missing, against the last seal', async () => {
    const [fourth, fifth] = [await lineAt(one, 4), await lineAt(one, 5)];
    const gone = `('${fourth}', '${fifth}')`;
    const register = `update audit_subject set lines = 3, hash = (select hash from audit_link where subject_id = '${one}' and position = 3) where subject_id = '${one}'`;
    await behindTheBack(db, `delete from audit_event where id in ${gone}`, `delete from audit_link where event_id in ${gone}`, register);
    expect(await found()).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'end-missing', subjectId: one, position: 4, seal: 2 })]));
  });

  it('tell that a whole chain is missing', async () => {
    const tables = ['audit_event', 'audit_link', 'audit_subject'];
    await behindTheBack(db, ...tables.map((table) => `delete from ${table} where subject_id = '${other}'`));
    expect((await found())[0]).toMatchObject({ kind: 'end-missing', subjectId: other, position: 1, seal: 1 });
  });

  it.each([
    ['its root', `root = '${'0'.repeat(64)}'`, 'seal-changed'],
    ['its time', `sealed_at = sealed_at + interval '1 day'`, 'seal-changed'],
    ['its heads', `heads = jsonb_set(heads, '{0,1}', '7')`, 'seal-changed'],
    ['its signature', `signature = 'AAAA'`, 'seal-unsigned'],
  ])('tell that a seal had %s changed', async (_, change, kind) => {
    await behindTheBack(db, `update audit_seal set ${change} where number = 2`);
    expect((await found())[0]).toMatchObject({ kind, seal: 2 });
  });

  it('tell that a seal in the middle is missing', async () => {
    await writeLines(db, one, 1);
    await parts.sealer.sealAll();
    await behindTheBack(db, 'delete from audit_seal where number = 2');
    expect(await found()).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'seal-missing', seal: 2 })]));
  });

  it('tell that the end was taken back with its seal, by the seal that the server noted outside the database', async () => {
    const takenBack = ['delete from audit_event where id in (select event_id from audit_link where seal = 2)', 'delete from audit_link where seal = 2', 'delete from audit_seal where number = 2'];
    await behindTheBack(db, ...takenBack, `update audit_subject s set lines = l.position, hash = l.hash from audit_link l where l.subject_id = s.subject_id
      and l.position = (select max(position) from audit_link m where m.subject_id = s.subject_id)`);
    expect(await found()).toMatchObject([{ kind: 'end-missing', seal: 2 }]);
  });

  it('tell that a root known from elsewhere is not there any more', async () => {
    const root: string = (await db.query('select root from audit_seal where number = 1'))[0].root;
    expect((await parts.verifier.check({ root }))?.found).toBe(0);
    expect((await parts.verifier.check({ root: sha256('another') }))?.findings).toMatchObject([{ kind: 'seal-missing' }]);
  });

  it('tell what was changed or deleted before it was sealed, also after it is', async () => {
    await writeLines(db, one, 2);
    const waiting: { id: string }[] = await db.query('select event_id as id from audit_pending order by number');
    await behindTheBack(db, `update audit_event set payload = '{}' where id = '${waiting[0]?.id ?? ''}'`, `delete from audit_event where id = '${waiting[1]?.id ?? ''}'`);
    const kinds = ['line-changed', 'line-removed'];
    expect((await found()).map(({ kind }) => kind)).toEqual(kinds);
    await parts.sealer.sealAll();
    expect((await found()).map(({ kind, position }) => [kind, position])).toEqual([['line-changed', 6], ['line-removed', 7]]);
  });

  it('are sealed by one of several servers at a time, and lose no line', async () => {
    await writeLines(db, one, 500);
    await Promise.all([parts.sealer.sealAll(), auditParts(db, folder).sealer.sealAll(), writeLines(db, other, 300)]);
    await parts.sealer.sealAll();
    expect(await parts.verifier.check()).toMatchObject({ found: 0, checked: 808, last: { lines: 808 } });
  });

  it('keep no writer waiting while they are sealed', async () => {
    await writeLines(db, one, 1);
    await db.transaction(async (em) => {
      await parts.chains.holdsLock(em);
      await parts.chains.takePending(em, 10);
      await expect(Promise.all([writeLines(db, one, 1), writeLines(db, other, 1)])).resolves.toBeDefined();
      throw new Error('undone');
    }).catch((error: Error) => expect(error.message).toBe('undone'));
    await parts.sealer.sealAll();
    expect(await found()).toEqual([]);
  });

  it('and their seals are never changed in the ordinary way', async () => {
    for (const table of ['audit_link', 'audit_seal']) {
      await expect(db.query(`delete from ${table}`)).rejects.toThrow('written once');
      await expect(db.query(`update ${table} set seal = 1`.replace('audit_seal set seal', 'audit_seal set lines'))).rejects.toThrow('written once');
    }
  });
});

/** What a line's text would be with another payload. */
async function textWith(db: DataSource, id: string, payload: string): Promise<string> {
  const rows: { line: string }[] = await db.query(`select ${LINE_TEXT.replace('e.payload::text', `'${payload}'`)} as line from audit_event e where id = $1`, [id]);
  return rows[0]?.line ?? '';
}
