import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { FindingView } from '@par-index/contract';
import { compileCriteriaSet, type CriteriaSet } from '@par-index/scoring';
import { MatButton } from '@angular/material/button';
import { CriteriaTree } from '../../ui/criteria-tree/criteria-tree';
import { leafCodes } from '../../ui/criteria-tree/tree-rows';
import { Icon } from '../../ui/icon/icon';
import { LeafReader } from './leaf-reader';
import { SetSummary } from './set-summary';

/** The tree beside the criterion that is read; on a narrow screen one after the other. */
@Component({
  selector: 'par-set-reader',
  imports: [CriteriaTree, Icon, LeafReader, MatButton, SetSummary],
  templateUrl: './set-reader.html',
  styleUrl: './set-reader.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetReader {
  readonly set = input.required<CriteriaSet>();
  readonly warnings = input<readonly FindingView[]>([]);
  readonly names = input<ReadonlyMap<string, string>>(new Map());
  readonly code = model<string | null>(null);

  protected readonly compiled = computed(() => compileCriteriaSet(this.set()));
  protected readonly leaf = computed(() => this.compiled().leaf(this.code() ?? '') ?? null);
  private readonly codes = computed(() => leafCodes(this.set().criteria));
  protected readonly previous = computed(() => this.codes()[this.codes().indexOf(this.code() ?? '') - 1] ?? null);
  protected readonly next = computed(() => (this.code() === null ? null : (this.codes()[this.codes().indexOf(this.code() ?? '') + 1] ?? null)));
}
