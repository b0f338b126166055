import { Dialog } from '@angular/cdk/dialog';
import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AcceptAcrossView, HintView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
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
import { Confirm } from '../../ui/prompt/confirm';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { RuleText } from '../../ui/rule/rule-text';
import { SearchBox } from '../../ui/search-box/search-box';
import { AcceptAcrossDialog, type AcceptAcrossPreview } from './accept-across-dialog';
import { ByCriterionApi } from './by-criterion-api';
import { ByCriterionCards } from './by-criterion-cards';
import { ByCriterionDesk } from './by-criterion-desk';
import { ByCriterionGrid, type GridCommand } from './by-criterion-grid';
import type { GridKey } from './by-criterion-keys';
import { keptAgencies, nextUndecidedAgency, ROW_FILTERS, type RowFilter } from './by-criterion-rows';
import { ByCriterionSide, type SideView } from './by-criterion-side';
import type { DecisionDraft } from './decision-draft';
import { KeyChoice } from './key-choice';

const FILTER_WORDS: Readonly<Record<RowFilter, string>> = {
  'undecided': $localize`chưa quyết`,
  'differs': $localize`điểm khác tự chấm`,
  'last-year': $localize`khác năm trước`,
  'evidence-lacking': $localize`thiếu TLKC`,
  'explanation': $localize`đề nghị giải trình`,
  'flagged': $localize`có gợi ý`,
  'late': $localize`nộp muộn`,
};

