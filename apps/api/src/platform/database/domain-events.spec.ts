import type { EntityManager } from 'typeorm';
import { DomainEvents } from './domain-events';
import { Transaction } from './transaction';

const transactionWith = (events: DomainEvents): Transaction => new Transaction({} as EntityManager, null, new Date(0), events);

describe('DomainEvents', () => {
  it('tells each listener once, one after the other, in the order in which they came', async () => {
    const events = new DomainEvents();
    const heard: string[] = [];
    events.on('clock.ticked', async () => {
      await new Promise((wait) => setTimeout(wait, 10));
      heard.push('slow');
    });
    events.on('clock.ticked', () => Promise.resolve(void heard.push('fast')));
    await events.raise(transactionWith(events), 'clock.ticked', { at: new Date(0) });
    expect(heard).toEqual(['slow', 'fast']);
  });

  it('tells nobody of what they do not listen to', async () => {
    const events = new DomainEvents();
    const listener = jest.fn(() => Promise.resolve());
    events.on('cycle.published', listener);
    await events.raise(transactionWith(events), 'clock.ticked', { at: new Date(0) });
    expect(listener).not.toHaveBeenCalled();
  });

  it('hands over the transaction and what happened', async () => {
    const events = new DomainEvents();
    const listener = jest.fn(() => Promise.resolve());
    events.on('cycle.published', listener);
    const tx = transactionWith(events);
    await tx.raise('cycle.published', { cycleId: 'c-1' });
    expect(listener).toHaveBeenCalledWith(tx, { cycleId: 'c-1' });
  });

  it('stops at the first that refuses', async () => {
    const events = new DomainEvents();
    const later = jest.fn(() => Promise.resolve());
    events.on('cycle.published', () => Promise.reject(new Error('refused')));
    events.on('cycle.published', later);
    await expect(transactionWith(events).raise('cycle.published', { cycleId: 'c-1' })).rejects.toThrow('refused');
    expect(later).not.toHaveBeenCalled();
  });
});
