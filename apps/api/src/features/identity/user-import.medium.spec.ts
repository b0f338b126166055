import exceljs, { type CellValue } from 'exceljs';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { anAgency } from '../../../test/factories/agency.factory';
import { aUser } from '../../../test/factories/user.factory';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { COLUMNS, MOST_ROWS } from './user-sheet';

const IMPORT = '/api/v1/users/import';

async function workbookOf(rows: readonly (readonly CellValue[])[], heading: readonly CellValue[] = COLUMNS): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Tài khoản');
  sheet.addRow([...heading]);
  rows.forEach((row) => void sheet.addRow([...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('an import of people', () => {
  let test: TestApp;
  let admin: Browser;

  beforeAll(async () => {
    test = await startTestApp({ PAR_PUBLIC_URL: 'https://par.example' });
    const { id: agencyId } = await anAgency(test.db, { code: 'so-y-te', name: 'Sở Y tế' });
    admin = await test.signedInAs([{ role: 'admin', agencyId }]);
    await aUser(test.db, { userName: 'hanh', fullName: 'Đỗ Thị Hạnh', grants: [{ role: 'agency-head', agencyId }] });
  });
  afterAll(() => test.close());

  const upload = (file: Buffer, dryRun: string) => admin.post(IMPORT).query({ dryRun }).attach('file', file, 'tài khoản.xlsx');
  const NEW = ['canbo.moi', 'Lê Văn An', 'Cán bộ đầu mối CCHC', 'so-y-te'];
  const userNames = async (): Promise<readonly string[]> =>
    (await test.db.query('select user_name from user_account')).map(({ user_name: name }: { user_name: string }) => name);

  it('tells first what it would do, and does nothing', async () => {
    const file = await workbookOf([NEW, ['hanh', 'Đỗ Thị Hạnh', 'appraiser', 'so-y-te']]);
    const { body } = await upload(file, 'true').expect(200);
    expect(body).toMatchObject({ dryRun: true, errors: [], links: [], rows: [{ row: 2, effect: 'create' }, { row: 3, effect: 'add-role' }] });
    expect(await userNames()).not.toContain('canbo.moi');
  });

  it('makes all of them, with a link for each who is new', async () => {
    const { body } = await upload(await workbookOf([NEW, ['hanh', 'Đỗ Thị Hạnh', 'appraiser', 'so-y-te']]), 'false').expect(200);
    expect(body.links).toEqual([{ userName: 'canbo.moi', url: expect.stringMatching(/^https:\/\/par\.example\/set-password#/) }]);
    const { body: list } = await admin.get('/api/v1/users').query({ search: 'hanh' });
    expect(list.items[0].grants.map(({ role }: { role: string }) => role)).toEqual(['agency-head', 'appraiser']);
    expect(await test.db.manager.findBy(AuditEvent, { event: 'user.imported' })).toMatchObject([{ actorId: admin.userId, payload: { userNames: ['canbo.moi', 'hanh'] } }]);
  });

  it('takes the addresses for mails: of whoever is new, and of whoever has none yet', async () => {
    const emailOf = async (userName: string) => ((await test.db.query('select email from user_account where user_name = $1', [userName])) as { email: string | null }[])[0]?.email;
    const rows = [['canbo.thu', 'Lê Văn Thư', 'leader', 'so-y-te', 'thu@tinh.example'], ['hanh', 'Đỗ Thị Hạnh', 'agency-head', 'so-y-te', 'hanh@tinh.example']];
    const { body } = await upload(await workbookOf(rows), 'false').expect(200);
    expect(body.rows).toMatchObject([{ effect: 'create', email: 'thu@tinh.example' }, { effect: 'add-email', email: 'hanh@tinh.example' }]);
    expect([await emailOf('canbo.thu'), await emailOf('hanh')]).toEqual(['thu@tinh.example', 'hanh@tinh.example']);
    const wrong = await workbookOf([['canbo.bon', 'Lê Văn Bốn', 'leader', 'so-y-te', 'không phải thư'], ['hanh', 'Đỗ Thị Hạnh', 'leader', 'so-y-te', 'khac@tinh.example']]);
    expect((await upload(wrong, 'true').expect(200)).body.errors.map(({ cell }: { cell: string }) => cell)).toEqual(['E2', 'E3']);
    expect((await upload(wrong, 'false').expect(422)).body.errors).toMatchObject([{ pointer: '/Tài khoản/E2' }, { pointer: '/Tài khoản/E3' }]);
    expect(await emailOf('hanh')).toBe('hanh@tinh.example');
  });

  it('makes nobody as long as one cell is wrong', async () => {
    const file = await workbookOf([['nguoi.tot', 'Người Tốt', 'leader', 'so-y-te'], ['xx', 'Người Sai', 'leader', 'khong-co']]);
    const { body } = await upload(file, 'false').expect(422);
    expect(body).toMatchObject({ code: 'import.invalid', errors: [{ pointer: '/Tài khoản/A3' }, { pointer: '/Tài khoản/D3' }] });
    expect(await userNames()).not.toContain('nguoi.tot');
    expect((await upload(file, 'true').expect(200)).body.errors.map(({ cell }: { cell: string }) => cell)).toEqual(['A3', 'D3']);
  });

  it('does not open a workbook that names more cells than a server can look at', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('Tài khoản').addRow([...COLUMNS]);
    workbook.definedNames.add('S!$A$1048576', 'x');
    const stored = Buffer.from(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as never)).toString('latin1');
    const file = Buffer.from(stored.replace(/S!\$A\$1048576/, 'A1:XFD999999'), 'latin1');
    const { body } = await upload(file, 'true').expect(200);
    expect(body.errors).toEqual([{ sheet: 'Tài khoản', cell: 'A1', detail: expect.stringMatching(/^Tệp quá lớn/) }]);
    expect((await upload(file, 'false').expect(422)).body.code).toBe('import.invalid');
  });

  it('takes no result of a formula', async () => {
    const file = await workbookOf([[{ formula: '"can"&"bo"', result: 'canbo' }, 'A B', 'leader', 'so-y-te'], ['canbo.hai', { formula: 'NOW()' } as CellValue, 'leader', 'so-y-te']]);
    const { body } = await upload(file, 'true').expect(200);
    expect(body.errors).toEqual([
      { sheet: 'Tài khoản', cell: 'A2', detail: 'Ô chứa công thức. Hãy dán giá trị thay cho công thức.' },
      { sheet: 'Tài khoản', cell: 'B3', detail: 'Ô chứa công thức. Hãy dán giá trị thay cho công thức.' },
    ]);
  });

  it.each<[string, CellValue]>([
    ['a date', new Date('2026-01-01')],
    ['yes or no', true],
    ['an error', { error: '#N/A' }],
  ])('refuses %s where a word should be', async (_, value) => {
    const { body } = await upload(await workbookOf([['canbo', 'A B', value, 'so-y-te']]), 'true').expect(200);
    expect(body.errors).toMatchObject([{ cell: 'C2', detail: 'Ô không phải là chữ. Hãy nhập lại ô này dưới dạng chữ.' }]);
  });

  it('reads formatted text, and passes over empty rows', async () => {
    const rich: CellValue = { richText: [{ text: 'Lê ' }, { font: { bold: true }, text: 'Bình' }] };
    const { body } = await upload(await workbookOf([[], ['canbo.ba', rich, ' leader ', 'so-y-te']]), 'true').expect(200);
    expect(body).toMatchObject({ errors: [], rows: [{ row: 3, userName: 'canbo.ba', fullName: 'Lê Bình', role: 'leader' }] });
  });

  it('wants the headings of the template', async () => {
    const { body } = await upload(await workbookOf([NEW], ['Tên đăng nhập', 'Tên', 'Vai trò', 'Mã cơ quan']), 'true').expect(200);
    expect(body.errors).toEqual([{ sheet: 'Tài khoản', cell: 'B1', detail: 'Dòng đầu cần ghi «Họ và tên» ở cột này. Hãy dùng tệp mẫu.' }]);
  });

  it('wants at least one row, and no more than a thousand', async () => {
    expect((await upload(await workbookOf([]), 'true')).body.errors).toMatchObject([{ cell: 'A2' }]);
    const many = Array.from({ length: MOST_ROWS + 1 }, (_, index) => [`nguoi.${index}`, 'A', 'leader', 'so-y-te']);
    expect((await upload(await workbookOf(many), 'true')).body.errors).toMatchObject([{ cell: 'A1002', detail: expect.stringContaining('hơn 1000 dòng') }]);
  });

  it.each([
    ['no workbook', Buffer.from('Tên đăng nhập,Họ và tên\n'), 415, 'request.media-type'],
    ['a broken one', Buffer.from('PK\u0003\u0004 and then nothing'), 415, 'request.media-type'],
    ['one that is too large', Buffer.alloc(5 * 1024 * 1024 + 1), 413, 'request.too-large'],
  ])('refuses %s', async (_, file, status, code) => {
    expect((await upload(file, 'true').expect(status)).body.code).toBe(code);
  });

  it('asks each time whether it is meant', async () => {
    const { body } = await admin.post(IMPORT).attach('file', await workbookOf([NEW]), 'a.xlsx').expect(422);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/dryRun' }] });
  });

  it('needs a file', async () => {
    await admin.post(IMPORT).query({ dryRun: 'true' }).send({}).expect(415);
    await admin.post(IMPORT).query({ dryRun: 'true' }).field('other', 'x').expect(422);
  });

  it('is for administrators', async () => {
    const leader = await test.signedInAs([]);
    await leader.post(IMPORT).query({ dryRun: 'true' }).expect(403);
    await leader.get(`${IMPORT}/template`).expect(403);
  });

  it('has a template that it takes back once filled in', async () => {
    const { body: bytes, headers } = await admin.get(`${IMPORT}/template`).buffer(true).parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    }).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="tai-khoan.xlsx"');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Tài khoản', 'Hướng dẫn']);
    expect(workbook.worksheets[1]?.getCell('C5').value).toBe('so-y-te');
    workbook.worksheets[0]?.getRow(2).splice(1, 5, ...['canbo.mau', 'Lê Văn Mẫu', 'Lãnh đạo cơ quan', 'so-y-te', 'mau@tinh.example']);
    const { body } = await upload(Buffer.from(await workbook.xlsx.writeBuffer()), 'true').expect(200);
    expect(body).toMatchObject({ errors: [], rows: [{ row: 2, userName: 'canbo.mau', role: 'agency-head', email: 'mau@tinh.example', effect: 'create' }] });
  });
});
