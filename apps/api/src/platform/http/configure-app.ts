import { NotFoundException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { Logger } from 'nestjs-pino';
import { SessionReader } from '../access/live-session';
import { Config } from '../config/config';
import { openApi } from '../openapi/openapi';
import { ProblemFilter } from '../problem/problem.filter';
import { validationPipe } from '../problem/validation.pipe';
import { FrameworkLogger } from '../telemetry/framework-logger';
import { measured } from '../telemetry/measured';
import { Metrics } from '../telemetry/metrics';
import { requestLog } from '../telemetry/request-log';
import { RootLogger } from '../telemetry/root-logger';
import { securityHeaders } from '../web/security-headers';
import { webPages } from '../web/web-pages';
import { API_PREFIX, WITHOUT_PREFIX } from './api-prefix';
import { compressedAnswers } from './compressed-answers';
import { largeBodies } from './large-bodies';
import { Shutdown } from './shutdown';
import { refuseUnsoundJson } from './sound-json';

/** Bytes of a JSON body, except for a criteria set, which is a whole document and read only for whoever may load one. */
const JSON_LIMIT = 1024 * 1024;
const CRITERIA_SET_LIMIT = '5mb';

/** What the API answers is for one reader at one moment, unless the route says otherwise. */
function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

function set(app: NestExpressApplication, { PAR_TRUST_PROXY }: Config): void {
  app.useLogger(new FrameworkLogger(app.get(Logger)));
  app.set('trust proxy', PAR_TRUST_PROXY ? 1 : false);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.disable('x-powered-by');
}

function standBefore(app: NestExpressApplication, { WEB_ROOT }: Config): void {
  const metrics = app.get(Metrics);
  if (metrics.kept) {
    app.use(measured(metrics));
  }
  app.use(requestLog(app.get(RootLogger).pino), app.get(Shutdown).refuseWhenStopping, ...securityHeaders);
  app.use('/api', neverStored, compressedAnswers);
  app.use(`${API_PREFIX}/criteria-sets`, largeBodies(app.get(SessionReader), { common: JSON_LIMIT, limit: CRITERIA_SET_LIMIT, permission: 'criteria-set.edit' }));
  app.use(express.json({ limit: JSON_LIMIT }), refuseUnsoundJson);
  if (WEB_ROOT) {
    app.use(...webPages(WEB_ROOT));
  }
}

/** What reaches the end is no address of ours; what fails outside of the API fails in the same words. */
function standBehind(app: NestExpressApplication): void {
  const filter = app.get(ProblemFilter);
  app.use(() => {
    throw new NotFoundException();
  });
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => filter.answer(error, request, response));
}

/** Everything around the features, the same for the server and for its tests. Afterwards the application may listen. */
export async function configureApp(app: NestExpressApplication): Promise<void> {
  const config = app.get(Config);
  set(app, config);
  standBefore(app, config);
  app.setGlobalPrefix(API_PREFIX.slice(1), { exclude: WITHOUT_PREFIX });
  app.useGlobalPipes(validationPipe());
  app.use(...openApi(app));
  await app.init();
  standBehind(app);
}
