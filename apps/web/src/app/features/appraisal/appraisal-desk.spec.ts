import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AppraisalView, RoleGrantView } from '@par-index/contract';
import { refusals } from '../../platform/problem/refusals';
import { Session } from '../../platform/session/session';
import { criterion, homeAffairs, justice, layer, session, view } from './appraisal.fixture';
import { AppraisalDesk } from './appraisal-desk';

const appraiser: RoleGrantView = { role: 'appraiser', agency: justice };
const decisions = '/api/v1/appraisals/as-1/decisions/1.1';
const settle = () => new Promise((done) => setTimeout(done));

async function deskOf(loaded: AppraisalView = view(), grant: RoleGrantView = appraiser) {
  const whoever = { view: () => session(grant) };
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideHttpClient(withInterceptors([refusals])), provideHttpClientTesting(), AppraisalDesk, { provide: Session, useValue: whoever }],
  });
  const [desk, http] = [TestBed.inject(AppraisalDesk), TestBed.inject(HttpTestingController)];
  desk.assessmentId.set('as-1');
  TestBed.tick();
  http.match('/api/v1/cycles').forEach((request) => request.flush([]));
  http.expectOne('/api/v1/appraisals/as-1').flush(loaded);
  await settle();
  const type = (changes: object) => {
    const entry = desk.entryOf('1.1');
    if (entry) desk.write('1.1', { ...entry.draft, ...changes });
  };
  return { desk, http, type };
}

const award = { kind: 'award', awarded: '1,2', reason: 'Thiếu phụ lục' } as const;
const theirs = layer({ code: '1.1', kind: 'award', answer: { awarded: 0.5, reason: 'Kiểm tra' }, points: 0.5, reason: 'Kiểm tra', version: 3 });

it('A decision is sent with the version that was read, and stands in the list afterwards', async () => {
  const { desk, http, type } = await deskOf();
  type(award);
  expect([...desk.unsaved()]).toEqual(['1.1']);
  const saving = desk.save('1.1');
  const request = http.expectOne(decisions);
  expect(request.request.headers.get('If-Match')).toBe('"0"');
  expect(request.request.body).toMatchObject({ kind: 'award', awarded: 1.2, reason: 'Thiếu phụ lục' });
  request.flush({ layer: layer({ code: '1.1', kind: 'award', answer: { awarded: 1.2, reason: 'Thiếu phụ lục' }, points: 1.2 }), decided: 1, toDecide: 4, state: 'appraised' });
  expect(await saving).toBe('saved');
  expect(desk.decided()).toBe(1);
  expect(desk.view()?.state).toBe('appraised');
  expect(desk.unsaved().size).toBe(0);
});

it('What is not complete is not sent, and from then on says what it lacks', async () => {
  const { desk, http, type } = await deskOf();
  type({ ...award, reason: '' });
  expect(desk.entryOf('1.1')?.tried).toBe(false);
  expect(await desk.save('1.1')).toBe('faulty');
  http.expectNone(decisions);
  expect(desk.entryOf('1.1')?.tried).toBe(true);
});

it('A decision that somebody else made meanwhile is shown beside what was typed, and the next try is on its version', async () => {
  const { desk, http, type } = await deskOf();
  type(award);
  const saving = desk.save('1.1');
  http.expectOne(decisions).flush({ code: 'record.version-stale', detail: 'Đã đổi', status: 412 }, { status: 412, statusText: 'Precondition Failed' });
  await settle();
  http.expectOne('/api/v1/appraisals/as-1').flush(view({ criteria: [criterion('1.1', { numerator: 80, denominator: 100 }, { layers: [theirs] })] }));
  expect(await saving).toBe('refused');
  expect(desk.entryOf('1.1')).toMatchObject({ draft: award, conflict: { layer: { version: 3, reason: 'Kiểm tra' } } });
  void desk.save('1.1');
  expect(http.expectOne(decisions).request.headers.get('If-Match')).toBe('"3"');
});

it('Keeping theirs lets go of what was typed', async () => {
  const { desk, type } = await deskOf(view({ criteria: [criterion('1.1', { numerator: 80, denominator: 100 }, { layers: [theirs] })] }));
  type(award);
  desk.drop('1.1');
  expect(desk.entryOf('1.1')?.draft).toMatchObject({ kind: 'award', awarded: '0,5', reason: 'Kiểm tra' });
});

it('A refusal stays beside the criterion, with all that was typed', async () => {
  const { desk, http, type } = await deskOf();
  type(award);
  const saving = desk.save('1.1');
  http.expectOne(decisions).flush({ code: 'appraisal.phase-closed', detail: 'Hết giai đoạn.' }, { status: 409, statusText: 'Conflict' });
  expect(await saving).toBe('refused');
  expect(desk.entryOf('1.1')).toMatchObject({ draft: award, refused: 'Hết giai đoạn.', conflict: null });
});

it('While one decision is on its way no second one is sent', async () => {
  const { desk, http, type } = await deskOf();
  type(award);
  void desk.save('1.1');
  expect(await desk.save('1.1')).toBe('refused');
  http.expectOne(decisions);
});

it('What is not decidable can not be written; an appraiser reads a survey only', async () => {
  const { desk } = await deskOf();
  expect(desk.subjectOf('2')).toBeNull();
  expect(desk.entryOf('2')).toBeNull();
  expect(desk.subjectOf('unknown')).toBeNull();
  expect(desk.mayClose()).toBe(false);
});

it('Sở Nội vụ enters a survey figure, not of what is exempt, and may close the appraisal', async () => {
  const { desk, http } = await deskOf(view(), { role: 'home-affairs', agency: homeAffairs });
  expect(desk.mayClose()).toBe(true);
  expect(desk.undecided().get('Sở Tư pháp')).toEqual(['1.1', '1.2', '1.3', '1.4']);
  const entry = desk.entryOf('2');
  if (!entry) throw new Error('no entry');
  desk.write('2', { ...entry.draft, answer: { percent: 90 } });
  const saving = desk.save('2');
  const request = http.expectOne('/api/v1/assessments/as-1/base-figures/2');
  expect(request.request.body).toEqual({ answer: { percent: 90 }, reason: '' });
  request.flush(layer({ code: '2', layer: 'base', answer: { percent: 90 }, points: 1.8 }));
  expect(await saving).toBe('saved');
  desk.view.update((current) => current && { ...current, exemptions: [{ code: '2', reason: 'Không có' }] });
  expect(desk.subjectOf('2')).toBeNull();
});
