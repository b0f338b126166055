import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { HintView } from '@par-index/contract';
import { refusals } from '../../platform/problem/refusals';
import { AppraisalDesk } from './appraisal-desk';
import { Hints } from './hints';

const settle = () => new Promise((done) => setTimeout(done));
const hint = (code: string, changes: Partial<HintView> = {}): HintView => ({ key: `shared-file.${code}`, kind: 'shared-file', code, sentence: 'Tệp giống hệt.', linkId: null, dismissal: null, ...changes });
const dismissal = { reason: 'Đã đối chiếu', by: 'Phạm Quốc Bảo', at: '2026-11-24T01:00:00.000Z' };

async function hintsOf(...loaded: readonly HintView[]) {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideHttpClient(withInterceptors([refusals])), provideHttpClientTesting(), Hints, { provide: AppraisalDesk, useValue: { assessmentId: signal('as-1') } }],
  });
  const [hints, http] = [TestBed.inject(Hints), TestBed.inject(HttpTestingController)];
  TestBed.tick();
  http.expectOne('/api/v1/appraisals/as-1/hints').flush({ assessmentId: 'as-1', hints: loaded });
  await settle();
  return { hints, http };
}

it('A criterion is flagged while it has a hint that nobody put aside', async () => {
  const { hints } = await hintsOf(hint('1.1'), hint('1.2', { dismissal }));
  expect([...hints.flagged()]).toEqual(['1.1']);
  expect(hints.of('1.2')).toHaveLength(1);
  expect(hints.of('1.3')).toEqual([]);
});

it('Putting a hint aside sends its key and the reason, and takes the flag away; taking it up again brings it back', async () => {
  const { hints, http } = await hintsOf(hint('1.1'));
  const putting = hints.dismiss(hint('1.1'), 'Đã đối chiếu');
  const request = http.expectOne('/api/v1/appraisals/as-1/hints/1.1/dismissals');
  expect(request.request.body).toEqual({ key: 'shared-file.1.1', reason: 'Đã đối chiếu' });
  request.flush(hint('1.1', { dismissal }));
  await putting;
  expect(hints.flagged().size).toBe(0);
  expect(hints.of('1.1')[0]?.dismissal).toEqual(dismissal);
  const taking = hints.restore(hint('1.1'));
  http.expectOne('/api/v1/appraisals/as-1/hints/1.1/restorations').flush(hint('1.1'));
  await taking;
  expect([...hints.flagged()]).toEqual(['1.1']);
});

it('A hint that could not be put aside stays as it was', async () => {
  const { hints, http } = await hintsOf(hint('1.1'));
  const putting = hints.dismiss(hint('1.1'), 'x');
  http.expectOne('/api/v1/appraisals/as-1/hints/1.1/dismissals').flush({ code: 'record.not-found', detail: 'Không có', status: 404 }, { status: 404, statusText: 'Not Found' });
  await expect(putting).rejects.toBeDefined();
  expect([...hints.flagged()]).toEqual(['1.1']);
});
