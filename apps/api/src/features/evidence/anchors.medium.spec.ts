import type { Actor, EvidenceAnchor } from '@par-index/contract';
import { rm } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { anAssessment } from '../../../test/factories/assessment.factory';
import { aDocument, aFileVersion, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { evidenceServices } from '../../../test/factories/evidence-services';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { Assessment } from '../assessment/assessment.entity';
import { EvidenceAnchorRow } from './evidence-anchor.entity';
import { EvidenceBlob } from './evidence-blob.entity';
import type { EvidenceDocument } from './evidence-document.entity';
import type { EvidenceLink } from './evidence-link.entity';

const BOX = { x: 0.1, y: 0.25, width: 0.5, height: 0.125 };
const BOXED: EvidenceAnchor = { page: 2, box: BOX, note: 'Bảng 1' };
const WHOLE_PAGE: EvidenceAnchor = { page: 3, box: null, note: '' };

describe('places in a document', () => {
  let db: DataSource;
  let services: Awaited<ReturnType<typeof evidenceServices>>;
  let assessment: Assessment;
  let officer: Actor;
  let document: EvidenceDocument;
  let link: EvidenceLink;

  beforeAll(async () => {
    db = await openTestDatabase();
    services = await evidenceServices(db);
  });
  afterAll(async () => {
    await db.destroy();
    await rm(services.folder, { recursive: true });
  });
  beforeEach(async () => {
    assessment = await anAssessment(db);
    officer = await aPerson(db, { role: 'agency-officer', agencyId: assessment.agencyId });
    document = await aDocument(db, assessment.agencyId);
    await fileOf(1, 4);
    link = await anEvidenceLink(db, { documentId: document.id, assessmentId: assessment.id });
  });

  async function fileOf(version: number, pages: number | null): Promise<void> {
    const { sha256 } = await aFileVersion(db, document, version);
    await db.manager.update(EvidenceBlob, { sha256 }, { pages });
  }
  const mark = (anchors: readonly EvidenceAnchor[], actor = officer, id = link.id) => services.attachments.anchor(actor, id, { anchors });
  const rows = () => db.manager.find(EvidenceAnchorRow, { where: { linkId: link.id }, order: { position: 'ASC' } });

  it('are marked in their order, with the version on which they were set', async () => {
    const view = await mark([BOXED, WHOLE_PAGE]);
    expect(view.anchors).toEqual([{ ...BOXED, fileVersion: 1 }, { ...WHOLE_PAGE, fileVersion: 1 }]);
    expect(await rows()).toMatchObject([{ page: 2, ...BOX, createdBy: officer.id }, { page: 3, x: null, y: null, width: null, height: null }]);
    expect((await services.evidence.linksOf(db.manager, assessment.id))[0]?.anchors).toEqual(view.anchors);
  });

  it('are marked anew as a whole, and the audit log keeps what they were', async () => {
    await mark([BOXED]);
    expect((await mark([WHOLE_PAGE])).anchors).toEqual([{ ...WHOLE_PAGE, fileVersion: 1 }]);
    expect((await mark([])).anchors).toEqual([]);
    const lines = await db.manager.find(AuditEvent, { where: { subjectId: assessment.id }, order: { at: 'ASC' } });
    expect(lines).toMatchObject([
      { event: 'evidence.anchored', payload: { code: '1.1', documentId: document.id, before: [], after: [BOXED] } },
      { payload: { before: [BOXED], after: [WHOLE_PAGE] } },
      { payload: { before: [WHOLE_PAGE], after: [] } },
    ]);
  });

  it('that are said again after a new version keep the version on which they were set', async () => {
    await mark([BOXED]);
    await fileOf(2, 9);
    const { anchors, document: shown } = await mark([BOXED, { ...WHOLE_PAGE, page: 9 }]);
    expect(anchors.map(({ fileVersion }) => fileVersion)).toEqual([1, 2]);
    expect(shown.file).toMatchObject({ fileVersion: 2, pages: 9 });
  });

  it('may outlive their page, but none is set on a page that is not there', async () => {
    await mark([{ ...BOXED, page: 4 }]);
    await fileOf(2, 3);
    await expect(mark([{ ...BOXED, page: 4 }])).resolves.toMatchObject({ anchors: [{ page: 4, fileVersion: 1 }] });
    await expect(mark([{ ...BOXED, page: 4 }, { ...BOXED, page: 5 }])).rejects.toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/anchors/1/page' }] });
    await fileOf(3, null);
    await expect(mark([{ ...BOXED, page: 500 }])).resolves.toMatchObject({ anchors: [{ page: 500, fileVersion: 3 }] });
  });

  it.each([
    ['beside the page', { ...BOX, x: 0.6 }],
    ['of no size', { ...BOX, width: 0 }],
    ['below the page', { ...BOX, y: 0.95 }],
  ])('are refused with a box %s', async (_, box) => {
    await expect(mark([WHOLE_PAGE, { ...BOXED, box }])).rejects.toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/anchors/1/box' }] });
    expect(await rows()).toEqual([]);
  });

  it('are refused where there is no file', async () => {
    const bare = await aDocument(db, assessment.agencyId);
    const { id } = await anEvidenceLink(db, { documentId: bare.id, assessmentId: assessment.id });
    await expect(mark([WHOLE_PAGE], officer, id)).rejects.toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/anchors' }] });
    await expect(mark([], officer, id)).resolves.toMatchObject({ anchors: [] });
  });

  it('are marked by the officer of the agency alone, while the assessment is open', async () => {
    const stranger = await aPerson(db, { role: 'agency-officer', agencyId: (await anAgency(db)).id });
    await expect(mark([WHOLE_PAGE], stranger)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(mark([WHOLE_PAGE], await aPerson(db, { role: 'agency-head', agencyId: assessment.agencyId }))).rejects.toMatchObject({ code: expect.stringMatching(/^access|^assessment/) });
    await db.query(`update assessment set state = 'submitted' where id = $1`, [assessment.id]);
    await expect(mark([WHOLE_PAGE])).rejects.toMatchObject({ code: 'assessment.state-illegal' });
  });

  it('stay as they were handed in, whoever asks the database', async () => {
    await mark([BOXED]);
    await db.query(`update assessment set state = 'submitted' where id = $1`, [assessment.id]);
    const refused = { driverError: { code: '23001' } };
    await expect(db.query('update evidence_anchor set page = 1 where link_id = $1', [link.id])).rejects.toMatchObject(refused);
    await expect(db.query('delete from evidence_anchor where link_id = $1', [link.id])).rejects.toMatchObject(refused);
    await expect(db.query('insert into evidence_anchor (link_id, position, page, file_version, created_by) values ($1, 7, 1, 1, $2)', [link.id, officer.id])).rejects.toMatchObject(refused);
    await expect(db.query('truncate evidence_anchor')).rejects.toMatchObject(refused);
  });

  it.each(['x = -0.1', 'width = 0', 'width = 0.95', 'x = null', 'page = 0'])('never hold %s in the database', async (change) => {
    await mark([BOXED]);
    await expect(db.query(`update evidence_anchor set ${change} where link_id = $1`, [link.id])).rejects.toMatchObject({ driverError: { code: '23514' } });
  });

  it('go with the version that was handed in, and its reader is told that there is a newer one', async () => {
    await mark([BOXED]);
    await services.evidence.pin(db.manager, [assessment.id]);
    await fileOf(2, 1);
    const [handedIn] = await services.evidence.linksOf(db.manager, assessment.id);
    expect(handedIn).toMatchObject({ document: { file: { fileVersion: 1, pages: 4 } }, newerFileVersion: 2, anchors: [{ page: 2, fileVersion: 1 }] });
  });

  it('are told with a link whose file is the newest, as is that there is no newer one', async () => {
    expect((await services.evidence.linksOf(db.manager, assessment.id))[0]).toMatchObject({ anchors: [], newerFileVersion: null, document: { file: { fileVersion: 1 } } });
  });
});
