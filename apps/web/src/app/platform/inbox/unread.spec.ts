import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '../session/session';
import { Unread } from './unread';

const COUNT = '/api/v1/notifications/count';

describe('the unread count', () => {
  const view = signal<{ userId: string } | null>({ userId: 'u-1' });
  let http: HttpTestingController;
  let unread: Unread;

  beforeEach(() => {
    jest.useFakeTimers();
    view.set({ userId: 'u-1' });
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), { provide: Session, useValue: { view } }] });
    http = TestBed.inject(HttpTestingController);
    unread = TestBed.inject(Unread);
    TestBed.tick();
  });
  afterEach(() => jest.useRealTimers());

  const answer = async (count: number): Promise<void> => {
    http.expectOne(COUNT).flush({ unread: count });
    await jest.advanceTimersByTimeAsync(0);
  };

  it('is asked when one comes, and every minute', async () => {
    await answer(3);
    expect(unread.count()).toBe(3);
    await jest.advanceTimersByTimeAsync(60_000);
    TestBed.tick();
    await answer(5);
    expect(unread.count()).toBe(5);
  });

  it('is asked when one comes back to the page', async () => {
    await answer(1);
    window.dispatchEvent(new Event('focus'));
    TestBed.tick();
    await answer(2);
    expect(unread.count()).toBe(2);
  });

  it('stays as it was while the server does not answer', async () => {
    await answer(4);
    unread.reload();
    TestBed.tick();
    expect(unread.count()).toBe(4);
    http.expectOne(COUNT).error(new ProgressEvent('offline'));
    await jest.advanceTimersByTimeAsync(0);
    expect(unread.count()).toBe(4);
  });

  it('is not asked for nobody', async () => {
    await answer(4);
    view.set(null);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    http.expectNone(COUNT);
    expect(unread.count()).toBe(0);
  });
});
