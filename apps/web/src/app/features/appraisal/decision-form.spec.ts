import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { compiled, layer } from './appraisal.fixture';
import { DecisionBar } from './decision-bar';
import { type DecisionSubject, startOf } from './decision-draft';
import { DecisionForm } from './decision-form';
import { beginEntry, type DeskEntry } from './desk-entry';

function subjectOf(code: string, changes: Partial<DecisionSubject> = {}): DecisionSubject {
  const leaf = compiled.leaf(code);
  if (!leaf) throw new Error(code);
  return { purpose: 'decision', set: compiled, leaf, declared: null, below: null, former: null, ...changes };
}

const declared = { numerator: 80, denominator: 100 };
const ratio = subjectOf('1.1', { declared, below: declared });

@Component({
  imports: [DecisionBar, DecisionForm],
  template: `
    <par-decision-form [subject]="subject()" [entry]="entry()" (written)="entry.set({ draft: $event, tried: entry().tried, refused: null, conflict: null })" (saved)="saves.set(saves() + 1)" />
    <par-decision-bar [subject]="subject()" [entry]="entry()" />
  `,
})
class Pane {
  readonly subject = signal(ratio);
  readonly entry = signal<DeskEntry>(beginEntry(startOf(ratio)));
  readonly saves = signal(0);
}

async function paneOf(subject: DecisionSubject = ratio): Promise<ComponentFixture<Pane>> {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const pane = TestBed.createComponent(Pane);
  pane.componentInstance.subject.set(subject);
  pane.componentInstance.entry.set(beginEntry(startOf(subject)));
  await pane.whenStable();
  return pane;
}

const root = (pane: ComponentFixture<Pane>) => pane.nativeElement as HTMLElement;
const words = (pane: ComponentFixture<Pane>) => root(pane).textContent.replace(/\s+/g, ' ');

async function choose(pane: ComponentFixture<Pane>, kind: string): Promise<void> {
  root(pane).querySelector<HTMLInputElement>(`input[value="${kind}"]`)?.click();
  await pane.whenStable();
}

async function type(pane: ComponentFixture<Pane>, selector: string, text: string): Promise<void> {
  const field = root(pane).querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(selector);
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await pane.whenStable();
}

it('The points follow every keystroke, and the loss is said', async () => {
  const pane = await paneOf();
  expect(words(pane)).toContain('1,60 / 2');
  await choose(pane, 'award');
  await type(pane, '.award input', '1,25');
  expect(words(pane)).toMatch(/1,25 \/ 2 ?giảm 0,35/);
  expect(words(pane)).toContain('(bắt buộc)');
});

it('Faults are shown from the first try on, each at its own field', async () => {
  const pane = await paneOf();
  await choose(pane, 'award');
  expect(root(pane).querySelector('[aria-invalid="true"]')).toBeNull();
  pane.componentInstance.entry.update((entry) => ({ ...entry, tried: true }));
  await pane.whenStable();
  const invalid = [...root(pane).querySelectorAll('[aria-invalid="true"]')];
  expect(invalid.map(({ tagName }) => tagName)).toEqual(['INPUT', 'TEXTAREA']);
  for (const field of invalid) {
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.some((id) => root(pane).querySelector(`[id="${id}"]`)?.textContent.includes('ãy'))).toBe(true);
  }
});

it('A correction begins with what was declared', async () => {
  const pane = await paneOf();
  await choose(pane, 'correct');
  expect([...root(pane).querySelectorAll<HTMLInputElement>('par-answer-input input[type="text"]')].map(({ value }) => value)).toEqual(['80', '100']);
});

it('What the agency does not declare can not be accepted', async () => {
  const pane = await paneOf(subjectOf('1.3'));
  expect(root(pane).querySelector('input[value="accept"]')).toBeNull();
  expect(root(pane).querySelectorAll('input[type="radio"]')).toHaveLength(2);
});

it('Nothing declared, accepted, is worth 0 and says so', async () => {
  const pane = await paneOf(subjectOf('1.2'));
  expect(words(pane)).toContain('chấp nhận nghĩa là 0 điểm');
  expect(words(pane)).toContain('0,00 / 1');
});

it('A relative criterion waits for the group', async () => {
  const pane = await paneOf(subjectOf('1.4', { declared: { value: 40 }, below: { value: 40 } }));
  expect(words(pane)).toContain('chờ tổng hợp');
});

it('A base figure has no decision to choose, only figures and a reason', async () => {
  const pane = await paneOf(subjectOf('2', { purpose: 'figure', former: layer({ code: '2', layer: 'base', answer: { percent: 80 } }) }));
  expect(root(pane).querySelector('fieldset legend')?.textContent ?? '').not.toContain('Quyết định');
  expect(words(pane)).toContain('Lưu số liệu');
});

it('What somebody else decided stands above what was typed', async () => {
  const pane = await paneOf();
  const theirs = layer({ code: '1.1', kind: 'award', answer: { awarded: 0.5, reason: 'Kiểm tra' }, points: 0.5, reason: 'Theo kết luận kiểm tra' });
  pane.componentInstance.entry.update((entry) => ({ ...entry, conflict: { layer: theirs } }));
  await pane.whenStable();
  expect(root(pane).querySelector('[role="alert"]')?.textContent).toContain('Theo kết luận kiểm tra');
});

it('The button outside of the form sends it', async () => {
  const pane = await paneOf();
  expect(root(pane).querySelector('par-decision-bar button')?.getAttribute('form')).toBe(root(pane).querySelector('form')?.id);
  root(pane).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  expect(pane.componentInstance.saves()).toBe(1);
});

it('In appraisal 2 what stands can be kept, and nothing more is asked of the agency', async () => {
  const kept = layer({ code: '1.1', kind: 'award', answer: { awarded: 1, reason: 'Thiếu' }, points: 1, reason: 'Thiếu' });
  const pane = await paneOf(subjectOf('1.1', { declared, below: kept.answer, kept }));
  expect(root(pane).querySelector<HTMLInputElement>('input[value="keep"]')?.checked).toBe(true);
  expect(words(pane)).toContain('Giữ kết quả thẩm định lần 1');
  expect(words(pane)).not.toContain('Đề nghị cơ quan giải trình');
  await choose(pane, 'accept');
  expect(words(pane)).toContain('1,60 / 2');
});

it('In appraisal 1 there is nothing to keep', async () => {
  const pane = await paneOf();
  expect(root(pane).querySelector('input[value="keep"]')).toBeNull();
  expect(words(pane)).toContain('Đề nghị cơ quan giải trình');
});
