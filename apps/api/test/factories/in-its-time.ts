import type { AssessmentState, Phase } from '@par-index/contract';
import type { DataSource, EntityManager } from 'typeorm';

/** The moment of a cycle and of one of its assessments in which something was written. */
export interface Moment {
  readonly phase: Phase;
  readonly state?: AssessmentState;
}

/**
 * Writes what the database takes only in its time, such as an answer of an assessment that is appraised by now: assessment and cycle stand there for the
 * length of one transaction, and then where they stood.
 */
export function inItsTime<T>(db: DataSource, assessmentId: string, { phase, state }: Moment, work: (em: EntityManager) => Promise<T>): Promise<T> {
  return db.transaction(async (em) => {
    const [former]: readonly { readonly cycleId: string; readonly phase: Phase; readonly state: AssessmentState }[] = await em.query(
      'select a.cycle_id as "cycleId", a.state, c.phase from assessment a join cycle c on c.id = a.cycle_id where a.id = $1',
      [assessmentId],
    );
    if (!former) {
      throw new Error(`There is no assessment ${assessmentId}`);
    }
    await em.query('update cycle set phase = $2 where id = $1', [former.cycleId, phase]);
    await em.query('update assessment set state = $2 where id = $1', [assessmentId, state ?? former.state]);
    const written = await work(em);
    await em.query('update cycle set phase = $2 where id = $1', [former.cycleId, former.phase]);
    await em.query('update assessment set state = $2 where id = $1', [assessmentId, former.state]);
    return written;
  });
}

/** While the agency works on its self-assessment. */
export const WHILE_DRAFTING: Moment = { phase: 'self-assessment', state: 'drafting' };

/** While the agency explains; the window of the explanation has to be open. */
export const WHILE_EXPLAINING: Moment = { phase: 'explanation', state: 'explaining' };
