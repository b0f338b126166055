// Saves database and evidence into one file while the system runs: npm run backup -- FILE. 0 when it is whole, 1 when it is not, or evidence was missing or damaged, 2 for other words.
import 'reflect-metadata';
import { resolve } from 'node:path';
import { makeBackup } from './backup/make-backup';
import { BackupRefusedError } from './backup/manifest';
import { configFrom } from '../platform/config/config';
import { evidenceStoreOf } from '../platform/files/evidence-store-of';
import { ServerKey } from '../platform/signature/server-key';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(file: string): Promise<void> {
  const config = configFrom(process.env);
  const began = Date.now();
  const [store, key] = await Promise.all([evidenceStoreOf(config), ServerKey.open(config)]);
  const { manifest, keyId } = await makeBackup({ databaseUrl: config.DATABASE_URL, store, key }, resolve(process.env['INIT_CWD'] ?? '', file), say);
  say(`Đã sao lưu vào ${file} trong ${((Date.now() - began) / 1000).toFixed(1)} giây, thời điểm ${manifest.madeAt}, khóa ký ${keyId}.`);
  if (manifest.damaged.length > 0) {
    say(`CHÚ Ý: ${String(manifest.damaged.length)} tệp minh chứng không còn hoặc không còn nguyên, nên không có trong bản sao lưu:`);
    manifest.damaged.forEach(say);
    process.exitCode = 1;
  }
}

const [file, ...more] = process.argv.slice(2);
if (file === undefined || file.startsWith('-') || more.length > 0) {
  process.stderr.write('Cách dùng: npm run backup -- TỆP.tar.gz\n');
  process.exitCode = 2;
} else {
  await run(file).catch((error: unknown) => {
    process.stderr.write(`${error instanceof BackupRefusedError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  });
}
