import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { AgencyView, DescendRequest } from '@par-index/contract';
import { LineageForm } from './lineage-form';

const agency = (id: string): AgencyView => ({ id, code: id, name: `Xã ${id}`, shortName: id, groupCode: 'xa-phuong', parentId: null, active: false, version: 1 });

describe('the form of a descent', () => {
  let fixture: ComponentFixture<LineageForm>;
  let saved: DescendRequest[];

  beforeEach(async () => {
    fixture = TestBed.createComponent(LineageForm);
    fixture.componentRef.setInput('agencies', ['a', 'b', 'c'].map(agency));
    fixture.componentRef.setInput('busy', false);
    saved = [];
    fixture.componentInstance.saved.subscribe((request) => saved.push(request));
    await fixture.whenStable();
  });

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const set = async (selector: string, value: string, event: 'input' | 'change' = 'input'): Promise<void> => {
    const field = page().querySelector<HTMLInputElement>(selector)!;
    field.value = value;
    field.dispatchEvent(new Event(event));
    await fixture.whenStable();
  };
  const submit = async (): Promise<void> => {
    page().querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };

  it('takes several predecessors, each once, and lets one go again', async () => {
    for (const id of ['a', 'b', 'c']) {
      await set('#lineage-who', id, 'change');
    }
    expect(page().querySelectorAll('#lineage-who option')).toHaveLength(1);
    page().querySelectorAll<HTMLButtonElement>('li button')[1]?.click();
    await set('#lineage-kind', 'split', 'change');
    await set('#lineage-day', '2026-07-01');
    await set('#lineage-basis', 'Nghị quyết 12');
    await submit();
    expect(saved).toEqual([{ predecessorIds: ['a', 'c'], kind: 'split', effectiveOn: '2026-07-01', legalBasis: 'Nghị quyết 12' }]);
  });

  it('says beside each field what is missing, and sends nothing', async () => {
    await submit();
    expect(saved).toEqual([]);
    expect(page().textContent).toContain('Hãy chọn ít nhất một cơ quan tiền thân.');
    expect(page().querySelectorAll('[aria-invalid=true]')).toHaveLength(3);
  });

  it('has of a line that is edited what it says, and its predecessor fixed', async () => {
    fixture.componentRef.setInput('line', { id: 'l', predecessor: agency('a'), successor: agency('b'), kind: 'rename', effectiveOn: '2025-07-01', legalBasis: 'Nghị quyết 1', version: 3 });
    await fixture.whenStable();
    expect(page().querySelector('#lineage-who')).toBeNull();
    await set('#lineage-basis', 'Nghị quyết 2');
    await submit();
    expect(saved).toEqual([{ predecessorIds: [], kind: 'rename', effectiveOn: '2025-07-01', legalBasis: 'Nghị quyết 2' }]);
  });
});
