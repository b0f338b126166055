import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { type AppraisalLayerView, type AppraisedAgency, type CriterionAppraisalView, type CriterionHints, type CriterionProgress, type HintView, LAYERS } from '@par-index/contract';
import { compileCriteriaSet } from '@par-index/scoring';
import { EMPTY, firstValueFrom, tap } from 'rxjs';
import { refusalOf } from '../../platform/problem/refusal';
import { Clock } from '../../platform/time/clock';
import { AppraisalApi } from './appraisal-api';
import { ByCriterionApi, type CriterionAddress } from './by-criterion-api';
import { type AgencyRow, agencyRow, agencySubject, type GridReading } from './by-criterion-rows';
import { type DecisionDraft, type DecisionSubject, isChanged, isFaultless, problemsOf, requestOf, startOf } from './decision-draft';
import { HintApi } from './hint-api';
import { beginEntry, type DeskEntry } from './desk-entry';

/** How the last decision at an agency fares: on its way, saved, not sent, or somebody else was first. */
export type Sending = 'saving' | 'saved' | 'unsent' | 'conflict';

/** One criterion at all agencies on the desk: what was loaded, what is being typed, and what is on its way. Lives as long as its page. */
@Injectable()
export class ByCriterionDesk {
  private readonly across = inject(ByCriterionApi);
  private readonly appraisals = inject(AppraisalApi);
  private readonly clock = inject(Clock);
  private readonly hintApi = inject(HintApi);

  private readonly underway = new Set<Promise<void>>();

  readonly address = signal<CriterionAddress | null>(null);
  readonly loaded = rxResource({
    params: this.address,
    stream: ({ params }) => (params === null ? EMPTY : this.across.get(params).pipe(tap(({ now }) => this.clock.set(now)))),
  });
  /** The last one that was read, with what was decided here since; a reload, or the way to the next criterion, leaves it in place. */
  readonly view = linkedSignal<CriterionAppraisalView | undefined, CriterionAppraisalView | null>({
    source: () => (this.loaded.hasValue() ? this.loaded.value() : undefined),
    computation: (next, previous) => next ?? previous?.value ?? null,
  });
  private readonly hintsLoaded = rxResource({
    params: this.address,
    stream: ({ params }) => (params === null ? EMPTY : this.hintApi.across(params.cycleId, params.groupCode, params.code)),
  });
  private readonly hints = linkedSignal<CriterionHints | null>(() => (this.hintsLoaded.hasValue() ? this.hintsLoaded.value() : null));
  private readonly criteriaSet = computed(() => this.view()?.criteriaSet ?? null);
  readonly set = computed(() => {
    const set = this.criteriaSet();
    return set && compileCriteriaSet(set);
  });
  readonly leaf = computed(() => this.set()?.leaf(this.view()?.code ?? '') ?? null);
  private readonly reading = computed<GridReading | null>(() => {
    const [view, set, leaf] = [this.view(), this.set(), this.leaf()];
    return view && set && leaf ? { set, leaf, phase: view.phase } : null;
  });
  readonly rows = computed<readonly AgencyRow[]>(() => {
    const reading = this.reading();
    return reading ? (this.view()?.rows ?? []).map((agency) => agencyRow(agency, reading, this.hintsOf(agency.assessmentId))) : [];
  });
  /** Of this criterion, as it stands after what was decided here. */
  readonly progress = computed<Pick<CriterionProgress, 'decided' | 'toDecide'>>(() => this.view()?.criteria.find(({ code }) => code === this.view()?.code) ?? { decided: 0, toDecide: 0 });
  private readonly place = computed(() => {
    const view = this.view();
    return view && `${view.cycleId} ${view.groupCode} ${view.code}`;
  });
  private readonly entries = linkedSignal<string | null, ReadonlyMap<string, DeskEntry>>({ source: this.place, computation: () => new Map() });
  readonly sendings = linkedSignal<string | null, ReadonlyMap<string, Sending>>({ source: this.place, computation: () => new Map() });
  /** On their way, so that nobody is led back to them. */
  readonly settled = computed<ReadonlySet<string>>(() => new Set([...this.sendings()].flatMap(([id, sending]) => (sending === 'saving' ? [id] : []))));
  readonly unsent = computed(() => [...this.sendings()].flatMap(([id, sending]) => (sending === 'unsent' ? [id] : [])));
  /** Agencies with something typed, or decided, that the server does not have. */
  readonly unsaved = computed<ReadonlySet<string>>(() => new Set([...this.entries()].flatMap(([id, { draft }]) => (this.differs(id, draft) || isPending(this.sendings().get(id)) ? [id] : []))));

  agencyOf(assessmentId: string | null): AppraisedAgency | null {
    return this.view()?.rows.find((agency) => agency.assessmentId === assessmentId) ?? null;
  }

  /** What is worth a look at an agency; nothing while it is read, or could not be. */
  hintsOf(assessmentId: string): readonly HintView[] {
    const hints = this.hints();
    return hints?.code === this.view()?.code ? (hints?.assessments.find((one) => one.assessmentId === assessmentId)?.hints ?? []) : [];
  }

  async dismiss(assessmentId: string, { code, key }: HintView, reason: string): Promise<void> {
    this.placeHint(assessmentId, await firstValueFrom(this.hintApi.dismiss({ assessmentId, code, key }, reason)));
  }

  async restore(assessmentId: string, { code, key }: HintView): Promise<void> {
    this.placeHint(assessmentId, await firstValueFrom(this.hintApi.restore({ assessmentId, code, key })));
  }

  subjectOf(assessmentId: string | null): DecisionSubject | null {
    const [agency, reading] = [this.agencyOf(assessmentId), this.reading()];
    return agency && reading && agencySubject(agency, reading);
  }

