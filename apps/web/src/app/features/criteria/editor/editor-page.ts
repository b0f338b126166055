import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, type ElementRef, HostListener, inject, Injector, input, signal, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { PageTitle } from '../../../platform/navigation/page-title';
import { AgencyList } from '../../../platform/organisation/agency-list';
import { Icon } from '../../../ui/icon/icon';
import { LoadState } from '../../../ui/loading/load-state';
import { PageHeader } from '../../../ui/page-header/page-header';
import { CriteriaApi } from '../criteria-api';
import { keptDoubts } from '../kept-doubts';
import { DoubtsList } from './checks/doubts-list';
import { FindingsList } from './checks/findings-list';
import type { Found } from './checks/found';
import { DraftDesk } from './draft-desk';
import { textOf } from './draft/fields';
import { codeOf } from './draft/node-path';
import { EditorActions } from './editor-actions';
import { EditorTools } from './editor-tools';
import { NodeForm } from './node/node-form';
import { SetForm } from './node/set-form';
import { PresenceWords } from './presence-words';
import { DraftConflicts } from './saving/draft-conflicts';
import { DraftSaveState } from './saving/save-state';
import { DraftSaving } from './saving/draft-saving';
import { DraftsApi } from './saving/drafts-api';
import { SetPresence } from './saving/set-presence';
import { EditorTree } from './tree/editor-tree';
import { fieldOf } from './wanted-field';

/** A draft of a criteria set: the tree on the left, what is chosen in it on the right, what is wrong below. */
@Component({
  selector: 'par-editor-page',
  imports: [DoubtsList, DraftConflicts, DraftSaveState, EditorTools, EditorTree, FindingsList, Icon, LoadState, MatButton, NodeForm, PageHeader, PresenceWords, RouterLink, SetForm],
  providers: [DraftDesk, DraftSaving, SetPresence, EditorActions],
  templateUrl: './editor-page.html',
  styleUrl: './editor-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorPage {
  private readonly drafts = inject(DraftsApi);
  private readonly criteria = inject(CriteriaApi);
  private readonly agencyList = inject(AgencyList);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly injector = inject(Injector);
  private readonly presence = inject(SetPresence);
  protected readonly desk = inject(DraftDesk);
  protected readonly saving = inject(DraftSaving);
  protected readonly actions = inject(EditorActions);
  private readonly form = viewChild<ElementRef<HTMLElement>>('form');
  protected readonly tree = viewChild(EditorTree);

  /** From the route. */
  readonly id = input.required<string>();

  protected readonly loaded = rxResource({ params: () => this.id(), stream: ({ params }) => this.drafts.get(params) });
  private readonly listedAgencies = rxResource({ stream: () => this.agencyList.all(), defaultValue: [] });
  private readonly listedGroups = rxResource({ stream: () => this.criteria.groups(), defaultValue: [] });
  protected readonly agencies = computed(() => this.listedAgencies.value());
  protected readonly groups = computed(() => this.listedGroups.value());
  protected readonly opened = signal(false);
  protected readonly heading = computed(() => textOf(this.desk.set(), 'title') || $localize`Bộ tiêu chí chưa có tên`);
  protected readonly count = this.desk.count;
  /** On a narrow screen one of the two is shown. */
  protected readonly side = signal<'tree' | 'form'>('tree');
  protected readonly listed = signal(false);
  protected readonly others = this.presence.others;

  constructor() {
    effect(() => this.title.name(this.heading()));
    effect(() => {
      if (this.loaded.hasValue()) {
        void this.start();
      }
    });
    effect(() => {
      if (keptDoubts(this.id()).length > 0) {
        this.listed.set(true);
      }
    });
    effect(() => this.presence.be(this.opened() ? { setId: this.id(), code: this.openCode(), deed: this.desk.undoes() === null ? 'open' : 'editing' } : null));
    effect(() => {
      const wanted = this.desk.wanted();
      if (wanted !== null) {
        this.side.set('form');
        afterNextRender({ read: () => this.focusField(wanted) }, { injector: this.injector });
      }
    });
  }

  hasUnsent(): Promise<boolean> {
    return this.saving.settled().then((settled) => !settled);
  }

  @HostListener('document:keydown', ['$event'])
  protected press(event: KeyboardEvent): void {
    const held = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (!held || document.querySelector('.cdk-dialog-container')) {
      return;
    }
    if (key === 'z' && !event.shiftKey) {
      event.preventDefault();
      this.desk.undo();
    } else if (key === 'y' || (key === 'z' && event.shiftKey)) {
      event.preventDefault();
      this.desk.redo();
    }
  }

  protected chooseSet(): void {
    this.desk.choose([]);
    this.side.set('form');
  }

  protected jump({ path, within }: Pick<Found, 'path' | 'within'>): void {
    this.desk.choose(path);
    this.desk.wanted.set(within);
  }

  /** A click in the tree shows the form where there is no room for both. */
  protected narrowChosen(): void {
    this.side.set('form');
  }

  protected back(): void {
    this.side.set('tree');
    this.tree()?.focusChosen();
  }

  private async start(): Promise<void> {
    const view = this.loaded.value();
    if (view === undefined || this.opened()) {
      return;
    }
    if (view.state !== 'draft') {
      await this.router.navigate(['/criteria-sets', view.id], { replaceUrl: true });
      return;
    }
    await this.saving.open(view);
    this.opened.set(true);
  }

  private openCode(): string | null {
    const node = this.desk.node();
    return node === null ? null : codeOf(node);
  }

  private focusField(wanted: string): void {
    this.desk.wanted.set(null);
    const field = fieldOf(this.form()?.nativeElement, wanted);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }
}
