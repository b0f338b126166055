import type { ReceiptKeyView } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../../test/app';
import { writeLines } from '../../../test/factories/audit.factory';
import { AuditSealer } from '../../platform/audit/audit-sealer.service';
import { proofFindings } from '../../platform/audit/audit-proof';
import type { KnownKeys } from '../../platform/audit/seal-document';
import { AuditSeals } from '../../platform/audit/audit-seals.service';

const SEALS = '/api/v1/public/audit-seals';

describe('the seals of the log, for everybody', () => {
  let test: TestApp;
  const subjects = Array.from({ length: 5 }, () => randomUUID());
  const proofOf = (subjectId: string, name: string) => test.app.get(AuditSeals).findProof(test.db.manager, { subjectId, event: 'agency.created', field: 'name', value: name });
  const keys = async (): Promise<KnownKeys> => {
    const listed: readonly ReceiptKeyView[] = (await test.anonymous.get('/api/v1/public/receipt-keys')).body;
    return new Map(listed.map(({ keyId, publicKey }) => [keyId, publicKey]));
  };

  beforeAll(async () => {
    test = await startTestApp();
    for (const round of [1, 2]) {
      for (const subject of subjects) await writeLines(test.db, subject, round);
      await test.app.get(AuditSealer).sealAll();
    }
  });
  afterAll(() => test.close());

  it('are listed newest first, and tell nothing of any line', async () => {
    const { body } = await test.anonymous.get(SEALS).expect(200);
    expect(body).toMatchObject({ total: 2, items: [{ number: 2, lines: 15, subjects: 5 }, { number: 1, lines: 5, previous: '0'.repeat(64) }] });
    expect(body.items[0].previous).toBe(body.items[1].digest);
    expect(JSON.stringify(body)).not.toContain(subjects[0]);
  });

  it('are found by their root, also as a code', async () => {
    const { root } = (await test.anonymous.get(SEALS)).body.items[0];
    expect((await test.anonymous.get(`${SEALS}/${root.toUpperCase()}`).expect(200)).body.number).toBe(2);
    const { headers, body } = await test.anonymous.get(`${SEALS}/${root}/code.svg`).expect(200);
    expect(headers['content-type']).toContain('image/svg+xml');
    expect(body.toString()).toContain('<svg');
    for (const unknown of ['0'.repeat(64), 'khong-phai-goc', "' or 1=1"]) {
      expect((await test.anonymous.get(`${SEALS}/${encodeURIComponent(unknown)}`).expect(404)).body.code).toBe('audit.seal-unknown');
    }
  });

  it('bear out every line with the public keys alone', async () => {
    const known = await keys();
    for (const subject of subjects) {
      const proof = await proofOf(subject, 'Sở 0');
      expect(proofFindings(proof, known)).toEqual([]);
      expect((await test.anonymous.post(`${SEALS}/check`).send(proof ?? {}).expect(200)).body).toMatchObject({ genuine: true, findings: [], kept: { number: 2 } });
    }
  });

  it.each([
    ['its line', (proof: Record<string, unknown>) => ({ ...proof, line: String(proof['line']).replace('Sở 0', 'Sở 9') })],
    ['its subject', (proof: Record<string, unknown>) => ({ ...proof, subjectId: randomUUID() })],
    ['its place', (proof: Record<string, unknown>) => ({ ...proof, position: 7 })],
    ['what came before', (proof: Record<string, unknown>) => ({ ...proof, before: 'ab'.repeat(32) })],
    ['what came later', (proof: Record<string, unknown>) => ({ ...proof, later: [] })],
    ['its path', (proof: Record<string, unknown>) => ({ ...proof, path: [] })],
    ['its seal', (proof: Record<string, unknown>) => ({ ...proof, seal: { ...Object(proof['seal']), lines: 1 } })],
  ])('do not bear out a proof with %s changed', async (_, change) => {
    const proof = await proofOf(subjects[2] ?? '', 'Sở 0');
    const { body } = await test.anonymous.post(`${SEALS}/check`).send(change({ ...proof })).expect(200);
    expect(body.genuine).toBe(false);
    expect(body.findings.length).toBeGreaterThan(0);
  });

  it('are checked by themselves too, and a genuine one that is not kept any more is told', async () => {
    const seal = (await test.anonymous.get(SEALS)).body.items[0];
    expect((await test.anonymous.post(`${SEALS}/check`).send(seal).expect(200)).body.genuine).toBe(true);
    await test.db.transaction(async (em) => {
      await em.query('set local session_replication_role = replica');
      await em.query('delete from audit_seal where number = 2');
    });
    const { body } = await test.anonymous.post(`${SEALS}/check`).send(seal).expect(200);
    expect(body).toMatchObject({ genuine: false, kept: null, findings: [expect.stringContaining('không còn niêm phong')] });
  });

  it.each([[{}], [[]], [{ format: 'par-index-audit-proof/1' }], [{ seal: null }]])('say of %j that it is nothing of ours', async (shown) => {
    const { body } = await test.anonymous.post(`${SEALS}/check`).send(shown as object).expect(200);
    expect(body).toMatchObject({ genuine: false, findings: [expect.stringContaining('không phải tệp')] });
  });
});
