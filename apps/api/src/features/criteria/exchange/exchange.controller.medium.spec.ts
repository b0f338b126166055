import exceljs from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { CriteriaSet } from '@par-index/scoring';
import { type Browser, startTestApp, type TestApp } from '../../../../test/app';
import { aGroup, anAgency } from '../../../../test/factories/agency.factory';
import { anArchive } from '../../../../test/factories/archive.factory';
import { aCriteriaSet } from '../../../../test/factories/criteria-set.factory';

const PATH = '/api/v1/criteria-sets';
const GOLDEN = join(__dirname, '../../../../../../libs/scoring/src/golden/criteria');
const goldenSet = (name: string): CriteriaSet => JSON.parse(readFileSync(join(GOLDEN, `${name}.json`), 'utf8')) as CriteriaSet;

describe('criteria sets out to files and back', () => {
  let test: TestApp;
  let homeAffairs: Browser;
  let officer: Browser;

  beforeAll(async () => {
    test = await startTestApp();
    await aGroup(test.db, 'so-ban-nganh');
    const { id: agencyId } = await anAgency(test.db, { code: 'so-noi-vu', name: 'Sở Nội vụ' });
    homeAffairs = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    officer = await test.signedInAs([{ role: 'agency-officer', agencyId }]);
  });
  afterAll(() => test.close());

  const download = async (browser: Browser, path: string) => {
    const { body, headers } = await browser.get(path).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    }).expect(200);
    return { bytes: body as Buffer, disposition: headers['content-disposition'] };
  };
  const send = (bytes: Buffer, name = 'bo.xlsx', query = {}) => homeAffairs.post(`${PATH}/import`).query(query).attach('file', bytes, name);
  const everything = async (): Promise<string> => JSON.stringify(await test.db.query('select id, code, version_number, state, digest from criteria_set order by id'));

  it.each(['so-ban-nganh-2026', 'xa-phuong-2026', 'ca-mau-2013'])('%s goes out to Excel and comes back equal, with no difference', async (name) => {
    const { id, versionNumber } = await aCriteriaSet(test.db, { document: goldenSet(name) });
    const { bytes, disposition } = await download(officer, `${PATH}/${id}/workbook`);
    expect(disposition).toBe(`attachment; filename="${name}-v${versionNumber}.xlsx"`);
    const before = await everything();
    const { body } = await send(bytes).expect(200);
    expect(body).toMatchObject({ kind: 'workbook', document: goldenSet(name), cellErrors: [], doubts: [], difference: { setId: id, versionNumber, changes: [] } });
    expect(await everything()).toBe(before);
  });

  it('goes out to Word and comes back with what is doubtful marked', async () => {
    const { id } = await aCriteriaSet(test.db, { document: { ...goldenSet('ca-mau-2013'), code: 'ca-mau-word' } });
    for (const layout of ['annex', 'decree']) {
      const { bytes } = await download(officer, `${PATH}/${id}/document.docx?layout=${layout}`);
      const { body } = await send(bytes, 'bo.docx').expect(200);
      expect(body).toMatchObject({ kind: 'word', cellErrors: [], difference: null, document: { criteria: [{ code: '1', max: 7, children: [{ code: '1.1' }, { code: '1.2' }] }] } });
      expect(body.doubts.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/title', '/year', '/appliesTo']);
    }
  });

  it('comes as JSON too, with the difference from the set chosen, in words', async () => {
    const { id } = await aCriteriaSet(test.db, { document: { ...goldenSet('ca-mau-2013'), code: 'ca-mau-json' } });
    const { body } = await send(Buffer.from(`\ufeff${JSON.stringify({ ...goldenSet('ca-mau-2013'), year: 2014 })}`), 'bo.json', { against: id }).expect(200);
    expect(body).toMatchObject({ kind: 'json', difference: { setId: id } });
    expect(body.difference.changes.flat().join(' ')).toContain('2013 → 2014');
  });

  it('tells every finding of a workbook at its cell', async () => {
    const { id } = await aCriteriaSet(test.db, { document: { ...goldenSet('ca-mau-2013'), code: 'ca-mau-cell' } });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await download(officer, `${PATH}/${id}/workbook`)).bytes as unknown as exceljs.Buffer);
    Object.assign(workbook.getWorksheet('Tiêu chí')?.getCell('D4') ?? {}, { value: 3 });
    const { body } = await send(Buffer.from(await workbook.xlsx.writeBuffer())).expect(200);
    expect(body).toMatchObject({ valid: false, cellErrors: [], difference: { setId: id, changes: [[expect.stringContaining('1.1.1'), 'Mức tối đa: 1 → 3']] } });
    expect(body.findings).toContainEqual(expect.objectContaining({ code: 'sum.mismatch', severity: 'error', place: { sheet: 'Tiêu chí', cell: 'D3' } }));
    Object.assign(workbook.getWorksheet('Tiêu chí')?.getCell('D4') ?? {}, { value: { formula: 'HYPERLINK("http://x.example")', result: 1 } });
    const wrong = await send(Buffer.from(await workbook.xlsx.writeBuffer())).expect(200);
    expect(wrong.body).toMatchObject({ document: null, cellErrors: [{ sheet: 'Tiêu chí', cell: 'D4', detail: expect.stringContaining('HYPERLINK') }] });
  });

  it('has an empty workbook that says what is missing, at its cells', async () => {
    const { bytes, disposition } = await download(homeAffairs, '/api/v1/criteria-set-templates/workbook');
    expect(disposition).toContain('mau-bo-tieu-chi.xlsx');
    const { body } = await send(bytes).expect(200);
    expect(body).toMatchObject({ valid: false, cellErrors: [] });
    expect(body.findings).toContainEqual(expect.objectContaining({ pointer: '/year', place: { sheet: 'Bộ tiêu chí', cell: 'B4' } }));
  });

  const TYPES = '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
  const bomb = (): Buffer => {
    const liar = anArchive([{ name: '[Content_Types].xml', content: TYPES }, { name: 'xl/workbook.xml', content: deflateRawSync(Buffer.alloc(8_000_000)) }]);
    liar.writeUInt16LE(8, liar.lastIndexOf(Buffer.from('504b0304', 'hex')) + 8);
    liar.writeUInt16LE(8, liar.lastIndexOf(Buffer.from('504b0102', 'hex')) + 10);
    return liar;
  };

  it.each<[string, () => Buffer, number]>([
    ['nothing', () => Buffer.alloc(0), 415],
    ['words', () => Buffer.from('Mã;Tên'), 415],
    ['half a zip', () => Buffer.from('PK\u0003\u0004 and then nothing'), 415],
    ['a bomb', bomb, 415],
    ['an entity', () => anArchive([{ name: '[Content_Types].xml', content: TYPES }, { name: 'xl/workbook.xml', content: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }]), 415],
    ['a link to another workbook', () => anArchive([{ name: '[Content_Types].xml', content: TYPES }, { name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }]), 415],
    ['macros', () => anArchive([{ name: '[Content_Types].xml', content: TYPES.replace('sheet.main', 'sheet.macroEnabled.main') }, { name: 'xl/vbaProject.bin', content: 'x' }]), 415],
    ['broken JSON', () => Buffer.from('{ "format": '), 415],
    ['JSON nested without end', () => Buffer.from(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 413],
    ['more than any set', () => Buffer.alloc(5 * 1024 * 1024 + 1), 413],
  ])('refuses %s with words, and stores nothing', async (_, bytes, status) => {
    const before = await everything();
    const { body } = await send(bytes(), 'tệp.xlsx').expect(status);
    expect(body.detail.length).toBeGreaterThan(10);
    expect(await everything()).toBe(before);
  });

  it('takes a JSON of any shape as what it is: findings, never a failure', async () => {
    for (const document of [{}, { criteria: 1 }, { code: 3, criteria: [{ children: [null, 7, { rule: [] }] }] }, { ...goldenSet('ca-mau-2013'), __proto__: null }]) {
      const { body } = await send(Buffer.from(JSON.stringify(document)), 'a.json').expect(200);
      expect(body.kind).toBe('json');
    }
  });

  it('says of a set to compare with that it is not there, and of a name that it is none', async () => {
    const bytes = Buffer.from(JSON.stringify(goldenSet('ca-mau-2013')));
    await send(bytes, 'a.json', { against: '7e7a2a52-0f7e-4a43-9d4b-0a8b1a2f3c4d' }).expect(404);
    await send(bytes, 'a.json', { against: 'x' }).expect(422);
  });

  it('comes in through those who may edit sets, and through nobody else', async () => {
    await officer.post(`${PATH}/import`).attach('file', Buffer.from('{}'), 'a.json').expect(403);
    await test.anonymous.post(`${PATH}/import`).attach('file', Buffer.from('{}'), 'a.json').expect(401);
    await officer.get('/api/v1/criteria-set-templates/workbook').expect(403);
  });

  it('does not hand out a draft that a table has no place for, and says why', async () => {
    const { id: agencyId } = await anAgency(test.db);
    const writer = await test.signedInAs([{ role: 'home-affairs', agencyId }]);
    const nodes = [{ code: '1', title: 'A', max: 1, rule: { kind: 'choice' } }];
    const { body } = await writer.post(`${PATH}/drafts`).send({ title: 'Nháp', code: 'nhap-1', year: 2026, groupCode: 'so-ban-nganh', document: { ...goldenSet('ca-mau-2013'), criteria: nodes } }).expect(201);
    const refused = await writer.get(`${PATH}/${body.id}/workbook`).expect(409);
    expect(refused.body).toMatchObject({ code: 'criteria-set.not-tabular' });
    expect(refused.body.errors.length).toBeGreaterThan(0);
    await writer.get(`${PATH}/${body.id}/document.docx`).expect(200);
    await officer.get(`${PATH}/${body.id}/workbook`).expect(404);
  });
});
