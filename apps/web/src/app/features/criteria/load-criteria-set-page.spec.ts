import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { LoadCriteriaSetPage } from './load-criteria-set-page';

const SET = {
  format: 'par-criteria-set/1',
  code: 's',
  title: 'Bộ tiêu chí thử',
  year: 2026,
  appliesTo: 'so',
  criteria: [{ code: '1', title: 'Chấm', max: 100, rule: { kind: 'direct' } }],
};

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function choose(text: string): Promise<{ readonly fixture: ComponentFixture<LoadCriteriaSetPage>; readonly http: HttpTestingController }> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(LoadCriteriaSetPage);
  await fixture.whenStable();
  const box = fixture.nativeElement.querySelector('input[type=file]') as HTMLInputElement;
  const file = Object.assign(new File([text], 'bo.json'), { text: () => Promise.resolve(text) });
  Object.defineProperty(box, 'files', { value: [file] });
  box.dispatchEvent(new Event('change'));
  await settle();
  return { fixture, http: TestBed.inject(HttpTestingController) };
}

const said = (fixture: ComponentFixture<LoadCriteriaSetPage>): string => fixture.nativeElement.textContent;

describe('loading a criteria set', () => {
  beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));

  it('shows each error under its own line of the file and offers no loading', async () => {
    const { fixture, http } = await choose('{\n  "title": "x",\n  "criteria": [\n    { "code": "1", "max": -1 }\n  ]\n}');
    http.expectOne('/api/v1/criteria-sets/check').flush({
      valid: false,
      findings: [{ severity: 'error', code: 'number.out-of-range', pointer: '/criteria/0/max', params: {}, detail: 'Điểm tối đa phải từ 0' }],
    });
    await settle();
    await fixture.whenStable();
    const finding = fixture.nativeElement.querySelector('.finding') as HTMLElement;
    expect(finding.textContent).toContain('Điểm tối đa phải từ 0');
    expect(finding.previousElementSibling?.textContent).toContain('"max": -1');
    expect(said(fixture)).toContain('bo.json có 1 lỗi');
    expect(said(fixture)).not.toContain('Nạp bộ tiêu chí này');
  });

  it('shows where a file stops being JSON, without asking the server', async () => {
    const { fixture, http } = await choose('{\n  "title": ,\n}');
    await fixture.whenStable();
    http.expectNone('/api/v1/criteria-sets/check');
    expect(fixture.nativeElement.querySelector('.line.hit')?.textContent).toContain('"title": ,');
  });

  it('shows a sound set and loads it', async () => {
    const { fixture, http } = await choose(JSON.stringify(SET, null, 2));
    http.expectOne('/api/v1/criteria-sets/check').flush({ valid: true, findings: [] });
    await settle();
    await fixture.whenStable();
    expect(fixture.nativeElement.querySelectorAll('[role=treeitem]')).toHaveLength(1);
    const load = [...fixture.nativeElement.querySelectorAll('button')].find((one: HTMLElement) => one.textContent?.includes('Nạp bộ tiêu chí này')) as HTMLElement;
    load.click();
    expect(http.expectOne('/api/v1/criteria-sets').request.body).toEqual(SET);
  });
});
