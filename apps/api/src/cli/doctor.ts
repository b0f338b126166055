// Looks at everything that the system stands on: npm run doctor. 0 where all is well, 1 where something keeps it from working, in a line each with what to do. Changes nothing.
import 'reflect-metadata';
import { examine, type Finding } from './doctor/examine';
import { ConfigError, configFrom } from '../platform/config/config';

const MARKS: Readonly<Record<Finding['verdict'], string>> = { well: '  được ', worth: '  lưu ý', wrong: '  SAI  ' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(): Promise<void> {
  const findings = await examine(configFrom(process.env));
  findings.forEach(({ verdict, subject, detail }) => say(`${MARKS[verdict]}  ${subject}: ${detail}`));
  const wrong = findings.filter(({ verdict }) => verdict === 'wrong').length;
  say(wrong === 0 ? 'Hệ thống chạy được.' : `Có ${String(wrong)} điều phải sửa.`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
});
