import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../platform/navigation/page-title';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { EditionLine } from '../../ui/result/edition-line';
import { indexChange, rankMove } from '../../ui/result/ranking-columns';
import { SheetTable } from '../../ui/result/sheet-table';
import { PublicApi } from './public-api';
import { PredecessorResults } from '../../ui/lineage/predecessor-results';

/** One agency's published points and remarks, criterion by criterion. */
@Component({
  selector: 'par-public-sheet-page',
  imports: [EditionLine, Icon, LoadState, NumberPipe, PageHeader, PredecessorResults, RouterLink, SheetTable],
  templateUrl: './public-sheet-page.html',
  styleUrl: './public-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicSheetPage {
  private readonly api = inject(PublicApi);
  private readonly title = inject(PageTitle);

  readonly year = input.required<string>();
  readonly code = input.required<string>();

  protected readonly loaded = rxResource({
    params: () => ({ year: Number(this.year()), code: this.code() }),
    stream: ({ params }) => this.api.sheet(params.year, params.code),
  });
  protected readonly sheet = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly changeOf = indexChange;
  protected readonly moveOf = rankMove;

  constructor() {
    effect(() => {
      const sheet = this.sheet();
      if (sheet) {
        this.title.name($localize`${sheet.row.agency.name}:agency: năm ${sheet.year}:year:`);
      }
    });
  }
}
