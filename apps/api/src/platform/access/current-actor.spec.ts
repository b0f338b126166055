import { Controller, Get, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Actor } from '@par-index/contract';
import supertest from 'supertest';
import { CurrentActor, CurrentSession } from './current-actor';
import type { LiveSession } from './live-session';

@Controller()
class Probe {
  @Get('actor')
  actor(@CurrentActor() actor: Actor): { readonly id: string } {
    return { id: actor.id };
  }

  @Get('session')
  session(@CurrentSession() session: LiveSession | null): { readonly signedIn: boolean } {
    return { signedIn: session !== null };
  }
}

describe('who is asking', () => {
  let app: INestApplication;
  let signedIn = true;

  beforeAll(async () => {
    app = (await Test.createTestingModule({ controllers: [Probe] }).compile()).createNestApplication({ logger: false });
    app.use((request: Record<string, unknown>, _response: unknown, next: () => void) => {
      Object.assign(request, signedIn ? { actor: { id: 'u-1' }, session: { id: 's-1' } } : {});
      next();
    });
    await app.init();
  });
  afterAll(() => app.close());

  it('is given to the route', async () => {
    signedIn = true;
    await supertest(app.getHttpServer()).get('/actor').expect(200, { id: 'u-1' });
    await supertest(app.getHttpServer()).get('/session').expect(200, { signedIn: true });
  });

  it('is nobody on a public route that a stranger entered', async () => {
    signedIn = false;
    await supertest(app.getHttpServer()).get('/session').expect(200, { signedIn: false });
    await supertest(app.getHttpServer()).get('/actor').expect(500);
  });
});
