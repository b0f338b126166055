import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { compiled, homeAffairs, justice, view } from './appraisal.fixture';
import { workRows } from './work-rows';
import { Worklist } from './worklist';

/** Where there is no layout nothing scrolls. */
beforeAll(() => {
  Element.prototype.scrollIntoView = jest.fn();
});

async function listOf(agencyId: string) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([])] });
  const list = TestBed.createComponent(Worklist);
  const rows = workRows({ view: view(), set: compiled, actor: { grants: [{ role: 'appraiser', agencyId }] }, layer: 'appraisal-1' });
  const inputs = { rows, assessmentId: 'as-1', selected: '1.2', unsaved: new Set(['1.1']), scope: 'mine', filter: null, search: '' };
  Object.entries(inputs).forEach(([name, value]) => list.componentRef.setInput(name, value));
  await list.whenStable();
  return { list, root: list.nativeElement as HTMLElement };
}

it('Each criterion is a link, the open one is marked, and what is typed but not saved is said', async () => {
  const { root } = await listOf(justice.id);
  const links = [...root.querySelectorAll('nav a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['1.1', '1.2', '1.3', '1.4'].map((code) => `/appraisals/as-1/${code}`));
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'true', null, null]);
  expect(links[0]?.textContent).toContain('chưa lưu');
  expect(links[1]?.textContent).toContain('thiếu TLKC');
  expect(links[3]?.textContent).toContain('chờ tổng hợp');
});

it('A filter is pressed and let go again', async () => {
  const { list, root } = await listOf(justice.id);
  const button = [...root.querySelectorAll<HTMLButtonElement>('.filters button')].find(({ textContent }) => textContent.includes('thiếu TLKC'));
  button?.click();
  await list.whenStable();
  expect(root.querySelectorAll('nav a')).toHaveLength(1);
  expect(button?.getAttribute('aria-pressed')).toBe('true');
  button?.click();
  await list.whenStable();
  expect(root.querySelectorAll('nav a')).toHaveLength(4);
});

it('Who has nothing of their own is offered no choice between own and all', async () => {
  const { root } = await listOf(homeAffairs.id);
  expect(root.textContent).not.toContain('của tôi');
});
