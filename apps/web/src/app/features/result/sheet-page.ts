import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../platform/navigation/page-title';
import { CanPipe } from '../../platform/session/can';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { EditionLine } from '../../ui/result/edition-line';
import { indexChange, rankMove } from '../../ui/result/ranking-columns';
import { SheetTable } from '../../ui/result/sheet-table';
import { ResultApi } from './result-api';
import { PredecessorResults } from '../../ui/lineage/predecessor-results';

/** One agency's sheet: its index and rank, then every criterion with what led to its number. */
@Component({
  selector: 'par-sheet-page',
  imports: [CanPipe, EditionLine, Icon, LoadState, MatButton, NumberPipe, PageHeader, PredecessorResults, RouterLink, SheetTable],
  templateUrl: './sheet-page.html',
  styleUrl: './result-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetPage {
  private readonly api = inject(ResultApi);
  private readonly title = inject(PageTitle);

  readonly cycleId = input.required<string>();
  readonly groupCode = input.required<string>();
  readonly agencyId = input.required<string>();

  protected readonly loaded = rxResource({
    params: () => ({ cycleId: this.cycleId(), agencyId: this.agencyId() }),
    stream: ({ params }) => this.api.sheet(params.cycleId, params.agencyId),
  });
  protected readonly sheet = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly changeOf = indexChange;
  protected readonly moveOf = rankMove;

  constructor() {
    effect(() => {
      const sheet = this.sheet();
      if (sheet) {
        this.title.name($localize`${sheet.row.agency.name}:agency: · Kết quả ${sheet.year}:year:`);
      }
    });
  }
}
