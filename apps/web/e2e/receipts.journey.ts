import type { Receipt } from '@par-index/contract';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { guidePicture } from './harness/guide-picture';
import { lookAt, openPage, origin } from './harness/journey';
import { answerAll, assessmentOf, demoPerson, move, newPerson, openPhase, type Person, smallProvince } from './harness/province';

const workspace = resolve(__dirname, '../../..');
const ANSWERS = { '1.1': { numerator: 9, denominator: 10 }, '1.2': { choice: 'dat' }, '2.1': { choice: 'mot-phan' } } as const;

interface Said {
  readonly code: number;
  readonly out: string;
}

/** The command as somebody gives it who has nothing but the files. */
const checkReceipt = (...words: readonly string[]): Promise<Said> =>
  new Promise((told) => {
    const { NODE_OPTIONS: _options, ...env } = process.env;
    execFile('npm', ['run', '--silent', 'check-receipt', '--', ...words], { cwd: workspace, env: { ...env, INIT_CWD: '' } }, (error, out, err) =>
      told({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
    );
  });

async function download(page: Page, link: string, file: string): Promise<string> {
  const [started] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  await started.saveAs(file);
  return file;
}

/** Chooses a file at the public page, and hears what becomes of it. */
async function shown(page: Page, file: string): Promise<void> {
  await page.goto(`${origin()}/public/receipts`, { waitUntil: 'networkidle' });
  await page.locator('input[type="file"]').setInputFiles(file);
}

let folder: string;
let head: Person;
let assessmentId: string;
const kept = () => join(folder, 'bien-nhan.json');
const keys = () => join(folder, 'khoa.json');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'par-receipts-'));
  const [homeAffairs, admin] = [await demoPerson('noivu'), await demoPerson('quantri')];
  const { agencies: [agency], cycle } = await smallProvince(homeAffairs, { groupCode: 'bien-nhan', word: 'nhận' });
  if (!agency) throw new Error('A province without agencies');
  const officer = await newPerson(admin, 'canbo.nhan.a', [{ role: 'agency-officer', agencyId: agency.id }]);
  head = await newPerson(admin, 'lanhdao.nhan.a', [{ role: 'agency-head', agencyId: agency.id }]);
  await openPhase(homeAffairs, cycle.id, 'self-assessment');
  assessmentId = (await assessmentOf(homeAffairs, cycle.id, agency.id)).id;
  await answerAll(officer, assessmentId, ANSWERS);
  await move(officer, assessmentId, 'send');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In one go: every part rests on the one before it. */
it('A head hands in and holds a receipt that anybody can check, with the page and with the command', async () => {
  const { page } = head;
  await page.goto(`${origin()}/assessments/${assessmentId}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Ký gửi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ký gửi' }).click();
  await page.getByText('Đã ký gửi hồ sơ.').waitFor();

  // The receipt stands at once in the head of the page and leads to its own page.
  const link = page.locator('par-assessment-head').getByRole('link', { name: /^Biên nhận \S+$/ });
  await link.waitFor();
  const number = (await link.innerText()).replace('Biên nhận ', '');
  await lookAt(page, 'receipt-assessment');
  await link.click();
  await page.getByRole('heading', { level: 1, name: `Biên nhận ${number}` }).waitFor();
  await page.getByText('Nộp đúng hạn').waitFor();
  await page.getByRole('img', { name: 'Mã QR dẫn tới trang kiểm tra biên nhận này' }).waitFor();
  await lookAt(page, 'receipt-page');
  await guidePicture(page, 'receipt');
  await download(page, 'Tệp biên nhận', kept());
  const content = await download(page, 'Nội dung đã nộp', join(folder, 'noi-dung.json'));
  const print = await download(page, 'Bản in (PDF)', join(folder, 'bien-nhan.pdf'));
  expect(readFileSync(print).subarray(0, 5).toString()).toBe('%PDF-');

  // Somebody who is not signed in checks the number, the file, and a file in which a figure was changed.
  const receipt = JSON.parse(readFileSync(kept(), 'utf8')) as Receipt;
  const forged = join(folder, 'sua.json');
  writeFileSync(forged, JSON.stringify({ ...receipt, issuedAt: '2020-01-01T00:00:00.000Z' }));
  const anybody = await openPage({ path: `/public/receipts/${number}` });
  await anybody.getByText('Biên nhận thật').waitFor();
  await anybody.getByText('Cơ quan nhận A').waitFor();
  await lookAt(anybody, 'receipt-check-number');
  await shown(anybody, kept());
  await anybody.getByText('Biên nhận thật, còn nguyên như khi cấp.').waitFor();
  await lookAt(anybody, 'receipt-check-genuine');
  await shown(anybody, forged);
  await anybody.getByRole('alert').getByText('Không đúng biên nhận đã cấp.').waitFor();
  await lookAt(anybody, 'receipt-check-forged');

  // The command needs nothing but the files.
  writeFileSync(keys(), await (await anybody.request.get(`${origin()}/api/v1/public/receipt-keys`)).text());
  const good = await checkReceipt(kept(), '--keys', keys(), '--content', content);
  expect(good).toEqual({ code: 0, out: expect.stringContaining('THẬT: biên nhận còn nguyên như khi cấp.') as string });
  expect(good.out).toContain('Nội dung đi kèm đúng là nội dung đã nộp.');
  expect(await checkReceipt(forged, '--keys', keys())).toEqual({ code: 1, out: expect.stringContaining('KHÔNG ĐÚNG') as string });
});
