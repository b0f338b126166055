import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { configFrom } from '../platform/config/config';
import { API_PREFIX, WITHOUT_PREFIX } from '../platform/http/api-prefix';
import { openApiDocument } from '../platform/openapi/document';

/** Writes the description of the API to the standard output. Needs a database, which it brings up to date and leaves empty. */
async function print(): Promise<void> {
  const app = await NestFactory.create(AppModule.with(configFrom({ ...process.env, LOG_LEVEL: 'silent' })), { logger: false, abortOnError: false });
  app.setGlobalPrefix(API_PREFIX.slice(1), { exclude: [...WITHOUT_PREFIX] });
  await app.init();
  process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
  await app.close();
}

print().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
