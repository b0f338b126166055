import { signal, type WritableSignal } from '@angular/core';
import { inputBinding } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { HeartbeatRequest, PresenceDeed, PresenceView } from '@par-index/contract';
import { of, throwError } from 'rxjs';
import { Online } from '../navigation/online';
import { PresenceApi } from './presence-api';
import { PresenceLine } from './presence-line';

class Server {
  readonly beats: (HeartbeatRequest & { readonly pageId: string })[] = [];
  readonly left: string[] = [];
  others: readonly (readonly [string, PresenceDeed])[] = [];
  fails = false;

  note(pageId: string, request: HeartbeatRequest) {
    this.beats.push({ pageId, ...request });
    const view: PresenceView = { others: this.others.map(([fullName, deed]) => ({ userId: fullName, fullName, deed })) };
    return this.fails ? throwError(() => new Error('lost')) : of(view);
  }

  leave(pageId: string) {
    this.left.push(pageId);
    return of(undefined);
  }
}

interface Shown {
  readonly server: Server;
  readonly code: WritableSignal<string>;
  readonly editing: WritableSignal<boolean>;
  readonly online: WritableSignal<boolean>;
  readonly fixture: ComponentFixture<PresenceLine>;
}

const text = ({ fixture }: Shown): string => (fixture.nativeElement as HTMLElement).textContent ?? '';

async function pass({ fixture }: Shown, milliseconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  fixture.detectChanges();
}

async function show(others: Server['others'] = []): Promise<Shown> {
  const server = new Server();
  server.others = others;
  const [code, editing, online] = [signal('1.1'), signal(false), signal(true)];
  TestBed.configureTestingModule({ providers: [{ provide: PresenceApi, useValue: server }, { provide: Online, useValue: { online } }] });
  const fixture = TestBed.createComponent(PresenceLine, {
    bindings: [inputBinding('assessmentId', () => 'as'), inputBinding('code', code), inputBinding('editing', editing)],
  });
  fixture.detectChanges();
  const shown = { server, code, editing, online, fixture };
  await pass(shown, 0);
  return shown;
}

describe('who else is at the criterion', () => {
  beforeAll(() => Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => `p-${Math.random()}`, configurable: true }));
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is said in words, editing first, and nothing is said where there is nobody', async () => {
    expect(text(await show([['Lan', 'open'], ['Hạnh', 'editing'], ['Tú', 'editing']]))).toBe('Hạnh, Tú đang sửa tiêu chí này · Lan đang mở tiêu chí này');
    TestBed.resetTestingModule();
    expect(text(await show())).toBe('');
  });

  it('is asked at once, every twenty seconds, and when the criterion or the deed changes, always by the same page', async () => {
    const shown = await show();
    expect(shown.server.beats).toMatchObject([{ assessmentId: 'as', code: '1.1', deed: 'open' }]);
    await pass(shown, 20_000);
    shown.editing.set(true);
    await pass(shown, 0);
    shown.code.set('1.2');
    await pass(shown, 0);
    expect(shown.server.beats.map(({ code, deed }) => [code, deed])).toEqual([['1.1', 'open'], ['1.1', 'open'], ['1.1', 'editing'], ['1.2', 'editing']]);
    expect(new Set(shown.server.beats.map(({ pageId }) => pageId)).size).toBe(1);
  });

  it('is forgotten while the server is out of reach', async () => {
    const shown = await show([['Lan', 'open']]);
    shown.server.fails = true;
    await pass(shown, 20_000);
    expect(text(shown)).toBe('');
    shown.online.set(false);
    await pass(shown, 60_000);
    expect(shown.server.beats).toHaveLength(2);
  });

  it('is neither said nor asked while nobody is at the computer, until somebody is again', async () => {
    const shown = await show([['Lan', 'open']]);
    await pass(shown, 6 * 60_000);
    const silent = shown.server.beats.length;
    await pass(shown, 10 * 60_000);
    expect(shown.server.beats).toHaveLength(silent);
    expect([shown.server.left.length, text(shown)]).toEqual([1, '']);
    window.dispatchEvent(new Event('keydown'));
    await pass(shown, 20_000);
    expect(text(shown)).toBe('Lan đang mở tiêu chí này');
  });

  it('is told that this page has left', async () => {
    const shown = await show();
    shown.fixture.destroy();
    expect(shown.server.left).toEqual([shown.server.beats[0]?.pageId]);
  });
});
