import { Body, Controller, Delete, Get, HttpCode, Module, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { IsInt, Min } from 'class-validator';
import { Allow, Public } from '../access/allow';
import { RouteSweep } from '../access/route-sweep';
import { IfMatch } from '../http/if-match';
import { ApiAnswers } from './api-answers';
import { openApiDocument } from './document';

class CountDto {
  @IsInt()
  @Min(1)
  readonly count!: number;
}

@Controller('things')
class ThingController {
  @Get(':id')
  @Allow('cycle.read', 'audit.read')
  get(@Param('id') _id: string): void {}

  @Get('file/:id')
  @Public()
  file(@Param('id') _id: string): StreamableFile {
    return new StreamableFile(Buffer.alloc(0));
  }

  @Post()
  @Allow('cycle.edit')
  create(@Body() _body: CountDto): void {}

  @Put(':id')
  @Allow('cycle.edit')
  edit(@Param('id') _id: string, @IfMatch() _version: number, @Body() _body: CountDto): void {}

  @Delete(':id')
  @HttpCode(204)
  @Allow('cycle.edit')
  remove(@Param('id') _id: string): void {}
}

const ANSWERS: ApiAnswers = {
  routes: {
    'ThingController.get': { $ref: '#/components/schemas/Thing' },
    'ThingController.file': { type: 'string', format: 'binary' },
    'ThingController.create': { $ref: '#/components/schemas/Thing' },
    'ThingController.remove': null,
  },
  schemas: { Thing: { type: 'object', properties: { id: { type: 'string' } } } },
};

@Module({ imports: [DiscoveryModule], controllers: [ThingController], providers: [RouteSweep, { provide: ApiAnswers, useValue: ANSWERS }] })
class ProbeModule {}

describe('openApiDocument', () => {
  let document: OpenAPIObject;
  beforeAll(async () => {
    const app = await NestFactory.create(ProbeModule, { logger: false });
    await app.init();
    document = openApiDocument(app);
    await app.close();
  });

  const at = (path: string) => document.paths[path] ?? {};

  it('names a route by its controller and method, as the log and the sweep do', () => {
    expect(at('/things/{id}').get?.operationId).toBe('ThingController.get');
  });

  it('says who may read, and what a read needs', () => {
    expect(at('/things/{id}').get).toMatchObject({ security: [{ session: [] }], description: 'For whoever holds: cycle.read, audit.read.' });
  });

  it('asks a write for the token too', () => {
    for (const operation of [at('/things').post, at('/things/{id}').put, at('/things/{id}').delete]) {
      expect(operation?.security).toEqual([{ session: [], csrf: [] }]);
    }
  });

  it('asks nothing for what is public', () => expect(at('/things/file/{id}').get?.security).toBeUndefined());

  it('says what comes back, under the status of the route', () => {
    const thing = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } };
    expect(at('/things/{id}').get?.responses).toMatchObject({ 200: thing });
    expect(at('/things').post?.responses).toMatchObject({ 201: thing });
    expect(at('/things/{id}').delete?.responses).toMatchObject({ 204: { description: 'Done' } });
    expect(at('/things/file/{id}').get?.responses).toMatchObject({ 200: { content: { 'application/octet-stream': {} } } });
  });

  it('says of every route that it may refuse', () => {
    for (const operation of [at('/things').post, at('/things/{id}').get, at('/things/file/{id}').get]) {
      expect(operation?.responses).toMatchObject({ default: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } });
    }
  });

  it('asks an edit for the version that it was made from', () => {
    const named = (parameters: unknown): readonly string[] => (parameters as readonly { readonly name: string }[]).map(({ name }) => name);
    expect(named(at('/things/{id}').put?.parameters)).toContain('If-Match');
    expect(named(at('/things/{id}').delete?.parameters)).not.toContain('If-Match');
  });

  it('has the shapes of requests, answers and refusals', () => {
    expect(document.components?.schemas).toMatchObject({
      CountDto: { required: ['count'], properties: { count: { type: 'integer', minimum: 1 } } },
      Thing: { properties: { id: { type: 'string' } } },
      Problem: { required: expect.arrayContaining(['code', 'detail', 'traceId']) },
    });
  });
});
