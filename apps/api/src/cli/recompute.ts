import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { recompute } from '../features/result/recompute';
import { Verification } from '../features/result/verification.service';
import { configFrom } from '../platform/config/config';

/** `npm run recompute -- [--cycle YEAR]`: 0 where every published result comes out the same, 1 where one does not, 2 for other words. */
const app = await NestFactory.createApplicationContext(AppModule.with(configFrom(process.env)), { bufferLogs: true });
try {
  process.exitCode = await recompute(app.get(Verification), process.argv.slice(2), (line) => console.log(line));
} finally {
  await app.close();
}
