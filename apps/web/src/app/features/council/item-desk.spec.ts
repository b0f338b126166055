import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CouncilItemView } from '@par-index/contract';
import { of, throwError } from 'rxjs';
import { Refusal } from '../../platform/problem/refusal';
import { CouncilApi } from './council-api';
import { item } from './council.fixture';
import { ItemDesk } from './item-desk';

const STALE = new Refusal('record.version-stale', 'Người khác vừa sửa.', { status: 412 } as Refusal['problem']);

describe('an item before the council', () => {
  const api = { get: jest.fn(), vote: jest.fn(), propose: jest.fn(), close: jest.fn() };

  async function desk(first: CouncilItemView = item()): Promise<ItemDesk> {
    jest.resetAllMocks();
    api.get.mockReturnValue(of(first));
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ItemDesk, { provide: CouncilApi, useValue: api }] });
    const one = TestBed.inject(ItemDesk);
    one.itemId.set(first.id);
    TestBed.tick();
    await new Promise((settled) => setTimeout(settled));
    return one;
  }

  it('offers what the server opens', async () => {
    const one = await desk();
    expect([one.mayVote(), one.mayPropose(), one.mayClose()]).toEqual([true, true, false]);
  });

  it('shows a vote as stored when the server has stored it', async () => {
    const one = await desk();
    api.vote.mockReturnValue(of(item({ myVote: { proposalId: 'asked', version: 1 }, cast: 1 })));
    await one.vote('asked');
    expect(api.vote).toHaveBeenCalledWith(expect.objectContaining({ id: 'i1', myVote: null }), 'asked');
    expect([one.view()?.myVote?.proposalId, one.votedAt() !== null, one.refused()]).toEqual(['asked', true, null]);
  });

  it('loads what was changed elsewhere, and says so', async () => {
    const one = await desk();
    api.vote.mockReturnValue(throwError(() => STALE));
    api.get.mockReturnValue(of(item({ myVote: { proposalId: 'given', version: 2 } })));
    await one.vote('asked');
    expect([one.view()?.myVote?.proposalId, one.refused(), one.votedAt()]).toEqual(['given', 'Người khác vừa sửa.', null]);
  });

  it('hands the form what was refused of a proposal', async () => {
    const one = await desk();
    const refusal = new Refusal('reason.required', 'Thiếu lý do', { status: 422 } as Refusal['problem']);
    api.propose.mockReturnValue(throwError(() => refusal));
    expect(await one.propose({ awarded: 1, reason: '' })).toBe(refusal);
    expect(one.refused()).toBeNull();
  });

  it('closes on the version that was read', async () => {
    const one = await desk(item({ version: 7, openActions: ['close'] }));
    api.close.mockReturnValue(of(item({ state: 'closed', outcome: 'stands', version: 8 })));
    expect(await one.close({ reason: '' })).toBe(true);
    expect(api.close).toHaveBeenCalledWith(expect.objectContaining({ version: 7 }), { reason: '' });
  });
});
