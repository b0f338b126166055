import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ACROSS, ASSESSMENTS, DECLARED, type DeclaredRow, type DismissalRow, DISMISSALS, type DocumentRow, DOCUMENTS, GROUP_POINTS, type GroupPointsRow, type HintedAssessment, PAST, type PastRow,
} from './hint-rows';

export interface HintScope {
  readonly cycleId: string;
  readonly groupCode: string;
  readonly code: string;
  /** The agencies that the actor belongs to, in whatever role. */
  readonly own: readonly string[];
  readonly reach: 'assigned' | 'all';
  readonly appraising: readonly string[];
}

export interface HintPlaceKey {
  readonly assessmentId: string;
  readonly code: string;
  readonly key: string;
}

/** Each list in one query, however many agencies there are. */
@Injectable()
export class HintRepository {
  /** Null where it is not there, or not handed in. */
  async find(em: EntityManager, id: string): Promise<HintedAssessment | null> {
    const [row]: readonly HintedAssessment[] = await em.query(`${ASSESSMENTS} and a.id = $1`, [id]);
    return row ?? null;
  }

  listAcross(em: EntityManager, { cycleId, groupCode, code, own, reach, appraising }: HintScope): Promise<readonly HintedAssessment[]> {
    return em.query(ACROSS, [cycleId, groupCode, code, own, reach, appraising]);
  }

  listDeclared(em: EntityManager, ids: readonly string[]): Promise<readonly DeclaredRow[]> {
    return em.query(DECLARED, [ids]);
  }

  listGroupPoints(em: EntityManager, ids: readonly string[], codes: readonly string[]): Promise<readonly GroupPointsRow[]> {
    return em.query(GROUP_POINTS, [ids, codes]);
  }

  listPast(em: EntityManager, agencyIds: readonly string[], year: number, codes: readonly string[]): Promise<readonly PastRow[]> {
    return em.query(PAST, [agencyIds, year, codes]);
  }

  listDocuments(em: EntityManager, ids: readonly string[], codes: readonly string[]): Promise<readonly DocumentRow[]> {
    return em.query(DOCUMENTS, [ids, codes]);
  }

  listDismissals(em: EntityManager, ids: readonly string[], codes: readonly string[]): Promise<readonly DismissalRow[]> {
    return em.query(DISMISSALS, [ids, codes]);
  }

  /** The agency that appraises the criterion there; null where nobody does. */
  async findAppraiser(em: EntityManager, assessmentId: string, code: string): Promise<string | null> {
    const [row]: readonly { readonly agencyId: string }[] = await em.query('select agency_id as "agencyId" from appraisal_assignment where assessment_id = $1 and code = $2', [assessmentId, code]);
    return row?.agencyId ?? null;
  }

  /** Leaves one that stands as it is: of two at once the first one counts. */
  async dismiss(em: EntityManager, { assessmentId, code, key }: HintPlaceKey, by: { readonly userId: string; readonly reason: string }): Promise<'dismissed' | 'stood'> {
    const rows: readonly unknown[] = await em.query(
      `insert into hint_dismissal (assessment_id, code, hint_key, reason, dismissed_by) values ($1, $2, $3, $4, $5)
       on conflict (assessment_id, code, hint_key) where restored_at is null do nothing returning id`,
      [assessmentId, code, key, by.reason, by.userId],
    );
    return rows.length > 0 ? 'dismissed' : 'stood';
  }

  async restore(em: EntityManager, { assessmentId, code, key }: HintPlaceKey, userId: string): Promise<void> {
    await em.query(
      'update hint_dismissal set restored_at = now(), restored_by = $4 where assessment_id = $1 and code = $2 and hint_key = $3 and restored_at is null',
      [assessmentId, code, key, userId],
    );
  }
}
