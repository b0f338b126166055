import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { RemarkView, ThreadView, WriteRemarkRequest } from '@par-index/contract';
import { Thread } from './thread';

const remark = (changes: Partial<RemarkView>): RemarkView => ({
  ...{ id: '1', code: '1.1', side: 'appraisal', visibility: 'shared', asks: false, text: 'Xin tài liệu' },
  ...{ at: '2026-11-24T01:00:00.000Z', by: 'Phạm Quốc Bảo', from: 'Sở Tư pháp' },
  ...changes,
});
const thread = (changes: Partial<ThreadView> = {}): ThreadView => ({
  ...{ code: '1.1', side: 'appraisal', remarks: [], question: null, writable: { internal: true, shared: true }, sharingLockedBecause: null },
  ...changes,
});

@Component({ imports: [Thread], template: `<par-thread [thread]="shown()" (written)="written.set($event)" />` })
class Pane {
  readonly shown = signal(thread());
  readonly written = signal<WriteRemarkRequest | null>(null);
}

async function paneOf(shown: ThreadView): Promise<ComponentFixture<Pane>> {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const pane = TestBed.createComponent(Pane);
  pane.componentInstance.shown.set(shown);
  await pane.whenStable();
  return pane;
}

const root = (pane: ComponentFixture<Pane>) => pane.nativeElement as HTMLElement;
const words = (pane: ComponentFixture<Pane>) => root(pane).textContent.replace(/\s+/g, ' ');
const choices = (pane: ComponentFixture<Pane>) => [...root(pane).querySelectorAll<HTMLInputElement>('input[type="radio"]')];

async function send(pane: ComponentFixture<Pane>, text: string): Promise<void> {
  const field = root(pane).querySelector('textarea');
  if (!field) throw new Error('no field');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await pane.whenStable();
  root(pane).querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
  await pane.whenStable();
}

it('A remark is internal unless it is chosen otherwise, and says who will read it', async () => {
  const pane = await paneOf(thread());
  expect(choices(pane).map(({ checked }) => checked)).toEqual([true, false]);
  expect(words(pane)).toContain('Chỉ bên thẩm định, Sở Nội vụ và Hội đồng đọc được.');
  await send(pane, ' Xem lại trang 3 ');
  expect(pane.componentInstance.written()).toEqual({ visibility: 'internal', asks: false, text: 'Xem lại trang 3' });
});

it('A question goes to the agency only in what is shared, and only from the side of the appraisal', async () => {
  const pane = await paneOf(thread());
  expect(root(pane).querySelector('input[type="checkbox"]')).toBeNull();
  choices(pane)[1]?.click();
  await pane.whenStable();
  expect(words(pane)).toContain('Cơ quan được thẩm định cùng đọc.');
  const field = root(pane).querySelector('textarea');
  if (field) field.value = 'Báo cáo nào?';
  field?.dispatchEvent(new Event('input'));
  await pane.whenStable();
  root(pane).querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
  await pane.whenStable();
  await send(pane, 'Báo cáo nào?');
  expect(pane.componentInstance.written()).toEqual({ visibility: 'shared', asks: true, text: 'Báo cáo nào?' });
});

it('The agency asks nothing: it answers', async () => {
  const pane = await paneOf(thread({ side: 'agency' }));
  choices(pane)[1]?.click();
  await pane.whenStable();
  expect(root(pane).querySelector('input[type="checkbox"]')).toBeNull();
  expect(words(pane)).toContain('Bên thẩm định, Sở Nội vụ và Hội đồng cùng đọc.');
});

it('Nothing is sent without words', async () => {
  const pane = await paneOf(thread());
  await send(pane, '   ');
  expect(pane.componentInstance.written()).toBeNull();
  expect(words(pane)).toContain('Hãy viết ý kiến.');
});

it('What can not be shared now says why', async () => {
  const pane = await paneOf(thread({ writable: { internal: true, shared: false }, sharingLockedBecause: 'Giai đoạn giải trình chưa mở.' }));
  expect(choices(pane)[1]?.disabled).toBe(true);
  expect(words(pane)).toContain('Giai đoạn giải trình chưa mở.');
});

it('Whoever may not write reads alone', async () => {
  const pane = await paneOf(thread({ writable: { internal: false, shared: false }, remarks: [remark({})], sharingLockedBecause: 'Đã công bố.' }));
  expect(root(pane).querySelector('form')).toBeNull();
  expect(words(pane)).toContain('Xin tài liệu');
});

it('An internal remark and a question are told by a word, and the question by what became of it', async () => {
  const pane = await paneOf(thread({ remarks: [remark({ visibility: 'internal' }), remark({ id: '2', asks: true, text: 'Trang mấy?' })], question: 'overdue' }));
  const [first, second] = [...root(pane).querySelectorAll('li')].map((line) => line.textContent.replace(/\s+/g, ' '));
  expect(first).toContain('nội bộ');
  expect(second).toContain('câu hỏi');
  expect(words(pane)).toContain('quá hạn trả lời');
});
