import type { AssessmentState, Phase } from '@par-index/contract';
import { PHASES } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { anAnswer } from '../../../test/factories/answer.factory';
import { aPerson } from '../../../test/factories/actor.factory';
import { daysFromNow } from '../../../test/factories/cycle.factory';
import { anExtension } from '../../../test/factories/extension.factory';
import { aDocument, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { anExplaining, anExplanation } from '../../../test/factories/explaining.factory';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';

/** SQLSTATE restrict_violation. */
const REFUSED = { driverError: { code: '23001' } };

/** What the database refuses by itself, whoever sends it, in raw SQL. */
describe('a closed round', () => {
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
    one = await anExplaining(province);
  });

  const stand = async (phase: Phase, state: AssessmentState): Promise<void> => {
    await db.query('update cycle set phase = $2 where id = $1', [one.assessment.cycleId, phase]);
    await db.query('update assessment set state = $2 where id = $1', [one.id, state]);
  };
  const moveWindow = (close: Date) =>
    db.query(`update cycle_window set opens_at = $2::timestamptz - interval '9 days', deadline_at = $2::timestamptz - interval '1 day', close_at = $2 where cycle_id = $1 and phase = 'explanation'`, [
      one.assessment.cycleId,
      close,
    ]);
  const extend = () => anExtension(db, one.assessment.participantId, { phase: 'explanation', deadlineAt: daysFromNow(6), closeAt: daysFromNow(7) });

  describe('of explanations', () => {
    const write = () => db.query(`insert into explanation (assessment_id, code, stance, updated_by) values ($1, '2.1', 'agree', $2)`, [one.id, by]);
    const change = () => db.query(`update explanation set text = 'khác' where assessment_id = $1`, [one.id]);

    it('takes them while the agency explains', async () => {
      await expect(write()).resolves.toBeDefined();
      await expect(change()).resolves.toBeDefined();
    });

    it.each<[Phase, AssessmentState]>([
      ['explanation', 'explained'],
      ['explanation', 'reappraised'],
      ['appraisal', 'explaining'],
      ['reappraisal', 'explaining'],
      ['reappraisal', 'explained'],
      ['council', 'reappraised'],
      ['published', 'final'],
    ])('refuses them in phase %s of an assessment that is %s', async (phase, state) => {
      await anExplanation(province, one.id);
      await stand(phase, state);
      await expect(write()).rejects.toMatchObject(REFUSED);
      await expect(change()).rejects.toMatchObject(REFUSED);
    });

    it('refuses them after the close, though nobody has moved anything', async () => {
      await anExplanation(province, one.id);
      await moveWindow(daysFromNow(-1));
      await expect(write()).rejects.toMatchObject(REFUSED);
      await expect(change()).rejects.toMatchObject(REFUSED);
    });

    it('takes them in an extension, also beyond the phase', async () => {
      await moveWindow(daysFromNow(-1));
      await extend();
      await expect(write()).resolves.toBeDefined();
      await stand('reappraisal', 'explaining');
      await expect(change()).resolves.toBeDefined();
      await stand('council', 'explaining');
      await expect(change()).rejects.toMatchObject(REFUSED);
    });

    it('never lets one go, nor its history', async () => {
      const { id } = await anExplanation(province, one.id);
      await db.query(`insert into explanation_revision (explanation_id, assessment_id, code, version, stance, text, changed_by) values ($1, $2, '1.1', 1, 'explain', '', $3)`, [id, one.id, by]);
      for (const statement of ['delete from explanation', 'truncate explanation cascade', 'delete from explanation_revision', `update explanation_revision set text = ''`, 'truncate explanation_revision']) {
        await expect(db.query(statement)).rejects.toMatchObject(REFUSED);
      }
    });
  });

  describe('itself', () => {
    const submit = () => db.query('update explanation_round set submitted_at = now(), submitted_by = $2 where assessment_id = $1', [one.id, by]);
    const silence = () => db.query('update explanation_round set silent_at = now() where assessment_id = $1', [one.id]);

    it('ends once', async () => {
      await submit();
      await expect(submit()).rejects.toMatchObject(REFUSED);
      await expect(silence()).rejects.toMatchObject(REFUSED);
      await expect(db.query('update explanation_round set late = true where assessment_id = $1', [one.id])).rejects.toMatchObject(REFUSED);
    });

    it('is not signed after the silence', async () => {
      await silence();
      await expect(submit()).rejects.toMatchObject(REFUSED);
    });

    it('is neither another assessment\'s nor removed', async () => {
      const other = await province.assessed();
      await expect(db.query('update explanation_round set assessment_id = $2 where assessment_id = $1', [one.id, other.id])).rejects.toMatchObject(REFUSED);
      await expect(db.query('delete from explanation_round')).rejects.toMatchObject(REFUSED);
      await expect(db.query('truncate explanation_round')).rejects.toMatchObject(REFUSED);
    });
  });

  describe('of self-assessment', () => {
    const write = () => db.query(`insert into answer (assessment_id, code, updated_by) values ($1, '2.9', $2)`, [one.id, by]);
    const change = () => db.query(`update answer set points = 20 where assessment_id = $1 and code = '1.1'`, [one.id]);

    it.each<[Phase, AssessmentState]>([
      ['self-assessment', 'awaiting-head'],
      ['self-assessment', 'submitted'],
      ['appraisal', 'submitted'],
      ['appraisal', 'appraised'],
      ['explanation', 'explaining'],
      ['explanation', 'drafting'],
      ['reappraisal', 'explained'],
      ['council', 'reappraised'],
      ['preliminary', 'decided'],
      ['published', 'final'],
    ])('refuses answers in phase %s of an assessment that is %s', async (phase, state) => {
      await stand(phase, state);
      await expect(write()).rejects.toMatchObject(REFUSED);
      await expect(change()).rejects.toMatchObject(REFUSED);
    });

    it.each<Phase>(['self-assessment', 'appraisal'])('takes them while drafting in phase %s, as reopening and an extension need', async (phase) => {
      await stand(phase, 'drafting');
      await expect(write()).resolves.toBeDefined();
      await expect(change()).resolves.toBeDefined();
    });
  });

  describe('of evidence', () => {
    const put = async (round: string) => {
      const { id } = await aDocument(db, one.agency.id);
      return db.query(`insert into evidence_link (document_id, assessment_id, code, round, created_by) values ($1, $2, '1.1', $3, $4)`, [id, one.id, round, by]);
    };
    const takeOff = (round: string) => db.query('update evidence_link set removed_at = now(), removed_by = $3 where assessment_id = $1 and round = $2', [one.id, round, by]);

    it('takes what belongs to the round that is open, and nothing of the other one', async () => {
      await expect(put('explanation')).resolves.toBeDefined();
      await expect(put('self-assessment')).rejects.toMatchObject(REFUSED);
      await stand('self-assessment', 'drafting');
      await expect(put('self-assessment')).resolves.toBeDefined();
      await expect(put('explanation')).rejects.toMatchObject(REFUSED);
    });

    it('leaves what was handed in, and lets its version be pinned', async () => {
      const document = await aDocument(db, one.agency.id);
      const { id } = await anEvidenceLink(db, { documentId: document.id, assessmentId: one.id });
      await expect(takeOff('self-assessment')).rejects.toMatchObject(REFUSED);
      await expect(db.query('update evidence_link set page = 9 where id = $1', [id])).rejects.toMatchObject(REFUSED);
      await expect(db.query('update evidence_link set pinned_file_version = 1 where id = $1', [id])).resolves.toBeDefined();
    });

    it('leaves that of the explanation once it is over', async () => {
      await put('explanation');
      await stand('reappraisal', 'explained');
      await expect(takeOff('explanation')).rejects.toMatchObject(REFUSED);
      await expect(put('explanation')).rejects.toMatchObject(REFUSED);
    });

    it('never goes from one round, criterion or document to another', async () => {
      const document = await aDocument(db, one.agency.id);
      await anEvidenceLink(db, { documentId: document.id, assessmentId: one.id });
      await expect(db.query(`update evidence_link set round = 'explanation' where assessment_id = $1`, [one.id])).rejects.toMatchObject(REFUSED);
      await expect(db.query(`update evidence_link set code = '1.2' where assessment_id = $1`, [one.id])).rejects.toMatchObject(REFUSED);
    });
  });

  describe('of the appraisal', () => {
    const write = (layer: string) =>
      db.query(`insert into appraisal_layer (assessment_id, code, layer, kind, decided_by) values ($1, '1.3', $2, 'accept', $3) on conflict (assessment_id, code, layer) do update set version = 2`, [one.id, layer, by]);
    const OPEN: Readonly<Record<string, readonly Phase[]>> = {
      'base': ['preparing', 'self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council'],
      'appraisal-1': ['preparing', 'self-assessment', 'appraisal'],
      'appraisal-2': ['reappraisal'],
      'council': ['preparing', 'self-assessment', 'appraisal', 'explanation', 'reappraisal', 'council', 'preliminary'],
    };
    const cells = Object.keys(OPEN).flatMap((layer) => PHASES.map((phase) => [layer, phase, OPEN[layer]?.includes(phase) ? 'takes' : 'refuses'] as const));

    it.each(cells)('layer %s in phase %s: it %s it', async (layer, phase, outcome) => {
      await stand(phase, 'explained');
      const written = write(layer);
      await (outcome === 'takes' ? expect(written).resolves.toBeDefined() : expect(written).rejects.toMatchObject(REFUSED));
    });

    it('refuses a change of what is there, once the phase is past', async () => {
      await expect(db.query(`update appraisal_layer set points = 20 where assessment_id = $1 and layer = 'appraisal-1'`, [one.id])).rejects.toMatchObject(REFUSED);
      await stand('appraisal', 'appraised');
      await expect(db.query(`update appraisal_layer set points = 20 where assessment_id = $1 and layer = 'appraisal-1'`, [one.id])).resolves.toBeDefined();
      await expect(db.query(`update appraisal_layer set layer = 'council' where assessment_id = $1 and code = '1.1'`, [one.id])).rejects.toMatchObject(REFUSED);
    });
  });

  it('keeps remarks as they were written, and each on its side', async () => {
    const remark = (side: string, visibility: string, asks: boolean, text = 'Xin ý kiến') =>
      db.query(`insert into remark (assessment_id, code, side, visibility, asks, text, agency_id, written_by) values ($1, '1.1', $2, $3, $4, $5, $6, $7)`, [one.id, side, visibility, asks, text, one.agency.id, by]);
    await remark('agency', 'internal', false);
    for (const statement of [`update remark set visibility = 'shared'`, `update remark set text = ''`, 'delete from remark', 'truncate remark']) {
      await expect(db.query(statement)).rejects.toMatchObject(REFUSED);
    }
    for (const [side, visibility, asks, text] of [['agency', 'shared', true, 'Hỏi'], ['appraisal', 'internal', true, 'Hỏi'], ['agency', 'shared', false, '  ']] as const) {
      await expect(remark(side, visibility, asks, text)).rejects.toMatchObject({ driverError: { code: '23514' } });
    }
  });

  it('lets a test write what belongs to an earlier time', async () => {
    await expect(anAnswer(db, one.id, { code: '2.9' })).resolves.toMatchObject({ code: '2.9' });
    expect(await db.query('select state from assessment where id = $1', [one.id])).toEqual([{ state: 'explaining' }]);
  });
});
