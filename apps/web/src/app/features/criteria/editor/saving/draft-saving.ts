import { DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { CriteriaSetView } from '@par-index/contract';
import { firstValueFrom, timeout } from 'rxjs';
import { DRAFTS } from '../../../../platform/drafts/drafts';
import { Online } from '../../../../platform/navigation/online';
import { type Refusal, type RefusalCode, refusalOf } from '../../../../platform/problem/refusal';
import { Session } from '../../../../platform/session/session';
import { DraftDesk } from '../draft-desk';
import type { Fields } from '../draft/fields';
import { DraftAutosave } from './draft-autosave';
import type { DraftConflict, SaveState, SendOutcome, Side, StandingDraft } from './draft-ports';
import { DraftsApi } from './drafts-api';
import { KeptDrafts } from './kept-drafts';
import { mergeDrafts } from './merge-drafts';

const PATIENCE = 30_000;
/** How often the server is asked whether somebody else has saved. */
const LOOK = 8_000;

const WORTH_ANOTHER_TRY: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['network.unreachable', 'server.failed', 'server.stopping', 'server.database-unavailable', 'access.unauthenticated', 'request.csrf']);

export interface SavingSituation {
  readonly state: SaveState;
  readonly reason: string | null;
  readonly conflicts: readonly DraftConflict[];
  /** False where this browser can't keep what is typed. */
  readonly kept: boolean;
  readonly unacknowledged: boolean;
  readonly version: number;
}

/** Saves the draft on the desk, and brings onto it what others save. */
@Injectable()
export class DraftSaving {
  private readonly api = inject(DraftsApi);
  private readonly desk = inject(DraftDesk);
  private readonly session = inject(Session);
  private readonly store = inject(DRAFTS);
  private readonly online = inject(Online).online;
  private readonly writer = crypto.randomUUID();
  private autosave: DraftAutosave | null = null;
  private kept: KeptDrafts | null = null;
  private setId = '';
  private readonly now = signal<SavingSituation>({ state: 'saved', reason: null, conflicts: [], kept: true, unacknowledged: false, version: 0 });

  readonly situation = this.now.asReadonly();
  /** Who saved last what has just been brought in; empty where nobody. */
  readonly broughtBy = signal('');
  /** The draft is no draft any more: somebody has published or discarded it. */
  readonly gone = signal<'published' | 'discarded' | null>(null);

  constructor() {
    effect(() => this.online() && this.autosave?.wake());
    const timer = setInterval(() => void this.look(), LOOK);
    const hide = (): void => this.autosave?.flush();
    addEventListener('visibilitychange', hide);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      removeEventListener('visibilitychange', hide);
      this.autosave?.flush();
      this.autosave?.stop();
    });
  }

  /** Opens a draft on the desk; what this person had typed before and not sent comes with it. */
  async open(view: CriteriaSetView): Promise<void> {
    const standing = standingOf(view);
    this.setId = view.id;
    this.kept = new KeptDrafts({ store: this.store, userId: this.session.view()?.userId ?? '', setId: view.id, writer: this.writer }, () => this.show());
    this.autosave = this.autosaveOf(standing, this.kept);
    this.desk.open(standing.set, (set) => this.autosave?.edit(set));
    this.show();
    for (const draft of await this.kept.left()) {
      this.autosave.adopt(draft.value);
      await this.kept.drop(draft);
    }
  }

  /** Takes a document as the server has it now, as after a restoration. */
  replace(view: CriteriaSetView): void {
    this.autosave?.refresh(standingOf(view));
  }

  resolve(key: string, side: Side): void {
    this.autosave?.resolve(key, side);
  }

  retry(): void {
    this.autosave?.wake();
  }

  /** The draft is done with: nothing is sent any more. */
  finish(): void {
    this.autosave?.stop();
    this.kept?.forget();
    this.autosave = null;
  }

  /** Sends what is typed and waits for it; whether all of it has arrived. */
  async settled(): Promise<boolean> {
    this.autosave?.flush();
    for (let turn = 0; turn < 100 && this.now().state === 'saving'; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.autosave === null || !this.now().unacknowledged;
  }

  private autosaveOf(standing: StandingDraft, kept: KeptDrafts): DraftAutosave {
    return new DraftAutosave(standing, {
      send: (set, version) => this.send(set, version),
      merge: mergeDrafts,
      later: (milliseconds, step) => {
        const timer = setTimeout(step, milliseconds);
        return () => clearTimeout(timer);
      },
      keep: (draft) => kept.keep(draft),
      forget: () => kept.forget(),
      brought: (set, bring, by) => this.bring(set, bring, by),
      changed: () => this.show(),
    });
  }

  private async send(set: Fields, version: number): Promise<SendOutcome> {
    await this.kept?.whenWritten();
    try {
      const saved = await firstValueFrom(this.api.save(this.setId, set, version).pipe(timeout(PATIENCE)));
      return { kind: 'saved', version: saved.version };
    } catch (error) {
      return this.outcomeOf(refusalOf(error));
    }
  }

  private outcomeOf({ code, detail, problem, fields }: Refusal): SendOutcome {
    if (code === 'record.version-stale' && problem?.current) {
      return { kind: 'stale', current: standingOf(problem.current as CriteriaSetView) };
    }
    if (WORTH_ANOTHER_TRY.has(code)) {
      return { kind: 'unreachable', reason: detail };
    }
    if (code === 'criteria-set.frozen') {
      this.gone.set('published');
    }
    return { kind: 'refused', reason: [detail, ...fields.map((field) => field.detail)].join(' ') };
  }

  /** Whether somebody else has saved meanwhile. */
  private async look(): Promise<void> {
    if (this.autosave === null || document.hidden || !this.online() || this.gone() !== null || this.now().state !== 'saved') {
      return;
    }
    const view = await firstValueFrom(this.api.get(this.setId)).catch((error: unknown) => refusalOf(error));
    if ('document' in view) {
      this.gone.set(view.state === 'draft' ? null : 'published');
      this.autosave.refresh(standingOf(view));
    } else if (view.status === 404) {
      this.gone.set('discarded');
    }
  }

  private bring(set: Fields, bring: (other: Fields) => Fields, by: string): void {
    untracked(() => this.desk.bring(set, bring));
    this.broughtBy.set(by);
  }

  private show(): void {
    const { autosave, kept } = this;
    if (autosave !== null && kept !== null) {
      const { state, reason, conflicts, unacknowledged, knownVersion } = autosave;
      this.now.set({ state, reason, conflicts, kept: kept.keeps, unacknowledged, version: knownVersion });
    }
  }
}

const standingOf = ({ document, version, savedBy }: CriteriaSetView): StandingDraft => ({ set: document as unknown as Fields, version, savedBy });
