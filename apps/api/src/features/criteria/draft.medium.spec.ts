import type { CriteriaSetRevisionSummary, CriteriaSetRevisionView, CriteriaSetSummary, CriteriaSetView, DraftSavedView, Page, Problem, SetDifferenceView } from '@par-index/contract';
import { type CriteriaSet as CriteriaSetDocument, mergeSets } from '@par-index/scoring';
import { randomUUID } from 'node:crypto';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { countQueries } from '../../../test/database';
import { aGroup, anAgency, unused } from '../../../test/factories/agency.factory';
import { aCriteriaSet } from '../../../test/factories/criteria-set.factory';
import { APPRAISED_SET } from '../../../test/factories/criteria-set.fixture';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { digestOf } from '../../platform/digest/digest';
import { CriteriaSet } from './criteria-set.entity';
import { CriteriaSetRevision } from './criteria-set-revision.entity';
import { CriteriaService } from './criteria.service';

const PATH = '/api/v1/criteria-sets';
const REFUSED = { driverError: { code: '23001' } };

interface Draft {
  readonly id: string;
  readonly version: number;
}

describe('a draft of a criteria set', () => {
  let test: TestApp;
  let hoa: Browser;
  let lan: Browser;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    await aGroup(test.db);
    const { id: agencyId } = await anAgency(test.db);
    hoa = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    lan = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId }]);
  });
  afterAll(() => test.close());

  const document = (overrides: Partial<CriteriaSetDocument> = {}): CriteriaSetDocument => ({ ...APPRAISED_SET, code: unused('bo'), ...overrides });
  const create = async (body: object): Promise<CriteriaSetView> => (await hoa.post(`${PATH}/drafts`).send(body).expect(201)).body as CriteriaSetView;
  const save = (browser: Browser, { id, version }: Draft, body: unknown) => browser.put(`${PATH}/${id}/document`).set('if-match', `"${version}"`).send(body as object);
  const saved = async (draft: Draft, body: unknown): Promise<DraftSavedView> => (await save(hoa, draft, body).expect(200)).body as DraftSavedView;
  const publish = ({ id, version }: Draft) => hoa.post(`${PATH}/${id}/publish`).set('if-match', `"${version}"`).send({});
  const get = async (id: string): Promise<CriteriaSetView> => (await hoa.get(`${PATH}/${id}`).expect(200)).body as CriteriaSetView;
  const eventsOf = async (subjectId: string) => (await test.db.manager.find(AuditEvent, { where: { subjectId }, order: { at: 'ASC' } })).map(({ event }) => event);

  describe('begins', () => {
    it('with nothing but its head', async () => {
      const code = unused('bo');
      const view = await create({ title: 'Bộ mới', code, year: 2027, groupCode: 'so-ban-nganh' });
      expect(view).toMatchObject({ title: 'Bộ mới', code, year: 2027, groupCode: 'so-ban-nganh', state: 'draft', versionNumber: 0, leafCount: 0, version: 1 });
      expect(view.document).toEqual({ format: 'par-criteria-set/1', title: 'Bộ mới', code, year: 2027, appliesTo: 'so-ban-nganh', criteria: [] });
      expect(view.findings.map(({ pointer, severity }) => [pointer, severity])).toEqual([['/criteria', 'error']]);
      expect(view.openActions).toEqual(['edit', 'publish', 'discard', 'copy']);
      expect(await eventsOf(view.id)).toEqual(['criteria-set.draft-created']);
    });

    it('as a copy of any version, under what is asked for, and remembers it', async () => {
      const source = await aCriteriaSet(test.db);
      const code = unused('bo');
      const view = await create({ copyOfId: source.id, code, year: 2028 });
      expect(view.document).toEqual({ ...source.document, code, year: 2028 });
      expect(view).toMatchObject({ predecessorId: source.id, state: 'draft' });
      const again = await create({ copyOfId: view.id });
      expect(again).toMatchObject({ predecessorId: source.id, document: view.document });
    });

    it('with a document that is still wrong, and says all that is wrong with it', async () => {
      const wrong = { ...document(), year: 'hai nghìn', criteria: [{ code: '1', title: 'Một', max: 'hai' }] };
      const view = await create({ document: wrong });
      expect(view.document).toEqual(wrong);
      expect(view.findings.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/year', '/criteria/0', '/criteria/0/max']));
    });

    it('in a group that there is not, which is a finding', async () => {
      const view = await create({ document: document({ appliesTo: 'khong-co' }) });
      expect(view.findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'criteria-set.group-unknown', pointer: '/appliesTo' }]);
      expect(view.groupCode).toBe('so-ban-nganh');
    });

    it('with an appraiser whom there is not, which is a warning', async () => {
      const set = document();
      const [first, ...others] = set.criteria;
      const view = await create({ document: { ...set, criteria: [{ ...first, appraiser: 'khong-co' }, ...others] } });
      expect(view.findings.filter(({ pointer }) => pointer === '/criteria/0/appraiser')).toMatchObject([{ severity: 'warning', code: 'criteria-set.appraiser-unknown' }]);
    });

    it.each([
      ['a list', { document: [] }, 422],
      ['text', { document: 'bộ tiêu chí' }, 422],
      ['a set without a tree', { document: { title: 'A' } }, 422],
      ['a year that is none', { year: 3 }, 422],
      ['a title that is a number', { title: 5 }, 422],
      ['a field that is not known', { owner: 'x' }, 422],
      ['a copy of nothing', { copyOfId: randomUUID() }, 404],
      ['a revision of nothing', { revisionId: randomUUID() }, 404],
      ['a copy of no id', { copyOfId: 'x' }, 422],
    ])('not with %s', async (_what, body, status) => {
      const { body: problem } = await hoa.post(`${PATH}/drafts`).send(body).expect(status);
      expect((problem as Problem).detail.length).toBeGreaterThan(10);
    });
  });

  describe('is saved', () => {
    it('as it is, with what is found, and every save is kept', async () => {
      const set = document();
      const draft = await create({ document: set });
      const half = { ...set, title: '', criteria: [{ code: '1', title: 'Đang viết', max: 5, rule: { kind: 'choice', options: [] } }] };
      const first = await saved(draft, half);
      expect(first).toMatchObject({ version: 2, leafCount: 1, digest: digestOf(half) });
      expect(first.findings.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/title', '/criteria/0/rule/options']));
      const second = await saved(first, set);
      expect(second).toMatchObject({ version: 3, digest: digestOf(set) });
      expect(await get(draft.id)).toMatchObject({ version: 3, document: set, title: set.title });
      const { body } = await hoa.get(`${PATH}/${draft.id}/revisions`).expect(200);
      expect((body as Page<CriteriaSetRevisionSummary>).items.map(({ version, deed }) => [version, deed])).toEqual([[3, 'saved'], [2, 'saved'], [1, 'created']]);
      expect(await eventsOf(draft.id)).toEqual(['criteria-set.draft-created', 'criteria-set.draft-saved', 'criteria-set.draft-saved']);
    });

    it('not again where it says the same, in whatever order', async () => {
      const set = document();
      const draft = await create({ document: set });
      const turned = Object.fromEntries(Object.entries(set).toReversed());
      expect(await saved(draft, turned)).toMatchObject({ version: 1 });
      expect(await test.db.manager.countBy(CriteriaSetRevision, { criteriaSetId: draft.id })).toBe(1);
    });

    it('by two, and neither is written over: the second gets what stands, brings both together, and saves again', async () => {
      const set = document();
      const draft = await create({ document: set });
      const mine = { ...set, title: 'Tiêu đề của Hoa' };
      const theirs = { ...set, legalBasis: 'Quyết định của Lan' };
      await save(lan, draft, theirs).expect(200);
      const { body } = await save(hoa, draft, mine).expect(412);
      const conflict = body as Problem;
      expect(conflict).toMatchObject({ code: 'record.version-stale', params: { version: 2 } });
      const standing = conflict.current as CriteriaSetView;
      expect(standing).toMatchObject({ version: 2, document: theirs });
      const { set: merged, conflicts } = mergeSets(set, mine, standing.document);
      expect(conflicts).toEqual([]);
      await saved(standing, merged);
      expect((await get(draft.id)).document).toMatchObject({ title: 'Tiêu đề của Hoa', legalBasis: 'Quyết định của Lan' });
    });

    it('by many at once: each version once, and all others are told', async () => {
      const set = document();
      const draft = await create({ document: set });
      const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => save(index % 2 ? hoa : lan, draft, { ...set, title: `Bản ${index}` })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412]);
      expect(await test.db.manager.countBy(CriteriaSetRevision, { criteriaSetId: draft.id })).toBe(2);
    });

    it('only with the version that was read', async () => {
      const draft = await create({ document: document() });
      await hoa.put(`${PATH}/${draft.id}/document`).send(document()).expect(428);
      await hoa.put(`${PATH}/${draft.id}/document`).set('if-match', 'x').send(document()).expect(400);
    });

    const deep = (levels: number): object => Array.from({ length: levels }).reduce<object>((inner, _, index) => ({ code: `${index}`, title: 'A', children: [inner] }), { code: 'x', title: 'A' });
    it.each<[string, unknown, number, string]>([
      ['null', null, 400, 'request.malformed'],
      ['a number', '7', 400, 'request.malformed'],
      ['a list', [], 422, 'criteria-set.unreadable'],
      ['nothing', {}, 422, 'criteria-set.unreadable'],
      ['a tree of texts', { criteria: ['a', 'b'] }, 422, 'criteria-set.unreadable'],
      ['a node without a title', { criteria: [{ code: '1' }] }, 422, 'criteria-set.unreadable'],
      ['a tree without end', { criteria: [deep(30)] }, 422, 'criteria-set.unreadable'],
      ['a tree deeper than any JSON', { criteria: [deep(100)] }, 413, 'request.too-large'],
      ['six thousand nodes', { criteria: Array.from({ length: 6000 }, (_, index) => ({ code: `${index}`, title: 'A' })) }, 413, 'request.too-large'],
      ['six hundred nodes beside each other', { criteria: Array.from({ length: 600 }, (_, index) => ({ code: `${index}`, title: 'A' })) }, 422, 'criteria-set.unreadable'],
      ['a text without end', { criteria: [{ code: '1', title: 'a'.repeat(30_000) }] }, 422, 'criteria-set.unreadable'],
      ['a character that nobody stores', { criteria: [{ code: '1', title: 'a\u0000b' }] }, 422, 'request.invalid'],
      ['six megabytes', { criteria: [{ code: '1', title: 'a'.repeat(6_000_000) }] }, 413, 'request.too-large'],
    ])('never as %s', async (_what, body, status, code) => {
      const draft = await create({ document: document() });
      const request = hoa.put(`${PATH}/${draft.id}/document`).set('if-match', '"1"').set('content-type', 'application/json');
      const answer = await request.send(typeof body === 'string' ? body : JSON.stringify(body));
      expect([answer.status, (answer.body as Problem).code]).toEqual([status, code]);
      expect(await get(draft.id)).toMatchObject({ version: 1 });
    });

    it('with names that every object has as data, and nothing else becomes of them', async () => {
      const draft = await create({ document: document() });
      const hostile = `{"criteria":[{"code":"1","title":"A","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}],"__proto__":{"criteria":1}}`;
      const answer = await hoa.put(`${PATH}/${draft.id}/document`).set('if-match', '"1"').set('content-type', 'application/json').send(hostile);
      expect(answer.status).toBeLessThan(500);
      expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
      expect((await hoa.get(`${PATH}/${draft.id}`)).status).toBe(200);
      expect((await hoa.get(`${PATH}/${draft.id}/difference`).query({ with: draft.id })).status).toBe(200);
    });
  });

  describe('is seen', () => {
    it('by those alone who may edit sets, in the list and by itself', async () => {
      const draft = await create({ title: 'Bộ chỉ Sở Nội vụ thấy', code: unused('bo'), groupCode: 'so-ban-nganh' });
      const listed = async (browser: Browser) => ((await browser.get(PATH).expect(200)).body as readonly CriteriaSetSummary[]).map(({ id }) => id);
      expect(await listed(lan)).toContain(draft.id);
      expect(await listed(officer)).not.toContain(draft.id);
      await officer.get(`${PATH}/${draft.id}`).expect(404);
      await officer.get(`${PATH}/${draft.id}/document.json`).expect(404);
      await officer.get(`${PATH}/${draft.id}/difference`).expect(404);
      await officer.get(`${PATH}/${draft.id}/revisions`).expect(403);
      await officer.post(`${PATH}/drafts`).send({}).expect(403);
      await save(officer, draft, document()).expect(403);
    });

    it('by group, year, state and words without accents, in one query whatever their number', async () => {
      const { id } = await create({ title: 'Bộ tiêu chí Đặc khu', code: unused('bo'), year: 2101, groupCode: 'so-ban-nganh' });
      const find = async (query: string) => ((await hoa.get(`${PATH}?${query}`).expect(200)).body as readonly CriteriaSetSummary[]).map((set) => set.id);
      expect(await find('year=2101&state=draft&groupCode=so-ban-nganh&search=dac%20khu')).toEqual([id]);
      for (const query of ['year=2102', 'state=frozen&year=2101', 'groupCode=khong-co', 'search=khong%25co']) expect(await find(query)).not.toContain(id);
      await hoa.get(`${PATH}?state=moi`).expect(422);
      const actor = { id: '', grants: [], permissions: new Set(['criteria-set.edit' as const]) };
      expect(await countQueries(test.db, () => test.app.get(CriteriaService).list(actor))).toBe(1);
    });

    it('as a file that is loaded again as it is', async () => {
      const set = document();
      const draft = await create({ document: set });
      const { text, headers } = await hoa.get(`${PATH}/${draft.id}/document.json`).expect(200);
      expect(headers['content-disposition']).toBe(`attachment; filename="${set.code}-nhap.json"`);
      expect(JSON.parse(text)).toEqual(set);
      await hoa.post(PATH).send(JSON.parse(text) as object).expect(201);
    });
  });

  describe('goes back', () => {
    it('to what any save of it said, as one more save', async () => {
      const set = document();
      const draft = await create({ document: set });
      await saved(draft, { ...set, title: 'Sai' });
      const { items } = (await hoa.get(`${PATH}/${draft.id}/revisions`)).body as Page<CriteriaSetRevisionSummary>;
      const first = items.at(-1)?.id ?? '';
      await hoa.post(`${PATH}/${draft.id}/restoration`).set('if-match', '"1"').send({ revisionId: first }).expect(412);
      const { body } = await hoa.post(`${PATH}/${draft.id}/restoration`).set('if-match', '"2"').send({ revisionId: first }).expect(200).expect('etag', '"3"');
      expect(body).toMatchObject({ version: 3, document: set });
      const revision = (await hoa.get(`${PATH}/${draft.id}/revisions/${items[0]?.id}`).expect(200)).body as CriteriaSetRevisionView;
      expect(revision).toMatchObject({ deed: 'saved', changes: 1, difference: [['Bộ tiêu chí', `Tên: «${set.title}» → «Sai»`]], document: { title: 'Sai' } });
      const other = await create({ document: document() });
      await hoa.post(`${PATH}/${other.id}/restoration`).set('if-match', '"1"').send({ revisionId: first }).expect(404);
      await hoa.get(`${PATH}/${other.id}/revisions/${first}`).expect(404);
    });

    it('into nothing when it is discarded, and from its revisions into a new one', async () => {
      const set = document();
      const draft = await create({ document: set });
      await hoa.delete(`${PATH}/${draft.id}`).set('if-match', '"9"').expect(412);
      await hoa.delete(`${PATH}/${draft.id}`).set('if-match', '"1"').expect(204);
      await hoa.get(`${PATH}/${draft.id}`).expect(404);
      expect(await eventsOf(draft.id)).toContain('criteria-set.draft-discarded');
      const { items } = (await hoa.get(`${PATH}/${draft.id}/revisions`).expect(200)).body as Page<CriteriaSetRevisionSummary>;
      const again = await create({ revisionId: items[0]?.id });
      expect(again.document).toEqual(set);
      await hoa.get(`${PATH}/${randomUUID()}/revisions`).expect(404);
    });
  });

  describe('is published', () => {
    it('with the next number of its code, and takes the place of what no cycle uses', async () => {
      const set = document();
      const former = (await hoa.post(PATH).send(set).expect(201)).body as CriteriaSetView;
      const draft = await create({ copyOfId: former.id });
      const ready = await saved(draft, { ...set, title: 'Bản mới' });
      const { body } = await publish(ready).expect(200);
      expect(body).toMatchObject({ state: 'published', versionNumber: 2, predecessorId: former.id, title: 'Bản mới', openActions: ['copy'] });
      expect(await get(former.id)).toMatchObject({ state: 'superseded' });
      expect(await eventsOf(draft.id)).toContain('criteria-set.published');
      const { items } = (await hoa.get(`${PATH}/${draft.id}/revisions`)).body as Page<CriteriaSetRevisionSummary>;
      expect(items[0]).toMatchObject({ deed: 'published', version: 3 });
    });

    it('never while an error stands: one line for each', async () => {
      const set = document();
      const draft = await create({ document: { ...set, year: 'x', appliesTo: 'khong-co' } });
      const { body } = await publish(draft).expect(422);
      expect(body).toMatchObject({ code: 'criteria-set.invalid', params: { errors: 2 }, errors: [{ pointer: '/year' }, { pointer: '/appliesTo' }] });
      expect(await get(draft.id)).toMatchObject({ state: 'draft', version: 1 });
    });

    it('never while an example of a rule fails', async () => {
      const rule = { kind: 'choice' as const, options: [{ id: 'a', label: 'Có', points: 1 }, { id: 'b', label: 'Không', points: 0 }], examples: [{ given: { choice: 'a' }, expected: 0.5 }] };
      const draft = await create({ document: document({ criteria: [{ code: '1', title: 'Một', max: 1, rule }] }) });
      const { body } = await publish(draft).expect(422);
      expect((body as Problem).errors).toMatchObject([{ pointer: '/criteria/0/rule/examples/0/expected', code: 'example.differs' }]);
    });

    it('never where it says what the newest version says already', async () => {
      const set = document();
      await hoa.post(PATH).send(set).expect(201);
      await publish(await create({ document: set })).expect(409);
    });

    it('once, and from then on nothing changes it: no person, and no statement either', async () => {
      const draft = await create({ document: document() });
      const { body } = await publish(draft).expect(200);
      const published = body as CriteriaSetView;
      const { body: refusal } = await save(hoa, published, document()).expect(409);
      expect(refusal).toMatchObject({ code: 'criteria-set.frozen' });
      await publish(published).expect(409);
      await hoa.delete(`${PATH}/${published.id}`).set('if-match', `"${published.version}"`).expect(409);
      const em = test.db.manager;
      for (const change of [{ title: 'khác' }, { document: { title: 'khác' } as never }, { digest: 'x' }, { state: 'draft' as const }, { versionNumber: 9 }]) {
        await expect(em.update(CriteriaSet, { id: published.id }, change)).rejects.toMatchObject(REFUSED);
      }
      await expect(em.delete(CriteriaSet, { id: published.id })).rejects.toMatchObject(REFUSED);
    });

    it('by many at once under numbers of their own', async () => {
      const set = document();
      const drafts = await Promise.all(Array.from({ length: 4 }, (_, index) => create({ document: { ...set, title: `Bản ${index}` } })));
      const answers = await Promise.all(drafts.map((draft) => publish(draft).expect(200)));
      expect(answers.map(({ body }) => (body as CriteriaSetView).versionNumber).toSorted()).toEqual([1, 2, 3, 4]);
    });
  });

  it('is compared with its predecessor, in words and numbers', async () => {
    const set = document();
    const former = (await hoa.post(PATH).send(set).expect(201)).body as CriteriaSetView;
    const draft = await create({ copyOfId: former.id });
    await saved(draft, { ...set, title: 'Bản mới', criteria: set.criteria.slice(1) });
    const { body } = await hoa.get(`${PATH}/${draft.id}/difference`).expect(200);
    const view = body as SetDifferenceView;
    expect(view).toMatchObject({ before: { id: former.id, versionNumber: 1 }, after: { id: draft.id, versionNumber: 0 } });
    expect(view.lines[0]?.words).toEqual(['Bộ tiêu chí', `Tên: «${set.title}» → «Bản mới»`]);
    expect(view.counts.removed).toBeGreaterThan(0);
    expect(view.total.before).toBeGreaterThan(view.total.after ?? 0);
    const lone = await create({ document: document() });
    await hoa.get(`${PATH}/${lone.id}/difference`).expect(404);
    await hoa.get(`${PATH}/${lone.id}/difference?with=x`).expect(422);
  });

  it('is compared however broken it is', async () => {
    const set = document();
    const draft = await create({ document: set });
    const broken = { ...set, criteria: [{ code: '1', title: 'A', max: 'hai', rule: { kind: 'bands', bands: [{}], measure: {} } }, { code: '1', title: 'B', rule: {} }] };
    await saved(draft, broken);
    await hoa.get(`${PATH}/${draft.id}/difference?with=${draft.id}`).expect(200);
    const other = await create({ document: set });
    await hoa.get(`${PATH}/${draft.id}/difference?with=${other.id}`).expect(200);
    await hoa.get(`${PATH}/${other.id}/difference?with=${draft.id}`).expect(200);
  });

  it('keeps its revisions from every hand', async () => {
    await create({ document: document() });
    await expect(test.db.query('update criteria_set_revision set digest = $1', ['x'])).rejects.toMatchObject(REFUSED);
    await expect(test.db.query('delete from criteria_set_revision')).rejects.toMatchObject(REFUSED);
  });
});
