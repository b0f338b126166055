import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type Actor, type AppraisalLayerView, appraisalLayerOf, type AppraisalView, type AppraisedCriterion, assessmentRefusalOf, LAYERS } from '@par-index/contract';
import { compileCriteriaSet } from '@par-index/scoring';
import { EMPTY, firstValueFrom, tap } from 'rxjs';
import { CurrentCycle } from '../../platform/cycle/current-cycle';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Clock } from '../../platform/time/clock';
import { AppraisalApi } from './appraisal-api';
import { answerBelow, declaredOf, highestBelow, layerOf, undecidedByAgency } from './criterion-standing';
import { type DecisionDraft, type DecisionSubject, figureOf, isChanged, isFaultless, problemsOf, requestOf, startOf } from './decision-draft';
import { beginEntry, type DeskEntry } from './desk-entry';
import { mayEnterFigures } from './figure-rights';
import { workRows } from './work-rows';

/** One agency's appraisal on the desk: what was loaded, what is being typed, and the commands. Lives as long as its page. */
@Injectable()
export class AppraisalDesk {
  private readonly api = inject(AppraisalApi);
  private readonly clock = inject(Clock);
  private readonly current = inject(CurrentCycle);
  private readonly session = inject(Session);

  readonly assessmentId = signal<string | null>(null);
  readonly loaded = rxResource({
    params: this.assessmentId,
    stream: ({ params }) => (params === null ? EMPTY : this.api.get(params).pipe(tap(({ now }) => this.clock.set(now)))),
  });
  /** The last one that was read, with what was decided here since; a reload leaves it in place. */
  readonly view = linkedSignal<AppraisalView | undefined, AppraisalView | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? (previous?.value?.assessmentId === this.assessmentId() ? previous.value : null),
  });
  private readonly criteriaSet = computed(() => this.view()?.criteriaSet ?? null);
  /** Compiled once, however often a decision makes a new view of it. */
  readonly set = computed(() => {
    const set = this.criteriaSet();
    return set && compileCriteriaSet(set);
  });
  readonly actor = computed<Pick<Actor, 'grants'>>(() => ({ grants: (this.session.view()?.grants ?? []).map(({ role, agency }) => ({ role, agencyId: agency.id })) }));
  /** The layer that an appraiser writes now; null where none is open. */
  readonly layer = computed(() => {
    const view = this.view();
    return view && appraisalLayerOf(view);
  });
  readonly rows = computed(() => {
    const [view, set] = [this.view(), this.set()];
    return view && set ? workRows({ view, set, actor: this.actor(), layer: this.layer() ?? 'appraisal-1' }) : [];
  });
  readonly mine = computed(() => this.rows().filter(({ owner }) => owner === 'mine'));
  readonly decided = computed(() => this.mine().filter(({ decision }) => decision === 'decided').length);
  /** Undecided criteria by the agency that appraises them, for who closes the appraisal. */
  readonly undecided = computed(() => undecidedByAgency(this.view()?.criteria ?? [], this.layer() ?? 'appraisal-1'));
  readonly mayEnterFigures = computed(() => {
    const view = this.view();
    return view !== null && mayEnterFigures(this.actor(), view, this.current.cycles().find(({ id }) => id === view.cycleId) ?? null);
  });
  readonly mayClose = computed(() => {
    const view = this.view();
    return view !== null && assessmentRefusalOf(this.actor(), { ...view, agencyId: view.agency.id, extended: false }, 'close-appraisal') === null;
  });
  readonly saving = signal<string | null>(null);
  private readonly entries = linkedSignal<string | null, ReadonlyMap<string, DeskEntry>>({ source: this.assessmentId, computation: () => new Map() });
  /** Codes with something typed that is not saved. */
  readonly unsaved = computed<ReadonlySet<string>>(() => new Set([...this.entries()].flatMap(([code, { draft }]) => (this.differs(code, draft) ? [code] : []))));

  criterionOf(code: string): AppraisedCriterion | null {
    return this.view()?.criteria.find((criterion) => criterion.code === code) ?? null;
  }

  /** What the reader may write at a criterion now; null where it is read only. */
  subjectOf(code: string): DecisionSubject | null {
    const [criterion, set, layer] = [this.criterionOf(code), this.set(), this.layer()];
    const leaf = set?.leaf(code);
    if (!criterion || !set || !leaf) {
      return null;
    }
    if (criterion.decidable && layer !== null) {
      return { purpose: 'decision', set, leaf, declared: declaredOf(criterion, leaf), below: answerBelow(criterion, leaf, layer), former: layerOf(criterion, layer), kept: layer === 'appraisal-2' ? highestBelow(criterion, layer) : null };
    }
    const takesFigure = (leaf.source === 'survey' || leaf.source === 'imported') && !this.isExempt(code) && this.mayEnterFigures();
    return takesFigure ? { purpose: 'figure', set, leaf, declared: null, below: null, former: layerOf(criterion, 'base') } : null;
  }

  entryOf(code: string): DeskEntry | null {
    const subject = this.subjectOf(code);
    return subject && (this.entries().get(code) ?? beginEntry(startOf(subject)));
  }

  write(code: string, draft: DecisionDraft): void {
    this.change(code, { draft, refused: null });
  }

  /** Puts the draft back to what stands on the server. */
  drop(code: string): void {
    this.entries.update((entries) => new Map([...entries].filter(([known]) => known !== code)));
  }

  /** Saves what is typed at a criterion. `faulty`: the form says what is missing; `refused`: the entry says why, nothing typed is lost. */
  async save(code: string): Promise<'saved' | 'faulty' | 'refused'> {
    const [subject, entry] = [this.subjectOf(code), this.entryOf(code)];
    if (!subject || !entry || this.saving() !== null) {
      return 'refused';
    }
    if (!isFaultless(entry.draft, problemsOf(subject, entry.draft))) {
      this.change(code, { tried: true });
      return 'faulty';
    }
    this.saving.set(code);
    try {
      await this.send(subject, entry.draft);
      this.drop(code);
      return 'saved';
    } catch (error) {
      await this.keepRefused(code, error);
      return 'refused';
    } finally {
      this.saving.set(null);
    }
  }

  /** Reads everything again, and waits for it. */
  async refresh(): Promise<void> {
    const id = this.assessmentId();
    if (id !== null) {
      this.view.set(await firstValueFrom(this.api.get(id)));
    }
  }

  private async send({ purpose, leaf: { code }, former }: DecisionSubject, draft: DecisionDraft): Promise<void> {
    const address = { assessmentId: this.assessmentId() ?? '', code, version: former?.version ?? 0 };
    const figure = purpose === 'figure' ? figureOf(draft) : null;
    if (figure) {
      this.place(await firstValueFrom(this.api.enterFigure(address, figure)));
      return;
    }
    const { layer, state } = await firstValueFrom(this.api.decide(address, requestOf(draft)));
    this.place(layer);
    this.view.update((view) => view && { ...view, state });
  }

  /** Of a version that is no longer the last one: theirs is fetched and shown beside what was typed. */
  private async keepRefused(code: string, error: unknown): Promise<void> {
    const refusal = refusalOf(error);
    if (refusal.code !== 'record.version-stale') {
      this.change(code, { refused: refusal.detail });
      return;
    }
    const { draft } = this.entryOf(code) ?? {};
    try {
      await this.refresh();
    } catch (again) {
      this.change(code, { refused: refusalOf(again).detail });
      return;
    }
    const former = this.subjectOf(code)?.former ?? null;
    this.change(code, { ...(draft ? { draft } : {}), refused: null, conflict: { layer: former } });
  }

  private change(code: string, changes: Partial<DeskEntry>): void {
    const entry = this.entryOf(code);
    if (entry) {
      this.entries.update((entries) => new Map([...entries, [code, { ...entry, ...changes }]]));
    }
  }

  private place(layer: AppraisalLayerView): void {
    this.view.update(
      (view) =>
        view && {
          ...view,
          criteria: view.criteria.map((criterion) =>
            criterion.code === layer.code ? { ...criterion, layers: [...criterion.layers.filter((one) => one.layer !== layer.layer), layer].sort(byHeight) } : criterion,
          ),
        },
    );
  }

  private differs(code: string, draft: DecisionDraft): boolean {
    const subject = this.subjectOf(code);
    return subject !== null && isChanged(subject, draft);
  }

  private isExempt(code: string): boolean {
    return this.view()?.exemptions.some((exemption) => code === exemption.code || code.startsWith(`${exemption.code}.`)) ?? false;
  }
}

const byHeight = (a: AppraisalLayerView, b: AppraisalLayerView): number => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer);
