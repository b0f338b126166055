import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { refusals } from '../../platform/problem/refusals';
import { entry, view } from './explanation.fixture';
import { ExplanationDesk } from './explanation-desk';

const address = '/api/v1/assessments/as-1/explanations/1.1';
const settle = () => new Promise((done) => setTimeout(done));

async function deskOf() {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideHttpClient(withInterceptors([refusals])), provideHttpClientTesting(), ExplanationDesk],
  });
  const [desk, http] = [TestBed.inject(ExplanationDesk), TestBed.inject(HttpTestingController)];
  desk.assessmentId.set('as-1');
  TestBed.tick();
  http.expectOne('/api/v1/assessments/as-1/explanation').flush(view());
  await settle();
  return { desk, http };
}

it('What is typed is sent with the version that was read, and then stands as saved', async () => {
  const { desk, http } = await deskOf();
  desk.write('1.1', { stance: 'explain', text: 'Báo cáo 12' });
  expect(desk.unsent()).toEqual(['1.1']);
  const sending = desk.flush('1.1');
  await settle();
  const { request, flush } = asked(http);
  expect(request.headers.get('If-Match')).toBe('"0"');
  expect(request.body).toEqual({ stance: 'explain', text: 'Báo cáo 12' });
  flush(entry('1.1', { text: 'Báo cáo 12' }));
  await sending;
  expect(desk.unsent()).toEqual([]);
  expect(desk.draftOf('1.1')).toMatchObject({ state: 'saved', server: { version: 1 } });
  expect([desk.answered(), desk.explained()]).toEqual([1, ['1.1']]);
});

it('What is typed while it is under way is sent after it, on the new version', async () => {
  const { desk, http } = await deskOf();
  desk.write('1.1', { stance: 'explain', text: 'một' });
  const first = desk.flush('1.1');
  await settle();
  const one = asked(http);
  desk.write('1.1', { text: 'một hai' });
  one.flush(entry('1.1', { text: 'một' }));
  await first;
  const second = desk.flush('1.1');
  await settle();
  const two = asked(http);
  expect(two.request.headers.get('If-Match')).toBe('"1"');
  expect(two.request.body).toMatchObject({ text: 'một hai' });
  two.flush(entry('1.1', { text: 'một hai', version: 2 }));
  await second;
  expect(desk.unsent()).toEqual([]);
});

it('What somebody else wrote meanwhile stands beside it, and choosing mine is sent over theirs', async () => {
  const { desk, http } = await deskOf();
  desk.write('1.1', { stance: 'explain', text: 'của tôi' });
  const sending = desk.flush('1.1');
  await settle();
  const theirs = entry('1.1', { text: 'của họ', version: 5 });
  http.expectOne(address).flush({ code: 'record.version-stale', status: 412, detail: 'Vừa được sửa.', current: theirs }, { status: 412, statusText: 'Stale' });
  await sending;
  expect(desk.draftOf('1.1')).toMatchObject({ state: 'conflict', text: 'của tôi', server: { text: 'của họ' } });
  desk.choose('1.1', 'mine');
  await settle();
  expect(asked(http).request.headers.get('If-Match')).toBe('"5"');
});

it('What the server will not take is said in its words, and nothing typed is lost', async () => {
  const { desk, http } = await deskOf();
  desk.write('1.1', { stance: 'explain', text: 'muộn' });
  const sending = desk.flush('1.1');
  await settle();
  http.expectOne(address).flush({ code: 'assessment.phase-closed', status: 409, detail: 'Đã khóa.' }, { status: 409, statusText: 'Closed' });
  await sending;
  expect(desk.draftOf('1.1')).toMatchObject({ state: 'refused', because: 'Đã khóa.', text: 'muộn' });
  expect(await desk.flushAll()).toBe(false);
});

it('Nothing is sent before a stance is chosen', async () => {
  const { desk, http } = await deskOf();
  await desk.flushAll();
  http.expectNone(address);
  expect(desk.lacking()).toEqual([]);
});

function asked(http: HttpTestingController) {
  const sent = http.expectOne(address);
  return { request: sent.request, flush: (body: object) => sent.flush(body) };
}
