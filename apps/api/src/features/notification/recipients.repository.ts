import { Injectable } from '@nestjs/common';
import type { NotificationParts, Phase, Role } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { belongs, HELD } from './held.sql';
import type { Told } from './told';

const told = (path: string, subject: string, parts: string): string =>
  `h.user_id as "userId", ${subject} as "subjectId", c.id as "cycleId", ${path} as path, jsonb_strip_nulls(${parts}) as parts`;

const ASSESSED = `jsonb_build_object('cycleTitle', c.title, 'agencyName', g.name) || $3::jsonb`;

/** The people of the assessed agency, in these roles. `$1` the assessment, `$2` roles, `$3` more parts. */
const OWN = `
  select distinct ${told(`$4 || '/' || a.id`, 'a.id', `${ASSESSED} || case when $5 then jsonb_build_object('reason', a.returned_reason) else '{}' end`)}
  from assessment a
  join cycle c on c.id = a.cycle_id
  join agency g on g.id = a.agency_id
  join ${HELD} h on h.agency_id = a.agency_id and h.role = any($2)
  where a.id = $1`;

/** People in these roles who do not belong to the assessed agency. */
const OTHERS = `
  select distinct ${told('$4', 'a.id', ASSESSED)}
  from assessment a
  join cycle c on c.id = a.cycle_id
  join agency g on g.id = a.agency_id
  join ${HELD} h on h.role = any($2) and not ${belongs('h.user_id', 'a.agency_id')}
  where a.id = $1`;

/** The people of every agency that takes part, whatever stands with its assessment, except those in a state of `$4`. */
const PARTICIPANTS = `
  select distinct ${told(`'/assessments/' || a.id`, 'a.id', '$3::jsonb')}
  from cycle c
  join assessment a on a.cycle_id = c.id and a.state <> all($4)
  join ${HELD} h on h.agency_id = a.agency_id and h.role = any($2)
  where c.id = $1`;

/** Appraisers with something left to decide at an agency that is not their own. */
const APPRAISERS = `
  select distinct ${told(`'/appraisals'`, 'c.id', '$2::jsonb')}
  from cycle c
  join (select distinct t.cycle_id, t.agency_id, t.assessed_agency_id from assigned_criterion t where t.cycle_id = $1 and t.is_left) t on t.cycle_id = c.id
  join ${HELD} h on h.agency_id = t.agency_id and h.role in ('appraiser', 'home-affairs') and not ${belongs('h.user_id', 't.assessed_agency_id')}
  where c.id = $1`;

const WITH_ROLE = `
  select distinct ${told('$4', 'c.id', '$3::jsonb')}
  from cycle c join ${HELD} h on h.role = any($2)
  where c.id = $1`;

export interface Wanted {
  readonly roles: readonly Role[];
  readonly path: string;
  readonly parts?: NotificationParts;
}

/** Whom it concerns. Never anybody who may not see it. */
@Injectable()
export class RecipientRepository {
  /** Of the assessed agency; `withReason`: with the reason for which it was last sent back. */
  own(em: EntityManager, assessmentId: string, wanted: Wanted & { readonly withReason: boolean }): Promise<readonly Told[]> {
    return em.query(OWN, [assessmentId, wanted.roles, JSON.stringify(wanted.parts ?? {}), wanted.path, wanted.withReason]);
  }

  /** Who hold a role anywhere, and are not of the assessed agency. */
  others(em: EntityManager, assessmentId: string, wanted: Wanted): Promise<readonly Told[]> {
    return em.query(OTHERS, [assessmentId, wanted.roles, JSON.stringify(wanted.parts ?? {}), wanted.path]);
  }

  participants(em: EntityManager, cycleId: string, parts: NotificationParts, except: readonly string[] = []): Promise<readonly Told[]> {
    return em.query(PARTICIPANTS, [cycleId, ['agency-officer', 'agency-head'], JSON.stringify(parts), except]);
  }

  appraisers(em: EntityManager, cycleId: string, parts: NotificationParts): Promise<readonly Told[]> {
    return em.query(APPRAISERS, [cycleId, JSON.stringify(parts)]);
  }

  withRole(em: EntityManager, cycleId: string, { roles, path, parts = {} }: Wanted): Promise<readonly Told[]> {
    return em.query(WITH_ROLE, [cycleId, roles, JSON.stringify(parts), path]);
  }

  /** What a phase is called after and when it is due. */
  async phaseParts(em: EntityManager, cycleId: string, phase: Phase): Promise<NotificationParts> {
    const [row]: readonly { readonly cycleTitle: string; readonly deadlineAt: Date | null }[] = await em.query(
      `select c.title as "cycleTitle", w.deadline_at as "deadlineAt" from cycle c left join cycle_window w on w.cycle_id = c.id and w.phase = $2 where c.id = $1`,
      [cycleId, phase],
    );
    return { ...(row ? { cycleTitle: row.cycleTitle } : {}), phase, ...(row?.deadlineAt ? { deadlineAt: row.deadlineAt.toISOString() } : {}) };
  }

  /** Until when the agency may explain. */
  async explanationParts(em: EntityManager, assessmentId: string): Promise<NotificationParts> {
    const [row]: readonly { readonly deadlineAt: Date | null }[] = await em.query(`select deadline_at as "deadlineAt" from explanation_window($1)`, [assessmentId]);
    return row?.deadlineAt ? { deadlineAt: row.deadlineAt.toISOString() } : {};
  }

  async assessmentOf(em: EntityManager, cycleId: string, agencyId: string): Promise<string | null> {
    const [row]: readonly { readonly id: string }[] = await em.query('select id from assessment where cycle_id = $1 and agency_id = $2', [cycleId, agencyId]);
    return row?.id ?? null;
  }
}
