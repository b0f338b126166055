import { Dialog } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AcceptRestView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/navigation/page-title';
import type { HoldsChanges } from '../../platform/navigation/unsaved-changes';
import { PresenceLine } from '../../platform/presence/presence-line';
import { refusalOf } from '../../platform/problem/refusal';
import { Clock } from '../../platform/time/clock';
import { Toasts } from '../../platform/toast/toasts';
import { ChangeList } from '../../ui/changes/change-list';
import { Countdown } from '../../ui/chips/countdown';
import { StateChip } from '../../ui/chips/state-chip';
import { KeyHint } from '../../ui/feedback/key-hint';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { ReasonPrompt } from '../../ui/prompt/reason-prompt';
import { AcceptanceDialog, type AcceptancePreview } from './acceptance-dialog';
import { AppraisalApi } from './appraisal-api';
import { AppraisalDesk } from './appraisal-desk';
import { CriterionFacts } from './criterion-facts';
import { DecisionBar } from './decision-bar';
import { DecisionForm } from './decision-form';
import { type DeskKey, deskKeyOf } from './desk-keys';
import { EvidencePane } from './evidence-pane';
import { ExplanationSection } from './explanation-section';
import { Explanations } from './explanations';
import { HintSection } from './hint-section';
import { Hints } from './hints';
import { KeyChoice } from './key-choice';
import { ReferToCouncil } from './refer-to-council';
import { keptRows, neighbour, nextUndecided, type WorkFilter, type WorkScope, withHints } from './work-rows';
import { Worklist } from './worklist';

/** What a narrow screen shows. */
type Pane = 'list' | 'criterion' | 'evidence';

