// Puts a backup back into an empty database and data folder: npm run restore -- FILE [--signed-by KEY | --check]. 0 when all is back as it was, 1 when it was refused, 2 for other words.
import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkArchive } from './backup/archive-reader';
import { BackupRefusedError } from './backup/manifest';
import { restoreBackup } from './backup/restore-backup';
import { configFrom } from '../platform/config/config';
import { evidenceStoreOf } from '../platform/files/evidence-store-of';

const USAGE = 'Cách dùng: npm run restore -- TỆP.tar.gz [--signed-by MÃ_KHÓA] [--check]';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Words {
  readonly file: string;
  readonly signedBy: string | null;
  /** Nothing is put back: the archive alone is looked at. */
  readonly check: boolean;
}

function wordsOf(words: readonly string[]): Words | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: { 'signed-by': { type: 'string' }, 'check': { type: 'boolean' } } });
    const [file, ...more] = positionals;
    return file !== undefined && more.length === 0 ? { file: resolve(process.env['INIT_CWD'] ?? '', file), signedBy: values['signed-by'] ?? null, check: values.check ?? false } : null;
  } catch {
    return null;
  }
}

async function run({ file, signedBy, check }: Words): Promise<void> {
  if (check) {
    const { manifest, keyId } = await checkArchive(file);
    say(`Bản sao lưu nguyên vẹn: ${manifest.madeAt}, ${String(manifest.tables.length)} bảng, ${String(manifest.evidence.length)} tệp minh chứng, khóa ký ${keyId}.`);
    return;
  }
  const config = configFrom(process.env);
  const evidenceFolder = config.S3_BUCKET ? null : join(config.PAR_DATA_DIR, 'evidence');
  const began = Date.now();
  const target = { databaseUrl: config.DATABASE_URL, evidenceFolder, openStore: () => evidenceStoreOf(config), signedBy };
  const { manifest } = await restoreBackup(target, file, say);
  say(`Đã phục hồi trong ${((Date.now() - began) / 1000).toFixed(1)} giây: ${String(manifest.tables.length)} bảng và ${String(manifest.evidence.length)} tệp minh chứng, mã băm trùng với bản sao lưu.`);
  manifest.damaged.forEach((sha256) => say(`Tệp minh chứng ${sha256} đã thiếu hoặc hỏng từ khi sao lưu.`));
}

const words = wordsOf(process.argv.slice(2));
if (words) {
  await run(words).catch((error: unknown) => {
    process.stderr.write(`${error instanceof BackupRefusedError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  });
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
