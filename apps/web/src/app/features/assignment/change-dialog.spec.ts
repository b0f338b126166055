import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AssignmentChangeView } from '@par-index/contract';
import { of, throwError } from 'rxjs';
import { Refusal } from '../../platform/problem/refusal';
import { type AssignmentChange, ChangeDialog } from './change-dialog';

const agency = (id: string) => ({ id, code: id, name: `Sở ${id}`, shortName: `S. ${id}` });
const line = { code: '1.1', from: agency('nv'), to: agency('tp'), agencies: 13, decided: 0, effect: 'move' as const };
const view = (overrides: Partial<AssignmentChangeView> = {}): AssignmentChangeView => ({
  ...{ dryRun: true, digest: 'd1', lines: [line, { ...line, agencies: 2, decided: 2, effect: 'keep' }], moved: 13, handedOver: 0, kept: 2, exceptionsKept: 1 },
  ...overrides,
});

async function dialogOf(overrides: Partial<AssignmentChange> = {}) {
  const close = jest.fn();
  const preview = jest.fn(() => of(view()));
  const run = jest.fn(() => of(view({ dryRun: false })));
  const given = { heading: 'Giao 1.1', reasonRequired: true, titleOf: () => 'Kế hoạch', preview, run, ...overrides };
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), { provide: DialogRef, useValue: { close } }, { provide: DIALOG_DATA, useValue: given }] });
  const dialog = TestBed.createComponent(ChangeDialog);
  await dialog.whenStable();
  const root = dialog.nativeElement as HTMLElement;
  const press = async (words: string) => {
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
    await dialog.whenStable();
  };
  const write = async (reason: string) => {
    const text = root.querySelector('textarea') as HTMLTextAreaElement;
    text.value = reason;
    text.dispatchEvent(new Event('input'));
    await dialog.whenStable();
  };
  return { root, close, preview, run, press, write, stable: () => dialog.whenStable() };
}
const textOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

it('shows line by line what moves and what stays, and the exceptions that are left', async () => {
  const { root } = await dialogOf();
  expect([...root.querySelectorAll('tbody tr')].map(({ children }) => [...children].map(textOf))).toEqual([
    ['1.1 Kế hoạch', 'S. nv', 'S. tp', '13'],
    ['1.1 Kế hoạch', 'S. nv', 'giữ nguyên, đã thẩm định', '2'],
  ]);
  expect([...root.querySelectorAll('.counts li')].map(textOf)).toEqual(['13 lượt tiêu chí chuyển', '2 đã thẩm định, giữ nguyên cơ quan', '1 ngoại lệ của từng cơ quan giữ nguyên']);
});

it('does exactly what was shown, with the reason', async () => {
  const { close, run, press, write } = await dialogOf();
  await write('Chuyển lĩnh vực');
  await press('Chuyển 13 lượt');
  expect(run).toHaveBeenCalledWith({ decided: 'keep', reason: 'Chuyển lĩnh vực', expected: 'd1' });
  expect(close).toHaveBeenCalledWith(view({ dryRun: false }));
});

it('does not go on without a reason where one is needed, and says so at the field', async () => {
  const { root, run, press } = await dialogOf();
  await press('Chuyển 13 lượt');
  expect(run).not.toHaveBeenCalled();
  expect(textOf(root.querySelector('#change-reason-error'))).toContain('Hãy ghi lý do.');
});

it('previews again when decided criteria are to be handed over', async () => {
  const { root, preview, stable } = await dialogOf();
  (root.querySelectorAll('input[type="radio"]')[1] as HTMLInputElement).dispatchEvent(new Event('change'));
  await stable();
  expect(preview).toHaveBeenLastCalledWith('hand-over');
});

it('stays open and looks again when something has changed meanwhile', async () => {
  const run = jest.fn(() => throwError(() => new Refusal('record.version-stale', 'Vừa được sửa.')));
  const { root, close, preview, press, write } = await dialogOf({ run });
  await write('x');
  await press('Chuyển 13 lượt');
  expect(close).not.toHaveBeenCalled();
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('Vừa được sửa.');
  expect(preview).toHaveBeenCalledTimes(2);
});

it('offers nothing where nothing changes', async () => {
  const { root } = await dialogOf({ preview: () => of(view({ lines: [], moved: 0, kept: 0 })) });
  expect([...root.querySelectorAll('button')].map(textOf)).toEqual(['Quay lại']);
});
