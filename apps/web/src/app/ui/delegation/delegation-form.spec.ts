import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { DelegationChoice } from '@par-index/contract';
import { DelegationForm } from './delegation-form';

const agency = { id: 'stp', code: 'so-tu-phap', name: 'Sở Tư pháp', shortName: 'STP' };
const [an, binh, truong] = ['An', 'Bình', 'Trưởng'].map((fullName) => ({ id: fullName.toLowerCase(), fullName })) as [DelegationChoice['from'], DelegationChoice['from'], DelegationChoice['from']];
const choices: readonly DelegationChoice[] = [
  { kind: 'sign-off', agency, from: truong, to: [an, binh] },
  { kind: 'appraisal', agency, from: an, to: [binh] },
];

async function formOf(inputs: Readonly<Record<string, unknown>> = {}) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const form = TestBed.createComponent(DelegationForm);
  for (const [name, value] of Object.entries({ choices, userId: truong.id, today: '2026-12-10', ...inputs })) {
    form.componentRef.setInput(name, value);
  }
  const given = jest.fn();
  form.componentInstance.given.subscribe(given);
  await form.whenStable();
  const root = form.nativeElement as HTMLElement;
  const set = async (id: string, value: string) => {
    const control = root.querySelector<HTMLInputElement>(`#delegation-${id}`) as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input'));
    await form.whenStable();
  };
  const submit = async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit'));
    await form.whenStable();
  };
  return { root, given, set, submit };
}

it('gives what was chosen, to whom, for which days and why', async () => {
  const { given, set, submit } = await formOf();
  await set('what', '1');
  await set('to', binh.id);
  await set('from', '2026-12-10');
  await set('until', '2026-12-12');
  await set('reason', 'Đi học');
  await submit();
  expect(given).toHaveBeenCalledWith({ kind: 'appraisal', agencyId: 'stp', fromUserId: an.id, toUserId: binh.id, startsOn: '2026-12-10', endsOn: '2026-12-12', reason: 'Đi học' });
});

it('offers as stand-ins who can stand in for that, and forgets who can\'t', async () => {
  const { root, set } = await formOf();
  const offered = () => [...root.querySelectorAll('#delegation-to option')].map(({ textContent }) => textContent.trim()).slice(1);
  expect(offered()).toEqual(['An', 'Bình']);
  await set('to', an.id);
  await set('what', '1');
  expect(offered()).toEqual(['Bình']);
  expect(root.querySelector<HTMLSelectElement>('#delegation-to')?.value).toBe('');
});

it('says at each empty field that it is empty, and what the server refused', async () => {
  const { root, given, submit } = await formOf({ problems: { '/endsOn': 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' } });
  expect(root.querySelector('#delegation-until-error')?.textContent).toContain('Ngày kết thúc phải từ ngày bắt đầu');
  await submit();
  expect(given).not.toHaveBeenCalled();
  for (const id of ['to', 'from', 'until', 'reason']) {
    expect(root.querySelector(`#delegation-${id}-error`)?.textContent).toContain('Hãy nhập ô này.');
  }
});

it('says what to do where nobody could stand in', async () => {
  const { root } = await formOf({ choices: [{ kind: 'appraisal', agency, from: an, to: [] }] });
  expect(root.querySelector('.field-hint')?.textContent).toContain('chưa có người nào khác');
});
