import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { CriteriaSetImportView } from '@par-index/contract';
import { keptDoubts } from './kept-doubts';
import { LoadCriteriaSetPage } from './load-criteria-set-page';

const SET = {
  format: 'par-criteria-set/1',
  code: 's',
  title: 'Bộ tiêu chí thử',
  year: 2026,
  appliesTo: 'so',
  criteria: [{ code: '1', title: 'Chấm', max: 100, rule: { kind: 'direct' } }],
};
const EMPTY: CriteriaSetImportView = { kind: 'json', document: SET, valid: true, findings: [], cellErrors: [], doubts: [], difference: null };
const IMPORT = '/api/v1/criteria-sets/import';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

interface Opened {
  readonly fixture: ComponentFixture<LoadCriteriaSetPage>;
  readonly http: HttpTestingController;
}

async function choose(name: string, text: string): Promise<Opened> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const fixture = TestBed.createComponent(LoadCriteriaSetPage);
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  http.expectOne('/api/v1/criteria-sets').flush([]);
  http.expectOne('/api/v1/agency-groups').flush([{ code: 'so', name: 'Sở, ban, ngành' }]);
  await fixture.whenStable();
  const box = fixture.nativeElement.querySelector('input[type=file]') as HTMLInputElement;
  const file = Object.assign(new File([text], name), { text: () => Promise.resolve(text) });
  Object.defineProperty(box, 'files', { value: [file] });
  box.dispatchEvent(new Event('change'));
  await settle();
  return { fixture, http };
}

async function answered({ fixture, http }: Opened, view: Partial<CriteriaSetImportView>): Promise<void> {
  http.expectOne((request) => request.url === IMPORT).flush({ ...EMPTY, ...view });
  await settle();
  await fixture.whenStable();
}

const said = (fixture: ComponentFixture<LoadCriteriaSetPage>): string => fixture.nativeElement.textContent;
const button = (fixture: ComponentFixture<LoadCriteriaSetPage>, words: string): HTMLElement =>
  [...fixture.nativeElement.querySelectorAll('button')].find((one: HTMLElement) => one.textContent?.includes(words)) as HTMLElement;

