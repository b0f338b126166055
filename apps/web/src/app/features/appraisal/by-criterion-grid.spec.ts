import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { agencyAt, reading } from './by-criterion.fixture';
import { ByCriterionGrid, type GridCommand } from './by-criterion-grid';
import { agencyRow } from './by-criterion-rows';

const rows = [agencyRow(agencyAt(0, { previous: { code: '1.1', answer: null, points: 1.2 } }), reading), agencyRow(agencyAt(1), reading), agencyRow(agencyAt(2), reading)];
const frame = () => new Promise((done) => requestAnimationFrame(done));

async function gridOf(inputs: Readonly<Record<string, unknown>> = {}) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  Element.prototype.scrollIntoView ??= () => undefined;
  const fixture = TestBed.createComponent(ByCriterionGrid);
  for (const [name, value] of Object.entries({ rows, leaf: reading.leaf, selected: 'as-0', ...inputs })) fixture.componentRef.setInput(name, value);
  const commands: GridCommand[] = [];
  fixture.componentInstance.commanded.subscribe((command) => commands.push(command));
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const lines = () => [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('tbody tr')];
  const press = async (line: number, key: string) => {
    lines()[line]?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await frame();
    await fixture.whenStable();
  };
  return { lines, press, commands };
}

afterEach(() => document.body.replaceChildren());

it('One line can be reached by Tab, and arrows go on from it', async () => {
  const { lines, press } = await gridOf();
  expect(lines().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  await press(0, 'ArrowDown');
  expect(lines().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  expect(document.activeElement).toBe(lines()[1]);
  await press(1, 'End');
  expect(document.activeElement).toBe(lines()[2]);
});

it('A line tells all of it that is in sight', async () => {
  const { lines } = await gridOf({ sendings: new Map([['as-1', 'unsent']]) });
  expect(lines()[0]?.getAttribute('aria-label')).toBe('Xã An Bình, kê khai 80/100, tự chấm 1,60, năm trước 1,20, chưa quyết');
  expect(lines()[1]?.getAttribute('aria-label')).toContain('chưa gửi được');
  expect(lines()[2]?.getAttribute('aria-label')).toBe('Xã Tân Lập, chưa kê khai, chưa quyết');
});

it('A letter is a command for its line, unless letters are switched off', async () => {
  const on = await gridOf();
  await on.press(1, 'a');
  await on.press(1, 'Enter');
  expect(on.commands).toEqual([{ key: 'accept', assessmentId: 'as-1' }, { key: 'open', assessmentId: 'as-1' }]);
});

it('Without letters arrows and Enter still work', async () => {
  const off = await gridOf({ letters: false });
  await off.press(0, 'a');
  expect(off.commands).toEqual([]);
  await off.press(0, 'ArrowDown');
  expect(document.activeElement).toBe(off.lines()[1]);
});
