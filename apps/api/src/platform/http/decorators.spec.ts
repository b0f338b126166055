import { Body, Controller, Get, type INestApplication, Param, Put } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { Config, configFrom } from '../config/config';
import { IfMatch } from './if-match';
import { Origin } from './origin';
import { RecordId } from './record-id';
import { Versioned } from './versioned';

@Controller()
class Probe {
  @Get('origin')
  origin(@Origin() origin: string): { readonly origin: string } {
    return { origin };
  }

  @Put('records/:id')
  @Versioned()
  edit(@Param('id', RecordId) id: string, @IfMatch() version: number, @Body() body: object): { readonly id: string; readonly version: number } {
    return { id, ...body, version: version + 1 };
  }
}

async function applicationWith(settings: Readonly<Record<string, string>>): Promise<INestApplication> {
  const config = configFrom({ DATABASE_URL: 'postgres://x/y', SESSION_SECRET: 's'.repeat(32), ...settings });
  const app = (await Test.createTestingModule({ controllers: [Probe], providers: [{ provide: Config, useValue: config }] }).compile()).createNestApplication({ logger: false });
  return app.init();
}

describe('what a route asks for', () => {
  let app: INestApplication;
  beforeAll(async () => {
    app = await applicationWith({});
  });
  afterAll(() => app.close());

  it('is the version that was read, and the new one goes back', async () => {
    const id = '3f2c1d9e-8b7a-4c6d-9e5f-1a2b3c4d5e6f';
    const { body, headers } = await supertest(app.getHttpServer()).put(`/records/${id}`).set('If-Match', '"4"').send({ name: 'x' }).expect(200);
    expect(body).toEqual({ id, name: 'x', version: 5 });
    expect(headers['etag']).toBe('"5"');
  });

  it('is the address that the request was sent to', async () => {
    await supertest(app.getHttpServer()).get('/origin').set('host', 'par.local:3000').expect(200, { origin: 'http://par.local:3000' });
  });

  it('is the public address, where one is set', async () => {
    const behind = await applicationWith({ PAR_PUBLIC_URL: 'https://par.example/' });
    await supertest(behind.getHttpServer()).get('/origin').set('host', 'evil.example').expect(200, { origin: 'https://par.example' });
    await behind.close();
  });
});
