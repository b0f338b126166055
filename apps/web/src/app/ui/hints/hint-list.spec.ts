import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { HintView } from '@par-index/contract';
import { HintList } from './hint-list';

const hint = (changes: Partial<HintView>): HintView => ({ key: 'shared-file.1', kind: 'shared-file', code: '1.1', sentence: 'Tệp giống hệt tệp của Sở A.', linkId: null, dismissal: null, ...changes });
const aside = hint({ key: 'ratio-jumped.2', kind: 'ratio-jumped', sentence: 'Tỷ lệ tăng đột ngột.', dismissal: { reason: 'Đã đối chiếu', by: 'Phạm Quốc Bảo', at: '2026-11-24T01:00:00.000Z' } });

@Component({
  imports: [HintList],
  template: `<par-hint-list [hints]="hints()" [mayDismiss]="may()" (dismissed)="told.set('aside ' + $event.key)" (restored)="told.set('again ' + $event.key)" (opened)="told.set('open ' + $event)" />`,
})
class Pane {
  readonly hints = signal<readonly HintView[]>([]);
  readonly may = signal(true);
  readonly told = signal('');
}

async function paneOf(hints: readonly HintView[], may = true): Promise<ComponentFixture<Pane>> {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const pane = TestBed.createComponent(Pane);
  pane.componentInstance.hints.set(hints);
  pane.componentInstance.may.set(may);
  await pane.whenStable();
  return pane;
}

const root = (pane: ComponentFixture<Pane>) => pane.nativeElement as HTMLElement;
const words = (pane: ComponentFixture<Pane>) => root(pane).textContent.replace(/\s+/g, ' ');
async function press(pane: ComponentFixture<Pane>, label: string): Promise<void> {
  const button = [...root(pane).querySelectorAll('button')].find(({ textContent }) => textContent.includes(label));
  if (!button) throw new Error(`no button ${label}`);
  button.click();
  await pane.whenStable();
}

it('A hint says why, and can be put aside', async () => {
  const pane = await paneOf([hint({})]);
  expect(words(pane)).toContain('Tệp giống hệt tệp của Sở A.');
  await press(pane, 'Bỏ qua gợi ý');
  expect(pane.componentInstance.told()).toBe('aside shared-file.1');
});

it('A hint about a document leads to it', async () => {
  const pane = await paneOf([hint({ linkId: 'l-1' })]);
  await press(pane, 'Mở tài liệu');
  expect(pane.componentInstance.told()).toBe('open l-1');
});

it('What was put aside is out of the way, with who and why behind a toggle, and can come back', async () => {
  const pane = await paneOf([hint({}), aside]);
  expect(words(pane)).not.toContain('đột ngột');
  expect(root(pane).querySelector('.toggle')?.getAttribute('aria-expanded')).toBe('false');
  await press(pane, 'Gợi ý đã bỏ qua (1)');
  expect(words(pane)).toContain('Lý do bỏ qua: Đã đối chiếu');
  expect(words(pane)).toContain('Phạm Quốc Bảo');
  await press(pane, 'Đưa lại gợi ý');
  expect(pane.componentInstance.told()).toBe('again ratio-jumped.2');
});

it('Whoever only reads has nothing to press but the way to the document', async () => {
  const pane = await paneOf([hint({ linkId: 'l-1' })], false);
  expect([...root(pane).querySelectorAll('button')].map(({ textContent }) => textContent.trim())).toEqual(['Mở tài liệu']);
});
