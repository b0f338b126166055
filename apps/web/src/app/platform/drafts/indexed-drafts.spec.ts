import 'fake-indexeddb/auto';
import type { Draft } from './draft';
import { IndexedDrafts } from './indexed-drafts';

const draft = (given: Partial<Draft<string>> = {}): Draft<string> => ({
  ...{ userId: 'an', subject: 'a', part: '1.1', writer: 'w1', value: 'x', stamp: 's1', typedAt: '2026-11-24T07:00:00.000Z' },
  ...given,
});

// jsdom lacks what fake-indexeddb copies values with.
globalThis.structuredClone ??= <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('drafts in the browser\'s own database', () => {
  const store = () => new IndexedDrafts<string>();

  it('outlive the page that wrote them, oldest first', async () => {
    await store().put(draft({ part: '1.2', typedAt: '2026-11-24T08:00:00.000Z' }));
    await store().put(draft({ value: 'xy' }));
    expect((await store().list('an', 'a')).map(({ part, value }) => [part, value])).toEqual([
      ['1.1', 'xy'],
      ['1.2', 'x'],
    ]);
  });

  it('are given to nobody else, and to no other record', async () => {
    await store().put(draft({ subject: 'b' }));
    expect(await store().list('bình', 'b')).toEqual([]);
    expect(await store().list('an', 'c')).toEqual([]);
  });

  it('of two pages stand beside each other', async () => {
    await store().put(draft({ subject: 'd' }));
    await store().put(draft({ subject: 'd', writer: 'w2', value: 'z' }));
    expect((await store().list('an', 'd')).map(({ value }) => value)).toEqual(['x', 'z']);
  });

  it('are not removed by whoever has not seen their newest writing', async () => {
    await store().put(draft({ subject: 'e', stamp: 's2' }));
    await store().remove(draft({ subject: 'e', stamp: 's1' }));
    expect(await store().list('an', 'e')).toHaveLength(1);
    await store().remove(draft({ subject: 'e', stamp: 's2' }));
    expect(await store().list('an', 'e')).toEqual([]);
  });
});
