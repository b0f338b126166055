import 'fake-indexeddb/auto';
import { IndexedCopies } from './copies';

// jsdom lacks what fake-indexeddb copies values with.
globalThis.structuredClone ??= <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const copy = (userId: string, subject: string, value: unknown) => ({ userId, subject, value, keptAt: '2026-11-24T07:00:00.000Z' });

describe('copies for reading without a network', () => {
  const store = () => new IndexedCopies();

  it('outlive the page, the newest alone', async () => {
    await store().put(copy('an', 'a', 1));
    await store().put(copy('an', 'a', 2));
    expect(await store().find('an', 'a')).toMatchObject({ value: 2 });
  });

  it('are given to nobody else', async () => {
    await store().put(copy('an', 'b', 1));
    expect(await store().find('bình', 'b')).toBeNull();
  });

  it('go when they are removed', async () => {
    await store().put(copy('an', 'c', 1));
    await store().remove('an', 'c');
    expect(await store().find('an', 'c')).toBeNull();
  });

  it('of others go when somebody signs in, and all when that one signs out', async () => {
    await store().put(copy('an', 'd', 1));
    await store().put(copy('bình', 'd', 2));
    await store().keepOnly('bình');
    expect([await store().find('an', 'd'), (await store().find('bình', 'd'))?.value]).toEqual([null, 2]);
    await store().keepOnly(null);
    expect(await store().find('bình', 'd')).toBeNull();
  });
});
