import { Dialog } from '@angular/cdk/dialog';
import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import type { AssignmentChangeView, AssignmentMatrixView, ChangeAssignmentRequest, SubstituteRequest } from '@par-index/contract';
import { EMPTY, firstValueFrom } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { CanPipe } from '../../platform/session/can';
import { Toasts } from '../../platform/toast/toasts';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { KeyHint } from '../../ui/feedback/key-hint';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { AssignmentApi } from './assignment-api';
import { AssignmentHistory } from './assignment-history';
import { AssignmentTabs } from './assignment-tabs';
import { type AssignmentChange, ChangeDialog } from './change-dialog';
import { type ExceptionChosen, ExceptionsDialog, type ExceptionsInput } from './exceptions-dialog';
import { type MatrixChosen, MatrixGrid } from './matrix-grid';
import { type MatrixLine, matrixLines } from './matrix-lines';
import { MatrixList } from './matrix-list';
import { Substitutes } from './substitutes';

type Wanted = Pick<ChangeAssignmentRequest, 'codes' | 'assessedAgencyIds' | 'agencyId'>;

/** Which agency appraises what in a cycle, to be changed by Sở Nội vụ and read by whoever appraises or reads appraisals: the matrix, the substitutes, and what was changed. */
@Component({
  selector: 'par-matrix-page',
  imports: [AssignmentHistory, AssignmentTabs, CanPipe, Icon, KeyHint, LoadState, MatrixGrid, MatrixList, PageHeader, PhaseChip, Substitutes],
  templateUrl: './matrix-page.html',
  styleUrl: './matrix-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatrixPage {
  private readonly api = inject(AssignmentApi);
  private readonly current = inject(CurrentCycle);
  private readonly dialog = inject(Dialog);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly cycleId = input.required<string>();
  /** From the query of the address. */
  readonly group = input<string>();

  protected readonly isNarrow = toSignal(inject(BreakpointObserver).observe('(max-width: 899px)'), { initialValue: { matches: false, breakpoints: {} } });
  protected readonly cycle = computed(() => this.current.cycles().find(({ id }) => id === this.cycleId()) ?? null);
  protected readonly groups = computed(() => this.cycle()?.sets ?? []);
  protected readonly groupCode = computed(() => (this.groups().find(({ groupCode }) => groupCode === this.group()) ?? this.groups()[0])?.groupCode ?? null);
  protected readonly changes = signal(0);
  protected readonly loaded = rxResource({
    params: () => ({ cycleId: this.cycleId(), groupCode: this.groupCode(), changes: this.changes() }),
    stream: ({ params }) => (params.groupCode === null ? EMPTY : this.api.matrix(params.cycleId, params.groupCode)),
  });
  /** The last one that was read stays while the next is on its way, so that nothing moves under the hand. */
  protected readonly view = linkedSignal<AssignmentMatrixView | undefined, AssignmentMatrixView | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  protected readonly field = linkedSignal({ source: this.groupCode, computation: () => '' });
  protected readonly agencyId = linkedSignal({ source: this.groupCode, computation: () => '' });
  protected readonly folded = linkedSignal<string | null, ReadonlySet<string>>({ source: this.groupCode, computation: () => new Set() });
  protected readonly fields = computed(() => (this.view()?.criteria ?? []).filter(({ parentCode }) => parentCode === null));
  protected readonly lines = computed(() => {
    const view = this.view();
    return view ? matrixLines(view, { folded: this.folded(), field: this.field(), agencyId: this.agencyId() }) : [];
  });
  protected readonly departments = computed(() => (this.view()?.departments ?? []).filter(({ id }) => id !== this.agencyId()));
  private readonly titles = computed(() => new Map((this.view()?.criteria ?? []).map(({ code, title }) => [code, title])));

  protected choose(groupCode: string): void {
    void this.router.navigate([], { queryParams: { group: groupCode }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected fold(code: string): void {
    this.folded.update((folded) => new Set(folded.has(code) ? [...folded].filter((one) => one !== code) : [...folded, code]));
  }

  protected foldAll(view: AssignmentMatrixView): void {
    this.folded.set(this.folded().size > 0 ? new Set() : new Set(view.criteria.filter(({ parentCode }) => parentCode === null).map(({ code }) => code)));
  }

  protected give({ line, agencyId }: MatrixChosen): Promise<void> {
    const assessed = this.agencyId();
    return this.change({ codes: [line.code], agencyId, ...(assessed === '' ? {} : { assessedAgencyIds: [assessed] }) });
  }

  protected async showExceptions(view: AssignmentMatrixView, line: MatrixLine): Promise<void> {
    const shown: ExceptionsInput = { heading: $localize`Ngoại lệ của tiêu chí ${line.code}:code:`, exceptions: line.exceptions, agencies: view.agencies, departments: view.departments, editable: view.editable };
    const opened = this.dialog.open<ExceptionChosen, ExceptionsInput>(ExceptionsDialog, { data: shown, panelClass: ['dialog-panel', 'dialog-panel-middle'], ariaLabelledBy: 'exceptions-title', ariaModal: true });
    const chosen = await firstValueFrom(opened.closed);
    if (chosen?.next === 'show') {
      this.agencyId.set(chosen.assessedAgencyId);
    }
    if (chosen?.next === 'take-back') {
      await this.change({ codes: [line.code], agencyId: null, assessedAgencyIds: [chosen.assessedAgencyId] });
    }
  }

  protected substitute(substitutes: readonly SubstituteRequest[]): Promise<void> {
    const cycleId = this.cycleId();
    return this.ask({
      ...this.words($localize`Đổi cơ quan thay`),
      preview: (decided) => this.api.previewSubstitutes(cycleId, { substitutes, decided, reason: '' }),
      run: (order) => this.api.substitute(cycleId, { substitutes, ...order }),
    });
  }

  private change(wanted: Wanted): Promise<void> {
    const request = { groupCode: this.groupCode() ?? '', ...wanted };
    return this.ask({
      ...this.words(this.headingOf(wanted)),
      preview: (decided) => this.api.previewChange(this.cycleId(), { ...request, decided, reason: '' }),
      run: (order) => this.api.change(this.cycleId(), { ...request, ...order }),
    });
  }

  private words(heading: string): Pick<AssignmentChange, 'heading' | 'reasonRequired' | 'titleOf'> {
    return { heading, reasonRequired: this.view()?.reasonRequired ?? true, titleOf: (code) => this.titles().get(code) ?? '' };
  }

  private headingOf({ codes: [code = ''], agencyId, assessedAgencyIds }: Wanted): string {
    const assessed = this.view()?.agencies.find(({ id }) => id === assessedAgencyIds?.[0])?.name;
    const appraiser = this.view()?.departments.find(({ id }) => id === agencyId)?.name ?? '';
    if (agencyId === null) {
      return $localize`Trả ${code}:code: tại ${assessed ?? ''}:assessed: về như chung`;
    }
    return assessed ? $localize`Giao ${code}:code: tại ${assessed}:assessed: cho ${appraiser}:appraiser:` : $localize`Giao ${code}:code: tại mọi cơ quan cho ${appraiser}:appraiser:`;
  }

  private async ask(change: AssignmentChange): Promise<void> {
    const opened = this.dialog.open<AssignmentChangeView, AssignmentChange>(ChangeDialog, { data: change, panelClass: ['dialog-panel', 'dialog-panel-middle'], ariaLabelledBy: 'change-title', ariaModal: true });
    const done = await firstValueFrom(opened.closed);
    if (done) {
      this.changes.update((count) => count + 1);
      this.toasts.done($localize`Đã chuyển ${done.moved}:moved: lượt tiêu chí.`);
    }
  }
}
