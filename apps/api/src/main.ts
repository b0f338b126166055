import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { startDemo } from './demo/start-demo';
import { type Config, ConfigError, configFrom } from './platform/config/config';
import { configureApp } from './platform/http/configure-app';
import { stopOnRequest } from './platform/http/stop-on-request';
import { JobQueue } from './platform/jobs/job-queue';

function settings(): Config {
  try {
    return configFrom(process.env);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}

async function start(config: Config): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), { bodyParser: false, bufferLogs: true, abortOnError: false });
  stopOnRequest(app);
  await configureApp(app);
  if (config.PAR_DEMO) {
    await startDemo(app);
  }
  await app.listen(config.PORT, config.HOST);
  await app.get(JobQueue).start();
  app.get(Logger).log({ msg: 'ready', url: await app.getUrl() });
}

start(settings()).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
