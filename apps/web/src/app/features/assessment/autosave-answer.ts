import { type AnswerContent, type AnswerField, sameContent, sameValue, standingOf, type StandingAnswer, withField } from './answer-content';
import { DraftQueue } from './autosave-draft-queue';
import { type AnswerEdit, halfAfter, halfMet, halfSetAside } from './autosave-half';
import { mergeContents } from './autosave-merge';
import type { AnswerConflictStanding, AnswerDraft, AnswerSituation, AutosavePorts, HalfTyping, SaveOutcome, SaveState, SetAside } from './autosave-ports';
import { retryDelay } from './autosave-retry';

/** After the last keystroke. */
export const PAUSE = 700;

/**
 * Saves one criterion by itself. What is typed is kept in the browser before it is sent and until the server has acknowledged it. One
 * request at a time, the newest content wins. What two people changed is brought together field by field; where both changed the same
 * field, nothing is sent until a person has chosen. An answer that is typed by half is kept in the browser alone: the one that the server
 * has stays as it is until the new one is whole.
 */
export class AnswerAutosave {
  private content: AnswerContent;
  private base: AnswerContent;
  private baseVersion: number;
  private state: SaveState = 'saved';
  private reason: string | null = null;
  private conflict: AnswerConflictStanding | null = null;
  private setAside: readonly SetAside[] = [];
  private taken: readonly AnswerField[] = [];
  private half: HalfTyping | null = null;
  /** A half that has become whole, and the answer of somebody else that came meanwhile: they have yet to meet. */
  private overtaken: HalfTyping['over'] = null;
  private typedHere = false;
  /** Sent without an answer so far. */
  private sent: readonly AnswerContent[] = [];
  private stopped = false;
  private inFlight = false;
  /** What was asked for while a request was under way. */
  private again = false;
  private attempts = 0;
  private callOff: () => void = () => undefined;
  private readonly drafts: DraftQueue;

  constructor(
    private server: StandingAnswer,
    private readonly ports: AutosavePorts,
  ) {
    [this.content, this.base, this.baseVersion] = [server.content, server.content, server.version];
    this.drafts = new DraftQueue(ports.drafts, () => ports.changed());
  }

  situation(): AnswerSituation {
    const { content, server, state, reason, conflict, setAside, taken } = this;
    return { content, server, half: this.half?.typed ?? null, state, reason, conflict, setAside, taken, kept: this.drafts.keeps };
  }

  /** Whether something typed is not acknowledged. */
  get unacknowledged(): boolean {
    return this.inFlight || this.conflict !== null || this.dirty;
  }

  private get dirty(): boolean {
    return this.sent.length > 0 || !sameContent(this.content, this.base);
  }

  edit(edit: AnswerEdit): void {
    const { half, ...change } = edit;
    this.typedHere ||= Boolean(half);
    this.overtaken = 'answer' in change ? (this.half?.over ?? this.overtaken) : this.overtaken;
    this.half = halfAfter(this.half, edit);
    this.content = { ...this.content, ...change };
    this.taken = this.taken.filter((field) => !(field in change));
    if (this.conflict) {
      this.keep();
      this.ports.changed();
      return;
    }
    this.carryOn();
  }

  /** At once: the field, the criterion or the page is left. */
  flush(): void {
    this.callOff();
    if (this.conflict || !this.dirty || this.held()) {
      return;
    }
    if (this.inFlight) {
      this.again = true;
      return;
    }
    void this.send();
  }

  /** The connection is back, or the reader wants another try. */
  wake(): void {
    this.attempts = 0;
    this.flush();
  }

  /** What was kept by a page that is gone. */
  adopt({ content, base, baseVersion, sent, setAside, half = null }: AnswerDraft): void {
    if (baseVersion > this.server.version) {
      // What was read is older than what the draft began from: a copy that this browser kept.
      this.server = { content: base, version: baseVersion, updatedAt: null, updatedBy: null };
    }
    const [kept, lost] = this.typedHere ? [this.half, half] : [half ?? this.half, this.half];
    const aside = [...setAside, ...halfSetAside(lost, kept, content)];
    this.setAside = [...this.setAside, ...aside.filter((item) => !this.setAside.some((known) => sameValue(known, item)))];
    [this.content, this.base, this.baseVersion, this.sent, this.half] = [content, base, baseVersion, sent, kept];
    if (baseVersion !== this.server.version && (this.dirty || this.half)) {
      this.meet(this.server);
    } else if (this.dirty) {
      this.keep();
      this.flush();
    } else {
      this.settle();
    }
  }

  /** The server's answer was read anew. What is under way will learn of it by itself. */
  refresh(server: StandingAnswer): void {
    if (this.inFlight || server.version <= this.server.version) {
      return;
    }
    this.meet(server);
  }

  /** Chooses a side of a conflict; the other one is set aside. */
  resolve(field: AnswerField, side: SetAside['side']): void {
    const { conflict } = this;
    if (!conflict?.fields.includes(field)) {
      return;
    }
    const { theirs } = conflict;
    this.overtaken = field === 'answer' ? null : this.overtaken;
    const lost: SetAside =
      side === 'mine'
        ? { field, side: 'theirs', content: theirs.content, by: theirs.updatedBy, at: theirs.updatedAt }
        : { field, side: 'mine', content: this.content, by: null, at: null };
    this.setAside = [...this.setAside, lost];
    this.content = side === 'mine' ? this.content : withField(this.content, field, theirs.content);
    this.base = withField(this.base, field, theirs.content);
    this.leaveConflict(conflict.fields.filter((other) => other !== field), theirs);
  }

