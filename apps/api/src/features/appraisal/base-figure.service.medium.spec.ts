import type { Actor, BaseFigureRequest } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { aProvince, type Assessed, type Province } from '../../../test/factories/province.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { AppraisalLayer } from './appraisal-layer.entity';
import { BaseFigureService } from './base-figure.service';

const PERCENT: BaseFigureRequest = { answer: { percent: 91.17 }, reason: '' };

describe('BaseFigureService', () => {
  let test: TestApp;
  let province: Province;
  let service: BaseFigureService;
  let noiVu: Actor;
  let tuPhap: Actor;
  let assessed: Assessed;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    service = test.app.get(BaseFigureService);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    assessed = await province.assessed();
  });

  const enter = (actor: Actor, code: string, request = PERCENT, version = 0) => service.enter(actor, { assessmentId: assessed.id, code, version, request });
  const layersOf = (id: string) => test.db.manager.findBy(AppraisalLayer, { assessmentId: id });

  describe('enter', () => {
    it('stores the figure as the base layer, with an audit line', async () => {
      expect(await enter(noiVu, '2.2')).toMatchObject({ layer: 'base', kind: 'accept', points: 18.23, version: 1, answer: { percent: 91.17 } });
      expect(await test.db.manager.findBy(AuditEvent, { subjectId: assessed.id, event: 'base-figure.entered' })).toMatchObject([
        { actorId: noiVu.id, payload: { code: '2.2', before: null, after: { percent: 91.17 } } },
      ]);
    });

    it('changes a figure that is there only with a reason and on its version', async () => {
      await enter(noiVu, '2.2');
      await expect(enter(noiVu, '2.2', { answer: { percent: 80 }, reason: ' ' }, 1)).rejects.toMatchObject({ code: 'reason.required' });
      await expect(enter(noiVu, '2.2', { answer: { percent: 80 }, reason: 'Nhập nhầm' }, 0)).rejects.toMatchObject({ code: 'record.version-stale', params: { version: 1 } });
      expect(await enter(noiVu, '2.2', { answer: { percent: 80 }, reason: 'Nhập nhầm' }, 1)).toMatchObject({ points: 16, version: 2, reason: 'Nhập nhầm' });
    });

    it('refuses what the rule does not take, an award, and a criterion that is answered elsewhere', async () => {
      await expect(enter(noiVu, '2.2', { answer: { percent: 101 }, reason: '' })).rejects.toMatchObject({ code: 'answer.invalid', errors: [{ pointer: '/answer/percent' }] });
      await expect(enter(noiVu, '2.2', { answer: { awarded: 5, reason: 'x' }, reason: '' })).rejects.toMatchObject({ code: 'answer.award-forbidden' });
      await expect(enter(noiVu, '1.1')).rejects.toMatchObject({ code: 'base-figure.not-imported' });
      await expect(enter(noiVu, '2.1')).rejects.toMatchObject({ code: 'base-figure.not-imported' });
      await expect(enter(noiVu, '9.9')).rejects.toMatchObject({ code: 'answer.criterion-unknown' });
    });

    it('refuses an exempt criterion and a closed phase', async () => {
      assessed = await province.assessed({ exempt: ['2'] });
      await expect(enter(noiVu, '2.2')).rejects.toMatchObject({ code: 'answer.criterion-exempt' });
      assessed = await province.assessed({ cycle: await province.cycle('preliminary'), state: 'decided' });
      await expect(enter(noiVu, '2.2')).rejects.toMatchObject({ code: 'appraisal.phase-closed' });
    });

    it('is not for appraisers, nor for the agency itself', async () => {
      await expect(enter(tuPhap, '2.2')).rejects.toMatchObject({ code: 'access.denied' });
      await expect(enter(await province.person('agency-head', assessed.agency), '2.2')).rejects.toMatchObject({ code: 'access.own-agency' });
    });

    it('is left to the substitute where Sở Nội vụ is assessed itself', async () => {
      assessed = await province.assessed({ agency: province.noiVu });
      await expect(enter(noiVu, '2.2')).rejects.toMatchObject({ code: 'access.own-agency' });
      expect(await enter(tuPhap, '2.2')).toMatchObject({ points: 18.23, decidedBy: 'Nguyễn Văn A' });
      assessed = await province.assessed({ agency: province.noiVu, cycle: await province.cycle('preliminary'), state: 'decided' });
      await expect(enter(tuPhap, '2.2')).rejects.toMatchObject({ code: 'appraisal.phase-closed' });
    });
  });

  describe('import', () => {
    it('enters the figures of many agencies at once, and leaves alone what stays the same', async () => {
      const cycle = await province.cycle('appraisal');
      const [first, second, third] = [await province.assessed({ cycle }), await province.assessed({ cycle }), await province.assessed({ cycle })];
      const rows = [first, second].map(({ agency }, index) => ({ agencyId: agency.id, answer: { value: 70 + index } }));
      const key = { cycleId: cycle.id, code: '2.3' };
      expect(await service.import(noiVu, key, { rows, reason: '' })).toEqual({ code: '2.3', entered: 2, changed: 0 });
      const again = [{ ...rows[0]!, answer: { value: 75 } }, rows[1]!, { agencyId: third.agency.id, answer: { value: 60 } }];
      expect(await service.import(noiVu, key, { rows: again, reason: 'Bộ công bố lại' })).toEqual({ code: '2.3', entered: 1, changed: 1 });
      expect(await layersOf(first.id)).toMatchObject([{ code: '2.3', points: '7.5000', version: 2, reason: 'Bộ công bố lại' }]);
      expect(await layersOf(second.id)).toMatchObject([{ points: '7.1000', version: 1 }]);
    });

    it('writes nothing where one row is wrong, and names every wrong one', async () => {
      const cycle = await province.cycle('appraisal');
      const [good, bad] = [await province.assessed({ cycle }), await province.assessed({ cycle, exempt: ['2.3'] })];
      const elsewhere = await province.assessed();
      const rows = [
        { agencyId: good.agency.id, answer: { value: 70 } },
        { agencyId: bad.agency.id, answer: { value: 70 } },
        { agencyId: elsewhere.agency.id, answer: { value: 70 } },
        { agencyId: (await province.assessed({ cycle, agency: province.noiVu })).agency.id, answer: { value: 70 } },
        { agencyId: (await province.assessed({ cycle })).agency.id, answer: { value: 170 } },
      ];
      await expect(service.import(noiVu, { cycleId: cycle.id, code: '2.3' }, { rows, reason: '' })).rejects.toMatchObject({
        code: 'request.invalid',
        errors: [
          { pointer: '/rows/1/agencyId', code: 'answer.criterion-exempt' },
          { pointer: '/rows/2/agencyId', code: 'record.not-found' },
          { pointer: '/rows/3/agencyId', code: 'access.own-agency' },
          { pointer: '/rows/4/answer/value' },
        ],
      });
      expect(await layersOf(good.id)).toEqual([]);
    });

    it('refuses an agency named twice', async () => {
      const cycle = await province.cycle('appraisal');
      const { agency } = await province.assessed({ cycle });
      const rows = [{ agencyId: agency.id, answer: { value: 1 } }, { agencyId: agency.id, answer: { value: 2 } }];
      await expect(service.import(noiVu, { cycleId: cycle.id, code: '2.3' }, { rows, reason: '' })).rejects.toMatchObject({
        errors: [{ code: 'record.duplicate' }, { code: 'record.duplicate' }],
      });
    });

    it('changes no figure without a reason', async () => {
      const cycle = await province.cycle('appraisal');
      const { agency } = await province.assessed({ cycle });
      const figures = (value: number) => ({ rows: [{ agencyId: agency.id, answer: { value } }], reason: '' });
      await service.import(noiVu, { cycleId: cycle.id, code: '2.3' }, figures(50));
      await expect(service.import(noiVu, { cycleId: cycle.id, code: '2.3' }, figures(51))).rejects.toMatchObject({ code: 'reason.required' });
    });
  });
});
