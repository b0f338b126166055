import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { AttachFields, EvidenceLinkView, UploadView } from '@par-index/contract';
import { firstValueFrom, lastValueFrom, tap } from 'rxjs';
import { Online } from '../../platform/navigation/online';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { FileSending, GivenUp } from '../../platform/uploads/file-sending';
import { ResumableTransport } from '../../platform/uploads/resumable-transport';
import { UPLOAD_MEMORY } from '../../platform/uploads/upload-memory';
import { UploadLine } from '../../platform/uploads/upload-line';
import { isLarge } from '../../platform/uploads/upload-target';
import { addressOfUpload, UploadsApi } from '../../platform/uploads/uploads-api';
import { type CriterionPlace, EvidenceApi, progressOf } from './evidence-api';
import { EvidenceItem, initialFieldsOf } from './evidence-item';

/** Files under way at once. */
const AT_ONCE = 3;

/** The files that somebody has dropped, wherever in the application they are now: forms keep what was typed, transfers go on. */
@Injectable({ providedIn: 'root' })
export class EvidenceUploads {
  private readonly api = inject(EvidenceApi);
  private readonly uploads = inject(UploadsApi);
  private readonly transport = inject(ResumableTransport);
  private readonly memory = inject(UPLOAD_MEMORY);
  private readonly session = inject(Session);
  private readonly online = inject(Online).online;
  private readonly line = new UploadLine(AT_ONCE);
  private readonly held = signal<readonly EvidenceItem[]>([]);
  private count = 0;

  readonly items = this.held.asReadonly();
  /** The last document that was saved; whoever shows its criterion reads it anew. */
  readonly saved = signal<EvidenceLinkView | null>(null);

  constructor() {
    effect(() => {
      if (this.online()) {
        untracked(() => this.held().forEach((item) => item.sending()?.state() === 'lost' && item.sending()?.resume()));
      }
    });
    addEventListener('beforeunload', (event) => {
      if (this.held().length > 0) {
        event.preventDefault();
      }
    });
  }

  at({ assessmentId, code }: CriterionPlace): readonly EvidenceItem[] {
    return this.held().filter(({ place }) => place.assessmentId === assessmentId && place.code === code);
  }

  add(place: CriterionPlace, files: readonly File[], issuer: string): void {
    this.take(files.map((file) => new EvidenceItem((this.count += 1), place, file, { initial: initialFieldsOf(file, issuer) })));
  }

  /** Goes on with an upload that a closed page has left, with what was typed about it as far as this browser remembers. */
  async addUnfinished(place: CriterionPlace, { id }: UploadView, file: File): Promise<void> {
    const url = addressOfUpload(id);
    const remembered = await this.memory.findByUrl(this.userId, url);
    const initial = { ...initialFieldsOf(file, ''), ...(remembered?.typed as AttachFields | undefined) };
    this.take([new EvidenceItem((this.count += 1), place, file, { initial, url })]);
  }

  /** Sends and saves one file when its turn comes. What is refused stays, with all that was typed. */
  async save(item: EvidenceItem): Promise<void> {
    item.wait();
    try {
      const link = await this.line.run(() => this.sendAndSave(item));
      this.remove(item);
      this.saved.set(link);
    } catch (error) {
      if (!(error instanceof GivenUp)) {
        item.fail(refusalOf(error));
      }
    }
  }

  /** Stops a file and forgets it, here and on the server. */
  async drop(item: EvidenceItem): Promise<void> {
    this.remove(item);
    const sending = item.sending();
    const url = sending?.url ?? item.url;
    await sending?.giveUp();
    await sending?.forget();
    if (url !== null) {
      await firstValueFrom(this.uploads.discard(url), { defaultValue: undefined }).catch(() => undefined);
    }
  }

  private async sendAndSave(item: EvidenceItem): Promise<EvidenceLinkView> {
    if (!this.held().includes(item)) {
      throw new GivenUp();
    }
    return isLarge(item.file) || item.url !== null ? this.inParts(item) : this.atOnce(item);
  }

  private async atOnce(item: EvidenceItem): Promise<EvidenceLinkView> {
    item.begin(null);
    const events = this.api.attach(item.place, item.file, item.typed).pipe(tap((event) => item.move(progressOf(event) ?? item.progress())));
    return ((await lastValueFrom(events)) as { readonly body: EvidenceLinkView }).body;
  }

  private async inParts(item: EvidenceItem): Promise<EvidenceLinkView> {
    const ports = { transport: this.transport, memory: this.memory, userId: this.userId };
    const { assessmentId, code } = item.place;
    const sending = new FileSending({ file: item.file, target: { assessmentId, code }, url: item.url, typed: () => item.typed }, ports);
    item.begin(sending);
    if (!item.arrived) {
      item.url = await sending.send();
      item.arrived = true;
    }
    item.save();
    const link = await firstValueFrom(this.uploads.attach(item.url ?? '', item.typed));
    await sending.forget();
    return link;
  }

  private take(items: readonly EvidenceItem[]): void {
    this.held.update((before) => [...before, ...items]);
  }

  private remove(item: EvidenceItem): void {
    this.held.update((before) => before.filter((one) => one !== item));
  }

  private get userId(): string {
    return this.session.view()?.userId ?? '';
  }
}
