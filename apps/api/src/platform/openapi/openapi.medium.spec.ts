import { CRITERIA_SET_SCHEMA_PATH, criteriaSetSchema } from '@par-index/scoring';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, startTestApp, type TestApp } from '../../../test/app';
import { RouteSweep } from '../access/route-sweep';

describe('the description of the API', () => {
  let test: TestApp;
  let anybody: Browser;
  let document: { readonly paths: Record<string, Record<string, Operation>>; readonly components: { readonly schemas: Record<string, unknown> } };
  interface Operation {
    readonly operationId: string;
    readonly security?: unknown;
    readonly description?: string;
    readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: object }[];
    readonly responses: Record<string, unknown>;
  }

  beforeAll(async () => {
    test = await startTestApp();
    anybody = test.anonymous;
    document = (await anybody.get('/api/openapi.json').expect(200)).body;
  });
  afterAll(() => test.close());

  const WORKSPACE = join(__dirname, '../../../../..');
  const kept = (path: string): unknown => JSON.parse(readFileSync(join(WORKSPACE, path), 'utf8'));

  it('is what docs/api/openapi.json says; where not, run: npm run openapi', () => expect(kept('docs/api/openapi.json')).toEqual(document));

  it('promises what the controllers return; where not, run: npm run openapi', async () => {
    const { answersOfRoutes } = await import('../../../../../tools/openapi/answer-schemas.mjs');
    expect(kept('apps/api/src/answers.json')).toEqual(answersOfRoutes());
  }, 60_000);

  it('says what comes back, in which shape', () => {
    expect(document.paths['/api/v1/agencies']?.['get']?.responses['200']).toMatchObject({ content: { 'application/json': { schema: { $ref: '#/components/schemas/PageOfAgencyView' } } } });
    expect(document.paths['/api/v1/session']?.['delete']?.responses).toHaveProperty('204', { description: 'Done' });
    expect(document.components.schemas['AgencyView']).toMatchObject({ required: expect.arrayContaining(['id', 'version']), properties: { parentId: { anyOf: [{ type: 'null' }, { type: 'string' }] } } });
  });

  it('refers to nothing that it does not have', () => {
    const referred = new Set([...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? ''));
    expect([...referred].filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('has every route', () => {
    const described = Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect([...new Set(described)].sort()).toEqual([...new Set(test.app.get(RouteSweep).routes().map(({ name }) => name))].sort());
  });

  it('says of each who may enter, and how a write is protected', () => {
    expect(document.paths['/api/v1/agencies']?.['post']).toMatchObject({
      security: [{ session: [], csrf: [] }],
      description: 'For whoever holds: agency.edit.',
    });
    expect(document.paths['/api/v1/agencies']?.['get']).toMatchObject({ security: [{ session: [] }] });
    expect(document.paths['/api/v1/site']?.['get']).not.toHaveProperty('security');
  });

  it('says of each that it may refuse, and how', () => {
    for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
      expect(operation.responses['default']).toMatchObject({ content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
    }
    expect(document.components.schemas['Problem']).toBeDefined();
  });

  it('reads the fields of a request from the rules that check it', () => {
    expect(document.components.schemas['CreateUserDto']).toMatchObject({
      required: ['userName', 'fullName', 'grants'],
      properties: {
        userName: { type: 'string', pattern: expect.any(String) },
        fullName: { type: 'string', minLength: 1, maxLength: 200 },
        grants: { type: 'array', items: { $ref: '#/components/schemas/RoleGrantDto' } },
      },
    });
    expect(document.components.schemas['RoleGrantDto']).toMatchObject({ properties: { role: { enum: expect.arrayContaining(['admin']) }, agencyId: { format: 'uuid' } } });
  });

  it('knows the query of a list and the version of an edit', () => {
    const query = document.paths['/api/v1/users']?.['get']?.parameters ?? [];
    expect(query.find(({ name }) => name === 'pageSize')).toMatchObject({ in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } });
    const edit = document.paths['/api/v1/agencies/{id}']?.['put']?.parameters ?? [];
    expect(edit.find(({ name }) => name === 'If-Match')).toMatchObject({ in: 'header', required: true });
  });

  it('says how a file is sent: as a whole, in part, not at all', () => {
    const responses = document.paths['/api/v1/evidence-documents/{id}/content']?.['get']?.responses ?? {};
    expect(Object.keys(responses).toSorted()).toEqual(['200', '206', '304', '416', 'default']);
    expect(responses['206']).toMatchObject({ headers: { 'Content-Range': expect.anything() }, content: { 'application/octet-stream': { schema: { format: 'binary' } } } });
  });

  it('knows the uploads in parts, which are writes like any other', () => {
    const upload = document.paths['/api/v1/uploads/{id}'];
    expect([upload?.['patch']?.security, upload?.['delete']?.security, upload?.['head']?.security]).toEqual([[{ session: [], csrf: [] }], [{ session: [], csrf: [] }], [{ session: [] }]]);
    expect(upload?.['patch']?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tus-Resumable', 'Upload-Offset']));
    expect(Object.keys(upload?.['patch']?.responses ?? {}).toSorted()).toEqual(['204', 'default']);
  });

  it('can be read as a page that runs nothing inline', async () => {
    const { text } = await anybody.get('/api/docs').expect(200);
    expect(text).not.toMatch(/<script>|<style|onload=|style=/);
    for (const [, path] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      await anybody.get(path ?? '').expect(200);
    }
  });

  it('shows no other file of the package that draws the page', async () => {
    await anybody.get('/api/docs/package.json').expect(404);
    await anybody.get('/api/docs/../../package.json').expect(404);
  });

  it('has the JSON Schema of a criteria set beside it, for everybody and as it is in the library', async () => {
    const { body, headers } = await anybody.get(CRITERIA_SET_SCHEMA_PATH).expect(200);
    expect(headers['content-type']).toMatch('application/schema+json');
    expect(body).toEqual(JSON.parse(JSON.stringify(criteriaSetSchema())));
  });
});
