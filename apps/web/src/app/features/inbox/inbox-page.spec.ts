import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { NotificationPage, NotificationView } from '@par-index/contract';
import { NEVER, of } from 'rxjs';
import { Unread } from '../../platform/inbox/unread';
import { InboxApi } from './inbox-api';
import { InboxPage } from './inbox-page';

const one = (overrides: Partial<NotificationView> = {}): NotificationView => ({
  id: 'n-1',
  kind: 'assessment-returned',
  parts: { agencyName: 'Sở Y tế', reason: 'Thiếu số liệu' },
  path: '/assessments/a-1',
  createdAt: '2026-11-24T02:00:00.000Z',
  readAt: null,
  ...overrides,
});

describe('the inbox page', () => {
  const unread = { reload: jest.fn() };
  const read = jest.fn(() => of(undefined));
  const readAll = jest.fn(() => of(undefined));
  let page: HTMLElement;
  let settle: () => Promise<unknown>;

  async function shown(...items: readonly NotificationView[]): Promise<void> {
    const listed: NotificationPage = { items, total: items.length, page: 1, pageSize: 50, unread: items.filter(({ readAt }) => readAt === null).length };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: Unread, useValue: unread }, { provide: InboxApi, useValue: { list: () => of(listed), read, readAll, mails: () => NEVER } }],
    });
    jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const fixture = TestBed.createComponent(InboxPage);
    settle = () => fixture.whenStable();
    await settle();
    page = fixture.nativeElement as HTMLElement;
  }
  beforeEach(() => jest.clearAllMocks());

  const press = async (name: string): Promise<void> => {
    const button = [...page.querySelectorAll('button')].find((each) => (each.textContent ?? '').split(':')[0]?.trim() === name);
    button?.click();
    await settle();
  };

  it('says what happened and what to do', async () => {
    await shown(one());
    expect(page.textContent).toContain('Lãnh đạo đã trả lại hồ sơ của Sở Y tế');
    expect(page.textContent).toContain('Lý do: Thiếu số liệu. Hãy sửa rồi trình lại.');
  });

  it('says it in English where the pages are shown in English, and keeps what people wrote', async () => {
    document.documentElement.lang = 'en';
    await shown(one());
    document.documentElement.lang = 'vi';
    expect(page.textContent).toContain('The head has returned the assessment of Sở Y tế');
    expect(page.textContent).toContain('Reason: Thiếu số liệu. Edit it, then send it again.');
  });

  it('reads what is opened, and goes there', async () => {
    await shown(one());
    page.querySelector<HTMLElement>('li a')?.click();
    await settle();
    expect(read).toHaveBeenCalledWith('n-1');
    expect(TestBed.inject(Router).navigateByUrl).toHaveBeenCalledWith('/assessments/a-1');
    expect(unread.reload).toHaveBeenCalled();
  });

  it('goes to what was read before without reading it again', async () => {
    await shown(one({ readAt: '2026-11-24T03:00:00.000Z' }));
    page.querySelector<HTMLElement>('li a')?.click();
    await settle();
    expect(read).not.toHaveBeenCalled();
    expect(TestBed.inject(Router).navigateByUrl).toHaveBeenCalled();
  });

  it('reads one where it stands', async () => {
    await shown(one());
    await press('Đánh dấu đã đọc');
    expect(read).toHaveBeenCalledWith('n-1');
    expect(TestBed.inject(Router).navigateByUrl).not.toHaveBeenCalled();
  });

  it('reads all up to the newest one that is shown', async () => {
    await shown(one(), one({ id: 'n-2', createdAt: '2026-11-24T05:00:00.000Z' }));
    await press('Đánh dấu tất cả đã đọc');
    expect(readAll).toHaveBeenCalledWith('2026-11-24T05:00:00.001Z');
  });

  it('offers nothing to read where all is read', async () => {
    await shown(one({ readAt: '2026-11-24T03:00:00.000Z' }));
    expect(page.textContent).not.toContain('Đánh dấu tất cả đã đọc');
  });
});
