import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SiteView } from '@par-index/contract';
import { refusals } from '../../platform/problem/refusals';
import { SignInPage } from './sign-in-page';

@Component({ template: 'page' })
class Page {}

const SITE: SiteView = {
  provinceName: 'Tuyên Quang',
  demo: true,
  demoPeople: [
    { userName: 'stp', fullName: 'Lê Minh', roles: ['appraiser'], agencyName: 'Sở Tư pháp', purpose: 'Thẩm định thể chế.' },
    { userName: 'syt', fullName: 'Nguyễn Hạnh', roles: ['agency-officer'], agencyName: 'Sở Y tế', purpose: 'Hoàn thành hồ sơ.' },
  ],
  maxEvidenceBytes: 1,
};

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function show(): Promise<{ readonly page: HTMLElement; readonly http: HttpTestingController; readonly fixture: ComponentFixture<unknown> }> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([refusals])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'sign-in', component: SignInPage }, { path: '**', component: Page }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create('/sign-in?next=%2Fresults');
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/v1/site').flush(SITE);
  await settle();
  await harness.fixture.whenStable();
  return { page: harness.fixture.nativeElement, http, fixture: harness.fixture };
}

const press = (page: HTMLElement, words: string): void =>
  ([...page.querySelectorAll('button')].find((one) => one.textContent?.includes(words)) as HTMLElement).click();

describe('signing in', () => {
  it('shows the demo people by role, in the order of the work, with what they would do', async () => {
    const { page } = await show();
    expect([...page.querySelectorAll('h3')].map((one) => one.textContent)).toEqual(['Cán bộ đầu mối CCHC', 'Cán bộ thẩm định']);
    expect(page.textContent).toContain('Hoàn thành hồ sơ.');
    expect(page.textContent).toContain('Dữ liệu minh họa');
  });

  it('as one of them leads to the page that was asked for', async () => {
    const { page, http } = await show();
    press(page, 'Nguyễn Hạnh');
    const opened = http.expectOne('/api/v1/session/demo');
    expect(opened.request.body).toEqual({ userName: 'syt' });
    opened.flush({ csrfToken: 't', permissions: [], grants: [] });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/results');
  });

  it('that is refused says why, beside the button, and keeps what was typed', async () => {
    const { page, http, fixture } = await show();
    const name = page.querySelector('#user-name') as HTMLInputElement;
    name.value = 'lan';
    name.dispatchEvent(new Event('input'));
    (page.querySelector('form') as HTMLFormElement).dispatchEvent(new Event('submit'));
    http.expectOne('/api/v1/session').flush({ code: 'sign-in.refused', status: 401, detail: 'Tên đăng nhập hoặc mật khẩu không đúng.' }, { status: 401, statusText: '' });
    await settle();
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('không đúng');
    expect(name.value).toBe('lan');
  });
});
