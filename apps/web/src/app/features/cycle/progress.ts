import { Dialog } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { ASSESSMENT_STATES, type CycleView, type Page, PROGRESS_MARKS, type ProgressRow } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Toasts } from '../../platform/toast/toasts';
import { StateChip } from '../../ui/chips/state-chip';
import { Cell } from '../../ui/data-table/cell';
import { DataTable } from '../../ui/data-table/data-table';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { Pager } from '../../ui/pager/pager';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { SearchBox } from '../../ui/search-box/search-box';
import { EXTENSION_WORDS } from '../../ui/words/extension-words';
import { MARK_WORDS } from '../../ui/words/mark-words';
import { STATE_LOOKS } from '../../ui/words/state-words';
import { CycleApi } from './cycle-api';
import { ExemptionDialog } from './exemption-dialog';
import { ExtensionDialog } from './extension-dialog';
import type { ParticipantInput } from './participant-input';
import { actorOf, type RowLocks, rowLocksOf } from './row-locks';
import { progressColumns } from './progress-columns';

/** Every agency of a cycle with where its assessment stands, and what Sở Nội vụ may do about it. */
@Component({
  selector: 'par-progress',
  imports: [Cell, DataTable, Icon, LoadState, MatButton, MatMenu, MatMenuItem, MatMenuTrigger, MomentPipe, Pager, RefusalNotice, SearchBox, StateChip],
  templateUrl: './progress.html',
  styleUrl: './progress.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Progress {
  private readonly api = inject(CycleApi);
  private readonly dialog = inject(Dialog);
  private readonly reasons = inject(ReasonPrompt);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  readonly cycle = input.required<CycleView>();
  /** Counts what has changed outside: a new count loads again. */
  readonly moves = input(0);

  protected readonly refused = signal<string | null>(null);
  protected readonly search = signal('');
  protected readonly groupCode = linkedSignal(() => this.cycle().sets[0]?.groupCode ?? '');
  protected readonly state = signal('');
  protected readonly marked = signal('');
  protected readonly page = linkedSignal({ source: () => [this.search(), this.groupCode(), this.state(), this.marked()].join(' '), computation: () => 1 });
  protected readonly summary = rxResource({ params: () => ({ id: this.cycle().id, moves: this.moves() }), stream: ({ params }) => this.api.summary(params.id) });
  protected readonly loaded = rxResource({
    params: () => ({ id: this.cycle().id, groupCode: this.groupCode(), state: this.state(), marked: this.marked(), search: this.search(), page: this.page(), moves: this.moves() }),
    stream: ({ params }) => this.api.progress(params.id, params),
  });
  protected readonly list = linkedSignal<Page<ProgressRow> | undefined, Page<ProgressRow> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  protected readonly editable = computed(() => this.session.can('cycle.edit') && this.cycle().phase !== 'published');
  protected readonly columns = progressColumns();
  protected readonly states = ASSESSMENT_STATES;
  protected readonly looks = STATE_LOOKS;
  protected readonly marks = PROGRESS_MARKS;
  protected readonly markWords = MARK_WORDS;
  protected readonly extensionWords = EXTENSION_WORDS;
  protected readonly keyOf = (row: ProgressRow): string => row.assessmentId;

  protected locksOf(row: ProgressRow): RowLocks {
    return rowLocksOf(actorOf(this.session.view()), this.cycle(), row);
  }

  protected async extend(row: ProgressRow): Promise<void> {
    const opened = this.dialog.open<ProgressRow, ParticipantInput>(ExtensionDialog, { data: { cycle: this.cycle(), row }, panelClass: 'dialog-panel', ariaLabelledBy: 'extension-title', ariaModal: true });
    this.changed(await firstValueFrom(opened.closed), $localize`Đã gia hạn cho ${row.agency.name}:agency:.`);
  }

  protected async exempt(row: ProgressRow): Promise<void> {
    const opened = this.dialog.open<ProgressRow, ParticipantInput>(ExemptionDialog, { data: { cycle: this.cycle(), row }, panelClass: 'dialog-panel', ariaLabelledBy: 'exemption-title', ariaModal: true });
    this.changed(await firstValueFrom(opened.closed), $localize`Đã lưu tiêu chí được miễn của ${row.agency.name}:agency:.`);
  }

  protected async reopen(row: ProgressRow): Promise<void> {
    const reason = await this.reasons.ask({ title: $localize`Mở lại hồ sơ của ${row.agency.name}:agency:?`, label: $localize`Lý do`, verb: $localize`Mở lại hồ sơ` });
    if (reason === null) {
      return;
    }
    this.refused.set(null);
    try {
      const version = await firstValueFrom(this.api.assessmentVersion(row.assessmentId));
      await firstValueFrom(this.api.reopen(row.assessmentId, version, reason));
      this.changed(row, $localize`Đã mở lại hồ sơ của ${row.agency.name}:agency:.`);
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }

  private changed(row: ProgressRow | undefined, words: string): void {
    if (row) {
      this.toasts.done(words);
      this.loaded.reload();
      this.summary.reload();
    }
  }
}
