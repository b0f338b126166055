import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { map } from 'rxjs';
import { NumberPipe } from '../../../ui/format/number-pipes';
import { LoadState } from '../../../ui/loading/load-state';
import { PageHeader } from '../../../ui/page-header/page-header';
import { CriteriaApi } from '../criteria-api';
import { DraftsApi } from '../editor/saving/drafts-api';
import { comparable, versionWords } from './version-words';

/** What one version says otherwise than another: in figures, then node by node in words. */
@Component({
  selector: 'par-difference-page',
  imports: [LoadState, NumberPipe, PageHeader, RouterLink],
  templateUrl: './difference-page.html',
  styleUrl: './difference-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DifferencePage {
  private readonly drafts = inject(DraftsApi);
  private readonly criteria = inject(CriteriaApi);
  private readonly router = inject(Router);

  /** From the route. */
  readonly id = input.required<string>();
  readonly with = input<string>();

  protected readonly set = rxResource({ params: () => this.id(), stream: ({ params }) => this.criteria.get(params) });
  private readonly listed = rxResource({ params: () => this.id(), stream: ({ params }) => this.criteria.list().pipe(map((sets) => comparable(sets, params))), defaultValue: [] });
  protected readonly others = computed(() => this.listed.value());
  /** What is asked for, else its predecessor, else the nearest there is. */
  protected readonly chosen = linkedSignal<string | null>(() => this.with() ?? (this.set.hasValue() ? this.set.value().predecessorId : null) ?? this.others()[0]?.id ?? null);
  protected readonly loaded = rxResource({
    params: () => (this.chosen() === null ? undefined : { id: this.id(), other: this.chosen() }),
    stream: ({ params }) => this.drafts.difference(params.id, params.other),
  });
  protected readonly heading = computed(() => (this.set.hasValue() ? this.set.value().title : ''));
  protected readonly words = versionWords;

  protected choose(other: string): void {
    void this.router.navigate([], { queryParams: { with: other }, replaceUrl: true });
  }
}