  entryOf(assessmentId: string): DeskEntry | null {
    const subject = this.subjectOf(assessmentId);
    return subject && (this.entries().get(assessmentId) ?? beginEntry(startOf(subject)));
  }

  write(assessmentId: string, draft: DecisionDraft): void {
    this.change(assessmentId, { draft, refused: null });
  }

  /** Puts the draft back to what stands on the server. */
  drop(assessmentId: string): void {
    this.entries.update((entries) => new Map([...entries].filter(([known]) => known !== assessmentId)));
    this.sendings.update((sendings) => new Map([...sendings].filter(([known]) => known !== assessmentId)));
  }

  /** Whether what is typed can be sent; from then on the form says what it lacks. */
  isReady(assessmentId: string): boolean {
    const [subject, entry] = [this.subjectOf(assessmentId), this.entryOf(assessmentId)];
    if (subject && entry && isFaultless(entry.draft, problemsOf(subject, entry.draft))) {
      return true;
    }
    this.change(assessmentId, { tried: true });
    return false;
  }

  /** Sends what is typed at an agency, once; nothing is lost where it can't be sent. */
  async send(assessmentId: string): Promise<void> {
    const [subject, entry] = [this.subjectOf(assessmentId), this.entryOf(assessmentId)];
    if (!subject || !entry || this.sendings().get(assessmentId) === 'saving') {
      return;
    }
    this.change(assessmentId, { draft: entry.draft, refused: null });
    this.mark(assessmentId, 'saving');
    const sent = this.deliver(assessmentId, subject, entry.draft);
    this.underway.add(sent);
    await sent.finally(() => this.underway.delete(sent));
  }

  /** Waits for all that is on its way. */
  async idle(): Promise<void> {
    await Promise.all(this.underway);
  }

  /** Sends again what could not be sent. */
  async retry(): Promise<void> {
    await Promise.all(this.unsent().map((assessmentId) => this.send(assessmentId)));
  }

  /** Reads everything again, and waits for it. */
  async refresh(): Promise<void> {
    const address = this.address();
    if (address) {
      this.view.set(await firstValueFrom(this.across.get(address)));
    }
  }

  private async deliver(assessmentId: string, subject: DecisionSubject, draft: DecisionDraft): Promise<void> {
    const place = this.place();
    try {
      const address = { assessmentId, code: subject.leaf.code, version: subject.former?.version ?? 0 };
      const decided = await firstValueFrom(this.appraisals.decide(address, requestOf(draft)));
      if (place === this.place()) {
        this.settle(assessmentId, decided.layer, decided.state);
      }
    } catch (error) {
      if (place === this.place()) {
        await this.keepRefused(assessmentId, error);
      }
    }
  }

  private settle(assessmentId: string, layer: AppraisalLayerView, state: AppraisedAgency['state']): void {
    const before = this.agencyOf(assessmentId);
    const isNew = before !== null && !before.layers.some((one) => one.layer === layer.layer);
    this.entries.update((entries) => new Map([...entries].filter(([known]) => known !== assessmentId)));
    this.mark(assessmentId, 'saved');
    this.view.update(
      (view) =>
        view && {
          ...view,
          criteria: view.criteria.map((one) => (isNew && layer.layer === 'appraisal-1' && one.code === layer.code ? { ...one, decided: one.decided + 1 } : one)),
          rows: view.rows.map((agency) => (agency.assessmentId === assessmentId ? { ...agency, state, layers: placed(agency.layers, layer) } : agency)),
        },
    );
  }

  /** Of a version that is no longer the last one: theirs is fetched and shown beside what was typed. */
  private async keepRefused(assessmentId: string, error: unknown): Promise<void> {
    const refusal = refusalOf(error);
    if (refusal.code !== 'record.version-stale') {
      this.mark(assessmentId, 'unsent');
      this.change(assessmentId, { refused: refusal.detail });
      return;
    }
    const { draft } = this.entryOf(assessmentId) ?? {};
    try {
      await this.refresh();
    } catch (again) {
      this.mark(assessmentId, 'unsent');
      this.change(assessmentId, { refused: refusalOf(again).detail });
      return;
    }
    this.mark(assessmentId, 'conflict');
    this.change(assessmentId, { ...(draft ? { draft } : {}), refused: null, conflict: { layer: this.subjectOf(assessmentId)?.former ?? null } });
  }

  private placeHint(assessmentId: string, hint: HintView): void {
    const replaced = (hints: readonly HintView[]) => hints.map((one) => (one.key === hint.key ? hint : one));
    this.hints.update((all) => all && { ...all, assessments: all.assessments.map((one) => (one.assessmentId === assessmentId ? { ...one, hints: replaced(one.hints) } : one)) });
  }

  private mark(assessmentId: string, sending: Sending): void {
    this.sendings.update((sendings) => new Map([...sendings, [assessmentId, sending]]));
  }

  private change(assessmentId: string, changes: Partial<DeskEntry>): void {
    const entry = this.entryOf(assessmentId);
    if (entry) {
      this.entries.update((entries) => new Map([...entries, [assessmentId, { ...entry, ...changes }]]));
    }
  }

  private differs(assessmentId: string, draft: DecisionDraft): boolean {
    const subject = this.subjectOf(assessmentId);
    return subject !== null && isChanged(subject, draft);
  }
}

const placed = (layers: readonly AppraisalLayerView[], layer: AppraisalLayerView): readonly AppraisalLayerView[] =>
  [...layers.filter((one) => one.layer !== layer.layer), layer].sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));

const isPending = (sending: Sending | undefined): boolean => sending !== undefined && sending !== 'saved';
