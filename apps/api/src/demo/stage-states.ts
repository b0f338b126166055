import { randomUUID } from 'node:crypto';
import type { PhaseWindow } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { PlayedAssessment } from './cycle-play';
import { insertRows } from './rows';
import { backdateTold } from './told';

/** The head's signature under each of these assessments, with its audit line. */
export async function markSubmitted(em: EntityManager, played: readonly PlayedAssessment[]): Promise<void> {
  const rows = played.map((one) => ({ id: one.id, at: one.at, by: one.headId, late: one.declarer.course === 'submitted-late' }));
  await em.query(
    `update assessment a set state = 'submitted', submitted_at = r.at, submitted_by = r.by, late = r.late, version = a.version + 1
     from jsonb_to_recordset($1::jsonb) as r(id uuid, at timestamptz, by uuid, late boolean) where a.id = r.id`,
    [JSON.stringify(rows)],
  );
  await insertRows(em, 'audit_event', played.map(({ id, cycleId, headId, at, declarer }) => ({
    ...{ id: randomUUID(), event: 'assessment.moved', actor_id: headId, subject_id: id, cycle_id: cycleId, at },
    payload: { action: 'submit', from: 'drafting', to: 'submitted', reason: null, late: declarer.course === 'submitted-late' },
  })));
}

/** An own deadline for these agencies; those whose officer is done wait for their head. */
export async function extend(em: EntityManager, played: readonly PlayedAssessment[], until: { readonly deadlineAt: Date; readonly closeAt: Date }): Promise<void> {
  await em.query(
    `insert into participant_extension (participant_id, phase, deadline_at, close_at, reason, granted_by)
     select t.id, 'self-assessment', $2, $3, $4, (select u.id from user_account u where u.user_name = 'noivu') from unnest($1::uuid[]) as t(id)`,
    [played.map(({ participantId }) => participantId), until.deadlineAt, until.closeAt, 'Hệ thống của đơn vị gặp sự cố trong tuần cuối; Sở Nội vụ đồng ý gia hạn.'],
  );
  await em.query('update participant set version = version + 1 where id = any($1::uuid[])', [played.map(({ participantId }) => participantId)]);
  const waiting = played.filter(({ declarer }) => declarer.course === 'awaiting-head-extended').map(({ id }) => id);
  await em.query(`update assessment set state = 'awaiting-head', version = version + 1 where id = any($1::uuid[])`, [waiting]);
}

/** Puts a cycle where it would stand in time: the demonstration plays a year in seconds. */
export async function backdate(em: EntityManager, cycleId: string, { windows, publishedAt }: { readonly windows: readonly PhaseWindow[]; readonly publishedAt: Date | null }): Promise<void> {
  await em.query(
    `update cycle_window w set opens_at = r."opensAt", deadline_at = r."deadlineAt", close_at = r."closeAt"
     from jsonb_to_recordset($2::jsonb) as r(phase text, "opensAt" timestamptz, "deadlineAt" timestamptz, "closeAt" timestamptz)
     where w.cycle_id = $1 and w.phase = r.phase`,
    [cycleId, JSON.stringify(windows)],
  );
  await backdateTold(em, cycleId, publishedAt);
  if (publishedAt) {
    await em.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query('update result_snapshot set published_at = $2 where cycle_id = $1', [cycleId, publishedAt]);
    });
  }
}
