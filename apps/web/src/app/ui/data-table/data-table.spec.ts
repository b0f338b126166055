import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Cell } from './cell';
import { DataTable } from './data-table';
import type { Column } from './table-order';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly points: number;
}

@Component({
  imports: [Cell, DataTable],
  template: `
    <par-data-table caption="Xếp hạng" [columns]="columns" [rows]="rows" [rowKey]="keyOf" [choosable]="true" [selected]="selected()" (rowChosen)="selected.set($event.id)">
      <ng-template parCell="points" [of]="rows" let-row><strong>{{ row.points }}</strong></ng-template>
    </par-data-table>
  `,
})
class Page {
  readonly selected = signal<string | null>(null);
  readonly rows: readonly Row[] = [
    { id: 'a', name: 'Sở Tư pháp', points: 91 },
    { id: 'b', name: 'Sở Nội vụ', points: 90 },
  ];
  readonly keyOf = (row: Row): string => row.id;
  readonly columns: readonly Column<Row>[] = [
    { id: 'name', head: 'Cơ quan', text: (row) => row.name, value: (row) => row.name },
    { id: 'points', head: 'Điểm', align: 'number', value: (row) => row.points, falling: true },
  ];
}

async function show(): Promise<ComponentFixture<Page>> {
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement);
  await fixture.whenStable();
  return fixture;
}

const rows = (fixture: ComponentFixture<Page>): readonly HTMLTableRowElement[] => [...fixture.nativeElement.querySelectorAll('tbody tr')];
const head = (fixture: ComponentFixture<Page>, label: string): HTMLButtonElement =>
  [...fixture.nativeElement.querySelectorAll('th button')].find((one: HTMLElement) => one.textContent?.includes(label)) as HTMLButtonElement;

describe('the table', () => {
  it('says what it is, and stands in a region that the keyboard reaches', async () => {
    const region = (await show()).nativeElement.querySelector('[role=region]') as HTMLElement;
    expect(region.getAttribute('aria-label')).toBe('Xếp hạng');
    expect(region.tabIndex).toBe(0);
  });

  it('draws a cell by its template, or by its text', async () => {
    const [first] = rows(await show());
    expect(first?.querySelector('strong')?.textContent).toBe('91');
    expect(first?.textContent).toContain('Sở Tư pháp');
  });

  it('sorts by a click on the head and says in which direction', async () => {
    const fixture = await show();
    head(fixture, 'Cơ quan').click();
    await fixture.whenStable();
    expect(rows(fixture)[0]?.textContent).toContain('Sở Nội vụ');
    expect(head(fixture, 'Cơ quan').closest('th')?.getAttribute('aria-sort')).toBe('ascending');
  });

  it('goes from row to row by arrow and chooses by Enter', async () => {
    const fixture = await show();
    const [first, second] = rows(fixture);
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(document.activeElement).toBe(second);
    second?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await fixture.whenStable();
    expect(rows(fixture)[1]?.getAttribute('aria-current')).toBe('true');
  });
});
