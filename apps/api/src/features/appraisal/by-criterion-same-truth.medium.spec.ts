import type { Actor } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aDocument, anEvidenceLink } from '../../../test/factories/evidence.factory';
import { aProvince, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { Assessment } from '../assessment/assessment.entity';
import type { Cycle } from '../cycle/cycle.entity';
import { AcceptanceAcross } from './acceptance-across.service';
import { AppraisalLayer } from './appraisal-layer.entity';
import { AppraisalLayerRevision } from './appraisal-layer-revision.entity';
import { AppraisalService } from './appraisal.service';
import { AppraisalViews } from './appraisal-view.service';
import { ByCriterion } from './by-criterion.service';

/** What the grid says and does is what the page of one agency says and does. */
describe('one criterion across agencies, against the page of one agency', () => {
  let test: TestApp;
  let province: Province;
  let noiVu: Actor;
  let cycle: Cycle;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    noiVu = await province.person('home-affairs', province.noiVu);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    cycle = await province.cycle('appraisal');
  });

  const key = (code: string) => ({ cycleId: cycle.id, groupCode: 'so-ban-nganh', code });
  const across = (actor: Actor, code: string) => test.app.get(ByCriterion).get(actor, key(code));
  const acceptance = () => test.app.get(AcceptanceAcross);

  it('says the same of answer, evidence, layers, last year and of who decides', async () => {
    const agency = await anAgency(test.db);
    await province.assessed({ cycle: await province.cycle('published', 2025), agency, state: 'final' });
    const { id } = await province.assessed({ cycle, agency });
    await anEvidenceLink(test.db, { documentId: (await aDocument(test.db, agency.id)).id, assessmentId: id });
    const request = { kind: 'award', awarded: 12, reason: 'Thiếu báo cáo', explanationWanted: true, question: 'Báo cáo ở đâu?' } as const;
    await test.app.get(AppraisalService).decide(noiVu, { assessmentId: id, code: '1.1', version: 0, request });
    for (const code of ['1.1', '1.2', '1.3', '2.2']) {
      const page = (await test.app.get(AppraisalViews).get(noiVu, id)).criteria.find((criterion) => criterion.code === code);
      expect((await across(noiVu, code)).rows).toMatchObject([{ ...page, assessmentId: id }]);
    }
  });

  it('never shows or decides the own agency for somebody who holds other roles elsewhere', async () => {
    const own = await province.assessed({ cycle });
    const both = await aPerson(test.db, { role: 'home-affairs', agencyId: province.noiVu.id }, { role: 'agency-officer', agencyId: own.agency.id });
    expect((await across(both, '1.1')).rows).toEqual([]);
    expect(await acceptance().preview(both, key('1.1'), {})).toMatchObject({ accepted: [], left: [] });
    const rows = [{ assessmentId: own.id, version: 0, answerVersion: 1 }];
    await expect(acceptance().accept(both, key('1.1'), { rows })).rejects.toMatchObject({ code: 'record.version-stale' });
    expect(await test.db.manager.countBy(AppraisalLayer, { assessmentId: own.id })).toBe(0);
  });

  it('writes a revision and an audit line for every row, and completes what is done with it', async () => {
    const first = await province.assessed({ cycle, exempt: ['2', '3', '4', '1.2', '1.3'] });
    const second = await province.assessed({ cycle });
    const { accepted } = await acceptance().preview(noiVu, key('1.1'), {});
    await acceptance().accept(noiVu, key('1.1'), { rows: accepted.map(({ assessmentId, version, answerVersion }) => ({ assessmentId, version, answerVersion })) });
    for (const { id } of [first, second]) {
      expect(await test.db.manager.countBy(AppraisalLayerRevision, { assessmentId: id })).toBe(1);
      expect(await test.db.manager.findBy(AuditEvent, { subjectId: id, event: 'appraisal.decided' })).toMatchObject([{ actorId: noiVu.id, payload: { code: '1.1', kind: 'accept' } }]);
    }
    const stateOf = async (id: string) => (await test.db.manager.findOneByOrFail(Assessment, { id })).state;
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['appraised', 'submitted']);
  });
});
