import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aCycle, daysFromNow } from '../../../test/factories/cycle.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { ExtensionsByPhase1764100021000 } from '../../platform/database/migrations/1764100021000-extensions-by-phase';

const REFUSED = { driverError: { code: '23001' } };

interface WindowRow {
  readonly deadline_at: Date;
  readonly close_at: Date;
  readonly extended: boolean;
}

describe('extensions by phase, in the database', () => {
  let db: DataSource;
  beforeEach(async () => {
    db = await openTestDatabase();
  });
  afterEach(() => db.destroy());

  const windowOf = async (participantId: string, phase: string): Promise<WindowRow | undefined> =>
    ((await db.query('select * from agency_window($1, $2)', [participantId, phase])) as readonly WindowRow[])[0];

  it('each stretch one phase, and no other', async () => {
    const { participantId } = await anAssessment(db, { extension: { phase: 'explanation', deadlineAt: daysFromNow(40), closeAt: daysFromNow(41) } });
    expect(await windowOf(participantId, 'explanation')).toMatchObject({ deadline_at: daysFromNow(40), close_at: daysFromNow(41), extended: true });
    expect(await windowOf(participantId, 'self-assessment')).toMatchObject({ deadline_at: daysFromNow(3), close_at: daysFromNow(5), extended: false });
    expect(await windowOf(participantId, 'preliminary')).toMatchObject({ extended: false });
  });

  it('never shorten what the cycle gives everybody while the phase is at work, and alone say until when once it is over', async () => {
    const cycle = await aCycle(db, { phase: 'self-assessment' });
    const { participantId } = await anAssessment(db, { cycle, extension: { deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) } });
    await db.query(`update cycle_window set deadline_at = $2, close_at = $2 where cycle_id = $1 and phase = 'self-assessment'`, [cycle.id, daysFromNow(9)]);
    expect(await windowOf(participantId, 'self-assessment')).toMatchObject({ deadline_at: daysFromNow(9), close_at: daysFromNow(9), extended: true });
    await db.query(`update cycle set phase = 'appraisal' where id = $1`, [cycle.id]);
    expect(await windowOf(participantId, 'self-assessment')).toMatchObject({ deadline_at: daysFromNow(6), close_at: daysFromNow(7), extended: true });
  });

  it('have no window where the cycle has no dates for the phase', async () => {
    const { participantId, cycleId } = await anAssessment(db);
    await db.query(`delete from cycle_window where cycle_id = $1 and phase = 'preliminary'`, [cycleId]);
    expect(await windowOf(participantId, 'preliminary')).toBeUndefined();
  });

  it('stay as they were granted: superseded once, and nothing else', async () => {
    const { participantId } = await anAssessment(db);
    await anExtension(db, participantId, { deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) });
    for (const change of [`reason = 'khác'`, `deadline_at = now()`, `phase = 'explanation'`, 'granted_by = null, reason = reason', `superseded_at = now(), close_at = now() + interval '99 days'`]) {
      await expect(db.query(`update participant_extension set ${change}`)).rejects.toMatchObject(REFUSED);
    }
    await anExtension(db, participantId, { deadlineAt: daysFromNow(8), closeAt: daysFromNow(9) });
    await expect(db.query('update participant_extension set superseded_at = null')).rejects.toMatchObject(REFUSED);
    await expect(db.query('delete from participant_extension')).rejects.toMatchObject(REFUSED);
    await expect(db.query('truncate participant_extension')).rejects.toMatchObject(REFUSED);
  });

  it('hold one at a time for a phase', async () => {
    const { participantId } = await anAssessment(db, { extension: { deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) } });
    const another = `insert into participant_extension (participant_id, phase, deadline_at, close_at, reason) values ($1, 'self-assessment', now(), now(), 'khác')`;
    await expect(db.query(another, [participantId])).rejects.toMatchObject({ driverError: { code: '23505' } });
  });

  describe('from what was kept before', () => {
    const step = new ExtensionsByPhase1764100021000();
    const inStep = async (direction: 'up' | 'down') => {
      const runner = db.createQueryRunner();
      await step[direction](runner);
      await runner.release();
    };
    const stretch = (participantId: string, deadline: number) =>
      db.query(`update participant set extension_deadline_at = $2, extension_close_at = $3, extension_reason = 'Bão lũ' where id = $1`, [participantId, daysFromNow(deadline), daysFromNow(deadline + 1)]);
    const granted = (participantId: string, cycleId: string, { by, at, deadline }: { readonly by: string; readonly at: number; readonly deadline: number }) =>
      db.query(`insert into audit_event (event, actor_id, subject_id, cycle_id, payload, at) values ('participant.extended', $1, $2, $3, $4, $5)`, [
        ...[by, participantId, cycleId, { deadlineAt: daysFromNow(deadline).toISOString(), closeAt: daysFromNow(deadline + 1).toISOString(), reason: 'Bão lũ' }, daysFromNow(at)],
      ]);
    const rows = (participantId: string): Promise<readonly unknown[]> =>
      db.query('select phase, deadline_at, granted_by, superseded_at from participant_extension where participant_id = $1 order by granted_at', [participantId]);

    it('take over the whole history of the audit log, each for the phase in which it was granted', async () => {
      const by = (await aPerson(db, { role: 'home-affairs', agencyId: (await anAgency(db)).id })).id;
      const { participantId, cycleId } = await anAssessment(db, { cycle: await aCycle(db, { phase: 'explanation' }), state: 'explaining' });
      await inStep('down');
      await granted(participantId, cycleId, { by, at: -20, deadline: -14 });
      await granted(participantId, cycleId, { by, at: -15, deadline: -12 });
      await db.query(`insert into audit_event (event, subject_id, cycle_id, payload, at) values ('cycle.phase-opened', $1, $1, '{"to": "explanation"}', $2)`, [cycleId, daysFromNow(-5)]);
      await granted(participantId, cycleId, { by, at: -1, deadline: 9 });
      await stretch(participantId, 9);
      await inStep('up');
      expect(await rows(participantId)).toEqual([
        { phase: 'self-assessment', deadline_at: daysFromNow(-14), granted_by: by, superseded_at: daysFromNow(-15) },
        { phase: 'self-assessment', deadline_at: daysFromNow(-12), granted_by: by, superseded_at: null },
        { phase: 'explanation', deadline_at: daysFromNow(9), granted_by: by, superseded_at: null },
      ]);
    });

    it('keep what stood on the participant without a line in the log, for every phase that it served', async () => {
      const [own, both] = [await anAssessment(db), await anAssessment(db)];
      await inStep('down');
      await stretch(own.participantId, 6);
      await stretch(both.participantId, 60);
      await inStep('up');
      expect(await rows(own.participantId)).toMatchObject([{ phase: 'self-assessment', deadline_at: daysFromNow(6), granted_by: null }]);
      expect(((await rows(both.participantId)) as readonly { readonly phase: string }[]).map(({ phase }) => phase).sort()).toEqual(['explanation', 'self-assessment']);
    });

    it('go back to the one that was granted last', async () => {
      const { participantId } = await anAssessment(db, { extension: { deadlineAt: daysFromNow(6), closeAt: daysFromNow(7), grantedAt: daysFromNow(-2) } });
      await anExtension(db, participantId, { phase: 'explanation', deadlineAt: daysFromNow(30), closeAt: daysFromNow(31), grantedAt: daysFromNow(-1) });
      await inStep('down');
      expect(await db.query('select extension_deadline_at as deadline, extension_reason as reason from participant where id = $1', [participantId])).toEqual([{ deadline: daysFromNow(30), reason: 'Bão lũ' }]);
      await inStep('up');
    });
  });
});
