import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { auditParts, type AuditParts, writeLines } from '../../../test/factories/audit.factory';
import { ServerKey } from '../signature/server-key';
import { checkFile } from './check-file';

const each = (lines: readonly string[]): AsyncIterable<string> => Readable.from(lines);

describe('an exported log', () => {
  let db: DataSource;
  let parts: AuditParts;
  let folder: string;
  let full: string[];
  const subject = randomUUID();

  const exported = async (kind: 'full' | 'open'): Promise<string[]> => {
    const lines: string[] = [];
    await parts.verifier.export((line) => Promise.resolve(void lines.push(line)), kind);
    return lines;
  };
  const changed = (from: string | RegExp, to: string): readonly string[] => full.map((line) => line.replace(from, to));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'par-audit-'));
    db = await openTestDatabase();
    parts = auditParts(db, folder);
    await writeLines(db, subject, 3);
    await parts.sealer.sealAll();
    await writeLines(db, randomUUID(), 1);
    await parts.sealer.sealAll();
    await writeLines(db, subject, 1);
    full = await exported('full');
  });
  afterAll(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is checked without a database', async () => {
    expect(await checkFile(each(full), null)).toMatchObject({ found: 0, checked: 5, last: { number: 2, lines: 4 } });
  });

  it('without what stands in the lines is checked as to chains and seals', async () => {
    const open = await exported('open');
    expect(open.join('')).not.toContain('so-1');
    expect(await checkFile(each(open), null)).toMatchObject({ found: 0, checked: 5 });
  });

  it('names the line that was changed in it', async () => {
    expect((await checkFile(each(changed('so-1', 'so-9')), null)).findings).toMatchObject([{ kind: 'line-changed', subjectId: subject, position: 2 }]);
  });

  it('is not believed when it brings a key of its own instead of ours', async () => {
    const stranger = ServerKey.generate();
    const keys = new Map([[stranger.keyId, stranger.publicKey]]);
    expect((await checkFile(each(full), keys)).findings[0]).toMatchObject({ kind: 'seal-unsigned', seal: 1 });
  });

  it.each([
    ['that was cut off', () => full.slice(0, -1), 'cắt mất phần cuối'],
    ['that is empty', () => [], 'cắt mất phần cuối'],
    ['that is something else', () => ['{"format":"other"}'], 'không phải nhật ký'],
    ['cut in the middle of a line', () => [full[0] ?? '', (full[1] ?? '').slice(0, 40)], 'không phải JSON'],
    ['with a strange part', () => [full[0] ?? '', '{"kind":"other"}'], 'không phải của nhật ký'],
  ])('%s is refused', async (_, lines, said) => {
    await expect(checkFile(each(lines()), null)).rejects.toThrow(said);
  });
});
