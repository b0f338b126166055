import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ChangedAssessment, CriterionChange } from '@par-index/contract';
import { ChangesSince } from './changes-since';
import { CycleChanges } from './cycle-changes';

const AT = '2026-11-20T01:00:00.000Z';
const CHANGES: readonly CriterionChange[] = [{ code: '1.1', kinds: ['answer', 'evidence'], at: AT }, { code: '2.2', kinds: ['figure'], at: AT }];
const CHANGED: readonly ChangedAssessment[] = [{ assessmentId: 'as-1', agency: { id: 'y', code: 'y', name: 'Sở Y tế', shortName: 'Y tế' }, criteria: 2 }];

async function shown<T>(component: Type<T>, inputs: Readonly<Record<string, unknown>>, answer: readonly object[]): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(component, { bindings: Object.entries(inputs).map(([name, value]) => inputBinding(name, () => value)) });
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne(({ url }) => url.endsWith('/changes')).flush(answer);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
const wordsOf = (element: HTMLElement): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('what changed since the submission, before the eyes of who approves', () => {
  it('is counted, and each criterion leads to where it is read', async () => {
    const element = await shown(ChangesSince, { assessmentId: 'as-1', base: '/appraisals' }, CHANGES);
    expect(wordsOf(element)).toContain('Thay đổi sau khi nộp: 2 tiêu chí');
    expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/appraisals/as-1/1.1', '/appraisals/as-1/2.2']);
  });

  it('is one sentence where one criterion is decided', async () => {
    expect(wordsOf(await shown(ChangesSince, { assessmentId: 'as-1', code: '2.2' }, CHANGES))).toBe('Thay đổi sau khi nộp: số liệu khảo sát, nguồn ngoài.');
  });

  it('is nothing where nothing changed', async () => {
    expect(wordsOf(await shown(ChangesSince, { assessmentId: 'as-1', code: '1.2' }, CHANGES))).toBe('');
    TestBed.resetTestingModule();
    expect(wordsOf(await shown(ChangesSince, { assessmentId: 'as-1' }, []))).toBe('');
    TestBed.resetTestingModule();
    expect(wordsOf(await shown(CycleChanges, { cycleId: 'c-1' }, []))).toBe('');
  });

  it('is counted over a cycle, and each agency leads to its assessment', async () => {
    const element = await shown(CycleChanges, { cycleId: 'c-1' }, CHANGED);
    expect(wordsOf(element)).toBe('Thay đổi sau khi nộp: 1 hồ sơSở Y tế · 2 tiêu chí');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/appraisals/as-1');
  });
});