describe('a criteria set from a file', () => {
  beforeAll(() => (Element.prototype.scrollIntoView = () => undefined));
  beforeEach(() => localStorage.clear());

  it('shows each error of a JSON file under its own line', async () => {
    const opened = await choose('bo.json', '{\n  "title": "x",\n  "criteria": [\n    { "code": "1", "max": -1 }\n  ]\n}');
    const finding = { severity: 'error' as const, code: 'number.out-of-range', pointer: '/criteria/0/max', params: {}, detail: 'Điểm tối đa phải từ 0', place: null };
    await answered(opened, { valid: false, findings: [finding] });
    const shown = opened.fixture.nativeElement.querySelector('.finding') as HTMLElement;
    expect(shown.textContent).toContain('Điểm tối đa phải từ 0');
    expect(shown.previousElementSibling?.textContent).toContain('"max": -1');
    expect(said(opened.fixture)).toContain('bo.json còn 1 lỗi');
    expect(button(opened.fixture, 'Ban hành ngay')).toBeUndefined();
  });

  it('shows where a file stops being JSON, without asking the server', async () => {
    const { fixture, http } = await choose('bo.json', '{\n  "title": ,\n}');
    await fixture.whenStable();
    http.expectNone((request) => request.url === IMPORT);
    expect(fixture.nativeElement.querySelector('.line.hit')?.textContent).toContain('"title": ,');
  });

  it('makes a draft of a sound set, and opens it', async () => {
    const opened = await choose('bo.json', JSON.stringify(SET));
    await answered(opened, { difference: { setId: 'a', title: 'Bộ cũ', versionNumber: 2, changes: [['1 «Chấm»', 'Mức tối đa: 90 → 100']] } });
    const { fixture, http } = opened;
    expect(fixture.nativeElement.querySelectorAll('[role=treeitem]')).toHaveLength(1);
    expect(said(fixture)).toContain('1 chỗ khác với «Bộ cũ», bản 2');
    expect(said(fixture)).toContain('Mức tối đa: 90 → 100');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    button(fixture, 'Tạo bản nháp').click();
    const request = http.expectOne('/api/v1/criteria-sets/drafts');
    expect(request.request.body).toEqual({ document: SET, title: SET.title, code: 's', year: 2026, groupCode: 'so' });
    request.flush({ id: 'd1' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/criteria-sets', 'd1', 'edit']);
  });

  it('publishes a sound set at once where that is asked for', async () => {
    const opened = await choose('bo.json', JSON.stringify(SET));
    await answered(opened, {});
    button(opened.fixture, 'Ban hành ngay').click();
    expect(opened.http.expectOne('/api/v1/criteria-sets').request.body).toEqual(SET);
  });

  it('names each bad cell of a workbook, and offers no draft', async () => {
    const opened = await choose('bo.xlsx', 'PK');
    await answered(opened, { kind: 'workbook', document: null, valid: false, cellErrors: [{ sheet: 'Tiêu chí', cell: 'D4', detail: 'Ô chứa công thức «=A1».' }] });
    expect(said(opened.fixture)).toContain('bo.xlsx có 1 ô chưa đúng');
    expect(said(opened.fixture)).toContain('Trang «Tiêu chí», ô D4: Ô chứa công thức «=A1».');
    expect(button(opened.fixture, 'Tạo bản nháp')).toBeUndefined();
  });

  it('lists the doubtful lines of a decision beside the tree; what nobody confirms goes with the draft', async () => {
    const opened = await choose('quyet-dinh.docx', 'PK');
    const doubt = (line: string) => ({ pointer: '/criteria/0', code: '1', row: 3, line, reason: 'Chưa rõ.', assumed: 'Chọn một mức.' });
    await answered(opened, { kind: 'word', document: { ...SET, year: undefined }, valid: false, doubts: [doubt('Đạt: 1'), doubt('Khác: 2')] });
    const { fixture, http } = opened;
    expect(said(fixture)).toContain('Còn 2 trên 2 chỗ chưa xem');
    expect(said(fixture)).toContain('dòng 3 của bảng');
    expect(button(fixture, '2 chỗ cần xem')).toBeDefined();
    (fixture.nativeElement.querySelector('#doubt-0 input') as HTMLElement).click();
    await fixture.whenStable();
    expect(said(fixture)).toContain('Còn 1 trên 2 chỗ chưa xem');
    button(fixture, 'Tạo bản nháp').click();
    await fixture.whenStable();
    expect(said(fixture)).toContain('Hãy nhập năm bốn chữ số.');
    http.expectNone('/api/v1/criteria-sets/drafts');
    const year = fixture.nativeElement.querySelector('[inputmode=numeric]') as HTMLInputElement;
    year.value = '2027';
    year.dispatchEvent(new Event('input'));
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    button(fixture, 'Tạo bản nháp').click();
    http.expectOne('/api/v1/criteria-sets/drafts').flush({ id: 'd2' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/criteria-sets', 'd2', 'import-doubts']);
    expect(keptDoubts('d2').map(({ line }) => line)).toEqual(['Khác: 2']);
  });

  it('says why a file is refused', async () => {
    const { fixture, http } = await choose('bo.docx', 'PK');
    const problem = { code: 'criteria-set.file-unreadable', detail: 'Không đọc được tệp.', status: 415, errors: [{ pointer: '/file', code: 'x', detail: 'Tệp có macro.' }] };
    http.expectOne((request) => request.url === IMPORT).flush(problem, { status: 415, statusText: 'Unsupported' });
    await settle();
    await fixture.whenStable();
    expect(said(fixture)).toContain('Không đọc được tệp. Tệp có macro.');
  });
});
