import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatrixGrid } from './matrix-grid';
import { matrixLines } from './matrix-lines';

const departments = ['nv', 'tp'].map((id) => ({ id, code: id, name: `Sở ${id}`, shortName: id.toUpperCase() }));
const criteria = [
  { code: '1', title: 'Chỉ đạo', parentCode: null },
  { code: '1.1', title: 'Kế hoạch', parentCode: '1' },
  { code: '1.2', title: 'Kiểm tra', parentCode: '1' },
];
const rows = [
  { code: '1.1', agencyId: 'nv', source: 'set' as const, exceptions: [{ assessedAgencyId: 'nv', agencyId: 'tp', source: 'substitute' as const }] },
  { code: '1.2', agencyId: 'tp', source: 'set' as const, exceptions: [] },
];

async function gridWith(lockedBecause: string | null = null) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const grid = TestBed.createComponent(MatrixGrid);
  grid.componentRef.setInput('lines', matrixLines({ criteria, rows }, { folded: new Set(), field: '', agencyId: '' }));
  grid.componentRef.setInput('departments', departments);
  grid.componentRef.setInput('lockedBecause', lockedBecause);
  const [chosen, folded, asked] = [jest.fn(), jest.fn(), jest.fn()];
  grid.componentInstance.chosen.subscribe(({ line, agencyId }) => chosen(line.code, agencyId));
  grid.componentInstance.folded.subscribe(folded);
  grid.componentInstance.exceptionsAsked.subscribe(({ code }) => asked(code));
  await grid.whenStable();
  const root = grid.nativeElement as HTMLElement;
  document.body.append(root);
  const at = (place: string) => root.querySelector<HTMLElement>(`[data-place="${place}"]`) as HTMLElement;
  const press = async (key: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await grid.whenStable();
  };
  return { root, at, press, chosen, folded, asked, here: () => (document.activeElement as HTMLElement).dataset['place'] };
}
afterEach(() => document.body.replaceChildren());

it('has one place that the Tab key reaches, and moves it by the arrows', async () => {
  const { root, at, press, here } = await gridWith();
  expect([...root.querySelectorAll('[data-place][tabindex="0"]')].map((one) => (one as HTMLElement).dataset['place'])).toEqual(['0-0']);
  at('0-0').focus();
  await press('ArrowDown');
  await press('ArrowRight');
  await press('ArrowRight');
  expect(here()).toBe('1-2');
  expect(at('1-2').tabIndex).toBe(0);
  expect(at('0-0').tabIndex).toBe(-1);
  await press('Home');
  expect(here()).toBe('1-0');
});

it('gives the criterion to the agency of the column with Enter or the space bar, and folds a field', async () => {
  const { at, press, chosen, folded } = await gridWith();
  at('1-2').focus();
  await press('Enter');
  expect(chosen).toHaveBeenLastCalledWith('1.1', 'tp');
  at('0-1').focus();
  await press(' ');
  expect(chosen).toHaveBeenLastCalledWith('1', 'nv');
  at('0-0').focus();
  await press('Enter');
  expect(folded).toHaveBeenCalledWith('1');
  expect(chosen).toHaveBeenCalledTimes(2);
});

it('says of each cell in words who appraises, and shows the exceptions', async () => {
  const { root, at, asked } = await gridWith();
  expect(at('1-1').getAttribute('aria-label')).toBe('1.1, NV: thẩm định');
  expect(at('1-1').getAttribute('aria-selected')).toBe('true');
  expect(at('1-2').getAttribute('aria-label')).toBe('1.1, TP: thẩm định tại 1 cơ quan ngoại lệ');
  expect(at('2-1').getAttribute('aria-label')).toBe('1.2, NV: không thẩm định');
  expect(at('0-1').getAttribute('aria-label')).toBe('1, NV: thẩm định 1 trên 2 tiêu chí');
  root.querySelector<HTMLButtonElement>('.link')?.click();
  expect(asked).toHaveBeenCalledWith('1.1');
});

it('gives nothing while it is locked, but still folds', async () => {
  const { root, at, press, chosen, folded } = await gridWith('Đã công bố.');
  expect(root.querySelector('table')?.getAttribute('aria-readonly')).toBe('true');
  at('1-2').click();
  at('1-2').focus();
  await press('Enter');
  expect(chosen).not.toHaveBeenCalled();
  at('0-0').click();
  expect(folded).toHaveBeenCalledWith('1');
});
