import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { AnswerPetitionRequest, Page, PetitionView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Toasts } from '../../platform/toast/toasts';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Pager } from '../../ui/pager/pager';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { PetitionApi } from './petition-api';
import { PetitionCard } from './petition-card';

/** The desk of whoever answers petitions. An agency's own people are led to their agency's page. */
@Component({
  selector: 'par-petitions-page',
  imports: [EmptyState, LoadState, MatButton, PageHeader, Pager, PetitionCard],
  template: `
    <div class="page">
      <par-page-header heading="Kiến nghị về kết quả sơ bộ" i18n-heading [lead]="cycle()?.title ?? ''" />
      @if (reads) {
        @if (list(); as list) {
          @for (petition of list.items; track petition.id) {
            <par-petition-card [petition]="petition" [withAgency]="true">
              @if (petition.openActions.includes('answer')) {
                <button type="button" matButton="filled" [disabled]="busy()" (click)="answer(petition, 'forward')" i18n>Trình Hội đồng</button>
                <button type="button" matButton="outlined" [disabled]="busy()" (click)="answer(petition, 'reject')" i18n>Không chấp nhận</button>
              }
            </par-petition-card>
          } @empty {
            <par-empty-state icon="comment" title="Chưa có kiến nghị nào" i18n-title detail="Kiến nghị mà lãnh đạo các cơ quan đã nộp hiện ở đây, việc chờ trả lời đứng trước." i18n-detail />
          }
          <par-pager [page]="list.page" [pageSize]="list.pageSize" [total]="list.total" (turned)="page.set($event)" />
        } @else {
          <par-load-state [of]="loaded" [rows]="5" [rowHeight]="96" />
        }
      } @else if (own.hasValue() && own.value().items.length === 0) {
        <par-empty-state icon="comment" title="Cơ quan chưa có hồ sơ trong kỳ này" i18n-title detail="Kiến nghị được viết cho hồ sơ của cơ quan trong kỳ đánh giá đang diễn ra." i18n-detail />
      } @else {
        <par-load-state [of]="own" [rows]="5" />
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PetitionsPage {
  private readonly api = inject(PetitionApi);
  private readonly router = inject(Router);
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);
  protected readonly cycle = inject(CurrentCycle).cycle;

  protected readonly reads = inject(Session).can('council.read');
  protected readonly busy = signal(false);
  protected readonly page = signal(1);
  private readonly cycleId = computed(() => this.cycle()?.id);
  protected readonly loaded = rxResource({
    params: () => (this.reads && this.cycleId() !== undefined ? { cycleId: this.cycleId() ?? '', page: this.page() } : undefined),
    stream: ({ params }) => this.api.listOfCycle(params.cycleId, params.page),
  });
  protected readonly list = linkedSignal<Page<PetitionView> | undefined, Page<PetitionView> | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  protected readonly own = rxResource({
    params: () => (this.reads ? undefined : this.cycleId()),
    stream: ({ params }) => this.api.assessments(params),
  });

  constructor() {
    effect(() => {
      const [only] = this.own.hasValue() ? this.own.value().items : [];
      if (only) {
        void this.router.navigate(['/petitions', only.id], { replaceUrl: true });
      }
    });
  }

  protected async answer(petition: PetitionView, decision: AnswerPetitionRequest['decision']): Promise<void> {
    const text = await this.reasons.ask({ ...QUESTIONS[decision], title: QUESTIONS[decision].title(petition.agency.shortName, petition.code) });
    if (text === null) {
      return;
    }
    this.busy.set(true);
    try {
      await firstValueFrom(this.api.answer(petition, { decision, text }));
      this.toasts.done($localize`Đã trả lời kiến nghị.`);
    } catch (error) {
      this.toasts.refused(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
      this.loaded.reload();
    }
  }
}

const QUESTIONS = {
  forward: {
    title: (agency: string, code: string) => $localize`Trình Hội đồng kiến nghị của ${agency}:agency: về tiêu chí ${code}:code:?`,
    label: $localize`Ý kiến gửi cơ quan`,
    verb: $localize`Trình Hội đồng`,
    effects: [$localize`Hội đồng biểu quyết ngay. Kết quả chưa công bố được cho tới khi nội dung này được kết luận.`],
  },
  reject: {
    title: (agency: string, code: string) => $localize`Không chấp nhận kiến nghị của ${agency}:agency: về tiêu chí ${code}:code:?`,
    label: $localize`Lý do trả lời cơ quan`,
    verb: $localize`Không chấp nhận`,
    effects: [$localize`Điểm được giữ nguyên. Câu trả lời không sửa được nữa.`],
  },
} as const;