  /** The reader no longer needs what was set aside. */
  dismiss(item: SetAside): void {
    this.setAside = this.setAside.filter((kept) => kept !== item);
    if (this.unacknowledged || this.setAside.length > 0 || this.half) {
      this.keep();
    } else {
      this.drafts.forget();
    }
    this.ports.changed();
  }

  /** The reader has seen what came from somebody else. */
  noteTaken(): void {
    this.taken = [];
    this.ports.changed();
  }

  /** No more timers. A request under way is still heard. */
  stop(): void {
    this.callOff();
    this.stopped = true;
  }

  /** When everything typed so far is in the browser's own database. */
  whenKept(): Promise<void> {
    return this.drafts.whenWritten();
  }

  private leaveConflict(fields: readonly AnswerField[], theirs: StandingAnswer): void {
    this.conflict = fields.length > 0 ? { fields, theirs } : null;
    if (this.conflict) {
      this.keep();
      this.ports.changed();
      return;
    }
    this.baseVersion = theirs.version;
    this.carryOn();
    this.flush();
  }

  /** After a change of the content: nothing to send, not fit to be sent, or to be sent after a pause. */
  private carryOn(): void {
    this.callOff();
    if (this.overtaken && !this.inFlight) {
      this.meetOvertaken(this.overtaken);
      return;
    }
    if (!this.dirty && !this.inFlight) {
      this.settle();
      return;
    }
    this.keep();
    if (!this.held()) {
      this.state = this.attempts > 0 ? 'unsent' : 'saving';
      this.schedule(PAUSE);
    }
    this.ports.changed();
  }

  private held(): boolean {
    const reason = this.ports.unfit(this.content);
    if (reason !== null && !this.inFlight) {
      this.state = 'held';
      this.reason = reason;
      this.ports.changed();
    }
    return reason !== null;
  }

  private schedule(milliseconds: number): void {
    this.callOff();
    if (!this.stopped) {
      this.callOff = this.ports.later(milliseconds, () => this.flush());
    }
  }

  private async send(): Promise<void> {
    const [sent, version] = [this.content, this.baseVersion];
    this.inFlight = true;
    this.again = false;
    this.sent = [...this.sent.filter((content) => !sameContent(content, sent)), sent];
    this.state = this.attempts > 0 ? 'unsent' : 'saving';
    this.keep();
    this.ports.changed();
    await this.drafts.whenWritten();
    const outcome = await this.ports.send(sent, version);
    this.inFlight = false;
    this.take(outcome, sent);
  }

  private take(outcome: SaveOutcome, sent: AnswerContent): void {
    if (outcome.kind === 'saved') {
      this.acknowledge(standingOf(outcome.saved.saved), sent);
    } else if (outcome.kind === 'stale') {
      this.meet(outcome.current);
    } else {
      this.failed(outcome);
    }
  }

  /** Fields typed since the sending stay as they are; the others are what the server has made of them. */
  private acknowledge(server: StandingAnswer, sent: AnswerContent): void {
    const { taken } = mergeContents({ base: sent, mine: this.content, theirs: server.content, sent: [] });
    this.content = taken.reduce((content, field) => withField(content, field, server.content), this.content);
    [this.server, this.base, this.baseVersion, this.attempts, this.sent] = [server, server.content, server.version, 0, []];
    this.goOn();
  }

  /** What was typed over an answer that somebody else has changed meanwhile meets that change once it is whole. */
  private meetOvertaken({ answer }: NonNullable<HalfTyping['over']>): void {
    this.base = { ...this.base, answer };
    this.overtaken = null;
    this.meet(this.server);
  }

  private meet(theirs: StandingAnswer): void {
    const { content, base, conflicts, taken } = mergeContents({ base: this.base, mine: this.content, theirs: theirs.content, sent: this.sent, combine: this.ports.combine });
    this.half = halfMet(this.half, this.base, taken);
    [this.server, this.content, this.base, this.sent] = [theirs, content, base, []];
    this.taken = this.dirty ? [...new Set([...this.taken, ...taken])] : [];
    if (conflicts.length > 0) {
      this.callOff();
      this.conflict = { fields: conflicts, theirs };
      this.state = 'conflict';
      this.reason = null;
      this.keep();
      this.ports.changed();
      return;
    }
    this.conflict = null;
    this.baseVersion = theirs.version;
    this.again = true;
    this.goOn();
  }

  private goOn(): void {
    if (!this.dirty) {
      this.settle();
      return;
    }
    const wanted = this.again || this.stopped;
    this.again = false;
    this.carryOn();
    if (wanted) {
      this.flush();
    }
  }

  private failed({ kind, reason }: Extract<SaveOutcome, { readonly reason: string }>): void {
    this.state = kind === 'refused' ? 'held' : 'unsent';
    this.reason = reason;
    if (kind === 'unreachable') {
      this.schedule(retryDelay(this.attempts));
      this.attempts += 1;
    } else {
      // It was answered: it did not arrive.
      this.sent = this.sent.slice(0, -1);
      this.keep();
    }
    this.ports.changed();
  }

  private settle(): void {
    this.callOff();
    this.state = this.half ? 'half' : 'saved';
    this.reason = null;
    this.overtaken = null;
    [this.content, this.base, this.baseVersion, this.sent] = [this.server.content, this.server.content, this.server.version, []];
    if (this.setAside.length > 0 || this.half) {
      this.keep();
    } else {
      this.drafts.forget();
    }
    this.ports.changed();
  }

  private keep(): void {
    const { content, base, baseVersion, sent, setAside, half } = this;
    this.drafts.keep({ content, base, baseVersion, sent, setAside, half });
  }
}
