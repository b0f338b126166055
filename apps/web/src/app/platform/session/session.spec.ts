import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SessionView } from '@par-index/contract';
import { refusals } from '../problem/refusals';
import { csrfToken } from './csrf-token';
import { requires, signedIn, signedOut } from './guards';
import { COPIES, type CopyStore } from '../offline/copies';
import { Session } from './session';
import { SessionMemory } from './session-memory';
import { SessionToken } from './session-token';

@Component({ template: 'page' })
class Page {}

const VIEW: SessionView = {
  userId: 'u',
  userName: 'lan',
  fullName: 'Nguyễn Thị Lan',
  grants: [],
  permissions: ['account.own', 'assessment.read'],
  csrfToken: 'token-1',
  demo: false,
};
const UNAUTHENTICATED = { code: 'access.unauthenticated', status: 401, detail: 'Bạn chưa đăng nhập.' };

/** Whose copies were last left in this browser. */
const copies = { kept: [] as (string | null)[] };
const COPY_STORE = { keepOnly: (userId: string | null) => Promise.resolve(void copies.kept.push(userId)) } as unknown as CopyStore;

function server(): HttpTestingController {
  copies.kept = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: COPIES, useValue: COPY_STORE },
      provideHttpClient(withInterceptors([csrfToken, refusals])),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'sign-in', canActivate: [signedOut], component: Page },
        { path: 'work', canActivate: [signedIn], component: Page },
        { path: 'assessments/:id', canActivate: [signedIn, requires('assessment.read')], component: Page },
        { path: 'users', canActivate: [signedIn, requires('user.read')], component: Page },
        { path: 'forbidden', component: Page },
      ]),
    ],
  });
  return TestBed.inject(HttpTestingController);
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function goTo(url: string, answer: (http: HttpTestingController) => void): Promise<string> {
  const http = server();
  const harness = await RouterTestingHarness.create();
  const going = harness.navigateByUrl(url);
  await settle();
  answer(http);
  await going;
  await settle();
  return TestBed.inject(Router).url;
}

const asNobody = (http: HttpTestingController): void => http.expectOne('/api/v1/session').flush(UNAUTHENTICATED, { status: 401, statusText: '' });
const asLan = (http: HttpTestingController): void => http.expectOne('/api/v1/session').flush(VIEW);

beforeEach(() => localStorage.clear());

describe('who may open a page', () => {
  it('leads nobody to the sign-in page, with the way back', async () => {
    expect(await goTo('/assessments/7', asNobody)).toBe('/sign-in?next=%2Fassessments%2F7');
  });

  it('opens a page to whoever has the permission', async () => {
    expect(await goTo('/assessments/7', asLan)).toBe('/assessments/7');
  });

  it('leads away from the sign-in page whoever is signed in', async () => {
    expect(await goTo('/sign-in', asLan)).toBe('/work');
  });

  it('shows the refusal without changing the address', async () => {
    const http = server();
    const harness = await RouterTestingHarness.create();
    const going = harness.navigateByUrl('/users');
    await settle();
    asLan(http);
    await going;
    expect(TestBed.inject(Router).lastSuccessfulNavigation()?.finalUrl?.toString()).toBe('/forbidden');
  });
});

describe('the session', () => {
  it('is asked for once', async () => {
    const http = server();
    const session = TestBed.inject(Session);
    const first = session.ensure();
    asLan(http);
    expect(await first).toEqual(VIEW);
    expect(await session.ensure()).toEqual(VIEW);
    http.verify();
  });

  it('is not taken for ended while the server cannot be reached', async () => {
    const http = server();
    const asked = TestBed.inject(Session).ensure();
    http.expectOne('/api/v1/session').error(new ProgressEvent('error'));
    await expect(asked).rejects.toMatchObject({ code: 'network.unreachable' });
  });

  it('is remembered for reading while the server cannot be reached, without anything that would let it write', async () => {
    server();
    const opened = TestBed.inject(Session).ensure();
    asLan(TestBed.inject(HttpTestingController));
    await opened;
    TestBed.resetTestingModule();
    const http = server();
    const session = TestBed.inject(Session);
    const again = session.ensure();
    http.expectOne('/api/v1/session').error(new ProgressEvent('error'));
    expect(await again).toEqual({ ...VIEW, csrfToken: '' });
    expect([session.fromMemory(), TestBed.inject(SessionToken).get(), localStorage.getItem('par-index.session')?.includes(VIEW.csrfToken)]).toEqual([true, null, false]);
    const asked = session.refresh();
    asLan(http);
    await asked;
    expect([session.fromMemory(), TestBed.inject(SessionToken).get()]).toEqual([false, 'token-1']);
  });

  it('is remembered neither after signing out nor after half a day, and takes the copies with it', async () => {
    const http = server();
    const [session, memory] = [TestBed.inject(Session), TestBed.inject(SessionMemory)];
    const opened = session.ensure();
    asLan(http);
    await opened;
    expect(memory.recall()?.userId).toBe('u');
    localStorage.setItem('par-index.session', JSON.stringify({ view: VIEW, at: Date.now() - 13 * 3_600_000 }));
    expect(memory.recall()).toBeNull();
    memory.keep(VIEW);
    const out = session.signOut();
    http.expectOne({ method: 'DELETE', url: '/api/v1/session' }).flush(null);
    await out;
    expect([memory.recall(), copies.kept]).toEqual([null, ['u', null]]);
    localStorage.setItem('par-index.session', '{');
    expect(memory.recall()).toBeNull();
  });

  it('puts its token on writes to our API and on nothing else', async () => {
    const http = server();
    const opened = TestBed.inject(Session).signIn({ userName: 'lan', password: 'x' });
    const opening = http.expectOne('/api/v1/session');
    expect(opening.request.headers.has('X-CSRF-Token')).toBe(false);
    opening.flush(VIEW);
    await opened;
    const client = TestBed.inject(HttpClient);
    client.put('/api/v1/x', {}).subscribe();
    client.get('/api/v1/y').subscribe();
    client.post('https://elsewhere.example/z', {}).subscribe();
    expect(http.expectOne('/api/v1/x').request.headers.get('X-CSRF-Token')).toBe('token-1');
    expect(http.expectOne('/api/v1/y').request.headers.has('X-CSRF-Token')).toBe(false);
    expect(http.expectOne('https://elsewhere.example/z').request.headers.has('X-CSRF-Token')).toBe(false);
  });

  it('that ended meanwhile leads to the sign-in page and back', async () => {
    const url = await goTo('/assessments/7', (http) => {
      asLan(http);
      setTimeout(() => {
        TestBed.inject(HttpClient).get('/api/v1/late').subscribe({ error: () => undefined });
        http.expectOne('/api/v1/late').flush(UNAUTHENTICATED, { status: 401, statusText: '' });
      });
    });
    await settle();
    expect([url, TestBed.inject(Router).url]).toContain('/sign-in?next=%2Fassessments%2F7');
    expect(TestBed.inject(Session).view()).toBeNull();
  });
});
