import { Injectable } from '@nestjs/common';
import { ASSESSMENT_TRANSITIONS, type AssessmentAction } from '@par-index/contract';
import type { Transaction } from '../../platform/database/unit-of-work';

export interface Move {
  readonly cycleId: string;
  readonly assessmentIds: readonly string[];
  readonly action: AssessmentAction;
  readonly reason: string | null;
  /** In whose place the decision was made that the moves follow from; absent where nobody's. */
  readonly actingFor?: string | null;
}

/** Moves of an assessment that follow from something else: the last decision, the opening of a phase, a publication. */
@Injectable()
export class AssessmentMoves {
  /** Moves those of the named assessments that stand where the move begins, with an audit line each. The caller has locked the cycle. */
  async move(tx: Transaction, { cycleId, assessmentIds, action, reason, actingFor = null }: Move): Promise<readonly string[]> {
    const { from, to } = ASSESSMENT_TRANSITIONS[action];
    const moved: readonly { readonly id: string; readonly former: (typeof from)[number] }[] = await tx.em.query(MOVE, [assessmentIds, from, to]);
    const inPlace = actingFor === null ? {} : { actingFor };
    for (const { id, former } of moved) {
      await tx.audit('assessment.moved', { id, cycleId }, { action, from: former, to, reason, late: false, ...inPlace });
      await tx.raise('assessment.moved', { assessmentId: id, cycleId, action, from: former, to, late: false });
    }
    return moved.map(({ id }) => id);
  }
}

const MOVE = `
  with former as (
    select id, state from assessment where id = any($1::uuid[]) and state = any($2::text[]) order by id for update
  ), moved as (
    update assessment a set state = $3, version = a.version + 1 from former f where a.id = f.id returning a.id
  )
  select m.id, f.state as former from moved m join former f on f.id = m.id order by m.id`;
