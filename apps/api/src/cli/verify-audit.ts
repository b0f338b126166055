// Checks the whole audit log: npm run verify-audit [-- --root ROOT | --export FILE [--open] | --file FILE [--keys KEYS]]. With --file neither network nor database
// is needed. Names what is wrong on standard output; ends with 0 where all is as it was written, 1 where it is not, 2 where it can't be told.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { AuditVerifier } from '../platform/audit/audit-verifier.service';
import type { ChainCheck } from '../platform/audit/chain-check';
import { checkFile, UnreadableExportError } from '../platform/audit/check-file';
import { configFrom } from '../platform/config/config';
import { readKeys, UnreadableFileError } from './check-receipt/read-files';
import { linesOf, writerOf } from './verify-audit/log-files';
import { placed, progressLine, USAGE, type VerifyWords, wordsOf } from './verify-audit/words';

const WRONG = 1;
const NOT_TOLD = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function report({ checked, last, found, findings }: ChainCheck): void {
  const upTo = last.number === 0 ? 'chưa có niêm phong nào' : `đến niêm phong ${String(last.number)}`;
  if (found === 0) {
    say(`NGUYÊN VẸN: ${String(checked)} dòng nhật ký, ${upTo}.`);
    return;
  }
  say(`CÓ SAI LỆCH: ${String(found)} chỗ trong ${String(checked)} dòng, ${upTo}.`);
  findings.forEach(({ detail }) => say(`- ${detail}`));
  if (found > findings.length) {
    say(`… và ${String(found - findings.length)} chỗ nữa.`);
  }
  process.exitCode = WRONG;
}

async function withDatabase(words: VerifyWords): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with(configFrom(process.env)), { bufferLogs: true });
  try {
    const verifier = app.get(AuditVerifier);
    if (words.export !== undefined) {
      const file = writerOf(placed(words.export));
      await verifier.export((line) => file.write(line), words.open === true ? 'open' : 'full');
      await file.end();
      say(`Đã xuất nhật ký ra ${words.export}. Kiểm tra ở bất cứ đâu: npm run verify-audit -- --file ${words.export}`);
      return;
    }
    const onProgress = (progress: { readonly checked: number; readonly total: number }): Promise<boolean> => {
      tell(progressLine(progress));
      return Promise.resolve(true);
    };
    const check = await verifier.check({ onProgress, ...(words.root === undefined ? {} : { root: words.root }) });
    if (check) report(check);
  } finally {
    await app.close();
  }
}

async function withFile(file: string, keys: string | undefined): Promise<void> {
  report(await checkFile(linesOf(placed(file)), keys === undefined ? null : readKeys(placed(keys))));
}

try {
  const words = wordsOf(process.argv.slice(2));
  if (!words) {
    tell(USAGE);
    process.exitCode = NOT_TOLD;
  } else if (words.file === undefined) {
    await withDatabase(words);
  } else {
    await withFile(words.file, words.keys);
  }
} catch (error) {
  if (!(error instanceof UnreadableExportError || error instanceof UnreadableFileError || Object(error).code === 'ENOENT')) throw error;
  tell(error instanceof UnreadableExportError || error instanceof UnreadableFileError ? error.message : 'Không tìm thấy tệp.');
  process.exitCode = NOT_TOLD;
}
