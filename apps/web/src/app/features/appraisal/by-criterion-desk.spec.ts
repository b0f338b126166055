import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CriterionAppraisalView } from '@par-index/contract';
import { refusals } from '../../platform/problem/refusals';
import { layer } from './appraisal.fixture';
import { across, agencyAt } from './by-criterion.fixture';
import { ByCriterionDesk } from './by-criterion-desk';

const GRID = '/api/v1/appraisals/by-criterion/c-1/xa/1.1';
const decisionAt = (place: number) => `/api/v1/appraisals/as-${place}/decisions/1.1`;
const settle = () => new Promise((done) => setTimeout(done));
const accepted = layer({ code: '1.1', kind: 'accept', answer: { numerator: 80, denominator: 100 }, points: 1.6 });
const theirs = layer({ code: '1.1', kind: 'award', answer: { awarded: 0.5, reason: 'Kiểm tra' }, points: 0.5, reason: 'Kiểm tra', version: 3 });

async function deskOf(loaded: CriterionAppraisalView = across()) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideHttpClient(withInterceptors([refusals])), provideHttpClientTesting(), ByCriterionDesk] });
  const [desk, http] = [TestBed.inject(ByCriterionDesk), TestBed.inject(HttpTestingController)];
  desk.address.set({ cycleId: 'c-1', groupCode: 'xa', code: '1.1' });
  TestBed.tick();
  http.expectOne(GRID).flush(loaded);
  await settle();
  return { desk, http };
}

it('A decision is on its way at once, and stands in the grid and in the counter when the server has it', async () => {
  const { desk, http } = await deskOf();
  const sent = desk.send('as-0');
  expect(desk.sendings().get('as-0')).toBe('saving');
  expect([...desk.settled()]).toEqual(['as-0']);
  expect([...desk.unsaved()]).toEqual(['as-0']);
  const request = http.expectOne(decisionAt(0));
  expect(request.request.headers.get('If-Match')).toBe('"0"');
  expect(request.request.body).toMatchObject({ kind: 'accept' });
  request.flush({ layer: accepted, decided: 1, toDecide: 1, state: 'appraised' });
  await sent;
  expect(desk.sendings().get('as-0')).toBe('saved');
  expect(desk.rows()[0]).toMatchObject({ decision: 'decided', agency: { state: 'appraised' } });
  expect(desk.progress()).toMatchObject({ decided: 1, toDecide: 3 });
  expect(desk.unsaved().size).toBe(0);
});

it('Many agencies are sent at once, one agency only once', async () => {
  const { desk, http } = await deskOf();
  void desk.send('as-0');
  void desk.send('as-0');
  void desk.send('as-1');
  http.expectOne(decisionAt(0));
  http.expectOne(decisionAt(1));
});

it('What could not be sent is kept, said, and sent again', async () => {
  const { desk, http } = await deskOf();
  const sent = desk.send('as-0');
  http.expectOne(decisionAt(0)).error(new ProgressEvent('error'), { status: 0 });
  await sent;
  expect(desk.unsent()).toEqual(['as-0']);
  expect(desk.entryOf('as-0')?.refused).toBeTruthy();
  expect(desk.rows()[0]?.decision).toBe('undecided');
  const again = desk.retry();
  http.expectOne(decisionAt(0)).flush({ layer: accepted, decided: 1, toDecide: 1, state: 'submitted' });
  await again;
  expect(desk.unsent()).toEqual([]);
  expect(desk.sendings().get('as-0')).toBe('saved');
});

it('Where somebody else was first both stand side by side, and the next try is on their version', async () => {
  const { desk, http } = await deskOf();
  const entry = desk.entryOf('as-0');
  if (!entry) throw new Error('no entry');
  desk.write('as-0', { ...entry.draft, kind: 'award', awarded: '1,2', reason: 'Thiếu phụ lục' });
  const sent = desk.send('as-0');
  http.expectOne(decisionAt(0)).flush({ code: 'record.version-stale', detail: 'Đã đổi', status: 412 }, { status: 412, statusText: 'Precondition Failed' });
  await settle();
  http.expectOne(GRID).flush(across({ rows: [agencyAt(0, { layers: [theirs] }), agencyAt(1), agencyAt(2)] }));
  await sent;
  expect(desk.sendings().get('as-0')).toBe('conflict');
  expect(desk.entryOf('as-0')).toMatchObject({ draft: { kind: 'award', awarded: '1,2' }, conflict: { layer: { version: 3 } } });
  void desk.send('as-0');
  expect(http.expectOne(decisionAt(0)).request.headers.get('If-Match')).toBe('"3"');
  desk.drop('as-0');
  expect(desk.entryOf('as-0')?.draft).toMatchObject({ awarded: '0,5', reason: 'Kiểm tra' });
});

it('What is not complete is not ready, and from then on says what it lacks', async () => {
  const { desk } = await deskOf();
  expect(desk.isReady('as-0')).toBe(true);
  const entry = desk.entryOf('as-1');
  if (!entry) throw new Error('no entry');
  desk.write('as-1', { ...entry.draft, kind: 'award', awarded: '1' });
  expect(desk.isReady('as-1')).toBe(false);
  expect(desk.entryOf('as-1')?.tried).toBe(true);
});

it('What is read only takes no decision', async () => {
  const { desk, http } = await deskOf(across({ rows: [agencyAt(0, { decidable: false, lockedBecause: 'Sở Tư pháp thẩm định.' })] }));
  expect(desk.entryOf('as-0')).toBeNull();
  await desk.send('as-0');
  http.expectNone(decisionAt(0));
});

it('Everything under way can be waited for', async () => {
  const { desk, http } = await deskOf();
  void desk.send('as-0');
  let done = false;
  const idle = desk.idle().then(() => (done = true));
  await settle();
  expect(done).toBe(false);
  http.expectOne(decisionAt(0)).flush({ layer: accepted, decided: 1, toDecide: 1, state: 'submitted' });
  await idle;
  expect(done).toBe(true);
});
