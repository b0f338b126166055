import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { RoleGrant } from '@par-index/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module';
import { SessionRepository } from '../src/features/identity/session.repository';
import { newToken } from '../src/features/identity/token';
import { CsrfProtection } from '../src/platform/access/csrf';
import { configFrom } from '../src/platform/config/config';
import { configureApp } from '../src/platform/http/configure-app';
import { testDatabaseUrl } from './database';
import { aUser } from './factories/user.factory';

type Settings = Readonly<Record<string, string>>;
type Method = 'get' | 'post' | 'put' | 'delete' | 'head' | 'patch';

/** Sends requests to the application; one that is signed in carries its cookie and its CSRF token. */
export type Browser = Readonly<Record<Method, (path: string) => supertest.Test>> & { readonly userId: string | null };

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly db: DataSource;
  /** Nobody signed in. */
  readonly anonymous: Browser;
  /** A new person with these grants, signed in. */
  signedInAs(grants: readonly RoleGrant[]): Promise<Browser>;
  /** A person who is in the database already, signed in. */
  signedIn(userId: string): Promise<Browser>;
  close(): Promise<void>;
}

const METHODS: readonly Method[] = ['get', 'post', 'put', 'delete', 'head', 'patch'];

function browserOf(app: NestExpressApplication, headers: Settings, userId: string | null): Browser {
  const server = app.getHttpServer();
  const methods = METHODS.map((method) => [method, (path: string) => supertest(server)[method](path).set(headers)] as const);
  return { ...(Object.fromEntries(methods) as unknown as Omit<Browser, 'userId'>), userId };
}

async function applicationWith(settings: Settings): Promise<NestExpressApplication> {
  const testing = await Test.createTestingModule({ imports: [AppModule.with(configFrom(settings))] }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({ bodyParser: false });
  await configureApp(app);
  return app;
}

/** The whole application on a database and a data folder of its own. To be closed after the tests of the file. */
export async function startTestApp(settings: Settings = {}): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'par-test-'));
  const app = await applicationWith({
    DATABASE_URL: await testDatabaseUrl(),
    DATABASE_POOL: '20',
    SESSION_SECRET: 'a secret that only the tests know, long enough',
    PAR_DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const db = app.get(DataSource);
  const signedIn = async (userId: string): Promise<Browser> => {
    const token = newToken();
    const id = await app.get(SessionRepository).open(db.manager, { token, userId, device: 'Firefox trên Linux' });
    return browserOf(app, { 'cookie': `par=${token}`, 'x-csrf-token': app.get(CsrfProtection).tokenOf(id) }, userId);
  };
  return {
    app,
    db,
    anonymous: browserOf(app, {}, null),
    signedIn,
    signedInAs: async (grants) => signedIn((await aUser(db, { grants, hasPassword: false })).id),
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
