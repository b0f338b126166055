import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { CampaignView } from '@par-index/contract';
import { NumberPipe } from '../../ui/format/number-pipes';
import { LoadState } from '../../ui/loading/load-state';
import { SheetImport } from './sheet-import';
import { SURVEY_ROOT, SurveyApi } from './survey-api';
import { percentWords } from './survey-words';

/** Figures of a survey that was held elsewhere, from Excel. */
@Component({
  selector: 'par-campaign-external',
  imports: [LoadState, NumberPipe, SheetImport],
  template: `
    <section class="panel panel-body stack" aria-labelledby="external-title">
      <h2 id="external-title" i18n>Nhập kết quả của khảo sát tổ chức ở nơi khác</h2>
      <par-sheet-import [template]="root() + '/template'" [send]="send" (taken)="loaded.reload()" />
    </section>
    @if (loaded.hasValue()) {
      <div class="scroll panel" tabindex="0" role="region" aria-label="Kết quả ngoài" i18n-aria-label>
        <table>
          <thead><tr><th scope="col" i18n>Cơ quan</th><th scope="col" i18n>Tiêu chí</th><th scope="col" class="number" i18n>Tỷ lệ</th><th scope="col" class="number" i18n>Số phiếu</th><th scope="col" i18n>Nguồn</th></tr></thead>
          <tbody>
            @for (line of loaded.value(); track $index) {
              <tr><th scope="row">{{ line.agency.name }}</th><td>{{ line.code }}</td><td class="number">{{ percent(line.percent) }}</td><td class="number">{{ line.responses | num }}</td><td>{{ line.source }}</td></tr>
            } @empty {
              <tr><td colspan="5" i18n>Chưa có kết quả nào được nhập.</td></tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <par-load-state [of]="loaded" />
    }
  `,
  styleUrl: './survey-tables.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignExternal {
  readonly campaign = input.required<CampaignView>();
  private readonly api = inject(SurveyApi);
  protected readonly percent = percentWords;
  protected readonly root = computed(() => `${SURVEY_ROOT}/${this.campaign().id}/external-results`);
  protected readonly loaded = rxResource({ params: () => this.campaign().id, stream: ({ params }) => this.api.externalResults(params) });
  protected readonly send = (file: File, dryRun: 'true' | 'false') => this.api.importExternal(this.campaign().id, file, dryRun);
}
