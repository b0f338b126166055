import { computed, inject, Injectable, signal } from '@angular/core';
import type { AssessmentView, EvidenceLinkView, MissingItem } from '@par-index/contract';
import { checkAnswer, compileCriteriaSet, maxOfSource, runningTotals } from '@par-index/scoring';
import { firstValueFrom } from 'rxjs';
import type { DraftStore } from '../../platform/drafts/draft';
import { DRAFTS } from '../../platform/drafts/drafts';
import { refusalOf } from '../../platform/problem/refusal';
import { Session } from '../../platform/session/session';
import { Clock } from '../../platform/time/clock';
import { leafCodes } from '../../ui/criteria-tree/tree-rows';
import { type AnswerContent, standingOf } from './answer-content';
import { AssessmentApi } from './assessment-api';
import { Autosave } from './autosave';
import type { AnswerAutosave } from './autosave-answer';
import { asOneStatement, combineBy, type CombineAnswers } from './autosave-combine';
import type { AnswerDraft, AnswerSituation, SaveOutcome } from './autosave-ports';
import { outcomeOf } from './autosave-transport';
import { filtersOf, marksOf, type Standing } from './criterion-marks';

/** One assessment on one person's desk: what the server has of it, what is being typed, and what follows from both. */
@Injectable()
export class AssessmentDesk {
  private readonly api = inject(AssessmentApi);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  private readonly store = inject(DRAFTS) as DraftStore<AnswerDraft>;

  private readonly loaded = signal<AssessmentView | null>(null);
  private readonly situations = signal<ReadonlyMap<string, AnswerSituation>>(new Map());
  private readonly missingNow = signal<readonly MissingItem[]>([]);
  private autosave: Autosave | null = null;
  private readonly writer = crypto.randomUUID();

  readonly view = this.loaded.asReadonly();
  readonly missing = this.missingNow.asReadonly();
  private readonly criteriaSet = computed(() => this.loaded()?.criteriaSet ?? null, { equal: (one, other) => one?.code === other?.code && one?.year === other?.year });
  readonly set = computed(() => {
    const set = this.criteriaSet();
    return set && compileCriteriaSet(set);
  });
  readonly codes = computed(() => leafCodes(this.criteriaSet()?.criteria ?? []));
  readonly exempt = computed<ReadonlySet<string>>(() => new Set((this.loaded()?.exemptions ?? []).map(({ code }) => code)));
  private readonly standing = computed<Standing | null>(() => {
    const set = this.set();
    const situations = this.situations();
    return set && { set, missing: this.missingNow(), exempt: this.exempt(), contentOf: (code) => this.contentOf(code), stateOf: (code) => situations.get(code)?.state ?? 'saved' };
  });
  readonly marks = computed(() => {
    const standing = this.standing();
    return standing ? marksOf(standing) : {};
  });
  readonly filters = computed(() => {
    const standing = this.standing();
    return standing ? filtersOf(standing) : [];
  });
  /** By the library at every keystroke while this person is editing; else as the server says. */
  readonly totals = computed(() => {
    const [view, set] = [this.loaded(), this.set()];
    if (!view || !set) {
      return null;
    }
    return view.editable ? this.totalsHere(view) : view.totals;
  });
  readonly unsent = computed(() => [...this.situations()].filter(([, { state }]) => state !== 'saved' && state !== 'half').map(([code]) => code));
  /** The criteria with an answer that is typed by half. */
  readonly halfTyped = computed(() => [...this.situations()].filter(([, { half }]) => half !== null).map(([code]) => code));

  /** What the server says now. The first one also brings back what this browser kept. */
  take(view: AssessmentView): void {
    this.clock.set(view.now);
    const before = this.loaded();
    this.loaded.set(view);
    this.missingNow.set(view.missing);
    if (view.editable && this.autosave && before?.id === view.id) {
      this.autosave.refresh(standingAnswers(view));
      return;
    }
    this.autosave?.stop();
    this.autosave = null;
    this.situations.set(new Map());
    if (view.editable) {
      this.begin(view);
    }
  }

  /** After evidence has changed. A failure leaves what is shown as it is. */
  async reload(): Promise<void> {
    const id = this.loaded()?.id;
    if (id) {
      this.take(await firstValueFrom(this.api.get(id)));
    }
  }

  situation(code: string): AnswerSituation | null {
    return this.situations().get(code) ?? null;
  }

