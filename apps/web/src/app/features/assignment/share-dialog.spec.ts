import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ShareRequest, ShareView } from '@par-index/contract';
import { of } from 'rxjs';
import { AssignmentApi } from './assignment-api';
import { ShareDialog, type ShareInput } from './share-dialog';

const people = [{ id: 'an', fullName: 'An' }, { id: 'binh', fullName: 'Bình' }];
const view: ShareView = {
  ...{ dryRun: true, digest: 'd1', moved: 8, kept: 1, refused: 0, lines: [] },
  people: [{ person: null, before: 8, after: 0 }, { person: people[0] ?? null, before: 0, after: 4 }, { person: people[1] ?? null, before: 0, after: 4 }],
};

async function dialogOf(way: ShareInput['way']) {
  const close = jest.fn();
  const previewShare = jest.fn((_cycleId: string, _request: ShareRequest) => of(view));
  const share = jest.fn((_cycleId: string, _request: ShareRequest) => of({ ...view, dryRun: false }));
  const given: ShareInput = { cycleId: 'c', agencyId: 'stp', heading: 'Chia', scope: { groupCode: 'xa' }, people, way };
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), { provide: AssignmentApi, useValue: { previewShare, share } }, { provide: DialogRef, useValue: { close } }, { provide: DIALOG_DATA, useValue: given }],
  });
  const dialog = TestBed.createComponent(ShareDialog);
  await dialog.whenStable();
  const root = dialog.nativeElement as HTMLElement;
  const change = async (selector: string, value?: string) => {
    const control = root.querySelector<HTMLInputElement>(selector) as HTMLInputElement;
    if (value !== undefined) {
      control.value = value;
    }
    control.dispatchEvent(new Event(control.tagName === 'TEXTAREA' ? 'input' : 'change'));
    await dialog.whenStable();
  };
  const press = async (words: string) => {
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
    await dialog.whenStable();
  };
  return { root, close, previewShare, share, change, press };
}

it('shares evenly among all people at first, and shows what everybody has before and after', async () => {
  const { root, previewShare } = await dialogOf('even');
  expect(previewShare).toHaveBeenCalledWith('c', { agencyId: 'stp', scope: { groupCode: 'xa' }, to: { personIds: ['an', 'binh'], unit: 'agency' }, decided: 'keep', reason: '' });
  expect([...root.querySelectorAll('tbody tr')].map(({ children }) => [...children].map(({ textContent }) => textContent.trim()))).toEqual([['Cả cơ quan', '8', '0'], ['An', '0', '4'], ['Bình', '0', '4']]);
});

it('leaves out whom one takes out, and asks nothing of the server for nobody', async () => {
  const { previewShare, change } = await dialogOf('even');
  await change('input[type="checkbox"]');
  expect(previewShare.mock.lastCall?.[1].to).toEqual({ personIds: ['binh'], unit: 'agency' });
  const asked = previewShare.mock.calls.length;
  await change('label:nth-of-type(2) input[type="checkbox"]');
  expect(previewShare.mock.calls).toHaveLength(asked);
});

it('gives to one person, or back to everybody, with the reason and what was shown', async () => {
  const { close, previewShare, share, change, press } = await dialogOf('one');
  expect(previewShare).not.toHaveBeenCalled();
  await change('select', 'binh');
  expect(previewShare.mock.lastCall?.[1].to).toEqual({ personIds: ['binh'] });
  await change('select', 'everybody');
  expect(previewShare.mock.lastCall?.[1].to).toEqual({ personIds: [null] });
  await press('Giao 8 tiêu chí');
  expect(share).not.toHaveBeenCalled();
  await change('textarea', 'Bình đi học');
  await press('Giao 8 tiêu chí');
  expect(share).toHaveBeenCalledWith('c', expect.objectContaining({ to: { personIds: [null] }, reason: 'Bình đi học', expected: 'd1' }));
  expect(close).toHaveBeenCalled();
});
