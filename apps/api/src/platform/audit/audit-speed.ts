import type { DataSource } from 'typeorm';
import type { AuditSealer } from './audit-sealer.service';
import type { AuditVerifier } from './audit-verifier.service';

/** Milliseconds that each part took. */
export interface AuditSpeed {
  readonly lines: number;
  readonly written: number;
  readonly sealed: number;
  readonly checked: number;
  readonly found: number;
}

interface Measured {
  readonly db: DataSource;
  readonly sealer: AuditSealer;
  readonly verifier: AuditVerifier;
}

const BATCH = 50_000;

/** Lines as saving answers writes them: about one subject in a hundred lines, a payload of a quarter of a kilobyte. */
const WRITE = `
  insert into audit_event (event, actor_id, subject_id, cycle_id, payload)
  select 'answer.saved', gen_random_uuid(), md5('subject ' || (n % $2))::uuid, md5('cycle')::uuid,
    jsonb_build_object('code', '1.' || n % 60, 'before', jsonb_build_object('numerator', n, 'denominator', n + 7), 'after', jsonb_build_object('numerator', n + 1, 'denominator', n + 7),
      'points', (n % 100) / 100.0, 'noteChanged', n % 2 = 0, 'late', false)
  from generate_series(1, $1::int) n`;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
};

/** Writes that many lines into a database of its own, seals them, checks them, and tells how long each took. */
export async function measureAudit({ db, sealer, verifier }: Measured, lines: number): Promise<AuditSpeed> {
  const written = await timed(async () => {
    for (let left = lines; left > 0; left -= BATCH) {
      await db.query(WRITE, [Math.min(BATCH, left), Math.max(1, Math.round(lines / 100))]);
    }
  });
  const sealed = await timed(() => sealer.sealAll());
  await db.query('analyze');
  let found = 0;
  const checked = await timed(async () => {
    found = (await verifier.check())?.found ?? 0;
  });
  return { lines, written, sealed, checked, found };
}
