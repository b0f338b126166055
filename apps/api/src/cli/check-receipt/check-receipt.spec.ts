import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { receiptOf, type IssuedFiles } from './issued.fixture';

const workspace = resolve(__dirname, '../../../../..');

describe('npm run check-receipt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'par-receipt-'));
  let files: IssuedFiles;
  beforeAll(async () => {
    files = await receiptOf();
    write('keys.json', files.keys);
    write('receipt.json', files.receipt);
    write('content.json', files.content);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, content: unknown): void => writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

  /** The command as npm runs it, from the folder of the files. */
  const check = (...words: readonly string[]) => {
    const env = { ...process.env, INIT_CWD: folder, NODE_OPTIONS: '' };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'apps/api/src/cli/check-receipt.ts', ...words], { cwd: workspace, encoding: 'utf8', env });
    return { status, stdout, stderr };
  };

  it('says that a receipt is genuine, and what it says', () => {
    expect(check('receipt.json', '--keys', 'keys.json')).toEqual({
      status: 0,
      stdout: 'THẬT: biên nhận còn nguyên như khi cấp.\nSố BN2026-7K3QX-9WM2P\nSở Y tế, Kỳ 2026: tự đánh giá\nNộp lúc 09 giờ 10 ngày 20/11/2026, đúng hạn\n',
      stderr: '',
    });
  });

  it('takes the key as PEM, and the content with it', () => {
    write('key.pem', files.keys[0].publicKey);
    expect(check('receipt.json', '--keys', 'key.pem', '--content', 'content.json')).toMatchObject({ status: 0, stdout: expect.stringContaining('Nội dung đi kèm đúng là nội dung đã nộp.') });
  });

  it('names the field that was changed', () => {
    write('changed.json', { ...files.receipt, late: true });
    expect(check('changed.json', '--keys', 'keys.json')).toMatchObject({ status: 1, stdout: expect.stringContaining('/late: «Đúng hạn hay trễ hạn» đã bị thay đổi') });
  });

  it('names the criterion whose content is another', () => {
    write('other.json', { ...files.content, entries: [{ ...files.content.entries[0], note: 'khác' }] });
    expect(check('receipt.json', '--keys', 'keys.json', '--content', 'other.json')).toMatchObject({ status: 1, stdout: expect.stringContaining('/entries: Tiêu chí 1.1: nội dung khác với khi nộp.') });
  });

  it('believes no key that calls itself by another\'s name', async () => {
    const stranger = await receiptOf();
    write('false-keys.json', [{ keyId: files.keys[0].keyId, publicKey: stranger.keys[0].publicKey }]);
    expect(check('receipt.json', '--keys', 'false-keys.json')).toMatchObject({ status: 1, stdout: expect.stringContaining('/seal/keyId') });
  });

  it.each([
    [[], 'Cách dùng'],
    [['receipt.json'], 'Cách dùng'],
    [['receipt.json', '--keys'], 'Cách dùng'],
    [['receipt.json', 'more.json', '--keys', 'keys.json'], 'Cách dùng'],
    [['none.json', '--keys', 'keys.json'], 'none.json: không đọc được tệp.'],
    [['receipt.json', '--keys', 'receipt.json'], 'không có khóa công khai Ed25519 nào'],
    [['half.json', '--keys', 'keys.json'], 'tệp không phải JSON'],
  ])('says with %j what it needs', (words, said) => {
    write('half.json', '{"number":');
    expect(check(...words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(said) });
  });
});
