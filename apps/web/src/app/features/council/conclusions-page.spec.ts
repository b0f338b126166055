import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CouncilAssessment, CouncilView } from '@par-index/contract';
import { of, throwError } from 'rxjs';
import { Refusal } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { ChairNaming } from './chair-naming';
import { ConclusionApi } from './conclusion-api';
import { ConclusionsPage } from './conclusions-page';
import { CouncilApi } from './council-api';

const SITTING: CouncilView = {
  ...{ cycleId: 'c1', cycleTitle: 'Kỳ 2027', phase: 'council', window: null, now: '2027-01-10T02:00:00Z', gathered: 0, voting: 1, closed: 1, toVote: 0, concludable: 1, mayConclude: true },
  ...{ blind: { mode: 'chosen', threshold: 10, version: 0, mayEdit: true }, blindOpen: 0, blindToGive: 2, blindApart: 0, mayAssignBlind: true },
};
const line = (overrides: Partial<CouncilAssessment> = {}): CouncilAssessment => ({
  ...{ assessmentId: 'a1', agency: { id: 'so-y-te', code: 'SYT', name: 'Sở Y tế', shortName: 'SYT' }, state: 'reappraised', version: 4, open: 0, closed: 1 },
  ...{ chair: 'there', actingChair: null, actingVersion: 0, mayConclude: true, lockedBecause: null, mayNameChair: false },
  ...overrides,
});

describe('the council, one assessment after the other', () => {
  const api = { list: jest.fn(), conclude: jest.fn() };
  const naming = { name: jest.fn() };
  const reasons = { ask: jest.fn() };
  const toasts = { done: jest.fn() };

  async function show(...items: readonly CouncilAssessment[]): Promise<ComponentFixture<ConclusionsPage>> {
    jest.resetAllMocks();
    api.list.mockReturnValue(of({ items, total: items.length, page: 1, pageSize: 50 }));
    TestBed.configureTestingModule({
      providers: [
        ...[provideZonelessChangeDetection(), provideRouter([]), { provide: CouncilApi, useValue: { sitting: () => of(SITTING) } }, { provide: ConclusionApi, useValue: api }],
        ...[{ provide: ChairNaming, useValue: naming }, { provide: ReasonPrompt, useValue: reasons }, { provide: Toasts, useValue: toasts }],
      ],
    });
    const shown = TestBed.createComponent(ConclusionsPage);
    shown.componentRef.setInput('cycleId', 'c1');
    await settle(shown);
    return shown;
  }
  async function settle(shown: ComponentFixture<ConclusionsPage>): Promise<void> {
    await shown.whenStable();
    await new Promise((turn) => setTimeout(turn));
    await shown.whenStable();
  }
  const root = ({ nativeElement }: ComponentFixture<ConclusionsPage>) => nativeElement as HTMLElement;
  const words = (shown: ComponentFixture<ConclusionsPage>) => root(shown).textContent.replace(/\s+/g, ' ');
  async function press(shown: ComponentFixture<ConclusionsPage>, label: string): Promise<void> {
    root(shown).querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)?.click();
    await settle(shown);
  }

  it('says why one can’t be concluded, and offers nothing', async () => {
    const shown = await show(line({ open: 1, mayConclude: false, lockedBecause: 'Hội đồng còn nội dung chưa kết luận.' }));
    expect(words(shown)).toContain('1 nội dung mở, 1 đã kết luận');
    expect(words(shown)).toContain('Hội đồng còn nội dung chưa kết luận.');
    expect(root(shown).querySelectorAll('li button')).toHaveLength(0);
    expect(words(shown)).toContain('2 chờ bạn');
  });

  it('concludes on the version that was read, with the reason, and loads what stands then', async () => {
    const shown = await show(line());
    reasons.ask.mockResolvedValue('Không còn nội dung');
    api.conclude.mockReturnValue(of(line({ state: 'decided' })));
    await press(shown, 'Kết luận hồ sơ của Sở Y tế');
    expect(api.conclude).toHaveBeenCalledWith(expect.objectContaining({ assessmentId: 'a1', version: 4 }), 'Không còn nội dung');
    expect(toasts.done).toHaveBeenCalledWith('Đã kết luận hồ sơ của Sở Y tế.');
    expect(api.list).toHaveBeenCalledTimes(2);
  });

  it('concludes nothing without a reason, and says what the server refused', async () => {
    const shown = await show(line());
    reasons.ask.mockResolvedValue(null);
    await press(shown, 'Kết luận hồ sơ của Sở Y tế');
    expect(api.conclude).not.toHaveBeenCalled();
    reasons.ask.mockResolvedValue('Xong');
    api.conclude.mockReturnValue(throwError(() => new Refusal('council.items-open', 'Còn nội dung mở.', { status: 409 } as Refusal['problem'])));
    await press(shown, 'Kết luận hồ sơ của Sở Y tế');
    expect(words(shown)).toContain('Còn nội dung mở.');
  });

  it('names who leads where every chair belongs to the agency', async () => {
    const shown = await show(line({ chair: 'missing', mayConclude: false, mayNameChair: true, lockedBecause: 'Mọi Chủ tịch Hội đồng đều thuộc cơ quan này.' }));
    naming.name.mockResolvedValue('Lý Thị Xuân');
    await press(shown, 'Cử người chủ trì tại Sở Y tế');
    expect(naming.name).toHaveBeenCalledWith('a1', 'Sở Y tế');
    expect(toasts.done).toHaveBeenCalledWith('Đã cử Lý Thị Xuân chủ trì thay.');
  });

  it('names another, and says who leads', async () => {
    const shown = await show(line({ chair: 'acting', actingChair: 'Lý Thị Xuân', mayConclude: false, mayNameChair: true, lockedBecause: 'Chủ tịch Hội đồng hoặc người chủ trì thay kết luận hồ sơ này.' }));
    expect(words(shown)).toContain('Chủ trì thay: Lý Thị Xuân');
    naming.name.mockResolvedValue(null);
    await press(shown, 'Đổi người chủ trì tại Sở Y tế');
    expect(toasts.done).not.toHaveBeenCalled();
  });
});
