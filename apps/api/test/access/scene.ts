import { Readable } from 'node:stream';
import { CouncilItem } from '../../src/features/council/council-item.entity';
import { EvidenceBlob } from '../../src/features/evidence/evidence-blob.entity';
import { EvidenceFile } from '../../src/features/evidence/evidence-file.entity';
import { Petition } from '../../src/features/petition/petition.entity';
import { ReceiptIssue } from '../../src/features/receipt/receipt-issue.service';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { EvidenceStore } from '../../src/platform/files/evidence-store';
import type { TestApp } from '../app';
import { aDocument, anEvidenceLink } from '../factories/evidence.factory';
import { aPdf } from '../factories/evidence-file.factory';
import { aProvince, type Assessed, type Province } from '../factories/province.factory';
import { aUser } from '../factories/user.factory';

/** What the addresses of the table name, such as `:assessment`. */
export type Names = Readonly<Record<string, string>>;

export interface Scene {
  readonly province: Province;
  readonly assessed: Assessed;
  readonly names: Names;
}

/**
 * One agency with a submitted assessment (appraisal is open), a drafted one (self-assessment is open) and a published result, each in a
 * cycle of its own; a document under criterion 1.1 of the submitted one.
 */
export async function aScene(test: TestApp): Promise<Scene> {
  const province = await aProvince(test.db);
  const assessed = await province.assessed();
  const cycle = await province.cycle('self-assessment', 2027);
  const draft = await province.assessed({ agency: assessed.agency, cycle, state: 'drafting' });
  const { document, link } = await evidenceOf(test, assessed);
  const receipt = await receiptOf(test, province, assessed);
  const names = {
    ...(await published(test, province, assessed)),
    ...{ agency: assessed.agency.id, agencyCode: assessed.agency.code, owner: province.tuPhap.id, user: (await aUser(test.db)).id, set: province.set.id },
    ...{ cycle: assessed.assessment.cycleId, assessment: assessed.id, draft: draft.id, draftCycle: cycle.id, document, link, receipt },
    councilItem: await councilItemOf(test, assessed),
    petition: await petitionOf(test, assessed),
  };
  return { province, assessed, names };
}

async function evidenceOf({ app, db }: TestApp, { id, agency }: Assessed): Promise<{ readonly document: string; readonly link: string }> {
  const document = await aDocument(db, agency.id);
  const { sha256, bytes, mediaType } = await app.get(EvidenceStore).put(Readable.from([await aPdf()]), { maxBytes: 1_000_000 });
  await db.manager.insert(EvidenceBlob, { sha256, bytes: String(bytes), mediaType });
  await db.manager.insert(EvidenceFile, { documentId: document.id, fileVersion: 1, sha256, fileName: 'bao-cao.pdf', createdBy: document.createdBy });
  const link = await anEvidenceLink(db, { documentId: document.id, assessmentId: id, pinnedFileVersion: 1 });
  return { document: document.id, link: link.id };
}

async function petitionOf({ db }: TestApp, { id, assessment }: Assessed): Promise<string> {
  const petition = { cycleId: assessment.cycleId, assessmentId: id, code: '1.1', reasonCode: 'other' as const };
  return (await db.manager.save(db.manager.create(Petition, petition))).id;
}

async function councilItemOf({ db }: TestApp, { id, assessment }: Assessed): Promise<string> {
  const item = db.manager.create(CouncilItem, { cycleId: assessment.cycleId, assessmentId: id, code: '1.2', origin: 'disagreement' });
  return (await db.manager.save(item)).id;
}

async function receiptOf({ app }: TestApp, province: Province, { id, agency, assessment }: Assessed): Promise<string> {
  const head = await province.person('agency-head', agency);
  return app.get(UnitOfWork).run(head, (tx) => app.get(ReceiptIssue).issue(tx, { assessmentId: id, cycleId: assessment.cycleId, round: 'self-assessment', late: false }));
}

async function published(test: TestApp, province: Province, { agency }: Assessed): Promise<Names> {
  const noiVu = await test.signedInAs([{ role: 'home-affairs', agencyId: province.noiVu.id }]);
  const cycle = await province.cycle('council', 2025);
  const decided = await province.assessed({ agency, cycle, state: 'decided' });
  for (const [code, answer] of [['2.2', { percent: 80 }], ['2.3', { value: 50 }]] as const) {
    await noiVu.put(`/api/v1/assessments/${decided.id}/base-figures/${code}`).set('if-match', '"0"').send({ answer, reason: '' }).expect(200);
  }
  await test.db.query(`update cycle set phase = 'preliminary' where id = $1`, [cycle.id]);
  const publication = noiVu.post(`/api/v1/cycles/${cycle.id}/publication`).set('if-match', `"${cycle.version}"`);
  const { body } = await publication.send({ reason: 'Đã phê duyệt' }).expect(200);
  return { snapshot: (body as { readonly snapshotId: string }).snapshotId, publishedCycle: cycle.id };
}
