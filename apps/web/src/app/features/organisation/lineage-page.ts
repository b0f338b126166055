import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AgencyLineageView, DescendRequest, LineageView } from '@par-index/contract';
import { firstValueFrom, forkJoin, type Observable } from 'rxjs';
import { type Refusal, refusalOf } from '../../platform/problem/refusal';
import { CanPipe } from '../../platform/session/can';
import { Toasts } from '../../platform/toast/toasts';
import { DayPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { LineageForm } from './lineage-form';
import { LINEAGE_WORDS } from './lineage-words';
import { OrganisationApi } from './organisation-api';

/** What an agency came from and what came from it: merges, splits, new names. Its year before is read from here. */
@Component({
  selector: 'par-lineage-page',
  imports: [CanPipe, DayPipe, Icon, LineageForm, LoadState, MatButton, PageHeader, RouterLink],
  templateUrl: './lineage-page.html',
  styles: `
    li { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: center; padding: var(--space-2) 0; border-top: 1px solid var(--line-faint); }
    li:first-child { border-top: 0; }
    .words { display: grid; flex: 1; min-width: 200px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineagePage {
  private readonly api = inject(OrganisationApi);
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();

  protected readonly words = LINEAGE_WORDS;
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  /** What stands in the form: a new descent, one line, or none. */
  protected readonly shown = signal<'new' | LineageView | null>(null);
  protected readonly line = computed(() => {
    const shown = this.shown();
    return shown === 'new' ? null : shown;
  });
  protected readonly loaded = rxResource({ params: this.id, stream: ({ params }) => forkJoin({ agency: this.api.get(params), lineage: this.api.lineage(params) }) });
  protected readonly agency = computed(() => (this.loaded.hasValue() ? this.loaded.value().agency : null));
  protected readonly lineage = linkedSignal<AgencyLineageView | null>(() => (this.loaded.hasValue() ? this.loaded.value().lineage : null));
  private readonly all = rxResource({ params: () => (this.shown() === 'new' ? true : undefined), stream: () => this.api.all(), defaultValue: [] });
  protected readonly choosable = computed(() => {
    const taken = new Set([this.id(), ...(this.lineage()?.predecessors ?? []).map(({ predecessor }) => predecessor.id)]);
    return this.all.value().filter(({ id }) => !taken.has(id));
  });

  protected show(shown: 'new' | LineageView | null): void {
    this.refusal.set(null);
    this.shown.set(shown);
  }

  protected save({ predecessorIds, ...facts }: DescendRequest): Promise<void> {
    const line = this.line();
    return this.attempt(line ? this.api.editLine(line, facts) : this.api.descend(this.id(), { predecessorIds, ...facts }), $localize`Đã lưu.`);
  }

  protected async remove(line: LineageView): Promise<void> {
    const name = line.predecessor.name;
    const reason = await this.reasons.ask({ title: $localize`Bỏ dòng này?`, body: $localize`«${name}:agency:» không còn được coi là tiền thân; kết quả năm trước của nó không hiện ở đây nữa.`, label: $localize`Lý do`, verb: $localize`Bỏ dòng` });
    if (reason !== null) {
      await this.attempt(this.api.removeLine(line, reason), $localize`Đã bỏ dòng.`);
    }
  }

  private async attempt(command: Observable<AgencyLineageView>, done: string): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.lineage.set(await firstValueFrom(command));
      this.shown.set(null);
      this.toasts.done(done);
    } catch (error) {
      this.refusal.set(refusalOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
