import { type HttpRequest, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AssessmentView, SavedAnswer, SessionView } from '@par-index/contract';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { DRAFTS } from '../../platform/drafts/drafts';
import { COPIES } from '../../platform/offline/copies';
import { Session } from '../../platform/session/session';
import { AssessmentPage } from './assessment-page';
import { MemoryCopies, MemoryDrafts } from './autosave-world.fixture';
import { answerOf, evidenceOf, viewOf } from './self-assessment.fixture';

/** Turns of the loop rather than time alone: what waits for several of them has come, also on a busy machine. */
async function settle(milliseconds = 8): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds / 8));
  }
}

const isSave = ({ method, url }: HttpRequest<unknown>): boolean => method === 'PUT' && url.includes('/answers/');

class Opened {
  constructor(
    readonly fixture: ComponentFixture<AssessmentPage>,
    readonly http: HttpTestingController,
    readonly drafts: MemoryDrafts,
  ) {}

  get element(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  get text(): string {
    return (this.element.textContent ?? '').replace(/\s+/g, ' ');
  }

  async type(selector: string, text: string): Promise<void> {
    const field = this.element.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  }

  async leaveField(): Promise<TestRequest> {
    this.element.querySelector('article')?.dispatchEvent(new FocusEvent('focusout'));
    await settle();
    return this.http.expectOne(isSave);
  }
}

/** What one browser keeps. */
interface Browser {
  readonly drafts: MemoryDrafts;
  readonly copies: MemoryCopies;
}

const open = (view: AssessmentView, code: string | undefined, drafts = new MemoryDrafts()): Promise<Opened> => openIn({ drafts, copies: new MemoryCopies() }, view, code);

/** `null` for a server that cannot be reached. */
async function openIn({ drafts, copies }: Browser, view: AssessmentView | null, code: string | undefined): Promise<Opened> {
  const session = { userId: 'u1', permissions: ['assessment.edit', 'report.export'], grants: [] } as unknown as SessionView;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: DRAFTS, useValue: drafts },
      { provide: COPIES, useValue: copies },
      { provide: CurrentCycle, useValue: { reload: () => undefined } },
      { provide: Session, useValue: { view: () => session, can: () => true, fromMemory: () => false } },
    ],
  });
  const fixture = TestBed.createComponent(AssessmentPage);
  fixture.componentRef.setInput('id', 'as');
  fixture.componentRef.setInput('code', code);
  fixture.detectChanges();
  const http = TestBed.inject(HttpTestingController);
  const asked = http.expectOne('/api/v1/assessments/as');
  if (view) asked.flush(view);
  else asked.error(new ProgressEvent('error'));
  await settle();
  http.match('/api/v1/assessments/as/history').forEach((request) => request.flush([]));
  await settle();
  return new Opened(fixture, http, drafts);
}

const saved = (given: Parameters<typeof answerOf>[0], view = viewOf()): SavedAnswer =>
  ({ saved: answerOf(given), totals: view.totals, missing: [{ code: '1.1', kind: 'evidence' }] }) as unknown as SavedAnswer;

