import { computed, inject, Injectable, signal } from '@angular/core';
import type { AnswerView, AssessmentView, EvidenceLinkView, MissingItem } from '@par-index/contract';
import { checkAnswer, compileCriteriaSet, maxOfSource, runningTotals } from '@par-index/scoring';
import type { DraftStore } from '../../platform/drafts/draft';
import { DRAFTS } from '../../platform/drafts/drafts';
import { Session } from '../../platform/session/session';
import { Clock } from '../../platform/time/clock';
import { leafCodes } from '../../ui/criteria-tree/tree-rows';
import { type AnswerContent, standingOf } from './answer-content';
import { AnswerSender } from './answer-sender';
import { AssessmentReader, type ReadAssessment } from './assessment-reader';
import { Autosave } from './autosave';
import type { AnswerAutosave } from './autosave-answer';
import { asOneStatement, combineBy, type CombineAnswers } from './autosave-combine';
import type { AnswerDraft, AnswerSituation, SaveOutcome } from './autosave-ports';
import { filtersOf, marksOf, type Standing } from './criterion-marks';

/** One assessment on one person's desk: what the server has of it, what is being typed, and what follows from both. */
@Injectable()
export class AssessmentDesk {
  private readonly reader = inject(AssessmentReader);
  private readonly sender = inject(AnswerSender);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  private readonly store = inject(DRAFTS) as DraftStore<AnswerDraft>;

  private readonly loaded = signal<AssessmentView | null>(null);
  private readonly situations = signal<ReadonlyMap<string, AnswerSituation>>(new Map());
  private readonly missingNow = signal<readonly MissingItem[]>([]);
  private readonly author = signal<string | null>(null);
  private readonly copyOf = signal<string | null>(null);
  private autosave: Autosave | null = null;
  /** Saved since the view was read. */
  private savedSince: ReadonlyMap<string, AnswerView> = new Map();
  private readonly writer = crypto.randomUUID();

  readonly view = this.loaded.asReadonly();
  readonly missing = this.missingNow.asReadonly();
  /** When this browser kept what is shown, where the server could not be asked. */
  readonly keptAt = this.copyOf.asReadonly();
  /** Whose typing this is: nobody else's session sends it. */
  readonly writtenBy = this.author.asReadonly();
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

  takeRead({ view, keptAt }: ReadAssessment): void {
    this.copyOf.set(keptAt);
    this.show(view);
    if (keptAt === null) {
      this.clock.set(view.now);
    }
  }

  /** What the server says now. */
  take(view: AssessmentView): void {
    void this.reader.keep(view);
    this.takeRead({ view, keptAt: null });
  }

  /** The first one also brings back what this browser kept. */
  private show(view: AssessmentView): void {
    const before = this.loaded();
    this.loaded.set(view);
    this.savedSince = new Map();
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

  /** After evidence has changed, and when the connection is back. A failure leaves what is shown as it is. */
  async reload(): Promise<void> {
    const id = this.loaded()?.id;
    if (id) {
      this.takeRead(await this.reader.read(id));
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

  /** The connection is back: what others did meanwhile is learnt first, then what waits here is sent. */
  async comeBack(): Promise<void> {
    if (this.loaded()) {
      await this.reload().catch(() => undefined);
      this.wake();
    }
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
    this.author.set(userId);
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
        send: async (code, content, version) => this.note(await this.sender.send(userId, { id: view.id, code, version }, content)),
        unfit: (code, content) => this.unfit(code, content),
        combine: (code) => this.combine(code),
        changed: (code) => this.follow(autosave, code),
      },
      standingAnswers(view),
    );
    this.autosave = autosave;
    this.situations.set(new Map(ownCodes(view).flatMap((code) => [[code, autosave.situation(code)] as const]).filter((entry): entry is readonly [string, AnswerSituation] => entry[1] !== null)));
    void autosave.takeUp();
  }

  private follow(autosave: Autosave, code: string): void {
    const situation = autosave.situation(code);
    if (situation && autosave === this.autosave) {
      this.situations.update((situations) => new Map([...situations, [code, situation]]));
    }
  }

  /** What was saved is missing no more, and belongs into the copy that is read without a network. */
  private note(outcome: SaveOutcome): SaveOutcome {
    if (outcome.kind === 'saved') {
      const { saved, missing } = outcome.saved;
      this.missingNow.set(missing);
      this.savedSince = new Map([...this.savedSince, [saved.code, saved]]);
      this.keepCopy();
    }
    return outcome;
  }

  private keepCopy(): void {
    const view = this.loaded();
    if (view && this.copyOf() === null) {
      const others = view.answers.filter(({ code }) => !this.savedSince.has(code));
      void this.reader.keep({ ...view, answers: [...others, ...this.savedSince.values()], missing: this.missingNow() });
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
