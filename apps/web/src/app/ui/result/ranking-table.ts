import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GroupResultView, ResultRow } from '@par-index/contract';
import { Cell } from '../data-table/cell';
import { DataTable } from '../data-table/data-table';
import { matchesSearch } from '../format/fold-accents';
import { NumberPipe } from '../format/number-pipes';
import { rankingColumns, rankMove } from './ranking-columns';
import { PredecessorResults } from '../lineage/predecessor-results';

/** A group's ranking. Each agency leads to its sheet at `linkOf`. */
@Component({
  selector: 'par-ranking-table',
  imports: [Cell, DataTable, NumberPipe, PredecessorResults, RouterLink],
  templateUrl: './ranking-table.html',
  styleUrl: './ranking-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankingTable {
  readonly result = input.required<GroupResultView>();
  /** The commands of the router that lead to an agency's sheet. */
  readonly linkOf = input.required<(row: ResultRow) => readonly string[]>();
  /** Only agencies whose name has these words, accents or not. */
  readonly search = input('');

  protected readonly columns = computed(() => rankingColumns(this.result().fields));
  protected readonly rows = computed(() => this.result().rows.filter(({ agency }) => matchesSearch(`${agency.name} ${agency.shortName}`, this.search())));
  protected readonly keyOf = (row: ResultRow): string => row.agency.code;
  protected readonly moveOf = rankMove;
}
