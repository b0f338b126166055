import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { ResultRow } from '@par-index/contract';
import { EMPTY } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { CanPipe } from '../../platform/session/can';
import { Session } from '../../platform/session/session';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { EditionLine } from '../../ui/result/edition-line';
import { RankingTable } from '../../ui/result/ranking-table';
import { ResultHeadline } from '../../ui/result/result-headline';
import { SearchBox } from '../../ui/search-box/search-box';
import { firstCycle, readableCycles, type ResultSight } from './readable-cycles';
import { ResultApi } from './result-api';
import { ResultVerification } from './result-verification';

/** The ranking of one group in one cycle. Without an address of its own it begins with what the reader most likely wants. */
@Component({
  selector: 'par-ranking-page',
  imports: [CanPipe, EditionLine, EmptyState, LoadState, MatButton, PageHeader, RankingTable, ResultHeadline, ResultVerification, SearchBox],
  templateUrl: './ranking-page.html',
  styleUrl: './result-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankingPage {
  private readonly api = inject(ResultApi);
  private readonly current = inject(CurrentCycle);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** From the address; absent at the entrance. */
  readonly cycleId = input<string>();
  readonly groupCode = input<string>();

  protected readonly search = signal('');
  private readonly sight = computed<ResultSight>(() => (this.session.can('result.read-provisional') ? 'provisional' : 'published'));
  protected readonly cycles = computed(() => readableCycles(this.current.cycles(), this.sight()));
  protected readonly known = computed(() => this.current.cycles().length > 0);
  protected readonly cycle = computed(() => this.cycles().find(({ id }) => id === this.cycleId()) ?? firstCycle(this.cycles(), this.sight()));
  protected readonly group = computed(() => this.groupCode() ?? this.cycle()?.sets[0]?.groupCode ?? null);

  protected readonly loaded = rxResource({
    params: () => ({ cycle: this.cycle(), group: this.group() }),
    stream: ({ params: { cycle, group } }) => (cycle && group ? this.api.group(cycle.id, group) : EMPTY),
  });

  protected readonly linkOf = computed(() => {
    const [cycle, group] = [this.cycle()?.id ?? '', this.group() ?? ''];
    return ({ agency }: ResultRow): readonly string[] => ['/results', cycle, group, agency.id];
  });
  protected readonly workbook = computed(() => `/api/v1/reports/cycles/${this.cycle()?.id ?? ''}/ranking.xlsx?groupCode=${this.group() ?? ''}`);

  protected show(cycleId: string, groupCode: string): void {
    void this.router.navigate(['/results', cycleId, groupCode]);
  }
}
