import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CampaignView, InvitationCode, InvitationImportView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { LoadState } from '../../ui/loading/load-state';
import { Pager } from '../../ui/pager/pager';
import { SearchBox } from '../../ui/search-box/search-box';
import { SheetImport } from './sheet-import';
import { SURVEY_ROOT, SurveyApi } from './survey-api';
import { INVITATION_WORDS } from './survey-words';

/** Invitations from Excel, by mail or as codes to be printed, which are shown once. Who answered what is nowhere. */
@Component({
  selector: 'par-campaign-invitations',
  imports: [LoadState, MatButton, Pager, RefusalNotice, SearchBox, SheetImport],
  templateUrl: './campaign-invitations.html',
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignInvitations {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);

  protected readonly words = INVITATION_WORDS;
  protected readonly groups = computed(() => this.campaign().groups.filter(({ byInvitation }) => byInvitation));
  protected readonly invites = computed(() => this.campaign().openActions.includes('invite'));
  protected readonly groupCode = signal<string | null>(null);
  protected readonly mail = signal(false);
  protected readonly codes = signal<readonly InvitationCode[]>([]);
  protected readonly refused = signal<string | null>(null);
  protected readonly page = signal(1);
  protected readonly search = signal('');
  protected readonly loaded = rxResource({
    params: () => ({ id: this.campaign().id, page: this.page(), search: this.search() }),
    stream: ({ params }) => this.api.invitations(params.id, params.page, params.search),
  });
  protected readonly templateUrl = computed(() => `${SURVEY_ROOT}/${this.campaign().id}/invitations/template`);
  protected readonly send = (file: File, dryRun: 'true' | 'false') =>
    this.api.importInvitations(this.campaign().id, { file, groupCode: this.groupCode() ?? this.groups()[0]?.code ?? '', mail: this.mail() }, dryRun);

  protected finish({ codes }: InvitationImportView): void {
    this.codes.set(codes);
    this.loaded.reload();
  }

  protected find(text: string): void {
    this.page.set(1);
    this.search.set(text);
  }

  protected print(): void {
    globalThis.print();
  }

  protected async replace(invitationId: string): Promise<void> {
    this.refused.set(null);
    try {
      this.codes.set([await firstValueFrom(this.api.reissue(this.campaign().id, invitationId))]);
      this.loaded.reload();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
