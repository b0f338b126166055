import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import type { CampaignView, OfficeEntry, OfficeImportView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { AgencyList } from '../../platform/organisation/agency-list';
import { refusalOf } from '../../platform/problem/refusal';
import { Toasts } from '../../platform/toast/toasts';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { NumberPipe } from '../../ui/format/number-pipes';
import { officeName } from './office-name';
import { SheetImport } from './sheet-import';
import { SURVEY_ROOT, SurveyApi } from './survey-api';

/** What is asked about, with the links and posters; a draft is changed here, by choice or from Excel. */
@Component({
  selector: 'par-campaign-offices',
  imports: [MatButton, NumberPipe, RefusalNotice, SheetImport],
  templateUrl: './campaign-offices.html',
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignOffices {
  readonly campaign = input.required<CampaignView>();
  readonly changed = output<void>();
  private readonly api = inject(SurveyApi);
  private readonly agencyList = inject(AgencyList);
  private readonly toasts = inject(Toasts);

  protected readonly name = officeName;
  protected readonly removeWords = $localize`Bỏ`;
  protected readonly formWords = $localize`Mở phiếu`;
  protected readonly posterWords = $localize`Tờ A5 có mã QR`;
  protected readonly origin = location.origin;
  protected readonly root = computed(() => `${SURVEY_ROOT}/${this.campaign().id}`);
  protected readonly drafts = computed(() => this.campaign().openActions.includes('edit'));
  protected readonly isPublic = computed(() => this.campaign().groups.some(({ byInvitation }) => !byInvitation));
  protected readonly agencies = rxResource({ params: () => (this.drafts() ? true : undefined), stream: () => this.agencyList.all() });
  protected readonly left = computed(() => {
    const there = new Set(this.campaign().officeList.map(({ agency }) => agency.id));
    return (this.agencies.value() ?? []).filter(({ id }) => !there.has(id));
  });
  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly send = (file: File, dryRun: 'true' | 'false') => this.api.importOffices(this.campaign(), file, dryRun);

  protected add(agencyIds: readonly string[], name: string, typed: string): Promise<void> {
    const population = typed.trim() === '' ? null : Number(typed);
    return this.write([...this.entries(), ...agencyIds.filter((id) => id !== '').map((agencyId) => ({ agencyId, name: name.trim(), population }))]);
  }

  /** Each agency that is not there yet, as a whole. */
  protected addAll(): Promise<void> {
    return this.add(this.left().map(({ id }) => id), '', '');
  }

  protected remove(officeId: string): Promise<void> {
    return this.write(this.entries((id) => id !== officeId));
  }

  protected finish(_view: OfficeImportView): void {
    this.toasts.done($localize`Đã nhập danh sách nơi được khảo sát.`);
    this.changed.emit();
  }

  private entries(keeps: (id: string) => boolean = () => true): readonly OfficeEntry[] {
    return this.campaign().officeList.filter(({ id }) => keeps(id)).map(({ agency, name, population }) => ({ agencyId: agency.id, name, population }));
  }

  private async write(offices: readonly OfficeEntry[]): Promise<void> {
    this.busy.set(true);
    this.refused.set(null);
    try {
      await firstValueFrom(this.api.writeOffices(this.campaign(), offices));
      this.changed.emit();
    } catch (error) {
      const refusal = refusalOf(error);
      this.refused.set([refusal.detail, ...refusal.fields.map(({ detail }) => detail)].join(' '));
    } finally {
      this.busy.set(false);
    }
  }
}
