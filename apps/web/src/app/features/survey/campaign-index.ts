import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CampaignView, SurveyMapping, SurveyProposalsView, SurveyProposalView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { CampaignMapping } from './campaign-mapping';
import { SurveyApi } from './survey-api';
import { PROPOSAL_WORDS, satisfactionWords } from './survey-words';

/** Which questions feed which criteria, and what they come to: proposals that are accepted or not. */
@Component({
  selector: 'par-campaign-index',
  imports: [CampaignMapping, LoadState, MatButton, NumberPipe, RefusalNotice],
  templateUrl: './campaign-index.html',
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignIndex {
  readonly campaign = input.required<CampaignView>();
  readonly changed = output<void>();
  private readonly api = inject(SurveyApi);
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);

  protected readonly words = PROPOSAL_WORDS;
  protected readonly satisfaction = satisfactionWords;
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly maps = computed(() => this.campaign().openActions.includes('map'));
  protected readonly proposes = computed(() => this.campaign().openActions.includes('propose'));
  protected readonly mappings = rxResource({ params: () => this.campaign().id, stream: ({ params }) => this.api.mappings(params) });
  protected readonly loaded = rxResource({ params: () => (this.campaign().state === 'closed' ? this.campaign().id : undefined), stream: ({ params }) => this.api.proposals(params) });
  protected readonly view = linkedSignal<SurveyProposalsView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly decidable = computed(() => this.view()?.proposals.filter(decides) ?? []);
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(() => new Set(this.decidable().map(({ id }) => id)));

  protected points({ points }: SurveyProposalView): string {
    return points === null ? '–' : points.replace('.', ',');
  }

  protected isDecidable(proposal: SurveyProposalView): boolean {
    return decides(proposal);
  }

  protected toggle(id: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) {
      next.add(id);
    }
    this.chosen.set(next);
  }

  protected writeMappings(mappings: readonly SurveyMapping[]): Promise<void> {
    return this.run(async () => {
      await firstValueFrom(this.api.writeMappings(this.campaign(), mappings));
      this.toasts.done($localize`Đã lưu câu hỏi của từng tiêu chí.`);
      this.mappings.reload();
      this.changed.emit();
    });
  }

  protected async decide(verdict: 'acceptance' | 'rejection'): Promise<void> {
    const count = this.chosen().size;
    const reason = await this.reasons.ask({ ...QUESTIONS[verdict], title: QUESTIONS[verdict].title(count) });
    if (reason !== null) {
      await this.run(async () => {
        this.view.set(await firstValueFrom(this.api.decide(this.campaign().id, verdict, { ids: [...this.chosen()], reason })));
        this.toasts.done($localize`Đã quyết định ${count}:count: đề xuất.`);
      });
    }
  }

  protected renew(): Promise<void> {
    return this.run(async () => {
      const { opened, superseded, unchanged } = await firstValueFrom(this.api.renew(this.campaign().id));
      this.toasts.done($localize`${opened}:opened: đề xuất mới, ${superseded}:superseded: được thay, ${unchanged}:unchanged: giữ nguyên.`);
      this.loaded.reload();
    });
  }

  private async run(command: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await command();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set([refusal.detail, ...refusal.fields.map(({ detail }) => detail)].join(' '));
    } finally {
      this.busy.set(false);
    }
  }
}

const decides = ({ state, lockedBecause }: SurveyProposalView): boolean => state === 'open' && lockedBecause === null;

const QUESTIONS = {
  acceptance: {
    title: (count: number) => $localize`Chấp nhận ${count}:count: đề xuất?`,
    label: $localize`Căn cứ (bắt buộc khi đang có số khác)`,
    verb: $localize`Chấp nhận`,
    effects: [$localize`Điểm của các tiêu chí được tính lại ngay theo kết quả khảo sát.`],
    optional: true,
  },
  rejection: { title: (count: number) => $localize`Không chấp nhận ${count}:count: đề xuất?`, label: $localize`Lý do`, verb: $localize`Không chấp nhận` },
} as const;
