import 'fake-indexeddb/auto';
import { Refusal } from '../problem/refusal';
import { FileSending, type SendingPorts } from './file-sending';
import { refusalOfTransfer, type ResumableTransport, type TransportEvents, type TransportRequest } from './resumable-transport';
import { UploadLine } from './upload-line';
import { IndexedUploads } from './upload-memory';
import { fingerprintOf, isLarge, LARGE_FILE, metadataOf } from './upload-target';

// jsdom lacks what fake-indexeddb copies values with.
globalThis.structuredClone ??= <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const TARGET = { assessmentId: 'a', code: '1.1' };
const fileOf = (name = 'báo cáo.pdf', size = 1000): File => Object.defineProperty(new File(['x'], name, { lastModified: 7 }), 'size', { value: size });
const LOST = new Refusal('network.unreachable', 'Mất mạng.');
const REFUSED = new Refusal('assessment.state-illegal', 'Đã nộp.');

/** A transport whose network is in the hands of the test. */
class FakeTransport {
  events: TransportEvents | null = null;
  asked: TransportRequest | null = null;
  readonly deeds: string[] = [];

  open(request: TransportRequest, events: TransportEvents) {
    this.asked = request;
    this.events = events;
    return Promise.resolve({ start: () => void this.deeds.push('start'), pause: () => Promise.resolve(void this.deeds.push('pause')) });
  }
}

let memory: IndexedUploads;
let transport: FakeTransport;
const ports = (userId = 'an'): SendingPorts => ({ transport: transport as unknown as ResumableTransport, memory, userId });
const sendingOf = (file = fileOf(), typed: unknown = { title: 'Báo cáo' }, userId = 'an') => new FileSending({ file, target: TARGET, typed: () => typed }, ports(userId));
/** Turns of the loop rather than time alone: the store answers after several of them, also on a busy machine. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((done) => setTimeout(done, 3));
  }
}

beforeEach(() => {
  memory = new IndexedUploads();
  transport = new FakeTransport();
});

describe('a large file on its way', () => {
  it('arrives over a lost connection and a pause', async () => {
    const sending = sendingOf(fileOf('mang.pdf'));
    const arrival = sending.send();
    await settle();
    expect([sending.state(), transport.deeds]).toEqual(['sending', ['start']]);
    transport.events?.begun('/api/v1/uploads/1');
    transport.events?.moved(250);
    expect(sending.progress()).toBe(0.25);
    transport.events?.stopped(LOST);
    expect([sending.state(), sending.refusal()]).toEqual(['lost', LOST]);
    sending.resume();
    expect([sending.state(), sending.refusal()]).toEqual(['sending', null]);
    await sending.pause();
    expect(sending.state()).toBe('paused');
    sending.resume();
    transport.events?.arrived();
    expect(await arrival).toBe('/api/v1/uploads/1');
    expect([sending.state(), transport.deeds]).toEqual(['arrived', ['start', 'start', 'pause', 'start']]);
  });

  it('is given up with what the server refuses', async () => {
    const sending = sendingOf(fileOf('tu-choi.pdf'));
    const arrival = sending.send();
    await settle();
    transport.events?.stopped(REFUSED);
    await expect(arrival).rejects.toBe(REFUSED);
    expect(sending.state()).toBe('refused');
  });

  it('goes on after a reload, with what was typed, for the same person alone', async () => {
    void sendingOf(fileOf('tai-lai.pdf')).send();
    await settle();
    transport.events?.begun('/api/v1/uploads/2');
    await settle();
    void sendingOf(fileOf('tai-lai.pdf')).send();
    await settle();
    expect(transport.asked?.url).toBe('/api/v1/uploads/2');
    expect((await memory.findByUrl('an', '/api/v1/uploads/2'))?.typed).toEqual({ title: 'Báo cáo' });
    void sendingOf(fileOf('tai-lai.pdf'), {}, 'bình').send();
    await settle();
    expect(transport.asked?.url).toBeNull();
    expect(await memory.findByUrl('bình', '/api/v1/uploads/2')).toBeNull();
  });

  it('begins anew for another file, another place, and after it was made use of', async () => {
    const sending = sendingOf(fileOf('xong.pdf'));
    void sending.send();
    await settle();
    transport.events?.begun('/api/v1/uploads/3');
    await settle();
    void sendingOf(fileOf('xong.pdf', 999)).send();
    await settle();
    expect(transport.asked?.url).toBeNull();
    await sending.forget();
    void sendingOf(fileOf('xong.pdf')).send();
    await settle();
    expect(transport.asked?.url).toBeNull();
  });

  it('tells the server where it goes', () => {
    expect(metadataOf(fileOf(), TARGET)).toEqual({ filename: 'báo cáo.pdf', assessmentId: 'a', code: '1.1' });
    expect(fingerprintOf(fileOf(), TARGET)).not.toBe(fingerprintOf(fileOf(), { documentId: 'a' }));
    expect([isLarge({ size: LARGE_FILE - 1 }), isLarge({ size: LARGE_FILE })]).toEqual([false, true]);
  });
});

describe('what stopped a transfer', () => {
  const failed = (status: number, body: string): Error => Object.assign(new Error('tus'), { originalResponse: { getStatus: () => status, getBody: () => body } });

  it('is the refusal of the server, or that nobody answered', () => {
    expect(refusalOfTransfer(failed(429, JSON.stringify({ code: 'upload.quota', detail: 'Quá nhiều.' })))).toMatchObject({ code: 'upload.quota', detail: 'Quá nhiều.' });
    expect(refusalOfTransfer(failed(502, '<html>'))).toMatchObject({ code: 'server.failed' });
    expect(refusalOfTransfer(new Error('ngắt'))).toMatchObject({ code: 'network.unreachable' });
  });
});

describe('files in line', () => {
  it('go two at once, in their order, also past one that fails', async () => {
    const line = new UploadLine(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (index: number) =>
      line.run(async () => {
        begun.push(index);
        await new Promise<void>((end) => (ends[index] = end));
        if (index === 0) {
          throw new Error('hỏng');
        }
        return index;
      });
    const all = Promise.allSettled([0, 1, 2, 3].map(work));
    await settle();
    expect(begun).toEqual([0, 1]);
    ends[0]?.();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    ends[2]?.();
    ends[1]?.();
    await settle();
    ends[3]?.();
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  });
});
