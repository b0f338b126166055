import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../../platform/navigation/page-title';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { AgencyList } from '../../platform/organisation/agency-list';
import { CriteriaApi } from './criteria-api';
import { SetReader } from './set-reader';
import { SET_STATES } from './set-state-words';
import { Chip } from '../../ui/chips/chip';

/** One criteria set: its tree, and how each criterion is scored. */
@Component({
  selector: 'par-criteria-set-page',
  imports: [Chip, LoadState, PageHeader, RouterLink, SetReader],
  templateUrl: './criteria-set-page.html',
  styleUrl: './criteria-set-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaSetPage {
  private readonly api = inject(CriteriaApi);
  private readonly title = inject(PageTitle);
  private readonly agencies = inject(AgencyList);

  /** From the route. */
  readonly id = input.required<string>();

  protected readonly loaded = rxResource({ params: () => this.id(), stream: ({ params }) => this.api.get(params) });
  protected readonly set = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly state = computed(() => SET_STATES[this.set()?.state ?? 'draft']);
  private readonly listed = rxResource({ stream: () => this.agencies.all(), defaultValue: [] });
  /** Names by code, for who appraises. */
  protected readonly names = computed(() => new Map(this.listed.value().map(({ code, name }) => [code, name])));
  protected readonly code = linkedSignal<string, string | null>({ source: () => this.id(), computation: () => null });

  constructor() {
    effect(() => this.title.name(this.set()?.title));
  }
}
