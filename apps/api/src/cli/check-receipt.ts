// Checks a receipt without network and database: npm run check-receipt -- RECEIPT --keys KEYS [--content CONTENT]. Says on standard output whether it is genuine,
// else what is not; ends with 0 for genuine, 1 for not, 2 where it can't be told.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFindings } from '../features/receipt/content-check';
import { receiptFindings } from '../features/receipt/receipt-check';
import { readJsonFile, readKeys, UnreadableFileError } from './check-receipt/read-files';
import { headLines } from './check-receipt/head-lines';

const NOT_GENUINE = 1;
const NOT_TOLD = 2;
const USAGE = 'Cách dùng: npm run --silent check-receipt -- BIÊN_NHẬN.json --keys KHÓA.json [--content NỘI_DUNG.json]';

interface Files {
  readonly receipt: string;
  readonly keys: string;
  readonly content: string | null;
}

/** npm changes to the workspace; paths are meant from where the command was given. */
const placed = (file: string): string => resolve(process.env['INIT_CWD'] ?? '', file);

function filesOf(words: readonly string[]): Files | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { keys: { type: 'string' }, content: { type: 'string' } } });
    const [receipt, ...more] = positionals;
    return receipt !== undefined && more.length === 0 && values.keys !== undefined ? { receipt, keys: values.keys, content: values.content ?? null } : null;
  } catch {
    return null;
  }
}

function check({ receipt: receiptFile, keys, content }: Files): void {
  const receipt = readJsonFile(placed(receiptFile));
  const findings = receiptFindings(receipt, readKeys(placed(keys)));
  const others = content === null ? [] : contentFindings(receipt, readJsonFile(placed(content)));
  const wrong = [...findings, ...others].map(({ pointer, detail }) => (pointer === '' ? detail : `${pointer}: ${detail}`));
  if (wrong.length === 0) {
    say(['THẬT: biên nhận còn nguyên như khi cấp.', ...headLines(receipt), ...(content === null ? [] : ['Nội dung đi kèm đúng là nội dung đã nộp.'])]);
    return;
  }
  say(['KHÔNG ĐÚNG: biên nhận hoặc nội dung đã bị sửa, hoặc không do hệ thống này cấp.', ...wrong]);
  process.exitCode = NOT_GENUINE;
}

const say = (lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));

function refuse(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = NOT_TOLD;
}

try {
  const files = filesOf(process.argv.slice(2));
  if (files) check(files);
  else refuse(USAGE);
} catch (error) {
  if (!(error instanceof UnreadableFileError)) throw error;
  refuse(error.message);
}
