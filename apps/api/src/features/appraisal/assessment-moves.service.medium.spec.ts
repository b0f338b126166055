import type { Actor } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { openTestDatabase, unitOfWorkOf } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Assessment } from '../assessment/assessment.entity';
import { AssessmentMoves, type Move } from './assessment-moves.service';

describe('AssessmentMoves', () => {
  let db: DataSource;
  let actor: Actor;
  const moves = new AssessmentMoves();

  beforeAll(async () => {
    db = await openTestDatabase();
    actor = await aPerson(db);
  });
  afterAll(() => db.destroy());

  const move = (fields: Omit<Move, 'reason'> & Partial<Move>) => unitOfWorkOf(db).run(actor, (tx) => moves.move(tx, { reason: null, ...fields }));
  const read = (id: string) => db.manager.findOneByOrFail(Assessment, { id });

  it('moves those that stand where the move begins, and says which', async () => {
    const submitted = await anAssessment(db, { state: 'submitted' });
    const appraised = await anAssessment(db, { state: 'appraised' });
    const moved = await move({ cycleId: submitted.cycleId, assessmentIds: [submitted.id, appraised.id], action: 'complete-appraisal' });
    expect(moved).toEqual([submitted.id]);
    expect(await read(submitted.id)).toMatchObject({ state: 'appraised', version: submitted.version + 1 });
    expect(await read(appraised.id)).toMatchObject({ state: 'appraised', version: appraised.version });
  });

  it('writes one audit line for each, with the state that it left', async () => {
    const { id, cycleId } = await anAssessment(db, { state: 'decided' });
    await move({ cycleId, assessmentIds: [id], action: 'publish', reason: 'Đã phê duyệt' });
    expect(await db.manager.findBy(AuditEvent, { subjectId: id })).toMatchObject([
      { event: 'assessment.moved', actorId: actor.id, cycleId, payload: { action: 'publish', from: 'decided', to: 'final', reason: 'Đã phê duyệt', late: false } },
    ]);
  });

  it('says in whose place, where the decision that it follows from was made in somebody’s', async () => {
    const { id, cycleId } = await anAssessment(db, { state: 'submitted' });
    await move({ cycleId, assessmentIds: [id], action: 'complete-appraisal', actingFor: actor.id });
    expect(await db.manager.findOneBy(AuditEvent, { subjectId: id })).toMatchObject({ payload: { action: 'complete-appraisal', actingFor: actor.id } });
    await move({ cycleId, assessmentIds: [id], action: 'nothing-to-explain' });
    const lines = await db.manager.findBy(AuditEvent, { subjectId: id });
    expect(lines.filter(({ payload }) => 'actingFor' in payload)).toHaveLength(1);
  });

  it('does nothing for nobody', async () => {
    const { cycleId } = await anAssessment(db);
    expect(await move({ cycleId, assessmentIds: [], action: 'publish' })).toEqual([]);
  });

  it('undoes the moves with the transaction', async () => {
    const { id, cycleId } = await anAssessment(db, { state: 'submitted' });
    const work = unitOfWorkOf(db).run(actor, async (tx) => {
      await moves.move(tx, { cycleId, assessmentIds: [id], action: 'complete-appraisal', reason: null });
      throw new Error('a later step failed');
    });
    await expect(work).rejects.toThrow('a later step failed');
    expect(await read(id)).toMatchObject({ state: 'submitted' });
    expect(await db.manager.countBy(AuditEvent, { subjectId: id })).toBe(0);
  });

  it('moves each once, however many try at the same time', async () => {
    const { id, cycleId } = await anAssessment(db, { state: 'submitted' });
    await Promise.all(Array.from({ length: 5 }, () => db.query('select pg_sleep(0.05)')));
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => move({ cycleId, assessmentIds: [id], action: 'complete-appraisal' })));
    expect(outcomes.flat()).toEqual([id]);
    expect(await db.manager.countBy(AuditEvent, { subjectId: id })).toBe(1);
  });
});
