import { inputBinding, outputBinding, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { CriteriaSet, CriterionNode } from '@par-index/scoring';
import { CriteriaTree } from './criteria-tree';
import type { TreeFilter } from './tree-mark';

const leaf = (code: string, title: string): CriterionNode => ({ code, title, max: 1, rule: { kind: 'direct' } });
const SET: CriteriaSet = {
  format: 'par-criteria-set/1',
  code: 's',
  title: 's',
  year: 2026,
  appliesTo: 'so',
  criteria: [
    { code: '1', title: 'Chỉ đạo', max: 2, children: [leaf('1.1', 'Kế hoạch'), leaf('1.2', 'Báo cáo')] },
    { code: '2', title: 'Thể chế', max: 1, children: [{ code: '2.1', title: 'Ban hành', max: 1, children: [leaf('2.1.1', 'Đúng hạn')] }] },
  ],
};
const MISSING: TreeFilter = { id: 'missing', label: 'chưa làm', codes: new Set(['1.2']) };

const selected = signal<string | null>(null);
const chosen: string[] = [];

async function show(): Promise<ComponentFixture<CriteriaTree>> {
  const fixture = TestBed.createComponent(CriteriaTree, {
    bindings: [
      inputBinding('set', () => SET),
      inputBinding('selected', selected),
      inputBinding('filters', () => [MISSING]),
      outputBinding<string>('chosen', (code) => chosen.push(code)),
    ],
  });
  document.body.append(fixture.nativeElement);
  await fixture.whenStable();
  return fixture;
}

const lines = (fixture: ComponentFixture<CriteriaTree>): readonly HTMLElement[] => [...fixture.nativeElement.querySelectorAll('[role=treeitem]')];
const codes = (fixture: ComponentFixture<CriteriaTree>): readonly (string | undefined)[] => lines(fixture).map((line) => line.dataset['code']);
const line = (fixture: ComponentFixture<CriteriaTree>, code: string): HTMLElement => lines(fixture).find((one) => one.dataset['code'] === code) as HTMLElement;

async function press(fixture: ComponentFixture<CriteriaTree>, code: string, key: string): Promise<void> {
  line(fixture, code).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await fixture.whenStable();
}

describe('the criteria tree', () => {
  beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));
  beforeEach(() => {
    selected.set(null);
    chosen.length = 0;
  });

  it('opens the fields of work and has one tab stop', async () => {
    const fixture = await show();
    expect(codes(fixture)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
    expect(lines(fixture).filter((one) => one.tabIndex === 0)).toHaveLength(1);
  });

  it('moves the focus by arrow and chooses a leaf by Enter', async () => {
    const fixture = await show();
    line(fixture, '1').focus();
    await press(fixture, '1', 'ArrowDown');
    expect(document.activeElement).toBe(line(fixture, '1.1'));
    await press(fixture, '1.1', 'Enter');
    expect(chosen).toEqual(['1.1']);
  });

  it('opens and closes a branch by arrow, said by aria-expanded', async () => {
    const fixture = await show();
    await press(fixture, '2.1', 'ArrowUp');
    line(fixture, '2.1').click();
    await fixture.whenStable();
    expect(codes(fixture)).toContain('2.1.1');
    expect(line(fixture, '2.1').getAttribute('aria-expanded')).toBe('true');
    await press(fixture, '2.1', 'ArrowLeft');
    expect(codes(fixture)).not.toContain('2.1.1');
  });

  it('opens the way to the criterion that is selected from outside', async () => {
    const fixture = await show();
    selected.set('2.1.1');
    await fixture.whenStable();
    expect(line(fixture, '2.1.1').getAttribute('aria-selected')).toBe('true');
  });

  it('keeps only the leaves of the filter that is pressed', async () => {
    const fixture = await show();
    const button = fixture.nativeElement.querySelector('.filters button') as HTMLButtonElement;
    button.click();
    await fixture.whenStable();
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(codes(fixture)).toEqual(['1', '1.2']);
  });

  it('says that nothing matches', async () => {
    const fixture = await show();
    const box = fixture.nativeElement.querySelector('input') as HTMLInputElement;
    box.value = 'khảo sát';
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(lines(fixture)).toHaveLength(0);
    expect(fixture.nativeElement.textContent).toContain('Không có tiêu chí nào khớp.');
  });
});
