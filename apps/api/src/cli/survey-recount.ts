import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { recountCommand } from '../features/survey/recount-command';
import { Recounts } from '../features/survey/recount.service';
import { configFrom } from '../platform/config/config';

/** `npm run survey-recount -- [CAMPAIGN …]`: counts all forms anew and compares. */
const app = await NestFactory.createApplicationContext(AppModule.with(configFrom(process.env)), { bufferLogs: true });
try {
  process.exitCode = await recountCommand(app.get(Recounts), process.argv.slice(2), (line) => console.log(line));
} finally {
  await app.close();
}
