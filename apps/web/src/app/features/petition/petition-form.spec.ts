import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { PetitionView } from '@par-index/contract';
import { PetitionForm, type WrittenPetition } from './petition-form';

async function formOf(draft: PetitionView | null) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const form = TestBed.createComponent(PetitionForm);
  form.componentRef.setInput('offered', [{ code: '1.1', title: 'Kế hoạch' }, { code: '2.1', title: 'Báo cáo' }]);
  form.componentRef.setInput('draft', draft);
  const sent: WrittenPetition[] = [];
  form.componentInstance.written.subscribe((petition) => sent.push(petition));
  await form.whenStable();
  const root = form.nativeElement as HTMLElement;
  const set = async (selector: string, value: string, event: string) => {
    const control = root.querySelector<HTMLInputElement>(selector) as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event(event));
    await form.whenStable();
  };
  const submit = async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await form.whenStable();
  };
  return { root, sent, set, submit };
}

it('asks for the criterion and the text before anything is sent', async () => {
  const { root, sent, submit } = await formOf(null);
  await submit();
  expect(sent).toEqual([]);
  expect(root.textContent).toContain('Hãy chọn tiêu chí cần kiến nghị.');
  expect(root.textContent).toContain('Hãy viết nội dung kiến nghị.');
});

it('sends what was written, as new', async () => {
  const { root, sent, set, submit } = await formOf(null);
  await set('select', '2.1', 'change');
  root.querySelectorAll<HTMLInputElement>('input[type="radio"]')[1]?.dispatchEvent(new Event('change'));
  await set('textarea', '  Báo cáo số 12 đã nộp ', 'input');
  await submit();
  expect(sent).toEqual([{ code: '2.1', reasonCode: 'document-overlooked', text: 'Báo cáo số 12 đã nộp', version: 0 }]);
});

it('goes on with a draft, of its criterion and from its version', async () => {
  const { root, sent, submit } = await formOf({ code: '1.1', reasonCode: 'other', text: 'Xin xem lại', version: 3 } as PetitionView);
  expect(root.querySelector('select')?.disabled).toBe(true);
  await submit();
  expect(sent).toEqual([{ code: '1.1', reasonCode: 'other', text: 'Xin xem lại', version: 3 }]);
});
