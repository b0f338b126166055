import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CampaignAction, CampaignView } from '@par-index/contract';
import { firstValueFrom, type Observable } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Toasts } from '../../platform/toast/toasts';
import { Chip } from '../../ui/chips/chip';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../ui/format/date-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Confirm } from '../../ui/prompt/confirm';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { CampaignDevices } from './campaign-devices';
import { CampaignExternal } from './campaign-external';
import { CampaignIndex } from './campaign-index';
import { CampaignInvitations } from './campaign-invitations';
import { CampaignOffices } from './campaign-offices';
import { CampaignPaper } from './campaign-paper';
import { CampaignProgressPart } from './campaign-progress';
import { CampaignResults } from './campaign-results';
import { CampaignSuspicions } from './campaign-suspicions';
import { CampaignTexts } from './campaign-texts';
import { SurveyApi } from './survey-api';
import { CAMPAIGN_WORDS } from './survey-words';

/** One campaign, part by part. */
@Component({
  selector: 'par-campaign-page',
  imports: [
    ...[CampaignDevices, CampaignExternal, CampaignIndex, CampaignInvitations, CampaignOffices, CampaignPaper, CampaignProgressPart, CampaignResults, CampaignSuspicions, CampaignTexts],
    ...[Chip, LoadState, MatButton, MomentPipe, PageHeader, RefusalNotice, RouterLink],
  ],
  templateUrl: './campaign-page.html',
  styles: `
    nav { display: flex; flex-wrap: wrap; gap: var(--space-1); border-bottom: 1px solid var(--line); }
    nav a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 var(--space-3); color: var(--text-muted); text-decoration: none; border-bottom: 3px solid transparent; }
    nav a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--action); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignPage {
  readonly id = input.required<string>();
  readonly part = input.required<string>();
  private readonly api = inject(SurveyApi);
  private readonly confirm = inject(Confirm);
  private readonly reasons = inject(ReasonPrompt);
  private readonly toasts = inject(Toasts);

  protected readonly words = CAMPAIGN_WORDS;
  protected readonly edits = inject(Session).can('survey.edit');
  protected readonly parts = PARTS.filter(({ forEditors }) => this.edits || !forEditors);
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly loaded = rxResource({ params: () => this.id(), stream: ({ params }) => this.api.get(params) });
  protected readonly campaign = linkedSignal<CampaignView | undefined, CampaignView | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  private readonly actions = computed<ReadonlySet<CampaignAction>>(() => new Set(this.campaign()?.openActions ?? []));

  protected can(action: CampaignAction): boolean {
    return this.actions().has(action);
  }

  protected async open(campaign: CampaignView): Promise<void> {
    const yes = await this.confirm.ask({
      title: $localize`Mở đợt khảo sát?`,
      body: $localize`Mẫu phiếu, các nơi được khảo sát và nhóm người trả lời không sửa được nữa.`,
      verb: $localize`Mở đợt khảo sát`,
    });
    if (yes) {
      await this.run(this.api.open(campaign), $localize`Đã mở đợt khảo sát.`);
    }
  }

  protected async close(campaign: CampaignView): Promise<void> {
    const reason = await this.reasons.ask({
      title: $localize`Kết thúc đợt khảo sát?`,
      label: $localize`Lý do kết thúc`,
      verb: $localize`Kết thúc`,
      effects: [$localize`Không nhận thêm phiếu. Kết quả được đề xuất vào các tiêu chí đã gắn.`],
    });
    if (reason !== null) {
      await this.run(this.api.close(campaign, reason), $localize`Đã kết thúc đợt khảo sát.`);
    }
  }

  private async run(command: Observable<CampaignView>, done: string): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.campaign.set(await firstValueFrom(command));
      this.toasts.done(done);
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set([refusal.detail, ...refusal.fields.map(({ detail }) => detail)].join(' '));
    } finally {
      this.busy.set(false);
    }
  }
}

const PARTS: readonly { readonly path: string; readonly label: string; readonly forEditors: boolean }[] = [
  { path: 'progress', label: $localize`Tiến độ`, forEditors: false },
  { path: 'offices', label: $localize`Nơi được khảo sát`, forEditors: false },
  { path: 'invitations', label: $localize`Thư mời`, forEditors: true },
  { path: 'devices', label: $localize`Máy tại quầy`, forEditors: true },
  { path: 'paper', label: $localize`Phiếu giấy`, forEditors: true },
  { path: 'results', label: $localize`Kết quả`, forEditors: false },
  { path: 'texts', label: $localize`Góp ý`, forEditors: false },
  { path: 'suspicions', label: $localize`Phiếu cần xem lại`, forEditors: true },
  { path: 'external', label: $localize`Kết quả ngoài`, forEditors: true },
  { path: 'index', label: $localize`Đưa vào chỉ số`, forEditors: false },
];
