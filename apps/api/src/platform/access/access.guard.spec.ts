import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissionsOf, type RoleGrant } from '@par-index/contract';
import { configFrom } from '../config/config';
import { AccessGuard } from './access.guard';
import { Allow, Public } from './allow';
import { CsrfProtection } from './csrf';
import { type LiveSession, SessionReader } from './live-session';

class Routes {
  @Allow('assessment.edit')
  guarded(): void {}

  @Allow('assessment.sign-off', 'assessment.edit')
  eitherWay(): void {}

  @Public()
  open(): void {}

  forgotten(): void {}
}

@Allow('audit.read')
class Secured {
  inherited(): void {}

  @Public()
  opened(): void {}
}

const csrf = new CsrfProtection(configFrom({ DATABASE_URL: 'postgres://x/y', SESSION_SECRET: 's'.repeat(32) }));

const sessionOf = (grants: readonly RoleGrant[]): LiveSession => ({
  id: 's-1',
  userName: 'an',
  fullName: 'An',
  demo: false,
  lastSeenAt: new Date(),
  grants: [],
  actor: { id: 'u-1', grants, permissions: permissionsOf(grants) },
});

class OneSession extends SessionReader {
  asked = 0;
  constructor(private readonly session: LiveSession | null) {
    super();
  }
  findLive(token: string): Promise<LiveSession | null> {
    this.asked += 1;
    return Promise.resolve(token === 'good' ? this.session : null);
  }
}

interface Entry {
  readonly route: () => void;
  readonly of?: new () => object;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly grants?: readonly RoleGrant[];
}

const OFFICER: readonly RoleGrant[] = [{ role: 'agency-officer', agencyId: 'a-1' }];

function enter({ route, of = Routes, method = 'GET', headers = { cookie: 'par=good' }, grants = OFFICER }: Entry) {
  const get = (name: string) => headers[name.toLowerCase()];
  const request = { method, headers, get, secure: false, host: 'par.example', actor: undefined };
  const context = { getHandler: () => route, getClass: () => of, switchToHttp: () => ({ getRequest: () => request }) };
  const sessions = new OneSession(sessionOf(grants));
  const entered = new AccessGuard(new Reflector(), sessions, csrf).canActivate(context as unknown as ExecutionContext);
  return { entered, request, sessions };
}

const { guarded, eitherWay, open, forgotten } = Routes.prototype;
const token = csrf.tokenOf('s-1');

describe('AccessGuard', () => {
  it('lets in a holder of the permission, and says who it is', async () => {
    const { entered, request } = enter({ route: guarded });
    await expect(entered).resolves.toBe(true);
    expect(request).toMatchObject({ actor: { id: 'u-1' }, session: { id: 's-1' } });
  });

  it('lets in a holder of any of several', () => expect(enter({ route: eitherWay }).entered).resolves.toBe(true));

  it('keeps out whoever holds none', () =>
    expect(enter({ route: guarded, grants: [{ role: 'leader', agencyId: 'a-1' }] }).entered).rejects.toThrow('access.denied'));

  it('keeps out strangers, and those whose session is over', async () => {
    await expect(enter({ route: guarded, headers: {} }).entered).rejects.toThrow('access.unauthenticated');
    await expect(enter({ route: guarded, headers: { cookie: 'par=old' } }).entered).rejects.toThrow('access.unauthenticated');
  });

  it('keeps everybody out of a route that says nothing', () =>
    expect(enter({ route: forgotten, grants: [{ role: 'admin', agencyId: 'a-1' }] }).entered).rejects.toThrow('access.denied'));

  it('lets anyone into a public route, and knows those who are signed in', async () => {
    await expect(enter({ route: open, headers: {} }).entered).resolves.toBe(true);
    const { entered, request } = enter({ route: open });
    await entered;
    expect(request).toMatchObject({ actor: { id: 'u-1' } });
  });

  it('asks the database nothing where there is no cookie', async () => {
    const { entered, sessions } = enter({ route: open, headers: {} });
    await entered;
    expect(sessions.asked).toBe(0);
  });

  it('takes what the class says, unless the route says otherwise', async () => {
    await expect(enter({ route: Secured.prototype.inherited, of: Secured }).entered).rejects.toThrow('access.denied');
    await expect(enter({ route: Secured.prototype.inherited, of: Secured, grants: [{ role: 'admin', agencyId: 'a' }] }).entered).resolves.toBe(true);
    await expect(enter({ route: Secured.prototype.opened, of: Secured, headers: {} }).entered).resolves.toBe(true);
  });

  describe.each(['POST', 'PUT', 'DELETE', 'PATCH'])('at a %s', (method) => {
    const cookie = 'par=good';

    it('wants the token of this session', async () => {
      await expect(enter({ route: guarded, method, headers: { cookie, 'x-csrf-token': token } }).entered).resolves.toBe(true);
      await expect(enter({ route: guarded, method, headers: { cookie } }).entered).rejects.toThrow('request.csrf');
      await expect(enter({ route: guarded, method, headers: { cookie, 'x-csrf-token': csrf.tokenOf('s-2') } }).entered).rejects.toThrow('request.csrf');
    });

    it.each([
      [{ origin: 'https://evil.example' }, false],
      [{ origin: 'null' }, false],
      [{ 'sec-fetch-site': 'cross-site' }, false],
      [{ 'sec-fetch-site': 'same-site' }, false],
      [{ origin: 'https://par.example', 'sec-fetch-site': 'same-origin' }, true],
      [{ 'sec-fetch-site': 'none' }, true],
    ])('from %j: %p', async (headers, welcome) => {
      const sent = { cookie, 'x-csrf-token': token, ...headers };
      const { entered } = enter({ route: guarded, method, headers: sent });
      await (welcome ? expect(entered).resolves.toBe(true) : expect(entered).rejects.toThrow('request.csrf'));
      const atPublic = enter({ route: open, method, headers: sent }).entered;
      await (welcome ? expect(atPublic).resolves.toBe(true) : expect(atPublic).rejects.toThrow('request.csrf'));
    });
  });

  it('lets another site link to a page', () => expect(enter({ route: guarded, headers: { cookie: 'par=good', 'sec-fetch-site': 'cross-site' } }).entered).resolves.toBe(true));
});
