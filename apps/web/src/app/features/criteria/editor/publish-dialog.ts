import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CriteriaSetView } from '@par-index/contract';
import { catchError, firstValueFrom, of } from 'rxjs';
import { refusalOf } from '../../../platform/problem/refusal';
import { RefusalNotice } from '../../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../../ui/format/number-pipes';
import { Icon } from '../../../ui/icon/icon';
import { LoadState } from '../../../ui/loading/load-state';
import { totalOf } from './draft/sums';
import type { Fields } from './draft/fields';
import { DraftsApi } from './saving/drafts-api';

export interface PublishQuestion {
  readonly id: string;
  readonly version: number;
}

/** Before a set is published: what it is, what is still worth a look, and what it changes against the version before. */
@Component({
  selector: 'par-publish-dialog',
  imports: [Icon, LoadState, MatButton, NumberPipe, RefusalNotice],
  templateUrl: './publish-dialog.html',
  styleUrl: './publish-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishDialog {
  private readonly api = inject(DraftsApi);
  private readonly question = inject<PublishQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<CriteriaSetView>>(DialogRef);

  protected readonly loaded = rxResource({ stream: () => this.api.get(this.question.id) });
  protected readonly set = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly total = computed(() => totalOf((this.set()?.document ?? {}) as unknown as Fields));
  protected readonly errors = computed(() => this.set()?.findings.filter(({ severity }) => severity === 'error') ?? []);
  protected readonly difference = rxResource({
    params: () => this.set() ?? undefined,
    stream: ({ params }) => (params.predecessorId === null ? of(null) : this.api.difference(params.id, params.predecessorId).pipe(catchError(() => of(null)))),
    defaultValue: null,
  });
  protected readonly refused = signal<readonly string[]>([]);
  protected readonly busy = signal(false);

  protected async publish(): Promise<void> {
    if (this.busy()) {
      return;
    }
    this.busy.set(true);
    this.refused.set([]);
    try {
      this.dialog.close(await firstValueFrom(this.api.publish(this.question.id, this.question.version)));
    } catch (error) {
      const { detail, fields } = refusalOf(error);
      this.refused.set([detail, ...fields.map((field) => field.detail)]);
    } finally {
      this.busy.set(false);
    }
  }
}
