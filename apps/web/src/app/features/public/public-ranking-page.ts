import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import type { ResultRow } from '@par-index/contract';
import { EMPTY } from 'rxjs';
import { SealMark } from '../../platform/seal/seal-mark';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { EditionLine } from '../../ui/result/edition-line';
import { RankingTable } from '../../ui/result/ranking-table';
import { ResultHeadline } from '../../ui/result/result-headline';
import { SearchBox } from '../../ui/search-box/search-box';
import { PublicApi } from './public-api';

/** The published ranking of one group, for everybody. Begins with the newest year and its first group. */
@Component({
  selector: 'par-public-ranking-page',
  imports: [EditionLine, EmptyState, LoadState, PageHeader, RankingTable, ResultHeadline, RouterLink, SearchBox, SealMark],
  templateUrl: './public-ranking-page.html',
  styleUrl: './public-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicRankingPage {
  private readonly api = inject(PublicApi);
  private readonly router = inject(Router);

  readonly year = input<string>();
  readonly groupCode = input<string>();

  protected readonly search = signal('');
  protected readonly cycles = rxResource({ stream: () => this.api.cycles() });
  protected readonly known = computed(() => (this.cycles.hasValue() ? this.cycles.value() : []));
  protected readonly cycle = computed(() => this.known().find(({ year }) => String(year) === this.year()) ?? this.known()[0] ?? null);
  protected readonly group = computed(() => this.groupCode() ?? this.cycle()?.groups[0]?.code ?? null);
  protected readonly loaded = rxResource({
    params: () => ({ year: this.cycle()?.year, group: this.group() }),
    stream: ({ params: { year, group } }) => (year && group ? this.api.group(year, group) : EMPTY),
  });
  protected readonly linkOf = computed(() => {
    const year = String(this.cycle()?.year ?? '');
    return ({ agency }: ResultRow): readonly string[] => ['/public', year, 'agencies', agency.code];
  });

  protected show(year: string, groupCode: string): void {
    void this.router.navigate(['/public', year, groupCode]);
  }
}
