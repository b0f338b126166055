import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase } from '../../../test/database';
import { auditParts } from '../../../test/factories/audit.factory';
import { measureAudit } from './audit-speed';

/** A million a minute; the machine of a test run does a few other things meanwhile. */
const MILLISECONDS_A_LINE = 60_000 / 1_000_000;
const BUSY = 3;
const LINES = 30_000;

describe('a long log', () => {
  it('is checked at about a million lines a minute, also while the machine is busy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'par-audit-'));
    const db = await openTestDatabase();
    try {
      const speed = await measureAudit({ db, ...auditParts(db, folder) }, LINES);
      expect(speed.found).toBe(0);
      expect(speed.checked).toBeLessThan(BUSY * MILLISECONDS_A_LINE * LINES);
    } finally {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
