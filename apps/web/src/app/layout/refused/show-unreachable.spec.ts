import { Component, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { showUnreachable } from '../../platform/navigation/show-unreachable';
import { UnreachablePage } from './unreachable-page';

@Component({ template: 'page' })
class Page {}

describe('a page that cannot be opened', () => {
  it('is replaced by one that says so and offers to load again', async () => {
    const handled: unknown[] = [];
    const lost = new Error('Không kết nối được');
    const refuse = () => Promise.reject(lost);
    TestBed.configureTestingModule({
      providers: [
        { provide: ErrorHandler, useValue: { handleError: (error: unknown) => handled.push(error) } },
        provideRouter(
          [
            { path: 'work', canActivate: [refuse], component: Page },
            { path: 'unreachable', component: UnreachablePage },
          ],
          withNavigationErrorHandler(showUnreachable),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create();
    await TestBed.inject(Router).navigateByUrl('/work');
    harness.detectChanges();
    expect(harness.routeNativeElement?.textContent).toContain('Không kết nối được với máy chủ');
    expect(harness.routeNativeElement?.querySelector('button')?.textContent).toContain('Tải lại');
    expect(handled).toEqual([lost]);
  });
});
