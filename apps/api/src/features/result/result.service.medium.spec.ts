import type { Actor, Phase } from '@par-index/contract';
import { startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { aPerson } from '../../../test/factories/actor.factory';
import { anAgency } from '../../../test/factories/agency.factory';
import { aProvince, type Assessed, type AssessedFields, type Province } from '../../../test/factories/province.factory';
import { AppraisalService } from '../appraisal/appraisal.service';
import { BaseFigureService } from '../appraisal/base-figure.service';
import type { Cycle } from '../cycle/cycle.entity';
import { PublicationService } from './publication.service';
import { PublicResults } from './public-result.service';
import { ResultService } from './result.service';

describe('results', () => {
  let test: TestApp;
  let province: Province;
  let service: ResultService;
  let noiVu: Actor;
  let tuPhap: Actor;
  let leader: Actor;
  let cycle: Cycle;

  beforeAll(async () => {
    test = await startTestApp();
    province = await aProvince(test.db);
    service = test.app.get(ResultService);
    noiVu = await province.person('home-affairs', province.noiVu);
    tuPhap = await province.person('appraiser', province.tuPhap);
    leader = await province.person('leader', await anAgency(test.db));
  });
  afterAll(() => test.close());

  async function inPhase(phase: Phase, year = 2026): Promise<void> {
    cycle = await province.cycle(phase, year);
  }
  const assessed = (fields: AssessedFields = {}) => province.assessed({ cycle, ...fields });
  const enter = ({ id }: Assessed, code: string, value: number) =>
    test.app.get(BaseFigureService).enter(noiVu, { assessmentId: id, code, version: 0, request: { answer: code === '2.2' ? { percent: value } : { value }, reason: '' } });

  /** Agencies with every figure, published with the result in rank order of `percents`. */
  async function published(year: number, agencies: readonly { readonly fields?: AssessedFields; readonly percent: number }[]): Promise<readonly Assessed[]> {
    await inPhase('council', year);
    const all: Assessed[] = [];
    for (const { fields, percent } of agencies) {
      const one = await assessed({ state: 'decided', ...fields });
      await enter(one, '2.2', percent);
      await enter(one, '2.3', 50);
      all.push(one);
    }
    await test.db.query(`update cycle set phase = 'preliminary' where id = $1`, [cycle.id]);
    await test.app.get(PublicationService).publish(noiVu, cycle.id, cycle.version, { reason: 'Đã phê duyệt' });
    return all;
  }

  describe('a provisional ranking', () => {
    beforeEach(() => inPhase('appraisal'));

    it('is computed from the answers in force now', async () => {
      const one = await assessed();
      const before = await service.getGroup(leader, cycle.id);
      expect(before.rows).toMatchObject([{ agency: { id: one.agency.id }, rank: 1, points: 45, index: 45.5, grade: 'Yếu', previousIndex: null }]);
      const cut = { kind: 'award', awarded: 0, reason: 'Không có báo cáo', explanationWanted: false, question: '' } as const;
      await test.app.get(AppraisalService).decide(noiVu, { assessmentId: one.id, code: '1.1', version: 0, request: cut });
      expect((await service.getGroup(leader, cycle.id)).rows).toMatchObject([{ points: 25, index: 25.5 }]);
    });

    it('has a column for each field and a summary', async () => {
      await assessed();
      const view = await service.getGroup(leader, cycle.id);
      expect(view).toMatchObject({ provisional: true, edition: null, groupCode: 'so-ban-nganh', year: 2026, summary: { count: 1, highest: 45.5, mean: 45.5 } });
      expect(view.fields.map(({ code }) => code)).toEqual(['1', '2', '3', '4']);
      expect(view.rows[0]?.fields['1']).toEqual({ points: 45, max: 60, percent: 75 });
    });

    it('leaves out what has not been handed in, also from the best of a relative criterion', async () => {
      await assessed({ state: 'drafting', answers: { '1.3': { value: 400 } } });
      await assessed({ answers: { '1.3': { value: 4 } } });
      expect((await service.getGroup(leader, cycle.id)).rows).toMatchObject([{ points: 20 }]);
    });

    it('leaves exempt criteria out of the maximum', async () => {
      await assessed({ exempt: ['2'] });
      expect((await service.getGroup(leader, cycle.id)).rows).toMatchObject([{ applicableMax: 60, index: 75.83, fields: { '2': { excluded: true } } }]);
    });

    it('shares a rank and skips the next one', async () => {
      await assessed();
      await assessed();
      await assessed({ answers: {} });
      expect((await service.getGroup(leader, cycle.id)).rows.map(({ rank }) => rank)).toEqual([1, 1, 3]);
    });

    it('is kept from whoever may not read it, and an unknown group is not there', async () => {
      const officer = await province.person('agency-officer', (await assessed()).agency);
      await expect(service.getGroup(officer, cycle.id)).rejects.toMatchObject({ code: 'result.none' });
      await expect(service.getGroup(tuPhap, cycle.id)).rejects.toMatchObject({ code: 'result.none' });
      await expect(service.getGroup(leader, cycle.id, 'huyen')).rejects.toMatchObject({ code: 'record.not-found' });
      await expect(service.getGroup(leader, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'record.not-found' });
    });

    it('keeps the line of the reader\'s own agency back until preliminary, also from the mean', async () => {
      const [own, other] = [await assessed(), await assessed()];
      const member = await province.person('council-member', own.agency);
      const view = await service.getGroup(member, cycle.id);
      expect(view.rows.map(({ agency }) => agency.id)).toEqual([other.agency.id]);
      expect(view.withheld.map(({ id }) => id)).toEqual([own.agency.id]);
      expect(view.summary).toMatchObject({ count: 1, mean: view.rows[0]?.index });
      expect(await service.getGroup(leader, cycle.id)).toMatchObject({ withheld: [], summary: { count: 2 } });
      await test.db.query(`update cycle set phase = 'preliminary' where id = $1`, [cycle.id]);
      expect(await service.getGroup(member, cycle.id)).toMatchObject({ withheld: [], summary: { count: 2 } });
    });

    it('asks as often for many agencies as for one', async () => {
      await assessed();
      await service.getGroup(leader, cycle.id);
      const one = await countQueries(test.db, () => service.getGroup(leader, cycle.id));
      for (let more = 0; more < 4; more += 1) await assessed();
      expect(await countQueries(test.db, () => service.getGroup(leader, cycle.id))).toBe(one);
      expect(one).toBe(4);
    });
  });

  describe('a sheet', () => {
    it('says of each number what led to it', async () => {
      await inPhase('appraisal');
      const one = await assessed();
      await assessed({ answers: { '1.3': { value: 8 } } });
      const sheet = await service.getSheet(leader, cycle.id, one.agency.id);
      expect(sheet).toMatchObject({ provisional: true, groupName: 'Nhóm so-ban-nganh', row: { rank: 1 } });
      expect(sheet.criteria.find(({ code }) => code === '1.1')).toMatchObject({ selfPoints: 20, trace: { outcome: 'scored', points: 20 }, declared: { numerator: 19, denominator: 20 } });
      expect(sheet.criteria.find(({ code }) => code === '1.3')).toMatchObject({ result: { points: 10 }, trace: { outcome: 'scored', points: 10 } });
      expect(sheet.criteria.find(({ code }) => code === '2')).toMatchObject({ leaf: false, trace: null });
    });

    it('is refused to the agency before preliminary, whatever else its people may read', async () => {
      await inPhase('council');
      const one = await assessed({ state: 'reappraised' });
      const own = await aPerson(test.db, { role: 'agency-head', agencyId: one.agency.id }, { role: 'council-member', agencyId: one.agency.id });
      await expect(service.getSheet(own, cycle.id, one.agency.id)).rejects.toMatchObject({ code: 'access.own-agency' });
    });

    it('is the agency\'s to see from preliminary, its own and no other', async () => {
      await inPhase('preliminary');
      const [one, other] = [await assessed({ state: 'decided' }), await assessed({ state: 'decided' })];
      const head = await province.person('agency-head', one.agency);
      expect(await service.getSheet(head, cycle.id, one.agency.id)).toMatchObject({ provisional: true, row: { rank: 1 } });
      await expect(service.getSheet(head, cycle.id, other.agency.id)).rejects.toMatchObject({ code: 'result.none' });
    });

    it('is not there for an agency that has not handed in, or takes no part', async () => {
      await inPhase('appraisal');
      const draft = await assessed({ state: 'drafting' });
      await expect(service.getSheet(leader, cycle.id, draft.agency.id)).rejects.toMatchObject({ code: 'result.none' });
      await expect(service.getSheet(leader, cycle.id, (await anAgency(test.db)).id)).rejects.toMatchObject({ code: 'record.not-found' });
    });
  });

  describe('a published result', () => {
    it('is everybody\'s who is signed in, with the figures of the year before', async () => {
      const agency = await anAgency(test.db);
      await published(2030, [{ fields: { agency }, percent: 10 }, { percent: 90 }]);
      await published(2031, [{ fields: { agency }, percent: 95 }]);
      const officer = await province.person('agency-officer', await anAgency(test.db));
      const view = await service.getGroup(officer, cycle.id);
      expect(view).toMatchObject({ provisional: false, edition: { edition: 1 }, rows: [{ rank: 1, previousRank: 2, previousIndex: 52.5 }] });
    });

    it('names who decided to those concerned alone', async () => {
      const [one] = await published(2032, [{ percent: 80 }]);
      const layersFor = async (actor: Actor) => (await service.getSheet(actor, cycle.id, one!.agency.id)).criteria.flatMap(({ layers }) => layers.map(({ decidedBy }) => decidedBy));
      const stranger = await province.person('agency-officer', await anAgency(test.db));
      expect(await layersFor(stranger)).toEqual(['', '']);
      expect(await layersFor(await province.person('agency-officer', one!.agency))).toEqual(['Nguyễn Văn A', 'Nguyễn Văn A']);
      expect(await layersFor(leader)).toEqual(['Nguyễn Văn A', 'Nguyễn Văn A']);
    });

    it('explains each number as it did before', async () => {
      const [one] = await published(2033, [{ percent: 80 }, { percent: 70, fields: { answers: { '1.3': { value: 16 } } } }]);
      const sheet = await service.getSheet(leader, cycle.id, one!.agency.id);
      expect(sheet.criteria.find(({ code }) => code === '1.3')).toMatchObject({ result: { points: 5 }, trace: { points: 5 } });
      expect(sheet.criteria.find(({ code }) => code === '2.2')).toMatchObject({ result: { points: 16 }, trace: { points: 16 }, layers: [{ layer: 'base', points: 16 }] });
    });

    it('is read with a fixed number of queries', async () => {
      await published(2034, [{ percent: 80 }, { percent: 70 }, { percent: 60 }]);
      expect(await countQueries(test.db, () => service.getGroup(leader, cycle.id))).toBe(4);
    });
  });

  describe('the public result', () => {
    const publicly = () => test.app.get(PublicResults);

    it('lists each year once with its groups', async () => {
      await published(2040, [{ percent: 80 }]);
      await published(2040, [{ percent: 80 }, { percent: 70 }]);
      const listed = (await publicly().listCycles()).filter(({ year }) => year === 2040);
      expect(listed).toMatchObject([{ title: cycle.title, groups: [{ code: 'so-ban-nganh', name: 'Nhóm so-ban-nganh', count: 2 }] }]);
    });

    it('ranks a group and shows points and remarks of every criterion, without figures or people', async () => {
      const [one] = await published(2041, [{ percent: 80 }]);
      expect(await publicly().getGroup(2041, 'so-ban-nganh')).toMatchObject({ provisional: false, rows: [{ rank: 1 }] });
      const sheet = await publicly().getSheet(2041, one!.agency.code);
      expect(sheet).toMatchObject({ year: 2041, groupCode: 'so-ban-nganh', row: { agency: { code: one!.agency.code } } });
      expect(Object.keys(sheet.criteria[1]!).toSorted()).toEqual(['code', 'depth', 'leaf', 'max', 'remark', 'result', 'title']);
      expect(JSON.stringify(sheet)).not.toContain('Nguyễn');
    });

    it('knows nothing of a cycle that is not published', async () => {
      await inPhase('preliminary', 2042);
      const { agency } = await assessed({ state: 'decided' });
      await expect(publicly().getGroup(2042, 'so-ban-nganh')).rejects.toMatchObject({ code: 'result.none' });
      await expect(publicly().getSheet(2042, agency.code)).rejects.toMatchObject({ code: 'result.none' });
      expect((await publicly().listCycles()).map(({ year }) => year)).not.toContain(2042);
    });

    it('knows no agency that took no part', async () => {
      await published(2043, [{ percent: 80 }]);
      await expect(publicly().getSheet(2043, 'so-khong-co')).rejects.toMatchObject({ code: 'result.none' });
    });
  });
});
