import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { anAgency, aGroup } from '../../../test/factories/agency.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';

const AGENCIES = '/api/v1/agencies';
const GROUPS = '/api/v1/agency-groups';

describe('agencies', () => {
  let test: TestApp;
  let homeAffairs: Browser;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    await aGroup(test.db, 'so-ban-nganh');
    await aGroup(test.db, 'xa-phuong');
    const seat = await anAgency(test.db, { code: 'so-noi-vu', name: 'Sở Nội vụ', shortName: 'Sở Nội vụ' });
    homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId: seat.id }]);
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId: seat.id }]);
  });
  afterAll(() => test.close());

  const newAgency = (overrides: object = {}) => ({ code: `so-${randomUUID().slice(0, 8)}`, name: 'Sở mới', shortName: 'SM', groupCode: 'so-ban-nganh', ...overrides });

  describe('the list', () => {
    beforeAll(async () => {
      await anAgency(test.db, { code: 'xa-dong-van', name: 'Xã Đồng Văn', groupCode: 'xa-phuong' });
      await anAgency(test.db, { code: 'xa-an-tuong', name: 'Xã An Tường', groupCode: 'xa-phuong' });
      await anAgency(test.db, { code: 'xa-au-lau', name: 'Xã Âu Lâu', groupCode: 'xa-phuong', active: false });
    });

    it.each(['dong van', 'ĐỒNG VĂN', 'Đồng', 'xa-dong-van'])('finds Xã Đồng Văn by «%s»', async (search) => {
      const { body } = await officer.get(AGENCIES).query({ search }).expect(200);
      expect(body).toMatchObject({ total: 1, items: [{ code: 'xa-dong-van' }] });
    });

    it('takes % and _ as themselves', async () => {
      const { body } = await officer.get(AGENCIES).query({ search: '%' }).expect(200);
      expect(body).toMatchObject({ total: 0, items: [] });
    });

    it('stands in the order of the Vietnamese alphabet within a group', async () => {
      const { body } = await officer.get(AGENCIES).query({ groupCode: 'xa-phuong' }).expect(200);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Xã An Tường', 'Xã Âu Lâu', 'Xã Đồng Văn']);
    });

    it('leaves out the inactive ones when asked to', async () => {
      const { body } = await officer.get(AGENCIES).query({ groupCode: 'xa-phuong', active: 'true' }).expect(200);
      expect(body.total).toBe(2);
    });

    it('comes in pages', async () => {
      const { body } = await officer.get(AGENCIES).query({ groupCode: 'xa-phuong', page: 2, pageSize: 2 }).expect(200);
      expect(body).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ code: 'xa-dong-van' }] });
    });

    it('costs one statement for the session and two for the page, however long it is', async () => {
      expect(await countQueries(test.db, () => officer.get(AGENCIES).expect(200))).toBe(3);
    });

    it('refuses a page that is none, in words', async () => {
      const { body } = await officer.get(AGENCIES).query({ page: 0 }).expect(422);
      expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/page', detail: 'Trang phải từ 1 trở lên.' }] });
    });

    it('is for whoever is signed in', async () => {
      const { body } = await test.anonymous.get(AGENCIES).expect(401);
      expect(body.code).toBe('access.unauthenticated');
    });
  });

  it('lists groups in the order in which they were made', async () => {
    const { body } = await officer.get(GROUPS).expect(200);
    expect(body.map(({ code }: { code: string }) => code)).toEqual(['so-ban-nganh', 'xa-phuong']);
  });

  it('makes a group, once', async () => {
    const group = { code: 'don-vi-su-nghiep', name: 'Đơn vị sự nghiệp' };
    await homeAffairs.post(GROUPS).send(group).expect(201, group);
    const { body } = await homeAffairs.post(GROUPS).send(group).expect(409);
    expect(body).toMatchObject({ code: 'record.duplicate', errors: [{ pointer: '/code' }] });
    await test.db.query(`delete from agency_group where code = 'don-vi-su-nghiep'`);
  });

  it('makes an agency with its audit line', async () => {
    const request = newAgency();
    const { body, headers } = await homeAffairs.post(AGENCIES).send(request).expect(201);
    expect(body).toMatchObject({ ...request, parentId: null, active: true, version: 1 });
    expect(headers['etag']).toBe('"1"');
    expect(await test.db.manager.findBy(AuditEvent, { subjectId: body.id })).toMatchObject([
      { event: 'agency.created', actorId: homeAffairs.userId, payload: { code: request.code, name: 'Sở mới' } },
    ]);
  });

  it('refuses a code that is taken, and keeps no trace of the attempt', async () => {
    const { body } = await homeAffairs.post(AGENCIES).send(newAgency({ code: 'so-noi-vu' })).expect(409);
    expect(body.errors).toEqual([{ pointer: '/code', code: 'duplicate', detail: 'Mã cơ quan này đã có. Hãy chọn mã khác.' }]);
  });

  it.each([
    [{ groupCode: 'khong-co' }, '/groupCode'],
    [{ parentId: randomUUID() }, '/parentId'],
    [{ name: '   ' }, '/name'],
    [{ code: 'Sở Y tế' }, '/code'],
    [{ parentId: 'x' }, '/parentId'],
  ])('refuses %j at %s', async (wrong, pointer) => {
    const { body } = await homeAffairs.post(AGENCIES).send(newAgency(wrong)).expect(422);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer }] });
  });

  it('lets no officer make one', async () => {
    const { body } = await officer.post(AGENCIES).send(newAgency()).expect(403);
    expect(body.code).toBe('access.denied');
  });

  describe('an edit', () => {
    const edit = { name: 'Sở Nông nghiệp', shortName: 'SNN', groupCode: 'so-ban-nganh', active: false };

    it('is kept, counted and recorded with what was and what is', async () => {
      const { id, name } = await anAgency(test.db);
      const { body, headers } = await homeAffairs.put(`${AGENCIES}/${id}`).set('If-Match', '"1"').send(edit).expect(200);
      expect(body).toMatchObject({ ...edit, version: 2 });
      expect(headers['etag']).toBe('"2"');
      expect(await test.db.manager.findBy(AuditEvent, { subjectId: id })).toMatchObject([{ event: 'agency.edited', payload: { before: { name }, after: edit } }]);
    });

    it('of an older version is refused with the current one', async () => {
      const { id } = await anAgency(test.db);
      await homeAffairs.put(`${AGENCIES}/${id}`).set('If-Match', '"1"').send(edit).expect(200);
      const { body, headers } = await homeAffairs.put(`${AGENCIES}/${id}`).set('If-Match', '"1"').send(edit).expect(412);
      expect(body).toMatchObject({ code: 'record.version-stale', params: { version: 2 } });
      expect(headers['etag']).toBe('"2"');
    });

    it('needs the version that was read', async () => {
      const { id } = await anAgency(test.db);
      expect((await homeAffairs.put(`${AGENCIES}/${id}`).send(edit).expect(428)).body.code).toBe('request.precondition-required');
      expect((await homeAffairs.put(`${AGENCIES}/${id}`).set('If-Match', 'first').send(edit).expect(400)).body.code).toBe('request.malformed');
    });

    it('succeeds for one of many who read the same', async () => {
      const { id } = await anAgency(test.db);
      await Promise.all(Array.from({ length: 6 }, () => test.db.query('select pg_sleep(0.05)')));
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) => homeAffairs.put(`${AGENCIES}/${id}`).set('If-Match', '"1"').send({ ...edit, name: `Sở ${index}` })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    });
  });

  it.each([randomUUID(), 'no-id'])('does not know %s', async (id) => {
    expect((await officer.get(`${AGENCIES}/${id}`).expect(404)).body.code).toBe('record.not-found');
  });

  it('shows one agency with its version', async () => {
    const { id, code } = await anAgency(test.db);
    const { body, headers } = await officer.get(`${AGENCIES}/${id}`).expect(200);
    expect(body).toMatchObject({ id, code, version: 1 });
    expect(headers).toMatchObject({ 'etag': '"1"', 'cache-control': 'no-store' });
  });
});
