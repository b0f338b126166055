import type { CriterionChange } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAnswer } from '../../../test/factories/answer.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aLayer } from '../../../test/factories/layer.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { SubmissionChanges } from './submission-changes.service';

describe('what changed since the submission', () => {
  let db: DataSource;
  let province: Province;
  let one: Assessed;
  let by: string;

  beforeAll(async () => {
    db = await openTestDatabase();
    province = await aProvince(db);
    by = (await aPerson(db)).id;
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    one = await province.assessed({ answers: {} });
  });

  const moved = (action: string, minutes: number) =>
    db.query(`insert into audit_event (event, subject_id, cycle_id, payload, at) values ('assessment.moved', $1, $2, $3, now() - make_interval(mins => $4))`, [one.id, one.assessment.cycleId, { action }, minutes]);
  const changes = async (codes: readonly string[] = ['1.1', '1.2', '1.3', '2.2']): Promise<readonly (readonly [string, readonly string[]])[]> => {
    const found: readonly CriterionChange[] = await new SubmissionChanges().since(db.manager, one.id, codes);
    return found.map(({ code, kinds }) => [code, kinds]);
  };

  it('is nothing while nothing was submitted', async () => {
    await anAnswer(db, one.id);
    expect(await changes()).toEqual([]);
  });

  it('is not what was there before', async () => {
    await anAnswer(db, one.id);
    await moved('submit', -1);
    expect(await changes()).toEqual([]);
  });

  it('is an answer, in the order of the set', async () => {
    await moved('submit', 5);
    await anAnswer(db, one.id, { code: '1.2', answer: { choice: 'du' } });
    await anAnswer(db, one.id, { code: '1.1' });
    expect(await changes()).toEqual([['1.1', ['answer']], ['1.2', ['answer']]]);
  });

  it('counts from the first submission, also where it was reopened and submitted again, or taken as it stood', async () => {
    await moved('take-as-it-stands', 5);
    await anAnswer(db, one.id);
    await moved('reopen', 3);
    await moved('submit', -1);
    expect(await changes()).toEqual([['1.1', ['answer']]]);
  });

  it('is evidence that came, went or got a new file', async () => {
    const old = await aDocument(db, one.agency.id);
    await aFileVersion(db, old, 1);
    const { id } = await anEvidenceLink(db, { documentId: old.id, assessmentId: one.id, code: '1.2', pinnedFileVersion: 2 });
    await db.query('alter table evidence_link disable trigger user');
    await db.query(`update evidence_link set created_at = now() - interval '1 day' where id = $1`, [id]);
    await db.query('alter table evidence_link enable trigger user');
    await moved('submit', 5);
    expect(await changes()).toEqual([]);
    await aFileVersion(db, old, 2);
    await anEvidenceLink(db, { documentId: (await aDocument(db, one.agency.id)).id, assessmentId: one.id });
    await anEvidenceLink(db, { documentId: (await aDocument(db, one.agency.id)).id, assessmentId: one.id, code: '1.3', removedAt: new Date(), removedBy: by });
    expect(await changes()).toEqual([['1.1', ['evidence']], ['1.2', ['evidence']], ['1.3', ['evidence']]]);
  });

  it('is no evidence of the explanation: that is its own round', async () => {
    await db.query(`update cycle_window set opens_at = now() - interval '1 day', close_at = greatest(close_at, now() + interval '1 day') where cycle_id = $1 and phase = 'explanation'`, [one.assessment.cycleId]);
    await moved('submit', 5);
    await anEvidenceLink(db, { documentId: (await aDocument(db, one.agency.id)).id, assessmentId: one.id, round: 'explanation' });
    expect(await changes()).toEqual([]);
  });

  it('is a figure that was corrected, not one that was entered', async () => {
    await moved('submit', 5);
    const { id } = await aLayer(db, one.id, { code: '2.2', layer: 'base', answer: { percent: 80 }, points: '16' });
    const revise = (version: number) =>
      db.query(
        `insert into appraisal_layer_revision (layer_id, assessment_id, code, layer, version, kind, reason, explanation_wanted, question, decided_by) values ($1, $2, '2.2', 'base', $3, 'correct', '', false, '', $4)`,
        [id, one.id, version, by],
      );
    await revise(1);
    expect(await changes()).toEqual([]);
    await revise(2);
    expect(await changes()).toEqual([['2.2', ['figure']]]);
  });

  it('is an exemption, of everything below the exempt code', async () => {
    await moved('submit', 5);
    await db.query(`insert into audit_event (event, subject_id, cycle_id, payload) values ('participant.exempted', $1, $2, $3)`, [
      ...[one.assessment.participantId, one.assessment.cycleId, { before: { '1.3': 'cũ' }, after: { '1.1': 'mới', '1.3': 'cũ' } }],
    ]);
    expect(await changes()).toEqual([['1.1', ['exemption']]]);
    await db.query(`insert into audit_event (event, subject_id, cycle_id, payload) values ('participant.exempted', $1, $2, $3)`, [
      ...[one.assessment.participantId, one.assessment.cycleId, { before: {}, after: { 1: 'cả lĩnh vực' } }],
    ]);
    expect(await changes()).toEqual([['1.1', ['exemption']], ['1.2', ['exemption']], ['1.3', ['exemption']]]);
  });

  it('names several kinds of one criterion once, and only the criteria that are asked for', async () => {
    await moved('submit', 5);
    await anAnswer(db, one.id);
    await anEvidenceLink(db, { documentId: (await aDocument(db, one.agency.id)).id, assessmentId: one.id });
    expect(await changes()).toEqual([['1.1', ['answer', 'evidence']]]);
    expect(await changes(['1.2'])).toEqual([]);
  });
});
