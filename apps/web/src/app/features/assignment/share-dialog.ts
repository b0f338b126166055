import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { DecidedRule, PersonRef, ShareRequest, ShareScope, ShareTarget, ShareUnit, ShareView } from '@par-index/contract';
import { EMPTY, firstValueFrom } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { FieldError } from '../../ui/feedback/field-error';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { AssignmentApi } from './assignment-api';

export interface ShareInput {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly heading: string;
  readonly scope: ShareScope;
  readonly people: readonly PersonRef[];
  readonly way: 'one' | 'even';
}

/** Gives criteria to one person, or shares them evenly, and shows beforehand exactly what changes and how even it becomes. */
@Component({
  selector: 'par-share-dialog',
  imports: [FieldError, LoadState, MatButton, NumberPipe, RefusalNotice],
  templateUrl: './share-dialog.html',
  styleUrls: ['./dialog-form.css', './share-dialog.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareDialog {
  private readonly api = inject(AssignmentApi);
  protected readonly dialog = inject<DialogRef<ShareView>>(DialogRef);
  protected readonly given = inject<ShareInput>(DIALOG_DATA);

  /** Empty until one is chosen; `everybody` gives back to the whole department. */
  protected readonly person = signal('');
  protected readonly sharers = signal<ReadonlySet<string>>(new Set(this.given.people.map(({ id }) => id)));
  protected readonly unit = signal<ShareUnit>('agency');
  protected readonly decided = signal<DecidedRule>('keep');
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);

  private readonly target = computed<ShareTarget | null>(() => {
    if (this.given.way === 'even') {
      const personIds = this.given.people.map(({ id }) => id).filter((id) => this.sharers().has(id));
      return personIds.length > 0 ? { personIds, unit: this.unit() } : null;
    }
    return this.person() === '' ? null : { personIds: [this.person() === 'everybody' ? null : this.person()] };
  });
  protected readonly loaded = rxResource({
    params: () => ({ target: this.target(), decided: this.decided() }),
    stream: ({ params: { target, decided } }) => (target ? this.api.previewShare(this.given.cycleId, this.request(target, { decided, reason: '' })) : EMPTY),
  });
  protected readonly view = computed(() => (this.target() && this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly isAsked = computed(() => this.target() !== null);
  protected readonly reasonError = computed(() => this.refusal()?.field('/reason') ?? (this.tried() && this.reason().trim() === '' ? $localize`Hãy ghi lý do.` : null));

  protected toggle(id: string): void {
    this.sharers.update((chosen) => new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  }

  /** Who has something, before or after: of a large department that is not everybody. */
  protected concerned({ people }: ShareView): ShareView['people'] {
    return people.filter(({ before, after }) => before > 0 || after > 0);
  }

  protected async share({ digest }: ShareView): Promise<void> {
    this.tried.set(true);
    const target = this.target();
    if (!target || this.busy() || this.reason().trim() === '') {
      return;
    }
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const request = this.request(target, { decided: this.decided(), reason: this.reason() });
      this.dialog.close(await firstValueFrom(this.api.share(this.given.cycleId, { ...request, expected: digest })));
    } catch (error) {
      const refusal = refusalOf(error);
      this.refusal.set(refusal);
      if (refusal.code === 'record.version-stale') {
        this.loaded.reload();
      }
    } finally {
      this.busy.set(false);
    }
  }

  private request(to: ShareTarget, order: Pick<ShareRequest, 'decided' | 'reason'>): ShareRequest {
    const { agencyId, scope } = this.given;
    return { agencyId, scope, to, ...order };
  }
}