  contentOf(code: string): AnswerContent {
    return this.situations().get(code)?.content ?? standingOf(this.loaded()?.answers.find((answer) => answer.code === code)).content;
  }

  answer(code: string): AnswerAutosave | null {
    return this.autosave?.of(code) ?? null;
  }

  evidenceOf(code: string): readonly EvidenceLinkView[] {
    return (this.loaded()?.evidence ?? []).filter((link) => link.code === code);
  }

  flush(): void {
    this.autosave?.flush();
  }

  wake(): void {
    this.autosave?.wake();
  }

  sendAll(milliseconds: number): Promise<boolean> {
    return this.autosave?.sendAll(milliseconds) ?? Promise.resolve(true);
  }

  /** Whether something typed is not on the server, or is half an answer that this browser does not keep. */
  hasUnsent(): boolean {
    const unkept = [...this.situations().values()].some(({ half, kept }) => half !== null && !kept);
    return unkept || (this.autosave?.unacknowledged().length ?? 0) > 0;
  }

  close(): void {
    this.autosave?.flush();
    this.autosave?.stop();
  }

  private begin(view: AssessmentView): void {
    const userId = this.session.view()?.userId;
    if (!userId) {
      return;
    }
    const autosave = new Autosave(
      {
        userId,
        assessmentId: view.id,
        writer: this.writer,
        store: this.store,
        later: (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
        now: () => Date.now(),
        send: (code, content, version) => this.send({ id: view.id, code, version }, content),
        unfit: (code, content) => this.unfit(code, content),
        combine: (code) => this.combine(code),
        changed: (code) => this.note(autosave, code),
      },
      standingAnswers(view),
    );
    this.autosave = autosave;
    this.situations.set(new Map(ownCodes(view).flatMap((code) => [[code, autosave.situation(code)] as const]).filter((entry): entry is readonly [string, AnswerSituation] => entry[1] !== null)));
    void autosave.takeUp();
  }

  private note(autosave: Autosave, code: string): void {
    const situation = autosave.situation(code);
    if (situation && autosave === this.autosave) {
      this.situations.update((situations) => new Map([...situations, [code, situation]]));
    }
  }

  private async send(address: { readonly id: string; readonly code: string; readonly version: number }, content: AnswerContent): Promise<SaveOutcome> {
    try {
      const saved = await firstValueFrom(this.api.saveAnswer(address, content));
      this.missingNow.set(saved.missing);
      return { kind: 'saved', saved };
    } catch (error) {
      return outcomeOf(refusalOf(error));
    }
  }

  private unfit(code: string, { answer }: AnswerContent): string | null {
    const set = this.set();
    const fits = !set || answer === null || checkAnswer(set, code, answer).length === 0;
    return fits ? null : $localize`Số liệu chưa hợp lệ nên chưa gửi. Nội dung được giữ trên máy này.`;
  }

  private combine(code: string): CombineAnswers {
    const leaf = this.set()?.leaf(code);
    return leaf ? combineBy(leaf.rule) : asOneStatement;
  }

  private totalsHere(view: AssessmentView) {
    const set = compileOr(this.set());
    const given = set.leaves.flatMap(({ code }) => {
      const { answer } = this.contentOf(code);
      return answer && checkAnswer(set, code, answer).length === 0 ? [[code, answer] as const] : [];
    });
    const totals = runningTotals(set, { code: view.agency.code, exempt: [...this.exempt()], answers: Object.fromEntries(given) });
    const { points, applicableMax: max, bonus, penalty, answered, nodes } = totals;
    return { points, max, selfMax: maxOfSource(set, nodes, 'self'), bonus, penalty, answered, toAnswer: totals.total - totals.open.length, nodes };
  }
}

function compileOr<T>(set: T | null): T {
  if (set === null) {
    throw new Error('The criteria set is not loaded');
  }
  return set;
}

/** The criteria that the agency answers itself. */
function ownCodes({ criteriaSet }: AssessmentView): readonly string[] {
  return compileCriteriaSet(criteriaSet).leaves.filter(({ source }) => source === 'self').map(({ code }) => code);
}

function standingAnswers(view: AssessmentView) {
  const answers = new Map(view.answers.map((answer) => [answer.code, answer]));
  return new Map(ownCodes(view).map((code) => [code, standingOf(answers.get(code))] as const));
}
