import { Injectable } from '@nestjs/common';
import type { ExplanationRoundView } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

interface RoundRow {
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly late: boolean;
  readonly silentAt: Date | null;
}

/** An assessment whose round ends without a word, and its cycle. */
export interface SilentRow {
  readonly id: string;
  readonly cycleId: string;
}

export interface RoundSubmission {
  readonly userId: string;
  readonly now: Date;
  readonly late: boolean;
}

export const NO_ROUND: ExplanationRoundView = { state: 'none', openedAt: null, submittedAt: null, submittedBy: null, late: false };

@Injectable()
export class RoundRepository {
  async view(em: EntityManager, assessmentId: string): Promise<ExplanationRoundView> {
    const [row]: readonly RoundRow[] = await em.query(
      `select r.opened_at as "openedAt", r.submitted_at as "submittedAt", u.full_name as "submittedBy", r.late, r.silent_at as "silentAt"
       from explanation_round r left join user_account u on u.id = r.submitted_by where r.assessment_id = $1`,
      [assessmentId],
    );
    return row ? toView(row) : NO_ROUND;
  }

  async open(em: EntityManager, assessmentId: string, now: Date): Promise<void> {
    await em.query('insert into explanation_round (assessment_id, opened_at) values ($1, $2) on conflict (assessment_id) do nothing', [assessmentId, now]);
  }

  async submit(em: EntityManager, assessmentId: string, { userId, now, late }: RoundSubmission): Promise<void> {
    await this.open(em, assessmentId, now);
    await em.query('update explanation_round set submitted_at = $2, submitted_by = $3, late = $4 where assessment_id = $1', [assessmentId, now, userId, late]);
  }

  async endInSilence(em: EntityManager, assessmentId: string, now: Date): Promise<void> {
    await this.open(em, assessmentId, now);
    await em.query('update explanation_round set silent_at = $2 where assessment_id = $1', [assessmentId, now]);
  }

  /** Those at work whose close has passed. */
  listClosed(em: EntityManager): Promise<readonly SilentRow[]> {
    return em.query(`${EXPLAINING} where a.state = 'explaining' and w.close_at < now() order by a.cycle_id, a.id`);
  }

  /** Those at work in a cycle; `beyond`: only those that an extension does not carry beyond the phase. */
  listAtWork(em: EntityManager, cycleId: string, which: 'all' | 'beyond'): Promise<readonly SilentRow[]> {
    return em.query(
      `${EXPLAINING} where a.cycle_id = $1 and a.state = 'explaining' and ($2 = 'all' or not exists (
         select from participant_extension x
         where x.participant_id = a.participant_id and x.phase = 'explanation' and x.superseded_at is null and x.close_at >= now())) order by a.id`,
      [cycleId, which],
    );
  }

  /** What was explained before there was anything to decide of it, or is no longer to be: `completeDone` says which. */
  async listExplained(em: EntityManager, cycleId: string): Promise<readonly string[]> {
    const rows: readonly { readonly id: string }[] = await em.query(`select id from assessment where cycle_id = $1 and state = 'explained' order by id`, [cycleId]);
    return rows.map(({ id }) => id);
  }
}

const EXPLAINING = 'select a.id, a.cycle_id as "cycleId" from assessment a left join lateral explanation_window(a.id) w on true';

function toView({ openedAt, submittedAt, submittedBy, late, silentAt }: RoundRow): ExplanationRoundView {
  const state = submittedAt ? 'submitted' : silentAt ? 'silent' : 'open';
  return { state, openedAt: openedAt.toISOString(), submittedAt: submittedAt?.toISOString() ?? null, submittedBy, late };
}
