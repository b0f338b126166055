import { HttpEventType, HttpResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EvidenceLinkView, FieldError, Problem } from '@par-index/contract';
import { type Observable, of, Subject, throwError } from 'rxjs';
import { Online } from '../../platform/navigation/online';
import { Refusal } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { ResumableTransport, type TransportEvents } from '../../platform/uploads/resumable-transport';
import { UPLOAD_MEMORY, type RememberedUpload } from '../../platform/uploads/upload-memory';
import { LARGE_FILE } from '../../platform/uploads/upload-target';
import { UploadsApi } from '../../platform/uploads/uploads-api';
import { EvidenceApi } from './evidence-api';
import { EvidenceUploads } from './evidence-uploads';

const PLACE = { assessmentId: 'a', code: '1.1' };
const LINK = { id: 'l', code: '1.1' } as EvidenceLinkView;
const fileOf = (name: string, size = 10): File => Object.defineProperty(new File(['x'], name, { lastModified: 1 }), 'size', { value: size });
const refusalWith = (errors: readonly FieldError[]): Refusal => new Refusal('request.invalid', 'Một số ô chưa đúng.', { errors } as unknown as Problem);
/** Turns of the loop rather than time alone, also on a busy machine. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((done) => setTimeout(done, 3));
  }
}

describe('files that are dropped on a criterion', () => {
  let uploads: EvidenceUploads;
  let attach: jest.Mock<Observable<unknown>>;
  let finish: jest.Mock<Observable<EvidenceLinkView>>;
  let discard: jest.Mock<Observable<void>>;
  let events: TransportEvents | null;
  let started: number;
  const online = signal(true);
  const kept = new Map<string, RememberedUpload>();

  beforeEach(() => {
    [events, started] = [null, 0];
    kept.clear();
    online.set(true);
    attach = jest.fn(() => of({ type: HttpEventType.UploadProgress, loaded: 5, total: 10 }, new HttpResponse({ body: LINK })));
    finish = jest.fn(() => of(LINK));
    discard = jest.fn(() => of(undefined));
    TestBed.configureTestingModule({
      providers: [
        { provide: EvidenceApi, useValue: { attach } },
        { provide: UploadsApi, useValue: { attach: finish, discard } },
        { provide: Online, useValue: { online } },
        { provide: Session, useValue: { view: () => ({ userId: 'an' }) } },
        {
          provide: ResumableTransport,
          useValue: {
            open: (_: unknown, given: TransportEvents) => {
              events = given;
              return Promise.resolve({ start: () => (started += 1), pause: () => Promise.resolve() });
            },
          },
        },
        {
          provide: UPLOAD_MEMORY,
          useValue: {
            find: () => Promise.resolve(null),
            findByUrl: (_: string, url: string) => Promise.resolve([...kept.values()].find((upload) => upload.url === url) ?? null),
            keep: (upload: RememberedUpload) => Promise.resolve(void kept.set(upload.fingerprint, upload)),
            forget: (_: string, fingerprint: string) => Promise.resolve(void kept.delete(fingerprint)),
          },
        },
      ],
    });
    uploads = TestBed.inject(EvidenceUploads);
  });

  const dropped = (...files: readonly File[]) => {
    uploads.add(PLACE, files, 'Sở Y tế');
    return uploads.at(PLACE);
  };

  it('get a form each, called by the name of the file as it is written', () => {
    const items = dropped(fileOf('Bao cao so 12.signed.pdf'), fileOf('Kế hoạch.docx'));
    expect(items.map(({ initial }) => [initial.title, initial.issuer])).toEqual([['Bao cao so 12.signed', 'Sở Y tế'], ['Kế hoạch', 'Sở Y tế']]);
    expect(uploads.at({ ...PLACE, code: '1.2' })).toEqual([]);
  });

  it('are saved one by one with what was typed, and leave the list', async () => {
    const [one, other] = dropped(fileOf('a.pdf'), fileOf('b.pdf'));
    one?.type({ ...one.initial, documentNumber: '12/BC' });
    await uploads.save(one!);
    expect(attach).toHaveBeenCalledWith(PLACE, one?.file, expect.objectContaining({ documentNumber: '12/BC' }));
    expect([uploads.saved(), uploads.at(PLACE)]).toEqual([LINK, [other]]);
  });

  it('keep what was typed when one is refused, and the others go on', async () => {
    attach.mockImplementationOnce(() => throwError(() => refusalWith([{ pointer: '/description/page', code: 'min', detail: 'Trang phải từ 1.' }])));
    const [one, other] = dropped(fileOf('a.pdf'), fileOf('b.pdf'));
    one?.type({ ...one.initial, section: 'Mục II' });
    await Promise.all([uploads.save(one!), uploads.save(other!)]);
    expect(uploads.at(PLACE)).toEqual([one]);
    expect([one?.typed.section, one?.busy(), one?.refusal()?.field('/description/page')]).toEqual(['Mục II', false, 'Trang phải từ 1.']);
    await uploads.save(one!);
    expect(uploads.at(PLACE)).toEqual([]);
  });

  it('go three at once; the others wait for their turn', async () => {
    const answers = Array.from({ length: 4 }, () => new Subject<unknown>());
    let asked = 0;
    attach.mockImplementation(() => answers[asked++] ?? of());
    const items = dropped(...['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => fileOf(name)));
    items.forEach((item) => void uploads.save(item));
    await settle();
    expect(items.map((item) => item.state())).toEqual(['sending', 'sending', 'sending', 'waiting']);
    answers[1]?.next(new HttpResponse({ body: LINK }));
    answers[1]?.complete();
    await settle();
    expect(items[3]?.state()).toBe('sending');
  });

  it('go in parts where they are large, over a lost connection, and are described as they are at the end', async () => {
    const [item] = dropped(fileOf('quet.pdf', LARGE_FILE));
    const saving = uploads.save(item!);
    await settle();
    events?.begun('/api/v1/uploads/7');
    events?.moved(LARGE_FILE / 2);
    expect([item?.state(), item?.progress()]).toEqual(['sending', 0.5]);
    events?.stopped(new Refusal('network.unreachable', 'Mất mạng.'));
    expect([item?.state(), item?.said()?.detail]).toEqual(['lost', 'Mất mạng.']);
    item?.type({ ...item.initial, title: 'Sửa trong lúc chờ' });
    online.set(false);
    TestBed.tick();
    online.set(true);
    TestBed.tick();
    expect([item?.state(), started]).toEqual(['sending', 2]);
    events?.arrived();
    await saving;
    expect(finish).toHaveBeenCalledWith('/api/v1/uploads/7', expect.objectContaining({ title: 'Sửa trong lúc chờ' }));
    expect([uploads.items(), kept.size]).toEqual([[], 0]);
  });

  it('are not sent again when only the description was refused', async () => {
    finish.mockImplementationOnce(() => throwError(() => refusalWith([{ pointer: '/page', code: 'min', detail: 'Trang phải từ 1.' }])));
    const [item] = dropped(fileOf('quet.pdf', LARGE_FILE));
    const saving = uploads.save(item!);
    await settle();
    events?.begun('/api/v1/uploads/8');
    events?.arrived();
    await saving;
    expect([item?.busy(), item?.refusal()?.field('/page'), started]).toEqual([false, 'Trang phải từ 1.', 1]);
    await uploads.save(item!);
    expect([finish.mock.calls.length, started, uploads.items()]).toEqual([2, 1, []]);
  });

  it('go on after a reload with what was typed about them', async () => {
    kept.set('x', { userId: 'an', fingerprint: 'x', url: '/api/v1/uploads/9', typed: { title: 'Đã gõ', section: 'Mục I' }, begunAt: '' });
    const upload = { id: '9', fileName: 'quet.pdf', bytes: 5, received: 2, ...PLACE, documentId: null, createdAt: '', expiresAt: '' };
    await uploads.addUnfinished(PLACE, upload, fileOf('quet.pdf', 5));
    const [item] = uploads.at(PLACE);
    expect([item?.url, item?.initial.title, item?.initial.section]).toEqual(['/api/v1/uploads/9', 'Đã gõ', 'Mục I']);
  });

  it('are given up here and on the server', async () => {
    const [item] = dropped(fileOf('quet.pdf', LARGE_FILE));
    const saving = uploads.save(item!);
    await settle();
    events?.begun('/api/v1/uploads/3');
    await uploads.drop(item!);
    await saving;
    expect([uploads.items(), kept.size, item?.refusal()]).toEqual([[], 0, null]);
    expect(discard).toHaveBeenCalledWith('/api/v1/uploads/3');
  });
});
