import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { HintView } from '@par-index/contract';
import { PageTitle } from '../../platform/navigation/page-title';
import type { HoldsChanges } from '../../platform/navigation/unsaved-changes';
import { refusalOf } from '../../platform/problem/refusal';
import { Clock } from '../../platform/time/clock';
import { Toasts } from '../../platform/toast/toasts';
import { Countdown } from '../../ui/chips/countdown';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { KeyHint } from '../../ui/feedback/key-hint';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { RuleText } from '../../ui/rule/rule-text';
import { SearchBox } from '../../ui/search-box/search-box';
import { AcceptingAcross } from './accepting-across';
import { AgencyChoice } from './agency-choice';
import { ByCriterionCards } from './by-criterion-cards';
import { ByCriterionDesk, type Sending } from './by-criterion-desk';
import { ByCriterionGrid, type GridCommand } from './by-criterion-grid';
import type { GridKey } from './by-criterion-keys';
import { ByCriterionSide, type SideView } from './by-criterion-side';
import { CriterionChoice } from './criterion-choice';
import type { DecisionDraft } from './decision-draft';
import { HintDismissal } from './hint-dismissal';
import { KeyChoice } from './key-choice';

/** How a decision arrived, as it is read out after the agency's name. */
const ARRIVALS: Readonly<Record<Exclude<Sending, 'saving'>, string>> = {
  saved: $localize`đã lưu.`,
  unsent: $localize`chưa gửi được.`,
  conflict: $localize`người khác vừa lưu, hãy xem lại.`,
};