/** One criterion, all agencies: a dense grid for the keyboard, the agency's evidence or decision beside it. */
@Component({
  selector: 'par-by-criterion-page',
  imports: [ByCriterionCards, ByCriterionGrid, ByCriterionSide, Countdown, EmptyState, Icon, KeyHint, LoadState, MatButton, PageHeader, PhaseChip, RefusalNotice, RouterLink, RuleText, SearchBox],
  templateUrl: './by-criterion-page.html',
  styleUrl: './by-criterion-page.css',
  providers: [ByCriterionDesk],
  host: { '(document:keydown)': 'press($event)', '(window:beforeunload)': 'warn($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ByCriterionPage implements HoldsChanges {
  private readonly api = inject(ByCriterionApi);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(Dialog);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly reasons = inject(ReasonPrompt);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly clock = inject(Clock);
  protected readonly desk = inject(ByCriterionDesk);
  protected readonly keys = inject(KeyChoice);

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
  protected readonly filter = signal<RowFilter | null>(null);
  protected readonly search = signal('');
  protected readonly shown = signal<SideView>('decision');
  /** Of a narrow screen: the agency over the list. */
  protected readonly isOpen = signal(false);
  private readonly entered = computed(() => {
    const view = this.desk.view();
    return view && `${view.cycleId} ${view.groupCode} ${view.code}`;
  });
  protected readonly kept = computed(() => keptAgencies(this.desk.rows(), { filter: this.filter(), search: this.search() }));
  protected readonly selected = linkedSignal<string | null, string | null>({ source: this.entered, computation: () => untracked(() => this.first()) });
  protected readonly row = computed(() => this.desk.rows().find(({ assessmentId }) => assessmentId === this.selected()) ?? null);
  protected readonly filters = computed(() => ROW_FILTERS.map((id) => ({ id, words: FILTER_WORDS[id], count: keptAgencies(this.desk.rows(), { filter: id, search: '' }).length })));
  protected readonly choices = computed(() => (this.desk.view()?.criteria ?? []).map((progress) => ({ ...progress, title: this.desk.set()?.leaf(progress.code)?.title ?? '' })));
  private readonly place = computed(() => this.choices().findIndex(({ code }) => code === this.code()));
  protected readonly previous = computed(() => this.choices()[this.place() - 1]?.code ?? null);
  protected readonly next = computed(() => this.choices()[this.place() + 1]?.code ?? null);
  protected readonly undecided = computed(() => this.kept().filter(({ decision }) => decision === 'undecided').length);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const code = this.code();
      if (code === undefined) {
        void this.enter(this.cycleId(), this.groupCode());
      } else {
        this.desk.address.set({ cycleId: this.cycleId(), groupCode: this.groupCode(), code });
      }
    });
    effect(() => {
      const leaf = this.entered() === null ? null : untracked(() => this.desk.leaf());
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
    if (event.key === 'Escape' && this.row()) {
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
      'next-undecided': () => this.goTo(nextUndecidedAgency(this.kept(), assessmentId, this.desk.settled())),
      'next-criterion': () => this.choose(this.next()),
      'previous-criterion': () => this.choose(this.previous()),
    };
    void commands[key]();
  }

  /** Accepts at once and goes on; what can't be accepted without a word opens with what it lacks. */
  protected accept(assessmentId: string): void {
    const row = this.desk.rows().find((one) => one.assessmentId === assessmentId);
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

  protected toggle(filter: RowFilter): void {
    this.filter.update((current) => (current === filter ? null : filter));
  }

  /** Nothing typed or on its way is lost on the way to another criterion. */
  protected async choose(code: string | null): Promise<void> {
    if (code === null || code === this.code()) {
      return;
    }
    await this.desk.idle();
    const leaves = !this.hasUnsavedChanges() || (await this.confirm.ask({ title: $localize`Sang tiêu chí khác khi chưa lưu?`, body: $localize`Những gì vừa nhập ở tiêu chí này sẽ mất.`, verb: $localize`Sang tiêu chí khác` }));
    if (leaves) {
      this.isOpen.set(false);
      await this.router.navigate(['/appraisals/by-criterion', this.cycleId(), this.groupCode(), code]);
    }
  }

  /** Asks the server what would change at the agencies shown, shows exactly that, and accepts only that. */
  protected async acceptAll(): Promise<void> {
    const view = this.desk.view();
    const leaf = this.desk.leaf();
    if (!view || !leaf) {
      return;
    }
    await this.desk.idle();
    await this.attempt(async () => {
      const preview = await firstValueFrom(this.api.preview(view, this.kept().map(({ assessmentId }) => assessmentId)));
      const opened = this.dialog.open<AcceptAcrossView, AcceptAcrossPreview>(AcceptAcrossDialog, {
        data: { address: view, leaf, preview },
        panelClass: ['dialog-panel', 'dialog-panel-middle'],
        ariaLabelledBy: 'acceptance-title',
        ariaModal: true,
      });
      const accepted = await firstValueFrom(opened.closed);
      await this.desk.refresh();
      if (accepted) {
        this.toasts.done($localize`Đã chấp nhận ở ${accepted.accepted.length}:count: cơ quan.`);
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
    const reason = await this.reasons.ask({
      title: $localize`Bỏ qua gợi ý này?`,
      body: $localize`${hint.sentence}:hint: Gợi ý trở lại nếu số liệu hoặc tài liệu thay đổi.`,
      label: $localize`Lý do bỏ qua`,
      verb: $localize`Bỏ qua gợi ý`,
    });
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
    const name = this.desk.agencyOf(assessmentId)?.agency.name ?? '';
    const sending = this.desk.sendings().get(assessmentId);
    if (sending === 'unsent') {
      this.said.set($localize`${name}:agency:: chưa gửi được.`);
    }
    if (sending === 'conflict') {
      this.said.set($localize`${name}:agency:: người khác vừa lưu, hãy xem lại.`);
    }
    if (sending === 'saved') {
      this.said.set($localize`${name}:agency:: đã lưu.`);
    }
  }

  private goOn(assessmentId: string): void {
    const next = nextUndecidedAgency(this.kept(), assessmentId, new Set([...this.desk.settled(), assessmentId]));
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

  private first(): string | null {
    const rows = this.desk.rows();
    const asked = rows.find(({ assessmentId }) => assessmentId === this.at());
    return asked?.assessmentId ?? nextUndecidedAgency(rows, null) ?? rows[0]?.assessmentId ?? null;
  }

  /** Without a criterion in the address: the first one with something left. */
  private async enter(cycleId: string, groupCode: string): Promise<void> {
    await this.attempt(async () => {
      const { criteria } = await firstValueFrom(this.api.choices({ cycleId, groupCode }));
      const first = criteria.find(({ decided, toDecide }) => decided < toDecide) ?? criteria[0];
      if (!first) {
        this.refused.set($localize`Trong nhóm này không có tiêu chí nào thuộc phần việc của bạn.`);
        return;
      }
      await this.router.navigate(['/appraisals/by-criterion', cycleId, groupCode, first.code], { replaceUrl: true });
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