describe('the self-assessment page', () => {
  beforeAll(() => {
    Element.prototype.scrollIntoView = () => undefined;
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => `w-${Math.random()}`, configurable: true });
  });

  it('shows points and totals while figures are typed, before anything is saved', async () => {
    const page = await open(viewOf(), '1.1');
    const [numerator, denominator] = [...page.element.querySelectorAll<HTMLInputElement>('par-answer-input .control')];
    if (!numerator || !denominator) throw new Error('no fields');
    for (const [field, value] of [[numerator, '3'], [denominator, '4']] as const) {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle();
    }
    expect(page.element.querySelector('par-criterion-pane .figure')?.textContent).toContain('1,50 / 2');
    expect(page.element.querySelector('.totals')?.textContent).toContain('1,50');
    expect(page.text).toContain('Đang lưu');
    page.http.expectNone(isSave);
  });

  it('keeps an answer that is typed by half, says that it cannot be scored, shows what the server has, and lets it be dropped', async () => {
    const drafts = new MemoryDrafts();
    const view = viewOf({ answers: [answerOf({ code: '1.1', answer: { numerator: 3, denominator: 4 }, points: 1.5 })] });
    const page = await open(view, '1.1', drafts);
    await page.type('par-answer-input .control', '18x');
    page.element.querySelector('article')?.dispatchEvent(new FocusEvent('focusout'));
    await settle();
    page.http.expectNone(isSave);
    expect(page.element.querySelector('par-criterion-pane .figure')?.textContent).toContain('chưa đủ để tính điểm');
    expect(page.text).toContain('Đang lưu trên máy chủ: 3/4 · Hạnh');
    expect(page.text).toContain('Nhập dở, đã giữ trên máy này');
    page.fixture.componentRef.setInput('code', '1.2');
    await settle();
    page.fixture.componentRef.setInput('code', '1.1');
    await settle();
    expect(page.element.querySelector<HTMLInputElement>('par-answer-input .control')?.value).toBe('18x');
    TestBed.resetTestingModule();
    const again = await open(view, '1.1', drafts);
    expect(again.element.querySelector<HTMLInputElement>('par-answer-input .control')?.value).toBe('18x');
    const drop = [...again.element.querySelectorAll<HTMLButtonElement>('.half button')].find(({ textContent }) => textContent?.includes('Bỏ phần nhập dở'));
    drop?.click();
    await settle();
    expect(again.element.querySelector<HTMLInputElement>('par-answer-input .control')?.value).toBe('3');
    expect(drafts.kept.size).toBe(0);
  });

  it('saves when the field is left, with the version that the edit began from, and then says what is missing', async () => {
    const page = await open(viewOf({ answers: [answerOf({ code: '1.1', answer: { numerator: 1, denominator: 2 }, version: 4 })] }), '1.1');
    await page.type('#answer-note', 'Theo báo cáo');
    expect([...page.drafts.kept.values()][0]?.value.content.note).toBe('Theo báo cáo');
    const put = await page.leaveField();
    expect(put.request.url).toBe('/api/v1/assessments/as/answers/1.1');
    expect(put.request.headers.get('If-Match')).toBe('"4"');
    expect(put.request.body).toEqual({ answer: { numerator: 1, denominator: 2 }, note: 'Theo báo cáo', evidenceExplanation: '' });
    put.flush(saved({ code: '1.1', answer: { numerator: 1, denominator: 2 }, note: 'Theo báo cáo', version: 5 }));
    await settle();
    await settle();
    expect(page.text).toContain('Đã lưu 14:02');
    expect(page.text).toContain('Cần một tài liệu');
    expect(page.drafts.kept.size).toBe(0);
  });

  it('keeps what could not be sent and says so', async () => {
    const page = await open(viewOf(), '1.2');
    await page.type('#answer-note', 'Chưa gửi');
    (await page.leaveField()).error(new ProgressEvent('error'));
    await settle();
    await settle();
    expect(page.text).toContain('Chưa gửi được, đã giữ trên máy này');
    expect(page.drafts.kept.size).toBe(1);
  });

  it('brings back what an earlier page of the same person left, and never somebody else\'s', async () => {
    const drafts = new MemoryDrafts();
    const base = { answer: null, note: '', evidenceExplanation: '' };
    const value = (note: string) => ({ content: { ...base, note }, base, baseVersion: 0, sent: [], setAside: [] });
    const key = { subject: 'as', part: '1.2', stamp: 's', typedAt: '2026-11-24T07:00:00.000Z' };
    await drafts.put({ ...key, userId: 'u1', writer: 'earlier', value: value('Của tôi hôm qua') });
    await drafts.put({ ...key, userId: 'u2', writer: 'theirs', value: value('Của người khác') });
    const page = await open(viewOf(), '1.2', drafts);
    expect(page.element.querySelector<HTMLTextAreaElement>('#answer-note')?.value).toBe('Của tôi hôm qua');
    await settle();
    expect(page.http.expectOne(isSave).request.body).toMatchObject({ note: 'Của tôi hôm qua' });
    expect(JSON.stringify([...drafts.kept.values()].filter(({ userId }) => userId === 'u2'))).toContain('Của người khác');
  });

  it('shows both sides of a conflict and sends the one that is chosen', async () => {
    const page = await open(viewOf({ answers: [answerOf({ code: '1.2', note: 'đầu', version: 1 })] }), '1.2');
    await page.type('#answer-note', 'của tôi');
    const current = answerOf({ code: '1.2', note: 'của họ', version: 2, updatedBy: 'Trần Văn Dũng' });
    (await page.leaveField()).flush({ code: 'record.version-stale', status: 412, detail: '', current }, { status: 412, statusText: 'Precondition Failed' });
    await settle();
    await settle();
    expect(page.text).toContain('Trần Văn Dũng cũng vừa sửa tiêu chí này');
    expect([...page.element.querySelectorAll('.side .text')].map((side) => side.textContent)).toEqual(['của tôi', 'của họ']);
    const mine = [...page.element.querySelectorAll<HTMLButtonElement>('.side button')].find((button) => button.textContent?.includes('Dùng của tôi'));
    mine?.click();
    await settle();
    const put = page.http.expectOne(isSave);
    expect([put.request.headers.get('If-Match'), put.request.body.note]).toEqual(['"2"', 'của tôi']);
    await settle();
    expect(page.text).toContain('Thuyết minh của Trần Văn Dũng');
    expect(page.text).toContain('của họ');
  });

  it('opens from what this browser keeps while the server is out of reach, with what was typed and with what was saved since', async () => {
    const browser = { drafts: new MemoryDrafts(), copies: new MemoryCopies() };
    const first = await openIn(browser, viewOf(), '1.2');
    await first.type('#answer-note', 'Đã lưu');
    (await first.leaveField()).flush(saved({ code: '1.2', note: 'Đã lưu', version: 1 }));
    await settle();
    await first.type('#answer-note', 'Đã lưu, chưa gửi');
    (await first.leaveField()).error(new ProgressEvent('error'));
    await settle();
    TestBed.resetTestingModule();
    const offline = await openIn(browser, null, '1.2');
    await settle();
    expect(offline.text).toContain('Đang xem bản lưu trên máy này lúc');
    expect(offline.element.querySelector<HTMLTextAreaElement>('#answer-note')?.value).toBe('Đã lưu, chưa gửi');
    const put = offline.http.expectOne(isSave);
    expect(put.request.headers.get('If-Match')).toBe('"1"');
    put.error(new ProgressEvent('error'));
    await settle();
    await settle();
    expect(offline.text).toContain('1 tiêu chí chưa gửi được lên máy chủ');
  });

  it('keeps no copy of what is not being worked on, and says so where it cannot be opened', async () => {
    const browser = { drafts: new MemoryDrafts(), copies: new MemoryCopies() };
    await openIn(browser, viewOf(), '1.2');
    TestBed.resetTestingModule();
    await openIn(browser, viewOf({ state: 'submitted', editable: false, lockedBecause: 'x', openActions: [] }), '1.2');
    TestBed.resetTestingModule();
    const offline = await openIn(browser, null, '1.2');
    expect(offline.element.querySelector('par-criterion-pane')).toBeNull();
    expect(offline.element.querySelector('par-load-state')).not.toBeNull();
  });

  it('shows what was typed here and could not be sent before the assessment was locked', async () => {
    const drafts = new MemoryDrafts();
    const base = { answer: null, note: '', evidenceExplanation: '' };
    const value = { content: { ...base, note: 'Viết khi mất mạng' }, base, baseVersion: 0, sent: [], setAside: [], half: { typed: { texts: { points: '1,' } }, over: null } };
    await drafts.put({ ...{ userId: 'u1', subject: 'as', part: '1.2', writer: 'w', stamp: 's', typedAt: '' }, value });
    const page = await open(viewOf({ state: 'submitted', editable: false, lockedBecause: 'x', openActions: [] }), undefined, drafts);
    expect(page.text).toContain('chưa gửi được trước khi khóa');
    expect([...page.element.querySelectorAll<HTMLInputElement>('par-copy-text input')].map((box) => box.value)).toEqual(['Viết khi mất mạng', 'Điểm: 1,']);
    [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Bỏ nội dung này'))?.click();
    await settle();
    expect(drafts.kept.size).toBe(0);
  });

  it('is read and not written once it is locked, and says why', async () => {
    const lockedBecause = 'Hồ sơ đã nộp lúc 14:02.';
    const answers = [answerOf({ code: '1.1', answer: { numerator: 3, denominator: 4 }, points: 1.5 })];
    const page = await open(viewOf({ state: 'submitted', editable: false, lockedBecause, openActions: [], answers, evidence: [evidenceOf('1.1')] }), '1.1');
    expect(page.text).toContain(lockedBecause);
    expect(page.text).toContain('3/4');
    expect(page.text).toContain('118/BC ngày 12/11/2026, Sở Y tế');
    expect(page.element.querySelector('par-answer-input, textarea, par-evidence-add')).toBeNull();
    expect(page.element.querySelector('par-assessment-actions button')).toBeNull();
  });

  it('says who answers a criterion that is not the agency\'s', async () => {
    const page = await open(viewOf(), '1.3');
    expect(page.text).toContain('Lấy từ khảo sát. Sở Nội vụ nhập kết quả');
    expect(page.element.querySelector('par-answer-input')).toBeNull();
  });

  it('lists what is missing, each with a link to its criterion, and the receipt once it is submitted', async () => {
    const missing = [{ code: '1.1', kind: 'evidence' as const }, { code: '1.2', kind: 'answer' as const }];
    const drafting = await open(viewOf({ missing }), undefined);
    expect(drafting.text).toContain('Còn 2 chỗ phải bổ sung trước khi gửi');
    expect([...drafting.element.querySelectorAll('a[href^="/assessments/as/"]')].map((link) => link.getAttribute('href'))).toEqual(['/assessments/as/1.1', '/assessments/as/1.2']);
    TestBed.resetTestingModule();
    const submitted = await open(viewOf({ state: 'submitted', submittedAt: '2026-11-24T07:02:00.000Z', late: true, editable: false, lockedBecause: 'x', openActions: [] }), undefined);
    expect(submitted.text).toContain('Đã nộp lúc 24/11/2026 14:02, muộn so với hạn.');
    expect(submitted.element.querySelector('a[download]')?.getAttribute('href')).toBe('/api/v1/reports/assessments/as/sheet.xlsx');
  });
});
