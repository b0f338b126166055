import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, effect, type ElementRef, inject, Injector, input, linkedSignal, resource, untracked, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { EvidenceLinkView } from '@par-index/contract';
import { Online } from '../../platform/navigation/online';
import { PageTitle } from '../../platform/navigation/page-title';
import { OfflinePages } from '../../platform/offline/offline-pages';
import { CriteriaTree } from '../../ui/criteria-tree/criteria-tree';
import type { DocumentSource } from '../../ui/document-viewer/document-source';
import { Icon } from '../../ui/icon/icon';
import { LoadState } from '../../ui/loading/load-state';
import { AssessmentActions } from './assessment-actions';
import { AssessmentDesk } from './assessment-desk';
import { AssessmentHead } from './assessment-head';
import { AssessmentOverview } from './assessment-overview';
import { AssessmentReader } from './assessment-reader';
import { SendingStrip } from './assessment-sending';
import { CriterionPane } from './criterion-pane';
import type { OpenedVersion } from './evidence-list';
import { EvidenceViewer } from './evidence-viewer';
import { sourceOf } from './evidence-words';
import type { SendsDrafts } from './sends-drafts-first';
import { turnOf } from './turn-keys';

/** How long leaving the page waits for what was just typed. */
const PATIENCE = 1_500;

/** One assessment: the tree beside the criterion; on a narrow screen one after the other. */
@Component({
  selector: 'par-assessment-page',
  imports: [AssessmentActions, AssessmentHead, AssessmentOverview, CriteriaTree, CriterionPane, EvidenceViewer, Icon, LoadState, MatButton, SendingStrip],
  providers: [AssessmentDesk],
  templateUrl: './assessment-page.html',
  styleUrl: './assessment-page.css',
  host: {
    '(window:beforeunload)': 'warn($event)',
    '(window:pagehide)': 'desk.flush()',
    '(document:visibilitychange)': 'desk.flush()',
    '(document:keydown)': 'press($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssessmentPage implements SendsDrafts {
  private readonly reader = inject(AssessmentReader);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly title = inject(PageTitle);
  private readonly online = inject(Online).online;
  protected readonly desk = inject(AssessmentDesk);
  private readonly detail = viewChild<ElementRef<HTMLElement>>('detail');

  /** From the address. */
  readonly id = input.required<string>();
  readonly code = input<string>();

  protected readonly loaded = resource({ params: () => this.id(), loader: ({ params }) => this.reader.read(params) });
  protected readonly leaf = computed(() => this.desk.set()?.leaf(this.code() ?? '') ?? null);
  private readonly at = computed(() => this.desk.codes().indexOf(this.leaf()?.code ?? ''));
  protected readonly previous = computed(() => this.desk.codes()[this.at() - 1] ?? null);
  protected readonly next = computed(() => (this.at() < 0 ? null : (this.desk.codes()[this.at() + 1] ?? null)));
  private readonly shownId = linkedSignal<string | undefined, string | null>({ source: this.code, computation: () => null });
  /** As it stands after the last reading; a document that was taken off closes. */
  protected readonly shown = computed<EvidenceLinkView | null>(() => this.desk.evidenceOf(this.code() ?? '').find(({ id }) => id === this.shownId()) ?? null);
  protected readonly otherVersion = linkedSignal<string | null, DocumentSource | null>({ source: this.shownId, computation: () => null });
  protected readonly source = computed(() => {
    const shown = this.shown();
    return shown && sourceOf(shown.document);
  });

  constructor() {
    effect(() => {
      if (this.loaded.hasValue()) {
        const read = this.loaded.value();
        untracked(() => this.desk.takeRead(read));
      }
    });
    effect(() => this.name());
    inject(OfflinePages).keep();
    effect(() => {
      if (this.online()) {
        untracked(() => void this.desk.comeBack());
      }
    });
    inject(DestroyRef).onDestroy(() => this.desk.close());
  }

  async sendDrafts(): Promise<number> {
    return (await this.desk.sendAll(PATIENCE)) ? 0 : this.desk.unsent().length;
  }

  protected showEvidence(link: EvidenceLinkView | null): void {
    this.shownId.set(link?.id ?? null);
    this.otherVersion.set(null);
  }

  protected showVersion({ link, source }: OpenedVersion): void {
    this.shownId.set(link.id);
    this.otherVersion.set(source);
  }

  protected open(code: string | null): void {
    this.desk.flush();
    void this.router.navigate(code === null ? ['/assessments', this.id()] : ['/assessments', this.id(), code]);
  }

  /** Shows what is missing, in place of the criterion. */
  protected async showMissing(): Promise<void> {
    await this.router.navigate(['/assessments', this.id()]);
    afterNextRender(() => this.detail()?.nativeElement.querySelector<HTMLElement>('#missing-title')?.focus(), { injector: this.injector });
  }

  protected press(event: KeyboardEvent): void {
    const code = { previous: this.previous(), next: this.next(), none: null }[turnOf(event)];
    if (code !== null) {
      event.preventDefault();
      this.open(code);
    }
  }

  /** The browser asks in its own words. What is typed is kept either way. */
  protected warn(event: BeforeUnloadEvent): void {
    if (this.desk.hasUnsent()) {
      event.preventDefault();
    }
  }

  private name(): void {
    const view = this.desk.view();
    if (view) {
      const leaf = this.leaf();
      this.title.name(leaf ? $localize`${leaf.code}:code: ${leaf.title}:title: · ${view.agency.shortName}:agency:` : $localize`${view.agency.shortName}:agency: · Tự đánh giá`);
    }
  }
}