/** One criterion, all agencies: a dense grid for the keyboard, the agency's evidence or decision beside it. */
@Component({
  selector: 'par-by-criterion-page',
  imports: [ByCriterionCards, ByCriterionGrid, ByCriterionSide, Countdown, EmptyState, Icon, KeyHint, LoadState, MatButton, PageHeader, PhaseChip, RefusalNotice, RouterLink, RuleText, SearchBox],
  templateUrl: './by-criterion-page.html',
  styleUrl: './by-criterion-page.css',
  providers: [ByCriterionDesk, AgencyChoice, CriterionChoice, AcceptingAcross],
  host: { '(document:keydown)': 'press($event)', '(window:beforeunload)': 'warn($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ByCriterionPage implements HoldsChanges {
  private readonly accepting = inject(AcceptingAcross);
  private readonly dismissal = inject(HintDismissal);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly clock = inject(Clock);
  protected readonly criteria = inject(CriterionChoice);
  protected readonly desk = inject(ByCriterionDesk);
  protected readonly keys = inject(KeyChoice);
  protected readonly list = inject(AgencyChoice);

  readonly cycleId = input.required<string>();
  readonly groupCode = input.required<string>();
  readonly code = input<string>();
  /** From the query of the address: the agency to begin with. */
  readonly at = input<string>();

  private readonly grid = viewChild(ByCriterionGrid);
  private readonly side = viewChild(ByCriterionSide);

  protected readonly isNarrow = toSignal(inject(BreakpointObserver).observe('(max-width: 899px)'), { initialValue: { matches: false, breakpoints: {} } });
  protected readonly refused = signal<string | null>(null);
  /** What was done last, for whoever hears it. */
  protected readonly said = signal('');
  protected readonly shown = signal<SideView>('decision');
  /** Of a narrow screen: the agency over the list. */
  protected readonly isOpen = signal(false);
  protected readonly selected = this.list.selected;

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.list.beginning.set(this.at() ?? null));
    effect(() => {
      const code = this.code();
      this.criteria.code.set(code ?? null);
      if (code === undefined) {
        void this.enter(this.cycleId(), this.groupCode());
      } else {
        this.desk.address.set({ cycleId: this.cycleId(), groupCode: this.groupCode(), code });
      }
    });
    effect(() => {
      const leaf = this.list.entered() === null ? null : untracked(() => this.desk.leaf());
      if (leaf) {
        title.name($localize`${leaf.code}:code: ${leaf.title}:title: · Thẩm định`);
        untracked(() => this.focusGrid());
      }
    });
  }

  hasUnsavedChanges(): boolean {
    return this.desk.unsaved().size > 0;
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.hasUnsavedChanges()) {
      event.preventDefault();
    }
  }

  /** Outside of the grid: save from every field, and back to the grid. */
  protected press(event: KeyboardEvent): void {
    const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
    if (event.defaultPrevented || inDialog || event.isComposing) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && this.selected()) {
      event.preventDefault();
      this.save();
    }
    if (event.key === 'Escape' && this.list.row()) {
      event.preventDefault();
      this.isOpen.set(false);
      this.focusGrid();
    }
  }

  protected obey({ key, assessmentId }: GridCommand): void {
    this.selected.set(assessmentId);
    const commands: Readonly<Record<GridKey, () => unknown>> = {
      'accept': () => this.accept(assessmentId),
      'correct': () => this.begin(assessmentId, { kind: 'correct' }),
      'award': () => this.begin(assessmentId, { kind: 'award' }),
      'explain': () => this.begin(assessmentId, { explanation: 'wanted' }),
      'open': () => this.begin(assessmentId, {}),
      'evidence': () => this.show('evidence'),
      'retry': () => this.desk.retry(),
      'next-undecided': () => this.goTo(this.list.nextUndecided(assessmentId)),
      'next-criterion': () => this.choose(this.criteria.next()),
      'previous-criterion': () => this.choose(this.criteria.previous()),
    };
    void commands[key]();
  }

  /** Accepts at once and goes on; what can't be accepted without a word opens with what it lacks. */
  protected accept(assessmentId: string): void {
    const row = this.list.rowOf(assessmentId);
    const [subject, entry] = [this.desk.subjectOf(assessmentId), this.desk.entryOf(assessmentId)];
    if (!row || !subject || !entry) {
      this.said.set(row?.agency.lockedBecause ?? '');
      return;
    }
    if (row.decision === 'decided') {
      this.goOn(assessmentId);
      return;
    }
    this.desk.write(assessmentId, { ...entry.draft, kind: 'accept' });
    if (row.declared === null || !this.desk.isReady(assessmentId)) {
      this.show('decision');
      this.side()?.focusField();
      return;
    }
    this.commit(assessmentId);
  }

  /** Sends the decision and goes on to the next undecided agency, without waiting for the server. */
  protected save(): void {
    const assessmentId = this.selected();
    if (assessmentId === null || this.desk.subjectOf(assessmentId) === null) {
      return;
    }
    if (!this.desk.isReady(assessmentId)) {
      this.show('decision');
      this.side()?.focusField();
      return;
    }
    this.commit(assessmentId);
  }

  protected show(view: SideView): void {
    this.shown.set(view);
    this.isOpen.set(true);
  }

  /** Nothing typed or on its way is lost on the way to another criterion. */
  protected async choose(code: string | null): Promise<void> {
    if (code !== null && code !== this.code() && (await this.criteria.mayLeave())) {
      this.isOpen.set(false);
      await this.router.navigate(['/appraisals/by-criterion', this.cycleId(), this.groupCode(), code]);
    }
  }

  protected acceptAll(): Promise<void> {
    return this.attempt(async () => {
      const count = await this.accepting.accept(this.list.kept().map(({ assessmentId }) => assessmentId));
      if (count !== null) {
        this.toasts.done($localize`Đã chấp nhận ở ${count}:count: cơ quan.`);
      }
    });
  }

  protected begin(assessmentId: string, changes: Partial<DecisionDraft>): void {
    const entry = this.desk.entryOf(assessmentId);
    if (!entry) {
      this.said.set(this.desk.agencyOf(assessmentId)?.lockedBecause ?? '');
      this.show('decision');
      return;
    }
    if (Object.keys(changes).length > 0) {
      this.desk.write(assessmentId, { ...entry.draft, ...changes });
    }
    this.show('decision');
    this.side()?.focusField(changes.explanation ? 'question' : 'first');
  }

  protected async dismiss(assessmentId: string, hint: HintView): Promise<void> {
    const reason = await this.dismissal.reason(hint);
    if (reason !== null) {
      await this.attempt(() => this.desk.dismiss(assessmentId, hint, reason));
    }
  }

  protected restore(assessmentId: string, hint: HintView): Promise<void> {
    return this.attempt(() => this.desk.restore(assessmentId, hint));
  }

  private commit(assessmentId: string): void {
    void this.desk.send(assessmentId).then(() => this.tell(assessmentId));
    this.goOn(assessmentId);
  }

  private tell(assessmentId: string): void {
    const sending = this.desk.sendings().get(assessmentId);
    if (sending !== undefined && sending !== 'saving') {
      this.said.set(`${this.desk.agencyOf(assessmentId)?.agency.name ?? ''}: ${ARRIVALS[sending]}`);
    }
  }

  private goOn(assessmentId: string): void {
    const next = this.list.nextUndecided(assessmentId, [assessmentId]);
    if (this.isNarrow().matches) {
      this.isOpen.set(false);
    }
    if (next === null) {
      this.toasts.done($localize`Các cơ quan trong danh sách đã quyết xong.`);
    }
    this.goTo(next ?? assessmentId);
  }

  private goTo(assessmentId: string | null): void {
    if (assessmentId !== null) {
      this.selected.set(assessmentId);
      this.focusGrid();
    }
  }

  private focusGrid(): void {
    requestAnimationFrame(() => {
      const selected = this.selected();
      if (selected !== null && !this.host.nativeElement.querySelector('[role="dialog"]')) {
        this.grid()?.focus(selected);
      }
    });
  }

  /** Without a criterion in the address: the first one with something left. */
  private enter(cycleId: string, groupCode: string): Promise<void> {
    return this.attempt(async () => {
      const first = await this.criteria.first({ cycleId, groupCode });
      if (first === null) {
        this.refused.set($localize`Trong nhóm này không có tiêu chí nào thuộc phần việc của bạn.`);
        return;
      }
      await this.router.navigate(['/appraisals/by-criterion', cycleId, groupCode, first], { replaceUrl: true });
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.refused.set(null);
    try {
      await work();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    }
  }
}