/** One agency, criterion by criterion: the worklist, the criterion with the decision, its evidence at the stated page. */
@Component({
  selector: 'par-appraisal-page',
  imports: [ChangeList, Countdown, CriterionFacts, DecisionBar, DecisionForm, EmptyState, EvidencePane, ExplanationSection, HintSection, Icon, KeyHint, LoadState, MatButton, PageHeader, PresenceLine, ReferToCouncil, RefusalNotice, RouterLink, StateChip, Worklist],
  templateUrl: './appraisal-page.html',
  styleUrl: './appraisal-page.css',
  providers: [AppraisalDesk, Explanations, Hints],
  host: { '(document:keydown)': 'press($event)', '(window:beforeunload)': 'warn($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppraisalPage implements HoldsChanges {
  private readonly api = inject(AppraisalApi);
  private readonly dialog = inject(Dialog);
  private readonly reasons = inject(ReasonPrompt);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly clock = inject(Clock);
  private readonly explanations = inject(Explanations);
  private readonly hints = inject(Hints);
  protected readonly desk = inject(AppraisalDesk);
  protected readonly keys = inject(KeyChoice);

  readonly assessmentId = input.required<string>();
  readonly code = input<string>();

  private readonly form = viewChild(DecisionForm);
  private readonly facts = viewChild(CriterionFacts);
  private readonly evidence = viewChild(EvidencePane);

  protected readonly refused = signal<string | null>(null);
  protected readonly scope = linkedSignal<string, WorkScope>({ source: this.assessmentId, computation: () => 'mine' });
  protected readonly filter = signal<WorkFilter | null>(null);
  protected readonly search = signal('');
  protected readonly pane = signal<Pane>('criterion');
  /** Whoever has no criteria of their own here reads all of them. */
  protected readonly shownScope = computed<WorkScope>(() => (this.desk.mine().length === 0 ? 'all' : this.scope()));
  protected readonly rows = computed(() => withHints(this.desk.rows(), this.hints.flagged()));
  private readonly kept = computed(() => keptRows(this.rows(), { scope: this.shownScope(), filter: this.filter(), search: this.search() }));
  protected readonly criterion = computed(() => this.desk.criterionOf(this.code() ?? ''));
  /** Of the explanation first: it is what is new. */
  protected readonly documents = computed(() => [...(this.explanations.of(this.code() ?? '')?.explanationEvidence ?? []), ...(this.criterion()?.evidence ?? [])]);
  protected readonly leaf = computed(() => this.desk.set()?.leaf(this.code() ?? '') ?? null);
  protected readonly subject = computed(() => this.desk.subjectOf(this.code() ?? ''));
  protected readonly entry = computed(() => this.desk.entryOf(this.code() ?? ''));
  protected readonly exempt = computed(() => (this.desk.view()?.exemptions ?? []).map(({ code }) => code));
  protected readonly mayAccept = computed(() => this.desk.layer() !== null && this.desk.mine().some(({ decision }) => decision === 'undecided'));
  protected readonly previous = computed(() => neighbour(this.kept(), this.code() ?? null, -1));
  protected readonly next = computed(() => neighbour(this.kept(), this.code() ?? null, 1));

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.desk.assessmentId.set(this.assessmentId()));
    effect(() => {
      const view = this.desk.view();
      if (view) {
        title.name($localize`${view.agency.name}:agency: · Thẩm định`);
      }
    });
    effect(() => {
      const rows = this.desk.rows();
      if (this.code() === undefined && rows.length > 0) {
        untracked(() => this.enter());
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

  protected press(event: KeyboardEvent): void {
    const key = deskKeyOf(event);
    if (key === null || (key !== 'save' && !this.keys.on()) || this.criterion() === null) {
      return;
    }
    event.preventDefault();
    const commands: Readonly<Record<DeskKey, () => unknown>> = {
      accept: () => this.acceptThis(),
      correct: () => this.begin('correct'),
      award: () => this.begin('award'),
      next: () => this.open(this.next()),
      previous: () => this.open(this.previous()),
      save: () => this.save(),
    };
    void commands[key]();
  }

  protected open(code: string | null): void {
    if (code !== null) {
      this.pane.set('criterion');
      void this.router.navigate(['/appraisals', this.assessmentId(), code]).then(() => this.facts()?.focusHeading());
    }
  }

  protected openDocument(linkId: string): void {
    this.pane.set('evidence');
    this.evidence()?.openLink(linkId);
  }

  /** Saves, then goes from a decision on to the next undecided criterion. */
  protected async save(): Promise<void> {
    const [code, purpose] = [this.code() ?? '', this.subject()?.purpose];
    const outcome = await this.desk.save(code);
    if (outcome === 'faulty') {
      this.pane.set('criterion');
      this.form()?.focusField();
    }
    if (outcome === 'saved') {
      this.goOn(code, purpose === 'figure' ? null : nextUndecided(this.desk.mine(), code));
    }
  }

  /** Asks the server what would change, shows exactly that, and accepts only that. */
  protected async acceptRest(): Promise<void> {
    const view = this.desk.view();
    await this.attempt(async () => {
      const preview = await firstValueFrom(this.api.previewAcceptance(this.assessmentId()));
      const opened = this.dialog.open<AcceptRestView, AcceptancePreview>(AcceptanceDialog, {
        data: { assessmentId: this.assessmentId(), agencyName: view?.agency.name ?? '', preview, rows: this.desk.rows(), changes: view?.changes ?? [] },
        panelClass: ['dialog-panel', 'dialog-panel-middle'],
        ariaLabelledBy: 'acceptance-title',
        ariaModal: true,
      });
      const accepted = await firstValueFrom(opened.closed);
      if (accepted) {
        await this.desk.refresh();
        this.toasts.done($localize`Đã chấp nhận ${accepted.accepted.length}:count: tiêu chí.`);
      }
    });
  }

  protected async close(): Promise<void> {
    const undecided = [...this.desk.undecided()];
    const count = undecided.flatMap(([, codes]) => codes).length;
    const reason = await this.reasons.ask({
      title: $localize`Kết thúc thẩm định hồ sơ này?`,
      body: count === 0 ? '' : $localize`${count}:count: tiêu chí chưa quyết sẽ được tính như cơ quan kê khai:`,
      effects: undecided.map(([agency, codes]) => $localize`${agency}:agency:: ${codes.join(', ')}:codes:`),
      label: $localize`Lý do`,
      verb: $localize`Kết thúc thẩm định`,
    });
    if (reason !== null) {
      await this.attempt(async () => {
        await firstValueFrom(this.api.close(this.assessmentId(), reason));
        await this.desk.refresh();
        this.toasts.done($localize`Đã kết thúc thẩm định.`);
      });
    }
  }

  private goOn(code: string, next: string | null): void {
    const finished = this.desk.mine().length > 0 && this.desk.decided() === this.desk.mine().length;
    if (next === null) {
      this.toasts.done(finished ? $localize`Đã lưu tiêu chí ${code}:code:. Các tiêu chí của bạn đã quyết xong.` : $localize`Đã lưu tiêu chí ${code}:code:.`);
    }
    this.open(next);
  }

  private enter(): void {
    const code = nextUndecided(this.desk.mine(), null) ?? this.kept()[0]?.code ?? this.desk.rows()[0]?.code;
    void this.router.navigate(['/appraisals', this.assessmentId(), code], { replaceUrl: true });
  }

  private begin(kind: 'correct' | 'award'): void {
    const [subject, entry] = [this.subject(), this.entry()];
    if (subject?.purpose === 'decision' && entry) {
      this.desk.write(subject.leaf.code, { ...entry.draft, kind });
      this.pane.set('criterion');
      this.form()?.focusField();
    }
  }

  private async acceptThis(): Promise<void> {
    const [subject, entry] = [this.subject(), this.entry()];
    if (subject?.purpose === 'decision' && subject.leaf.source === 'self' && entry) {
      this.desk.write(subject.leaf.code, { ...entry.draft, kind: 'accept' });
      await this.save();
    }
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
