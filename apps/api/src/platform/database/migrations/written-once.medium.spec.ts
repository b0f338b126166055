import type { DataSource } from 'typeorm';
import { aPerson } from '../../../../test/factories/actor.factory';
import { anAgency } from '../../../../test/factories/agency.factory';
import { anAssessment } from '../../../../test/factories/assessment.factory';
import { aCriteriaSet } from '../../../../test/factories/criteria-set.factory';
import { aCycle } from '../../../../test/factories/cycle.factory';
import { openTestDatabase } from '../../../../test/database';
import { AppraisalAssignment } from '../../../features/assignment/appraisal-assignment.entity';
import { AppraisalLayer } from '../../../features/appraisal/appraisal-layer.entity';
import { AppraisalLayerRevision } from '../../../features/appraisal/appraisal-layer-revision.entity';
import { Answer } from '../../../features/assessment/answer.entity';
import { AnswerRevision } from '../../../features/assessment/answer-revision.entity';
import { CriteriaSet } from '../../../features/criteria/criteria-set.entity';
import { EvidenceBlob } from '../../../features/evidence/evidence-blob.entity';
import { EvidenceDocument } from '../../../features/evidence/evidence-document.entity';
import { EvidenceFile } from '../../../features/evidence/evidence-file.entity';
import { EvidenceLink } from '../../../features/evidence/evidence-link.entity';
import { ResultRow } from '../../../features/result/result-row.entity';
import { ResultSnapshot } from '../../../features/result/result-snapshot.entity';

/** SQLSTATE restrict_violation. */
const REFUSED = { driverError: { code: '23001' } };

describe('what is written once', () => {
  let db: DataSource;

  beforeAll(async () => {
    db = await openTestDatabase();
    await fillEveryTable(db);
  });
  afterAll(() => db.destroy());

  it.each(['answer_revision', 'evidence_file', 'appraisal_layer_revision', 'result_snapshot', 'result_row'])(
    '%s is neither changed nor removed',
    async (table) => {
      const [{ count }] = await db.query(`select count(*)::int as count from ${table}`);
      expect(count).toBeGreaterThan(0);
      await expect(db.query(`update ${table} set id = id`)).rejects.toMatchObject(REFUSED);
      await expect(db.query(`delete from ${table}`)).rejects.toMatchObject(REFUSED);
      await expect(db.query(`truncate ${table} cascade`)).rejects.toMatchObject(REFUSED);
    },
  );

  it.each(['answer', 'appraisal_layer', 'evidence_link', 'assessment', 'participant'])(
    'a row of %s is changed but never removed',
    async (table) => {
      await expect(db.query(`update ${table} set id = id`)).resolves.toBeDefined();
      await expect(db.query(`delete from ${table}`)).rejects.toMatchObject(REFUSED);
      await expect(db.query(`truncate ${table} cascade`)).rejects.toMatchObject(REFUSED);
    },
  );
});

describe('a frozen criteria set', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  const changes = {
    document: { title: 'khác' },
    code: 'khac',
    year: 2030,
    title: 'khác',
    versionNumber: 9,
    digest: 'khac',
    leafCount: 1,
  };

  it.each(Object.entries(changes))('never changes its %s', async (field, value) => {
    const { id } = await aCriteriaSet(db, { state: 'frozen' });
    await expect(db.manager.update(CriteriaSet, { id }, { [field]: value })).rejects.toMatchObject(REFUSED);
  });

  it('never goes back to published', async () => {
    const { id } = await aCriteriaSet(db, { state: 'frozen' });
    await expect(db.manager.update(CriteriaSet, { id }, { state: 'published' })).rejects.toMatchObject(REFUSED);
  });

  it.each(['frozen', 'superseded'] as const)('is never removed when %s', async (state) => {
    const { id } = await aCriteriaSet(db, { state });
    await expect(db.manager.delete(CriteriaSet, { id })).rejects.toMatchObject(REFUSED);
  });

  it('may still be superseded', async () => {
    const { id } = await aCriteriaSet(db, { state: 'frozen' });
    await db.manager.update(CriteriaSet, { id }, { state: 'superseded' });
    expect(await db.manager.findOneByOrFail(CriteriaSet, { id })).toMatchObject({ state: 'superseded', version: 2 });
  });

  it('was free to change and to go while it was a draft', async () => {
    const { id } = await aCriteriaSet(db, { state: 'draft' });
    await db.manager.update(CriteriaSet, { id }, { title: 'khác' });
    await db.manager.delete(CriteriaSet, { id });
    expect(await db.manager.existsBy(CriteriaSet, { id })).toBe(false);
  });
});

