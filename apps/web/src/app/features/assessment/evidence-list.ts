import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { type EvidenceDescription, type EvidenceLinkView, freshnessOf } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { DocumentForm } from '../../ui/document-form/document-form';
import type { DocumentSource } from '../../ui/document-viewer/document-source';
import { newerVersionInWords, pageGoneInWords } from '../../ui/document-viewer/anchor-words';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { Confirm } from '../../ui/prompt/confirm';
import { EvidenceApi } from './evidence-api';
import { PlaceForm, type PlaceValue } from './place-form';
import { documentInWords } from '../../ui/document-viewer/document-words';
import { EvidenceVersions } from './evidence-versions';
import { freshnessInWords, placeInWords } from './evidence-words';

/** Another version of a document than the one that stands under the criterion. */
export interface OpenedVersion {
  readonly link: EvidenceLinkView;
  readonly source: DocumentSource;
}

/** The documents under one criterion: look at one, describe it, say where in it to look, see its versions and bring a new one, take it off. */
@Component({
  selector: 'par-evidence-list',
  imports: [DocumentForm, EvidenceVersions, Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, PlaceForm, RefusalNotice],
  templateUrl: './evidence-list.html',
  styleUrl: './evidence-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceList {
  private readonly api = inject(EvidenceApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);

  readonly links = input.required<readonly EvidenceLinkView[]>();
  readonly editable = input.required<boolean>();
  /** The year that is assessed; null where it is not known yet. */
  readonly year = input<number | null>(null);
  /** The link that is looked at now. */
  readonly shown = input<string | null>(null);
  readonly opened = output<EvidenceLinkView>();
  /** Another version than the one that stands here. */
  readonly versionOpened = output<OpenedVersion>();
  readonly changed = output<void>();

  protected readonly placing = signal<string | null>(null);
  protected readonly describing = signal<string | null>(null);
  /** The link whose document's versions are open. */
  protected readonly versioned = signal<string | null>(null);
  protected readonly problems = signal<Readonly<Record<string, string>>>({});
  protected readonly newerWords = newerVersionInWords;
  protected readonly refused = signal<string | null>(null);
  protected readonly documentWords = documentInWords;
  protected readonly placeWords = placeInWords;

  protected actionsOn({ document }: EvidenceLinkView): string {
    return $localize`Thao tác với ${document.title}:title:`;
  }

  protected async place(link: EvidenceLinkView, value: PlaceValue): Promise<void> {
    await this.attempt(() => firstValueFrom(this.api.place(link.id, value)), $localize`Đã sửa vị trí.`);
    this.placing.set(null);
  }

  protected async detach(link: EvidenceLinkView): Promise<void> {
    const sure = await this.confirm.ask({
      title: $localize`Gỡ tài liệu khỏi tiêu chí?`,
      body: $localize`«${link.document.title}:title:» không còn là tài liệu kiểm chứng của tiêu chí này. Tài liệu vẫn còn trong kho của cơ quan.`,
      verb: $localize`Gỡ tài liệu`,
    });
    if (sure) {
      await this.attempt(() => firstValueFrom(this.api.detach(link.id), { defaultValue: undefined }), $localize`Đã gỡ tài liệu.`);
    }
  }

  protected async describe({ document }: EvidenceLinkView, value: EvidenceDescription): Promise<void> {
    await this.attempt(async () => {
      await firstValueFrom(this.api.describe(document, value));
      this.describing.set(null);
    }, $localize`Đã sửa mô tả tài liệu.`);
  }

  protected stale({ page, document: { file } }: EvidenceLinkView): string | null {
    return pageGoneInWords(page, file);
  }

  /** Said of what is being prepared; what was handed in is judged by others. */
  protected warnings({ document }: EvidenceLinkView): readonly string[] {
    const year = this.year();
    return year === null || !this.editable() ? [] : freshnessOf(document, [], year).map(freshnessInWords);
  }

  private async attempt(command: () => Promise<unknown>, done: string): Promise<void> {
    this.refused.set(null);
    this.problems.set({});
    try {
      await command();
      this.toasts.done(done);
      this.changed.emit();
    } catch (error) {
      const refusal = refusalOf(error);
      this.problems.set(Object.fromEntries(refusal.fields.map(({ pointer, detail }) => [pointer, detail])));
      this.refused.set(refusal.fields.length > 0 && this.describing() !== null ? null : refusal.detail);
    }
  }
}
