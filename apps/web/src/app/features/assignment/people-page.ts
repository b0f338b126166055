import { Dialog } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { BalanceView, PersonRef, ShareScope, ShareUnit, ShareView } from '@par-index/contract';
import { EMPTY, firstValueFrom } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { Clock } from '../../platform/time/clock';
import { Toasts } from '../../platform/toast/toasts';
import { Countdown } from '../../ui/chips/countdown';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { NumberPipe } from '../../ui/format/number-pipes';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { AssignmentApi } from './assignment-api';
import { AssignmentTabs } from './assignment-tabs';
import { groupsOf, holdersInWords, scopeOf, type SharableUnit, unitsOf } from './balance-units';
import { ShareDialog, type ShareInput } from './share-dialog';

/** How an appraising agency shares its work: what everybody has, is through with and has left, and who gets what. */
@Component({
  selector: 'par-people-page',
  imports: [AssignmentTabs, Countdown, EmptyState, Icon, LoadState, MatButton, NumberPipe, PageHeader, PhaseChip],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly api = inject(AssignmentApi);
  private readonly current = inject(CurrentCycle);
  private readonly dialog = inject(Dialog);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly clock = inject(Clock);

  readonly cycleId = input.required<string>();
  /** The appraising agency; the first one where the address names none. */
  readonly agencyId = input<string>();

  protected readonly changes = signal(0);
  protected readonly departments = rxResource({ params: () => ({ id: this.cycleId(), changes: this.changes() }), stream: ({ params }) => this.api.departments(params.id) });
  protected readonly known = computed(() => (this.departments.hasValue() ? this.departments.value() : []));
  protected readonly chosen = computed(() => this.agencyId() ?? this.known()[0]?.agency.id ?? null);
  protected readonly loaded = rxResource({
    params: () => ({ cycleId: this.cycleId(), agencyId: this.chosen(), changes: this.changes() }),
    stream: ({ params }) => (params.agencyId === null ? EMPTY : this.api.balance(params.cycleId, params.agencyId)),
  });
  protected readonly view = linkedSignal<BalanceView | undefined, BalanceView | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  protected readonly groups = computed(() => groupsOf(this.view()?.units ?? []));
  protected readonly group = linkedSignal({ source: this.groups, computation: (groups) => groups[0] ?? '' });
  protected readonly by = signal<ShareUnit>('agency');
  protected readonly units = computed(() => unitsOf(this.view() ?? { units: [], criteria: [] }, this.group(), this.by()));
  private readonly picked = linkedSignal<unknown, ReadonlySet<string>>({ source: () => [this.view(), this.group(), this.by()], computation: () => new Set() });
  protected readonly pickedUnits = computed(() => this.units().filter(({ key }) => this.picked().has(key)));
  protected readonly people = computed(() => (this.view()?.people ?? []).flatMap(({ person }) => person ?? []));
  private readonly names = computed(() => new Map(this.people().map(({ id, fullName }) => [id, fullName])));
  private readonly groupNames = computed(() => new Map(this.current.cycles().flatMap(({ sets }) => sets.map(({ groupCode, groupName }) => [groupCode, groupName] as const))));

  protected groupName(code: string): string {
    return this.groupNames().get(code) ?? code;
  }

  protected holdersOf({ holders }: SharableUnit): string {
    return holdersInWords(holders, this.names(), $localize`cả cơ quan`);
  }

  protected isPicked({ key }: SharableUnit): boolean {
    return this.picked().has(key);
  }

  protected pick({ key }: SharableUnit): void {
    this.picked.update((picked) => new Set(picked.has(key) ? [...picked].filter((one) => one !== key) : [...picked, key]));
  }

  protected pickAll(): void {
    this.picked.set(this.pickedUnits().length === this.units().length ? new Set() : new Set(this.units().map(({ key }) => key)));
  }

  protected choose(agencyId: string): void {
    void this.router.navigate(['/assignments', this.cycleId(), 'people', agencyId], { replaceUrl: true });
  }

  protected givePicked(): Promise<void> {
    const units = this.pickedUnits();
    return this.ask({ scope: scopeOf(units), heading: $localize`Giao ${units.length}:count: mục đã chọn`, way: 'one' });
  }

  protected giveOf(person: PersonRef | null): Promise<void> {
    const scope = { personIds: [person?.id ?? null] };
    return this.ask({ scope, heading: person ? $localize`Giao lại việc của ${person.fullName}:person:` : $localize`Giao việc chưa giao riêng ai`, way: 'one' });
  }

  protected shareEvenly(): Promise<void> {
    return this.ask({ scope: { groupCode: this.group() }, heading: $localize`Chia đều: ${this.groupName(this.group())}:group:`, way: 'even' });
  }

  private async ask({ scope, heading, way }: { readonly scope: ShareScope; readonly heading: string; readonly way: ShareInput['way'] }): Promise<void> {
    const asked: ShareInput = { cycleId: this.cycleId(), agencyId: this.chosen() ?? '', scope, heading, way, people: this.people() };
    const opened = this.dialog.open<ShareView, ShareInput>(ShareDialog, { data: asked, panelClass: ['dialog-panel', 'dialog-panel-middle'], ariaLabelledBy: 'share-title', ariaModal: true });
    const done = await firstValueFrom(opened.closed);
    if (done) {
      this.changes.update((count) => count + 1);
      this.toasts.done($localize`Đã giao ${done.moved}:moved: tiêu chí.`);
    }
  }
}
