// Measures the audit log in a database of its own: npm run audit-speed [-- --lines N]. Says how long N lines take to be written, sealed and checked.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module';
import { AuditSealer } from '../platform/audit/audit-sealer.service';
import { measureAudit } from '../platform/audit/audit-speed';
import { AuditVerifier } from '../platform/audit/audit-verifier.service';
import { configFrom } from '../platform/config/config';

const { values } = parseArgs({ args: process.argv.slice(2), options: { lines: { type: 'string', default: '1000000' } } });
const app = await NestFactory.createApplicationContext(AppModule.with(configFrom(process.env)), { bufferLogs: true });
try {
  const { lines, written, sealed, checked, found } = await measureAudit({ db: app.get(DataSource), sealer: app.get(AuditSealer), verifier: app.get(AuditVerifier) }, Number(values.lines));
  const line = (name: string, milliseconds: number): string => `${name}: ${(milliseconds / 1000).toFixed(1)} s, ${String(Math.round(lines / (milliseconds / 1000)))} lines a second`;
  console.log([`lines: ${String(lines)}`, line('written', written), line('chained and sealed', sealed), line('checked', checked), `findings: ${String(found)}`].join('\n'));
  process.exitCode = found === 0 ? 0 : 1;
} finally {
  await app.close();
}