describe('an assignment', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  it('never lets an agency appraise itself', async () => {
    const { id: assessmentId, agencyId } = await anAssessment(db);
    await expect(db.manager.insert(AppraisalAssignment, { assessmentId, code: '1.1', agencyId })).rejects.toMatchObject(REFUSED);
    const { id: other } = await anAgency(db);
    await db.manager.insert(AppraisalAssignment, { assessmentId, code: '1.1', agencyId: other });
    await expect(db.manager.update(AppraisalAssignment, { assessmentId }, { agencyId })).rejects.toMatchObject(REFUSED);
  });
});

async function fillEveryTable(db: DataSource): Promise<void> {
  const em = db.manager;
  const by = (await aPerson(db)).id;
  const { id: assessmentId, agencyId, cycleId } = await anAssessment(db);
  const facts = { assessmentId, code: '1.1', answer: { points: 1 }, points: '1' };
  const answer = await em.save(em.create(Answer, { ...facts, updatedBy: by }));
  await em.insert(AnswerRevision, { ...facts, answerId: answer.id, version: 1, note: '', evidenceExplanation: '', changedBy: by });
  const layer = {
    ...facts,
    layer: 'appraisal-1' as const,
    kind: 'accept' as const,
    reason: '',
    explanationWanted: false,
    question: '',
    decidedBy: by,
  };
  const stored = await em.save(em.create(AppraisalLayer, layer));
  await em.insert(AppraisalLayerRevision, { ...layer, layerId: stored.id, version: 1 });
  await fillEvidence(db, { assessmentId, agencyId, by });
  await fillResults(db, { cycleId, agencyId, by });
}

async function fillEvidence(
  { manager: em }: DataSource,
  { assessmentId, agencyId, by }: Record<'assessmentId' | 'agencyId' | 'by', string>,
): Promise<void> {
  const sha256 = 'a'.repeat(64);
  const document = await em.save(em.create(EvidenceDocument, { agencyId, title: 'Kế hoạch', createdBy: by }));
  await em.insert(EvidenceBlob, { sha256, bytes: '10', mediaType: 'application/pdf' });
  await em.insert(EvidenceFile, { documentId: document.id, fileVersion: 1, sha256, fileName: 'ke-hoach.pdf', createdBy: by });
  await em.insert(EvidenceLink, { documentId: document.id, assessmentId, code: '1.1', createdBy: by });
}

async function fillResults(
  { manager: em }: DataSource,
  { cycleId, agencyId, by }: Record<'cycleId' | 'agencyId' | 'by', string>,
): Promise<void> {
  const head = { cycleId, edition: 1, document: {}, digest: '', reason: 'Công bố', publishedBy: by };
  const snapshot = await em.save(em.create(ResultSnapshot, head));
  const names = { agencyCode: 'a', agencyName: 'A', agencyShortName: 'A', groupCode: 'so-ban-nganh' };
  const figures = {
    rank: 1,
    index: '90',
    points: '90',
    applicableMax: '100',
    selfPoints: '90',
    surveyPoints: '0',
    bonus: '0',
    penalty: '0',
  };
  await em.insert(ResultRow, { snapshotId: snapshot.id, agencyId, ...names, ...figures, fields: {}, sheet: [] });
}

describe('one cycle', () => {
  let db: DataSource;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.destroy());

  it('has a year and title that no other has', async () => {
    const { year, title } = await aCycle(db);
    await expect(aCycle(db, { year, title })).rejects.toMatchObject({ driverError: { code: '23505' } });
    await expect(aCycle(db, { year: year + 1, title })).resolves.toMatchObject({ title });
  });
});
