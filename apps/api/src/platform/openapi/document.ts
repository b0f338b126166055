import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { RouteSweep } from '../access/route-sweep';
import { ApiAnswers } from './api-answers';
import { describeRequest } from './request-schema';

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'One of the codes in libs/contract/src/problem/problem.ts' },
    detail: { type: 'string', description: 'Vietnamese: what happened and what to do next' },
    traceId: { type: 'string' },
    params: { type: 'object', additionalProperties: true },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
} as const;

const REFUSED = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
} as const;

const heading = new DocumentBuilder()
  .setTitle('PAR INDEX')
  .setDescription(
    'Every answer that is no success is a Problem. Reads and writes need the session cookie; every write also sends the CSRF token of ' +
      'GET /api/v1/session in X-CSRF-Token, and an edit the version it was made from in If-Match.',
  )
  .setVersion('1')
  .setOpenAPIVersion('3.1.0')
  .addCookieAuth('par', { type: 'apiKey', in: 'cookie' }, 'session')
  .addApiKey({ type: 'apiKey', in: 'header', name: 'X-CSRF-Token' }, 'csrf')
  .build();

type Operation = OpenAPIObject['paths'][string]['get'];
const METHODS = ['get', 'post', 'put', 'delete', 'head', 'patch'] as const;
const READS: readonly string[] = ['get', 'head'];

function describeRequests(sweep: RouteSweep): void {
  for (const { parameterTypes } of sweep.routes()) {
    for (const type of parameterTypes) {
      if (typeof type === 'function' && type.name.endsWith('Dto')) {
        describeRequest(type as new () => object);
      }
    }
  }
}

/** What comes back when all is well: under the status that the route declares, in the shape that its method returns. */
function successOf({ operationId = '', responses }: NonNullable<Operation>, { routes }: ApiAnswers): object {
  const status = Object.keys(responses).find((code) => code.startsWith('2')) ?? '200';
  const schema = routes[operationId] ?? null;
  const declared = responses[status];
  if (schema === null) {
    return { [status]: declared && 'content' in declared ? declared : { description: 'Done' } };
  }
  const type = (schema as { readonly format?: string }).format === 'binary' ? 'application/octet-stream' : 'application/json';
  return { [status]: { description: 'Done', content: { [type]: { schema } } } };
}

/** Adds what is true of every route by the way it is declared: who may enter, what comes back, refusals. */
function completed(operation: NonNullable<Operation>, method: string, app: INestApplication): void {
  const route = app.get(RouteSweep).routes().find(({ name }) => name === operation.operationId);
  operation.responses = { ...operation.responses, ...successOf(operation, app.get(ApiAnswers)), default: REFUSED };
  if (!route || route.allowed === null || route.allowed === 'public') {
    return;
  }
  operation.security = READS.includes(method) ? [{ session: [] }] : [{ session: [], csrf: [] }];
  operation.description = `For whoever holds: ${route.allowed.join(', ')}.`;
}

/** What the API offers, read from its controllers and the rules of its requests. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  describeRequests(app.get(RouteSweep));
  const document = SwaggerModule.createDocument(app, heading, { operationIdFactory: (controller, member) => `${controller}.${member}` });
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) {
        completed(operation, method, app);
      }
    }
  }
  const schemas = { ...document.components?.schemas, ...app.get(ApiAnswers).schemas, Problem: PROBLEM } as unknown as NonNullable<OpenAPIObject['components']>['schemas'];
  return { ...document, components: { ...document.components, schemas } } as OpenAPIObject;
}
