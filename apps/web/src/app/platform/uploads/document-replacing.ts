import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Injectable, type Signal, signal } from '@angular/core';
import type { EvidenceDocumentView } from '@par-index/contract';
import { firstValueFrom, lastValueFrom, tap } from 'rxjs';
import { ifMatch } from '../problem/if-match';
import { Session } from '../session/session';
import { FileSending } from './file-sending';
import { ResumableTransport } from './resumable-transport';
import { isLarge } from './upload-target';
import { UPLOAD_MEMORY } from './upload-memory';
import { UploadsApi } from './uploads-api';

/** Milliseconds after which a lost connection is tried again. */
const TRIED_AGAIN = 10_000;

export interface Replacing {
  /** 0…1. */
  readonly progress: Signal<number>;
  readonly done: Promise<EvidenceDocumentView>;
}

/** Puts a new file in the place of a document's newest one, in parts where it is large. */
@Injectable({ providedIn: 'root' })
export class DocumentReplacing {
  private readonly http = inject(HttpClient);
  private readonly uploads = inject(UploadsApi);
  private readonly transport = inject(ResumableTransport);
  private readonly memory = inject(UPLOAD_MEMORY);
  private readonly session = inject(Session);

  replace(document: Pick<EvidenceDocumentView, 'id' | 'version'>, file: File): Replacing {
    return isLarge(file) ? this.inParts(document, file) : this.atOnce(document, file);
  }

  private atOnce({ id, version }: Pick<EvidenceDocumentView, 'id' | 'version'>, file: File): Replacing {
    const progress = signal(0);
    const form = new FormData();
    form.append('file', file);
    const events = this.http.put<EvidenceDocumentView>(`/api/v1/evidence-documents/${id}/content`, form, { ...ifMatch(version), reportProgress: true, observe: 'events' });
    const watched = events.pipe(tap((event) => event.type === HttpEventType.UploadProgress && event.total && progress.set(event.loaded / event.total)));
    return { progress, done: lastValueFrom(watched).then((last) => (last as { readonly body: EvidenceDocumentView }).body) };
  }

  private inParts({ id, version }: Pick<EvidenceDocumentView, 'id' | 'version'>, file: File): Replacing {
    const ports = { transport: this.transport, memory: this.memory, userId: this.session.view()?.userId ?? '' };
    const sending = new FileSending({ file, target: { documentId: id }, typed: () => null }, ports);
    const done = async (): Promise<EvidenceDocumentView> => {
      const again = setInterval(() => sending.state() === 'lost' && sending.resume(), TRIED_AGAIN);
      try {
        const url = await sending.send();
        const view = await firstValueFrom(this.uploads.replace(url, version));
        await sending.forget();
        return view;
      } finally {
        clearInterval(again);
      }
    };
    return { progress: sending.progress, done: done() };
  }
}
