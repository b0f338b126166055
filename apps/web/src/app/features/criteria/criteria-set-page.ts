import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/navigation/page-title';
import { AgencyList } from '../../platform/organisation/agency-list';
import { CanPipe } from '../../platform/session/can';
import { Chip } from '../../ui/chips/chip';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { CriteriaApi } from './criteria-api';
import { NewSetOpener } from './new-set-opener';
import { SetDownloads } from './set-downloads';
import { SetReader } from './set-reader';
import { SET_STATES } from './set-state-words';

/** One criteria set: its tree, how each criterion is scored, and what can be done with the version. */
@Component({
  selector: 'par-criteria-set-page',
  imports: [CanPipe, Chip, Icon, LoadState, MatButton, PageHeader, RouterLink, SetDownloads, SetReader],
  templateUrl: './criteria-set-page.html',
  styleUrl: './criteria-set-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CriteriaSetPage {
  private readonly api = inject(CriteriaApi);
  private readonly title = inject(PageTitle);
  private readonly agencies = inject(AgencyList);
  private readonly opener = inject(NewSetOpener);

  /** From the route. */
  readonly id = input.required<string>();

  protected readonly loaded = rxResource({ params: () => this.id(), stream: ({ params }) => this.api.get(params) });
  protected readonly set = computed(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly state = computed(() => SET_STATES[this.set()?.state ?? 'draft']);
  /** A draft with an error can't be read as a set; it is opened in the editor. */
  protected readonly readable = computed(() => {
    const set = this.set();
    return set !== null && (set.state !== 'draft' || set.findings.every(({ severity }) => severity !== 'error'));
  });
  private readonly listed = rxResource({ stream: () => this.agencies.all(), defaultValue: [] });
  /** Names by code, for who appraises. */
  protected readonly names = computed(() => new Map(this.listed.value().map(({ code, name }) => [code, name])));
  protected readonly code = linkedSignal<string, string | null>({ source: () => this.id(), computation: () => null });

  constructor() {
    effect(() => this.title.name(this.set()?.title));
  }

  protected async copy(): Promise<void> {
    const set = this.set();
    if (set) {
      const [sets, groups] = await Promise.all([firstValueFrom(this.api.list()), firstValueFrom(this.api.groups())]);
      await this.opener.ask({ sets, groups, copyOf: set, year: set.year });
    }
  }
}
