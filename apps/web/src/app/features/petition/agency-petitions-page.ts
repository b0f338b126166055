import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { PetitionView } from '@par-index/contract';
import { firstValueFrom, tap } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Clock } from '../../platform/time/clock';
import { Toasts } from '../../platform/toast/toasts';
import { Countdown } from '../../ui/chips/countdown';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Confirm } from '../../ui/prompt/confirm';
import { PetitionApi } from './petition-api';
import { PetitionCard } from './petition-card';
import { PetitionForm, type WrittenPetition } from './petition-form';

/** What one agency asks of its preliminary result: drafts by the officer, filed by the head. */
@Component({
  selector: 'par-agency-petitions-page',
  imports: [Countdown, EmptyState, Icon, LoadState, MatButton, MomentPipe, PageHeader, PetitionCard, PetitionForm, PhaseChip, RefusalNotice],
  template: `
    <div class="page">
      @if (view(); as view) {
        <par-page-header [heading]="heading(view.agency.name)" [lead]="view.cycleTitle">
          <par-phase-chip facts [phase]="view.phase" />
          @if (view.window && view.mayWrite) { <par-countdown facts [deadline]="view.window.deadlineAt" [now]="clock.now()" /> }
          @if (view.mayWrite && !writing()) { <button actions type="button" matButton="filled" (click)="begin(null)" i18n>Viết kiến nghị</button> }
        </par-page-header>
        <par-refusal-notice [text]="refused()" />
        @if (view.extension; as extension) {
          <p class="notice"><par-icon name="clock" /><span i18n>Được gia hạn gửi kiến nghị đến {{ extension.deadlineAt | moment }}, khóa lúc {{ extension.closeAt | moment }}. Lý do: {{ extension.reason }}</span></p>
        }
        @if (view.lockedBecause; as because) {
          <p class="notice"><par-icon name="lock" /><span>{{ because }}</span></p>
        } @else {
          <p class="muted small" i18n>Kiến nghị có giá trị khi lãnh đạo cơ quan đã nộp. Đã nộp thì không sửa được nữa.</p>
        }
        @if (writing()) {
          <section class="panel panel-body" aria-label="Viết kiến nghị" i18n-aria-label>
            <par-petition-form [offered]="offered()" [draft]="draft()" [busy]="busy()" (written)="save($event)" (left)="writing.set(false)" />
          </section>
        }
        @for (petition of view.petitions; track petition.id) {
          <par-petition-card [petition]="petition">
            @if (petition.openActions.includes('file')) { <button type="button" matButton="filled" [disabled]="busy()" (click)="file(petition)" i18n>Ký và nộp</button> }
            @if (petition.openActions.includes('write')) { <button type="button" matButton="outlined" [disabled]="busy()" (click)="begin(petition)" i18n>Sửa</button> }
          </par-petition-card>
        } @empty {
          @if (!writing()) { <par-empty-state icon="comment" title="Chưa có kiến nghị nào" i18n-title detail="Nếu không đồng ý với kết quả sơ bộ của một tiêu chí, cơ quan viết kiến nghị kèm lý do." i18n-detail /> }
        }
      } @else {
        <par-load-state [of]="loaded" [rows]="5" [rowHeight]="64" />
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgencyPetitionsPage {
  private readonly api = inject(PetitionApi);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly clock = inject(Clock);

  readonly assessmentId = input.required<string>();

  protected readonly loaded = rxResource({
    params: () => this.assessmentId(),
    stream: ({ params }) => this.api.list(params).pipe(tap(({ now }) => this.clock.set(now))),
  });
  protected readonly view = linkedSignal(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly writing = signal(false);
  protected readonly draft = signal<PetitionView | null>(null);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  /** One petition for each criterion. */
  protected readonly offered = computed(() => {
    const taken = new Set((this.view()?.petitions ?? []).map(({ code }) => code));
    return (this.view()?.criteria ?? []).filter(({ code }) => !taken.has(code) || code === this.draft()?.code);
  });
  protected readonly heading = (agency: string): string => $localize`Kiến nghị của ${agency}:agency:`;

  protected begin(draft: PetitionView | null): void {
    this.draft.set(draft);
    this.writing.set(true);
  }

  protected async save({ code, version, ...request }: WrittenPetition): Promise<void> {
    const done = await this.attempt(() => firstValueFrom(this.api.write({ assessmentId: this.assessmentId(), code }, version, request)));
    if (done) {
      this.writing.set(false);
      this.toasts.done($localize`Đã lưu bản nháp kiến nghị.`);
    }
  }

  protected async file(petition: PetitionView): Promise<void> {
    const body = $localize`Kiến nghị về tiêu chí ${petition.code}:code: được gửi Sở Nội vụ và không sửa được nữa.`;
    const sure = await this.confirm.ask({ title: $localize`Nộp kiến nghị?`, body, verb: $localize`Ký và nộp` });
    if (sure && (await this.attempt(() => firstValueFrom(this.api.file(petition))))) {
      this.toasts.done($localize`Đã nộp kiến nghị.`);
    }
  }

  private async attempt(command: () => Promise<PetitionView>): Promise<boolean> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await command();
      this.loaded.reload();
      return true;
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
