import { inputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LoadState } from './load-state';

const error = signal<Error | undefined>(undefined);
const isLoading = signal(true);
const reload = jest.fn(() => true);

function show() {
  const fixture = TestBed.createComponent(LoadState, { bindings: [inputBinding('of', () => ({ error, isLoading, reload }))] });
  fixture.detectChanges();
  return fixture;
}

describe('what stands in for content that is loading', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    error.set(undefined);
    isLoading.set(true);
    reload.mockClear();
  });
  afterEach(() => jest.useRealTimers());

  it('is nothing at first, a skeleton after 300 ms', () => {
    const fixture = show();
    TestBed.tick();
    expect(fixture.nativeElement.querySelector('par-skeleton')).toBeNull();
    jest.advanceTimersByTime(300);
    fixture.detectChanges();
    expect(fixture.nativeElement.querySelector('par-skeleton')).not.toBeNull();
    expect(fixture.nativeElement.querySelector('[role=status]').textContent).toContain('Đang tải');
  });

  it('is the reason why it failed, with a way to try again', () => {
    const fixture = show();
    isLoading.set(false);
    error.set(new Error('Không kết nối được với máy chủ.'));
    fixture.detectChanges();
    expect(fixture.nativeElement.querySelector('[role=alert]').textContent).toContain('Không kết nối được với máy chủ.');
    fixture.nativeElement.querySelector('button').click();
    expect(reload).toHaveBeenCalled();
  });
});
