import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { EvidenceLinkView } from '@par-index/contract';
import { firstValueFrom } from 'rxjs';
import { ChangesSince } from '../../platform/changes/changes-since';
import { PageTitle } from '../../platform/navigation/page-title';
import { refusalOf } from '../../platform/problem/refusal';
import { ReceiptLink } from '../../platform/receipt/receipt-link';
import { Clock } from '../../platform/time/clock';
import { Toasts } from '../../platform/toast/toasts';
import { Chip } from '../../ui/chips/chip';
import { Countdown } from '../../ui/chips/countdown';
import { PhaseChip } from '../../ui/chips/phase-chip';
import { StateChip } from '../../ui/chips/state-chip';
import { DocumentViewer } from '../../ui/document-viewer/document-viewer';
import { KeyHint } from '../../ui/feedback/key-hint';
import { RefusalNotice } from '../../ui/feedback/refusal-notice';
import { MomentPipe } from '../../ui/format/date-pipes';
import { Icon } from '../../ui/icon/icon';
import { EmptyState } from '../../ui/loading/empty-state';
import { LoadState } from '../../ui/loading/load-state';
import { PageHeader } from '../../ui/page-header/page-header';
import { Confirm } from '../../ui/prompt/confirm';
import { DifferenceList } from './difference-list';
import { DifferencePane } from './difference-pane';
import { sourceOf } from './document-words';
import { ExplanationApi } from './explanation-api';
import { ExplanationDesk } from './explanation-desk';
import type { SendsExplanations } from './sends-explanations-first';
import { submissionQuestion } from './submission-question';
import { turnOf } from './turn-of';

/** The explanation round of one agency: the differences on one side, on the other the criterion; the head submits it. */
@Component({
  selector: 'par-explanation-page',
  imports: [
    ChangesSince,
    Chip,
    Countdown,
    DifferenceList,
    DifferencePane,
    DocumentViewer,
    EmptyState,
    Icon,
    KeyHint,
    LoadState,
    MatButton,
    MomentPipe,
    PageHeader,
    PhaseChip,
    ReceiptLink,
    RefusalNotice,
    RouterLink,
    StateChip,
  ],
  providers: [ExplanationDesk],
  templateUrl: './explanation-page.html',
  styleUrl: './explanation-page.css',
  host: { '(window:beforeunload)': 'warn($event)', '(document:visibilitychange)': 'desk.flushAll()', '(document:keydown)': 'press($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExplanationPage implements SendsExplanations {
  private readonly api = inject(ExplanationApi);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly toasts = inject(Toasts);
  protected readonly clock = inject(Clock);
  protected readonly desk = inject(ExplanationDesk);

  /** From the address. */
  readonly assessmentId = input.required<string>();
  readonly code = input<string>();

  protected readonly busy = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly leaf = computed(() => this.desk.set()?.leaf(this.code() ?? '') ?? null);
  protected readonly difference = computed(() => this.desk.differenceOf(this.code() ?? ''));
  private readonly at = computed(() => this.desk.codes().indexOf(this.code() ?? ''));
  protected readonly previous = computed(() => this.desk.codes()[this.at() - 1] ?? null);
  protected readonly next = computed(() => (this.at() < 0 ? null : (this.desk.codes()[this.at() + 1] ?? null)));
  protected readonly shown = linkedSignal<string | undefined, EvidenceLinkView | null>({ source: this.code, computation: () => null });
  protected readonly source = computed(() => {
    const shown = this.shown();
    return shown && sourceOf(shown.document);
  });
  protected readonly maySubmit = computed(() => this.desk.view()?.openActions.includes('submit-explanation') ?? false);
  protected readonly isOpen = computed(() => this.desk.view()?.round.state === 'open');

  constructor() {
    effect(() => this.desk.assessmentId.set(this.assessmentId()));
    effect(() => {
      const view = this.desk.view();
      if (view) {
        this.title.name($localize`${view.agency.shortName}:agency: · Giải trình`);
      }
    });
    effect(() => {
      const [first] = this.desk.codes();
      if (first !== undefined && this.code() === undefined && window.matchMedia('(min-width: 900px)').matches) {
        untracked(() => void this.router.navigate(['/explanations', this.assessmentId(), first], { replaceUrl: true }));
      }
    });
    inject(DestroyRef).onDestroy(() => this.desk.close());
  }

  async sendAll(): Promise<number> {
    return (await this.desk.flushAll()) ? 0 : this.desk.unsent().length;
  }

  protected open(code: string | null): void {
    void this.desk.flushAll();
    void this.router.navigate(code === null ? ['/explanations', this.assessmentId()] : ['/explanations', this.assessmentId(), code]);
  }

  protected press(event: KeyboardEvent): void {
    const code = { previous: this.previous(), next: this.next(), none: null }[turnOf(event)];
    if (code !== null) {
      event.preventDefault();
      this.open(code);
    }
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.desk.unsent().length > 0) {
      event.preventDefault();
    }
  }

  /** Asks with what exactly is signed, then submits it. What somebody else has changed meanwhile is read again first. */
  protected async submit(): Promise<void> {
    this.refused.set(null);
    await this.desk.refresh().catch(() => undefined);
    const view = this.desk.view();
    const lacking = this.desk.lacking();
    if (!view) {
      return;
    }
    if (lacking.length > 0) {
      this.refused.set($localize`Tiêu chí ${lacking.join(', ')}:codes: chọn giải trình nhưng chưa có nội dung. Cán bộ đầu mối cần viết giải trình hoặc chọn đồng ý trước khi nộp.`);
      return;
    }
    if (await this.confirm.ask(submissionQuestion(view, this.clock.now()))) {
      await this.send(view);
    }
  }

  private async send(view: Parameters<ExplanationApi['submit']>[0]): Promise<void> {
    this.busy.set(true);
    try {
      await firstValueFrom(this.api.submit(view));
      this.toasts.done($localize`Đã nộp giải trình.`);
      await this.desk.refresh();
    } catch (error) {
      this.refused.set(refusalOf(error).detail);
    } finally {
      this.busy.set(false);
    }
  }
}
