import type { INestApplication } from '@nestjs/common';
import { CRITERIA_SET_SCHEMA_PATH, criteriaSetSchema } from '@par-index/scoring';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { openApiDocument } from './document';

const DOCUMENT = '/api/openapi.json';
const PAGE = '/api/docs';
const HOUR = 'public, max-age=3600';

/** No script and no style inside: the page obeys the policy that every page of this server obeys. */
const HTML = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>PAR INDEX – API</title>
<link rel="stylesheet" href="${PAGE}/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="${PAGE}/swagger-ui-bundle.js"></script>
<script src="${PAGE}/start.js"></script>
</body>
</html>
`;

/** Writes made from the page carry the token of the reader's own session. */
const START = `
const withToken = async (request) => {
  if (request.method && request.method !== 'GET' && !request.url.endsWith('/session')) {
    const session = await fetch('/api/v1/session').then((answer) => (answer.ok ? answer.json() : null));
    if (session) request.headers['X-CSRF-Token'] = session.csrfToken;
  }
  return request;
};
SwaggerUIBundle({ url: '${DOCUMENT}', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null, requestInterceptor: withToken });
`;

const assetsFolder = (): string => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The description of the API, for programs and for people, wherever the server runs. Made when it is first asked for. */
export function openApi(app: INestApplication): readonly RequestHandler[] {
  let text: string | null = null;
  const router = Router();
  router.get(DOCUMENT, (_request: Request, response: Response) => {
    text ??= JSON.stringify(openApiDocument(app));
    response.set('Cache-Control', 'no-cache').type('application/json').send(text);
  });
  const schema = JSON.stringify(criteriaSetSchema(), null, 2);
  router.get(CRITERIA_SET_SCHEMA_PATH, (_request: Request, response: Response) => void response.set('Cache-Control', HOUR).type('application/schema+json').send(schema));
  router.get(PAGE, (_request: Request, response: Response) => void response.set('Cache-Control', 'no-cache').type('html').send(HTML));
  router.get(`${PAGE}/start.js`, (_request: Request, response: Response) => void response.set('Cache-Control', HOUR).type('js').send(START));
  const assets = express.static(assetsFolder(), { index: false, redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', HOUR) });
  router.get([`${PAGE}/swagger-ui.css`, `${PAGE}/swagger-ui-bundle.js`], (request, response, next) => {
    request.url = request.url.slice(PAGE.length);
    assets(request, response, next);
  });
  return [router];
}
