import type { Actor, AssessmentState, ExtendRequest, Phase } from '@par-index/contract';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { actorOf, aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { aCycle, daysFromNow } from '../../../test/factories/cycle.factory';
import { cycleServices } from '../../../test/factories/cycle-services';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { ParticipantKey } from './participant-key';

describe('ParticipantService', () => {
  let db: DataSource;
  let services: ReturnType<typeof cycleServices>;
  let actor: Actor;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = cycleServices(db);
    actor = await aPerson(db, { role: 'home-affairs', agencyId: (await anAgency(db)).id });
  });
  afterAll(() => db.destroy());

  async function participant(phase: Phase = 'self-assessment', state: AssessmentState = 'drafting'): Promise<ParticipantKey & { readonly participantId: string }> {
    const set = await aCriteriaSet(db);
    const { cycleId, agencyId, participantId } = await anAssessment(db, { set, state, cycle: await aCycle(db, { phase, sets: [set] }) });
    return { cycleId, agencyId, participantId };
  }
  const auditOf = (subjectId: string) => db.manager.find(AuditEvent, { where: { subjectId }, order: { at: 'ASC' } });

  describe('extend', () => {
    const request = (overrides: Partial<ExtendRequest> = {}): ExtendRequest => ({
      phase: 'self-assessment',
      deadlineAt: daysFromNow(4).toISOString(),
      closeAt: daysFromNow(6).toISOString(),
      reason: 'Bão lũ',
      ...overrides,
    });

    it.each<Phase>(['self-assessment', 'appraisal'])('gives one agency its own deadline and close in phase %s', async (phase) => {
      const key = await participant(phase);
      const asked = request({ reason: ' Bão lũ ' });
      const row = await services.participants.extend(actor, key, 1, asked);
      expect(row).toMatchObject({ agency: { id: key.agencyId }, extensions: [{ ...asked, reason: 'Bão lũ', grantedBy: 'Nguyễn Văn A' }], participantVersion: 2 });
      expect(await auditOf(key.participantId)).toMatchObject([
        {
          event: 'participant.extended',
          cycleId: key.cycleId,
          actorId: actor.id,
          payload: { agencyId: key.agencyId, ...asked, reason: 'Bão lũ' },
        },
      ]);
    });

    it('can be given again, and takes nothing from others', async () => {
      const [key, other] = [await participant(), await participant()];
      await services.participants.extend(actor, key, 1, request());
      const closeAt = daysFromNow(9).toISOString();
      expect(await services.participants.extend(actor, key, 2, request({ closeAt }))).toMatchObject({
        extensions: [{ closeAt }],
        participantVersion: 3,
      });
      expect((await services.progress.list(other.cycleId, {})).items).toMatchObject([{ extensions: [] }]);
    });

    it.each<[string, Partial<ExtendRequest>, string]>([
      ['a deadline that has passed', { deadlineAt: daysFromNow(-1).toISOString() }, '/deadlineAt'],
      ['a deadline that is no later than everybody’s', { deadlineAt: daysFromNow(3).toISOString() }, '/deadlineAt'],
      ['a close before the deadline', { closeAt: daysFromNow(2).toISOString() }, '/closeAt'],
    ])('refuses %s', async (_, wrong, pointer) => {
      const key = await participant();
      await expect(services.participants.extend(actor, key, 1, request(wrong))).rejects.toMatchObject({
        code: 'cycle.dates-disordered',
        errors: [{ pointer }],
      });
      expect(await auditOf(key.participantId)).toEqual([]);
    });

    it('refuses to give no reason, to overwrite, and to let others do it', async () => {
      const key = await participant();
      await expect(services.participants.extend(actor, key, 1, request({ reason: ' ' }))).rejects.toMatchObject({
        code: 'reason.required',
      });
      await expect(services.participants.extend(actor, key, 2, request())).rejects.toMatchObject({
        code: 'record.version-stale',
        params: { version: 1 },
      });
      await expect(services.participants.extend(actorOf('appraiser'), key, 1, request())).rejects.toMatchObject({ code: 'access.denied' });
    });

    it.each<Phase>(['preparing', 'reappraisal', 'council', 'published'])('refuses in phase %s', async (phase) => {
      await expect(services.participants.extend(actor, await participant(phase), 1, request())).rejects.toMatchObject({
        code: 'cycle.phase-illegal',
      });
    });

    it.each<[ExtendRequest['phase'], Phase, AssessmentState]>([
      ['explanation', 'explanation', 'explaining'],
      ['explanation', 'reappraisal', 'explaining'],
      ['explanation', 'appraisal', 'submitted'],
      ['preliminary', 'preliminary', 'decided'],
      ['preliminary', 'council', 'reappraised'],
    ])('gives one for phase %s in phase %s to what is %s', async (extended, phase, state) => {
      const key = await participant(phase, state);
      const asked = request({ phase: extended, deadlineAt: daysFromNow(70).toISOString(), closeAt: daysFromNow(71).toISOString() });
      expect(await services.participants.extend(actor, key, 1, asked)).toMatchObject({ extensions: [asked] });
      expect(await auditOf(key.participantId)).toMatchObject([{ payload: asked }]);
    });

    it.each<[ExtendRequest['phase'], Phase, AssessmentState, string]>([
      ['self-assessment', 'appraisal', 'appraised', 'assessment.state-illegal'],
      ['explanation', 'explanation', 'explained', 'assessment.state-illegal'],
      ['explanation', 'council', 'reappraised', 'cycle.phase-illegal'],
      ['preliminary', 'published', 'final', 'cycle.phase-illegal'],
    ])('gives none for phase %s in phase %s to what is %s: it could not be used any more', async (extended, phase, state, code) => {
      await expect(services.participants.extend(actor, await participant(phase, state), 1, request({ phase: extended }))).rejects.toMatchObject({ code });
    });

    it('keeps one for each phase, and every former one with who granted it and when it was superseded', async () => {
      const key = await participant();
      const explanation = request({ phase: 'explanation', deadlineAt: daysFromNow(40).toISOString(), closeAt: daysFromNow(41).toISOString() });
      const longer = request({ deadlineAt: daysFromNow(8).toISOString(), closeAt: daysFromNow(9).toISOString(), reason: 'Mất điện' });
      await services.participants.extend(actor, key, 1, request());
      await services.participants.extend(actor, key, 2, explanation);
      expect(await services.participants.extend(actor, key, 3, longer)).toMatchObject({ extensions: [longer, explanation] });
      const lines = await services.participants.extensionsOf(key);
      expect(lines.map(({ phase, reason, supersededAt }) => [phase, reason, supersededAt !== null])).toEqual([
        ['self-assessment', 'Mất điện', false],
        ['explanation', 'Bão lũ', false],
        ['self-assessment', 'Bão lũ', true],
      ]);
      expect(lines.every(({ grantedBy }) => grantedBy === 'Nguyễn Văn A')).toBe(true);
      const [first] = [...lines].reverse();
      expect(first?.supersededAt).toBe(lines[0]?.grantedAt);
    });

    it('has no history of an agency that does not take part', async () => {
      const { cycleId } = await participant();
      await expect(services.participants.extensionsOf({ cycleId, agencyId: randomUUID() })).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('refuses an agency that does not take part, and a cycle that is not there', async () => {
      const { cycleId, agencyId } = await participant();
      await expect(services.participants.extend(actor, { cycleId, agencyId: randomUUID() }, 1, request())).rejects.toMatchObject({
        code: 'record.not-found',
      });
      await expect(services.participants.extend(actor, { cycleId: randomUUID(), agencyId }, 1, request())).rejects.toMatchObject({
        code: 'record.not-found',
      });
    });

    it('lets one of many who extend at once through', async () => {
      const key = await participant();
      await Promise.all(Array.from({ length: 6 }, () => db.query('select pg_sleep(0.05)')));
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => services.participants.extend(actor, key, 1, request())));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await auditOf(key.participantId)).toHaveLength(1);
    });
  });

  describe('exempt', () => {
    const because = (code: string, reason = 'Không có thủ tục hành chính') => ({ code, reason });

    it('puts the exemptions in the place of the former ones and tells the features to the right', async () => {
      const key = await participant();
      const heard: unknown[] = [];
      services.events.on('participant.exempted', (_, payload) => {
        heard.push(payload);
        return Promise.resolve();
      });
      await services.participants.exempt(actor, key, 1, { exemptions: [because('1.1'), because('2')] });
      const row = await services.participants.exempt(actor, key, 2, { exemptions: [because('2', ' Khác ')] });

      expect(row).toMatchObject({ exemptions: [{ code: '2', reason: 'Khác' }], participantVersion: 3 });
      expect((await auditOf(key.participantId)).at(-1)).toMatchObject({
        event: 'participant.exempted',
        payload: {
          agencyId: key.agencyId,
          before: { '1.1': 'Không có thủ tục hành chính', '2': 'Không có thủ tục hành chính' },
          after: { '2': 'Khác' },
        },
      });
      expect(heard).toEqual([1, 2].map(() => ({ cycleId: key.cycleId, agencyId: key.agencyId, participantId: key.participantId })));
    });

    it('takes all of them away', async () => {
      const key = await participant();
      await services.participants.exempt(actor, key, 1, { exemptions: [because('1.1')] });
      expect(await services.participants.exempt(actor, key, 2, { exemptions: [] })).toMatchObject({ exemptions: [] });
    });

    it.each([
      ['a code that the set does not have', [because('1.1'), because('9.9')], '/exemptions/1/code'],
      ['a code twice', [because('1.1'), because('1.1')], '/exemptions/1/code'],
      ['no reason', [because('1.1', ' ')], '/exemptions/0/reason'],
    ])('refuses %s', async (_, exemptions, pointer) => {
      const key = await participant();
      await expect(services.participants.exempt(actor, key, 1, { exemptions })).rejects.toMatchObject({
        code: 'request.invalid',
        errors: [{ pointer }],
      });
    });

    it('is possible until the preliminary results, not after', async () => {
      await expect(services.participants.exempt(actor, await participant('council'), 1, { exemptions: [] })).resolves.toMatchObject({
        participantVersion: 2,
      });
      await expect(services.participants.exempt(actor, await participant('preliminary'), 1, { exemptions: [] })).rejects.toMatchObject({
        code: 'cycle.phase-illegal',
      });
    });
  });
});
