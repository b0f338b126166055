import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AcceptRestView, CriterionChange } from '@par-index/contract';
import { of, throwError } from 'rxjs';
import { Refusal } from '../../platform/problem/refusal';
import { AcceptanceDialog } from './acceptance-dialog';
import { compiled, justice, view } from './appraisal.fixture';
import { AppraisalApi } from './appraisal-api';
import { workRows } from './work-rows';

const preview: AcceptRestView = { dryRun: true, accepted: [{ code: '1.1', points: 1.6 }, { code: '1.4', points: null }], left: ['1.3'], decided: 0, toDecide: 4, state: 'submitted' };

async function dialogOf(given: AcceptRestView, accept: jest.Mock, changes: readonly CriterionChange[] = []) {
  const rows = workRows({ view: view(), set: compiled, actor: { grants: [{ role: 'appraiser', agencyId: justice.id }] }, layer: 'appraisal-1' });
  const close = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      { provide: AppraisalApi, useValue: { accept } },
      { provide: DialogRef, useValue: { close } },
      { provide: DIALOG_DATA, useValue: { assessmentId: 'as-1', agencyName: 'Sở Văn hóa', preview: given, rows, changes } },
    ],
  });
  const dialog = TestBed.createComponent(AcceptanceDialog);
  await dialog.whenStable();
  const root = dialog.nativeElement as HTMLElement;
  const press = async (words: string) => {
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
    await dialog.whenStable();
  };
  return { root, close, press };
}

it('Lists what will be accepted with its points, and what stays', async () => {
  const { root } = await dialogOf(preview, jest.fn());
  const lines = [...root.querySelectorAll('tbody tr')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  expect(lines).toEqual([expect.stringMatching(/1\.1 Tiến độ trình văn bản ?1,60/), expect.stringMatching(/1\.4 So với nơi cao nhất ?chờ tổng hợp/)]);
  expect(root.querySelector('.effects')?.textContent).toContain('1.3 Văn bản trái luật');
});

it('Says of which of them something changed after the submission', async () => {
  const { root } = await dialogOf(preview, jest.fn(), [{ code: '1.1', kinds: ['answer', 'evidence'], at: '2026-11-20T01:00:00.000Z' }, { code: '1.3', kinds: ['answer'], at: '2026-11-20T01:00:00.000Z' }]);
  expect(root.querySelector('.notice')?.textContent).toContain('Thay đổi sau khi nộp: 1 trong các tiêu chí này.');
  expect(root.querySelector('tbody tr')?.textContent).toContain('đổi sau khi nộp: số liệu, thuyết minh, tài liệu kiểm chứng');
});

it('Accepts exactly the criteria of the preview, and no other', async () => {
  const done = { ...preview, dryRun: false };
  const accept = jest.fn(() => of(done));
  const { close, press } = await dialogOf(preview, accept);
  await press('Chấp nhận 2 tiêu chí');
  expect(accept).toHaveBeenCalledWith('as-1', ['1.1', '1.4']);
  expect(close).toHaveBeenCalledWith(done);
});

it('Stays open and says why it was refused', async () => {
  const { root, close, press } = await dialogOf(preview, jest.fn(() => throwError(() => new Refusal('appraisal.phase-closed', 'Hết giai đoạn.'))));
  await press('Chấp nhận 2 tiêu chí');
  expect(close).not.toHaveBeenCalled();
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('Hết giai đoạn.');
});

it('Offers nothing to accept where everything left is undeclared', async () => {
  const { root } = await dialogOf({ ...preview, accepted: [] }, jest.fn());
  expect([...root.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).toEqual(['Quay lại']);
});
