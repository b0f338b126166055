import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { EVIDENCE_TYPES, type EvidenceLinkView } from '@par-index/contract';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Site } from '../../platform/site/site';
import { Toasts } from '../../platform/toast/toasts';
import { fileRefusal } from '../../ui/file-drop/file-check';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { Confirm } from '../../ui/prompt/confirm';
import { EvidenceApi } from './evidence-api';
import { PlaceForm, type PlaceValue } from './place-form';
import { documentInWords, placeInWords } from './evidence-words';

const ACCEPTED = Object.values(EVIDENCE_TYPES);
const LARGEST = 50 * 1024 * 1024;

/** The documents under one criterion: look at one, say where in it to look, replace its file, take it off. */
@Component({
  selector: 'par-evidence-list',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, PlaceForm, RefusalNotice],
  templateUrl: './evidence-list.html',
  styleUrl: './evidence-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceList {
  private readonly api = inject(EvidenceApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly site = inject(Site);

  readonly links = input.required<readonly EvidenceLinkView[]>();
  readonly editable = input.required<boolean>();
  /** The link that is looked at now. */
  readonly shown = input<string | null>(null);
  readonly opened = output<EvidenceLinkView>();
  readonly changed = output<void>();

  protected readonly placing = signal<string | null>(null);
  protected readonly refused = signal<string | null>(null);
  protected readonly accepted = ACCEPTED.join(',');
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

  protected async replace({ document }: EvidenceLinkView, box: HTMLInputElement): Promise<void> {
    const file = box.files?.[0];
    box.value = '';
    if (!file) {
      return;
    }
    const refusal = fileRefusal(file, { accept: ACCEPTED, maxBytes: this.site.view()?.maxEvidenceBytes ?? LARGEST });
    if (refusal) {
      this.refused.set(refusal);
      return;
    }
    await this.attempt(() => lastValueFrom(this.api.replace(document, file)), $localize`Đã thay tệp. Tệp cũ được giữ lại.`);
  }

  private async attempt(command: () => Promise<unknown>, done: string): Promise<void> {
    this.refused.set(null);
    try {
      await command();
      this.toasts.done(done);
      this.changed.emit();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
