import { RequestMethod } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { Logger } from 'nestjs-pino';
import { API_PREFIX } from '../access/known-routes';
import { Config } from '../config/config';
import { validationPipe } from '../problem/validation.pipe';
import { securityHeaders } from '../web/security-headers';
import { webPages } from '../web/web-pages';
import { Shutdown } from './shutdown';

/** Bytes of a JSON body, except for a criteria set, which is a whole document. */
const JSON_LIMIT = '1mb';
const CRITERIA_SET_LIMIT = '5mb';

/** What the API answers is for one reader at one moment, unless the route says otherwise. */
function neverStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** Everything that stands around the features, the same for the server and for its tests. */
export function configureApp(app: NestExpressApplication): void {
  const config = app.get(Config);
  app.useLogger(app.get(Logger));
  app.set('trust proxy', config.PAR_TRUST_PROXY ? 1 : false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(app.get(Shutdown).refuseWhenStopping, ...securityHeaders);
  app.use('/api', neverStored);
  app.use(`${API_PREFIX}/criteria-sets`, express.json({ limit: CRITERIA_SET_LIMIT }));
  app.use(express.json({ limit: JSON_LIMIT }));
  if (config.WEB_ROOT) {
    app.use(...webPages(config.WEB_ROOT));
  }
  app.setGlobalPrefix(API_PREFIX.slice(1), {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
    ],
  });
  app.useGlobalPipes(validationPipe());
}
