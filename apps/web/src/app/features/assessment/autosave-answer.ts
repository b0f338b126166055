import { type AnswerContent, type AnswerField, standingOf, type StandingAnswer } from './answer-content';
import { DraftQueue } from './autosave-draft-queue';
import type { AnswerEdit } from './autosave-half';
import type { AnswerDraft, AnswerSituation, AutosavePorts, SaveOutcome, SaveState, SetAside } from './autosave-ports';
import { retryDelay } from './autosave-retry';
import { acknowledged, adopted, type AnswerStanding, beginStanding, draftOf, edited, isDirty, leavesSomething, met, metOvertaken, refused, resolved, sending, settled } from './autosave-standing';

/** After the last keystroke. */
export const PAUSE = 700;

/**
 * Saves one criterion by itself. What is typed is kept in the browser before it is sent and until the server has acknowledged it. One
 * request at a time, the newest content wins. What two people changed is brought together field by field; where both changed the same
 * field, nothing is sent until a person has chosen. An answer that is typed by half is kept in the browser alone: the one that the server
 * has stays as it is until the new one is whole.
 */
export class AnswerAutosave {
  private standing: AnswerStanding;
  private state: SaveState = 'saved';
  private reason: string | null = null;
  private stopped = false;
  private inFlight = false;
  /** What was asked for while a request was under way. */
  private again = false;
  private attempts = 0;
  private callOff: () => void = () => undefined;
  private readonly drafts: DraftQueue;

  constructor(
    server: StandingAnswer,
    private readonly ports: AutosavePorts,
  ) {
    this.standing = beginStanding(server);
    this.drafts = new DraftQueue(ports.drafts, () => ports.changed());
  }

  situation(): AnswerSituation {
    const { content, server, half, conflict, setAside, taken } = this.standing;
    return { content, server, half: half?.typed ?? null, state: this.state, reason: this.reason, conflict, setAside, taken, kept: this.drafts.keeps };
  }

  /** Whether something typed is not acknowledged. */
  get unacknowledged(): boolean {
    return this.inFlight || this.standing.conflict !== null || isDirty(this.standing);
  }

  edit(edit: AnswerEdit): void {
    this.standing = edited(this.standing, edit);
    if (this.standing.conflict) {
      this.keepAndTell();
      return;
    }
    this.carryOn();
  }

  /** At once: the field, the criterion or the page is left. */
  flush(): void {
    this.callOff();
    if (this.standing.conflict || !isDirty(this.standing) || this.held()) {
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
  adopt(draft: AnswerDraft): void {
    this.standing = adopted(this.standing, draft);
    const { server, half } = this.standing;
    if (draft.baseVersion !== server.version && (isDirty(this.standing) || half)) {
      this.meet(server);
    } else if (isDirty(this.standing)) {
      this.keep();
      this.flush();
    } else {
      this.settle();
    }
  }

  /** The server's answer was read anew. What is under way will learn of it by itself. */
  refresh(server: StandingAnswer): void {
    if (this.inFlight || server.version <= this.standing.server.version) {
      return;
    }
    this.meet(server);
  }

  /** Chooses a side of a conflict; the other one is set aside. */
  resolve(field: AnswerField, side: SetAside['side']): void {
    const { conflict } = this.standing;
    if (!conflict?.fields.includes(field)) {
      return;
    }
    this.standing = resolved(this.standing, conflict, { field, side });
    if (this.standing.conflict) {
      this.keepAndTell();
      return;
    }
    this.carryOn();
    this.flush();
  }

  /** The reader no longer needs what was set aside. */
  dismiss(item: SetAside): void {
    this.standing = { ...this.standing, setAside: this.standing.setAside.filter((kept) => kept !== item) };
    if (this.unacknowledged || leavesSomething(this.standing)) {
      this.keep();
    } else {
      this.drafts.forget();
    }
    this.ports.changed();
  }

  /** The reader has seen what came from somebody else. */
  noteTaken(): void {
    this.standing = { ...this.standing, taken: [] };
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

  /** After a change of the content: nothing to send, not fit to be sent, or to be sent after a pause. */
  private carryOn(): void {
    this.callOff();
    if (this.standing.overtaken && !this.inFlight) {
      this.standing = metOvertaken(this.standing, this.ports.combine);
      this.afterMeeting();
      return;
    }
    if (!isDirty(this.standing) && !this.inFlight) {
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
    const reason = this.ports.unfit(this.standing.content);
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
    const { content, baseVersion } = this.standing;
    this.inFlight = true;
    this.again = false;
    this.standing = sending(this.standing);
    this.state = this.attempts > 0 ? 'unsent' : 'saving';
    this.keepAndTell();
    await this.drafts.whenWritten();
    const outcome = await this.ports.send(content, baseVersion);
    this.inFlight = false;
    this.take(outcome, content);
  }

  private take(outcome: SaveOutcome, sent: AnswerContent): void {
    if (outcome.kind === 'saved') {
      this.standing = acknowledged(this.standing, standingOf(outcome.saved.saved), sent);
      this.attempts = 0;
      this.goOn();
    } else if (outcome.kind === 'stale') {
      this.meet(outcome.current);
    } else {
      this.failed(outcome);
    }
  }

  private meet(theirs: StandingAnswer): void {
    this.standing = met(this.standing, theirs, this.ports.combine);
    this.afterMeeting();
  }

  private afterMeeting(): void {
    if (this.standing.conflict) {
      this.callOff();
      this.state = 'conflict';
      this.reason = null;
      this.keepAndTell();
      return;
    }
    this.again = true;
    this.goOn();
  }

  private goOn(): void {
    if (!isDirty(this.standing)) {
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
      this.standing = refused(this.standing);
      this.keep();
    }
    this.ports.changed();
  }

  private settle(): void {
    this.callOff();
    this.state = this.standing.half ? 'half' : 'saved';
    this.reason = null;
    this.standing = settled(this.standing);
    if (leavesSomething(this.standing)) {
      this.keep();
    } else {
      this.drafts.forget();
    }
    this.ports.changed();
  }

  private keepAndTell(): void {
    this.keep();
    this.ports.changed();
  }

  private keep(): void {
    this.drafts.keep(draftOf(this.standing));
  }
}
