import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CouncilItemView } from '@par-index/contract';
import { of, throwError } from 'rxjs';
import { Refusal } from '../../platform/problem/refusal';
import { Confirm } from '../../ui/prompt/confirm';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { CouncilApi } from './council-api';
import { blind, item, opinion } from './council.fixture';
import { ItemBlind } from './item-blind';
import { ItemDesk } from './item-desk';

const RATIO = {
  ...{ code: '1.1', title: 'Kế hoạch', max: 2 },
  rule: { kind: 'proportional', measure: { type: 'ratio', numerator: 'Đã xong', denominator: 'Phải làm' } },
} as unknown as CouncilItemView['criterion'];

const asked = (overrides: Partial<CouncilItemView> = {}) =>
  item({ criterion: RATIO, declared: { numerator: 9, denominator: 10 }, openActions: [], blindActions: ['give'], blind: blind({ seat: 'to-give' }), ...overrides });

describe('the blind appraisal of an item', () => {
  const api = { get: jest.fn(), giveBlind: jest.fn(), assignBlind: jest.fn(), withdrawBlind: jest.fn(), blindCandidates: jest.fn() };
  const confirm = { ask: jest.fn() };
  const reasons = { ask: jest.fn() };

  async function show(view: CouncilItemView): Promise<ComponentFixture<ItemBlind>> {
    jest.resetAllMocks();
    api.get.mockReturnValue(of(view));
    confirm.ask.mockResolvedValue(true);
    TestBed.configureTestingModule({
      providers: [
        ...[provideZonelessChangeDetection(), provideRouter([]), ItemDesk],
        ...[{ provide: CouncilApi, useValue: api }, { provide: Confirm, useValue: confirm }, { provide: ReasonPrompt, useValue: reasons }],
      ],
    });
    const desk = TestBed.inject(ItemDesk);
    desk.itemId.set(view.id);
    const shown = TestBed.createComponent(ItemBlind);
    shown.componentRef.setInput('item', view);
    await shown.whenStable();
    return shown;
  }

  const root = ({ nativeElement }: ComponentFixture<ItemBlind>) => nativeElement as HTMLElement;
  const words = (shown: ComponentFixture<ItemBlind>) => root(shown).textContent.replace(/\s+/g, ' ');
  const buttons = (shown: ComponentFixture<ItemBlind>) => [...root(shown).querySelectorAll('button')].map((one) => one.textContent.trim());
  async function press(shown: ComponentFixture<ItemBlind>, label: string): Promise<void> {
    [...root(shown).querySelectorAll('button')].find((one) => one.textContent.trim() === label)?.click();
    await settle(shown);
  }
  async function settle(shown: ComponentFixture<ItemBlind>): Promise<void> {
    await new Promise((turn) => setTimeout(turn));
    await shown.whenStable();
  }
  async function type(shown: ComponentFixture<ItemBlind>, selector: string, text: string): Promise<void> {
    const field = root(shown).querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(selector);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settle(shown);
  }

  it('shows nothing where nobody was asked and the reader chooses nobody', async () => {
    expect(words(await show(item())).trim()).toBe('');
  });

  it('says to everybody else that it is under way, and nothing of it', async () => {
    const shown = await show(asked({ blindActions: [], blind: blind() }));
    expect(words(shown)).toContain('Hai thành viên đang thẩm định độc lập');
    expect(buttons(shown)).toEqual([]);
  });

  it('sends what was appraised once the reader agreed to the points', async () => {
    const shown = await show(asked());
    api.giveBlind.mockReturnValue(of(asked({ blind: blind({ seat: 'given', mine: opinion(1.25) }), blindActions: [] })));
    root(shown).querySelector<HTMLInputElement>('input[value="award"]')?.click();
    await settle(shown);
    await type(shown, '#blind-awarded', '1,25');
    await type(shown, '#blind-reason', 'Thiếu một việc');
    await press(shown, 'Gửi kết quả');
    expect(confirm.ask).toHaveBeenCalledWith(expect.objectContaining({ effects: ['Kết quả của bạn: 1,25 điểm.'] }));
    expect(api.giveBlind).toHaveBeenCalledWith('i1', { kind: 'award', awarded: 1.25, reason: 'Thiếu một việc' });
  });

  it('does not send what lacks a reason, and says so at the field', async () => {
    const shown = await show(asked());
    await press(shown, 'Gửi kết quả');
    expect(confirm.ask).not.toHaveBeenCalled();
    expect(root(shown).querySelector('#blind-reason')?.getAttribute('aria-invalid')).toBe('true');
    expect(words(shown)).toContain('Hãy ghi lý do');
  });

  it('stays typed where the reader went back, or the server refused it', async () => {
    const shown = await show(asked());
    await type(shown, '#blind-reason', 'Đủ');
    confirm.ask.mockResolvedValueOnce(false);
    await press(shown, 'Gửi kết quả');
    expect(api.giveBlind).not.toHaveBeenCalled();
    api.giveBlind.mockReturnValue(throwError(() => new Refusal('council.blind-given', 'Bạn đã gửi.', { status: 422 } as Refusal['problem'])));
    await press(shown, 'Gửi kết quả');
    expect(words(shown)).toContain('Bạn đã gửi.');
    expect(root(shown).querySelector<HTMLTextAreaElement>('#blind-reason')?.value).toBe('Đủ');
  });

  it('shows the reader’s own once it is sent, and no form', async () => {
    const shown = await show(asked({ blindActions: [], blind: blind({ seat: 'given', mine: opinion(1.25) }) }));
    expect(words(shown)).toContain('Kết quả đã gửi không sửa được.');
    expect(root(shown).querySelector('form')).toBeNull();
  });

  it('shows both beside each other once both are in, and what came of them', async () => {
    const compared = { state: 'compared' as const, seat: 'given' as const, opinions: [opinion(1.5, { by: 'An' }), opinion(1, { by: 'Bình', reason: 'Thiếu' })] };
    const apart = await show(asked({ blindActions: [], blind: blind({ ...compared, gap: 0.5, withinThreshold: false }) }));
    expect(words(apart)).toMatch(/Lệch 0,50 điểm, vượt ngưỡng 10 % của 2 điểm.*An.*Bình.*Thiếu/);
    expect(root(apart).querySelector('.notice-partial')).not.toBeNull();
    TestBed.resetTestingModule();
    const within = await show(asked({ blindActions: [], blind: blind({ ...compared, gap: 0.2, withinThreshold: true }) }));
    expect(words(within)).toContain('Lệch 0,20 điểm, trong ngưỡng 10 % của 2 điểm.');
  });

  it('asks the two whose turn it is, unless others are chosen', async () => {
    const shown = await show(asked({ blind: null, blindActions: ['assign'] }));
    const candidate = (id: string, ofAppraiser = false) => ({ id, fullName: `Người ${id}`, ofAppraiser, seats: 0 });
    api.blindCandidates.mockReturnValue(of({ candidates: [candidate('a'), candidate('b'), candidate('x', true)], drawn: ['a', 'b'] }));
    api.assignBlind.mockReturnValue(of(asked({ blindActions: [] })));
    await press(shown, 'Giao thẩm định độc lập');
    const boxes = () => [...root(shown).querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, false]);
    boxes()[1]?.click();
    boxes()[2]?.click();
    await settle(shown);
    await press(shown, 'Giao thẩm định độc lập');
    expect(words(shown)).toContain('Còn thành viên không thuộc cơ quan đã thẩm định tiêu chí.');
    expect(api.assignBlind).not.toHaveBeenCalled();
    boxes()[2]?.click();
    boxes()[1]?.click();
    await settle(shown);
    await press(shown, 'Giao thẩm định độc lập');
    expect(api.assignBlind).toHaveBeenCalledWith('i1', ['a', 'b']);
  });

  it('shows whom it waits for to whoever chose them, who may call it off with a reason', async () => {
    const shown = await show(asked({ blindActions: ['withdraw'], blind: blind({ members: ['An', 'Bình'], awaited: ['Bình'] }) }));
    expect(words(shown)).toMatch(/Được giao: An, Bình.*Chưa gửi: Bình/);
    reasons.ask.mockResolvedValue('Vắng mặt');
    api.withdrawBlind.mockReturnValue(of(item()));
    await press(shown, 'Hủy giao');
    expect(api.withdrawBlind).toHaveBeenCalledWith(expect.objectContaining({ id: 'i1' }), 'Vắng mặt');
  });
});
