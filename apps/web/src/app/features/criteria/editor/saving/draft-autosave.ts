import { type Fields, saysTheSame } from '../draft/fields';
import type { Choices, DraftConflict, DraftPorts, KeptDraft, SaveState, SendOutcome, Side, StandingDraft, Versions } from './draft-ports';

/** After the last keystroke. */
export const PAUSE = 700;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;

/** Versions that were brought together, and what stood then: conflicts of them are settled one by one. */
interface Meeting {
  readonly versions: Versions;
  readonly choices: Choices;
  readonly came: Fields;
}

/**
 * Saves a draft by itself. What is typed is kept in the browser before it is sent and until the server has acknowledged it; one request
 * at a time, the newest content wins. What somebody else saved is brought together with it; where both changed the same, nothing is sent
 * until a person has chosen.
 */
export class DraftAutosave {
  private set: Fields;
  private base: Fields;
  private version: number;
  private standing: SaveState = 'saved';
  private why: string | null = null;
  private open: readonly DraftConflict[] = [];
  private meeting: Meeting | null = null;
  private inFlight = false;
  private attempts = 0;
  private stopped = false;
  private callOff: () => void = () => undefined;

  constructor(
    server: StandingDraft,
    private readonly ports: DraftPorts,
  ) {
    [this.set, this.base, this.version] = [server.set, server.set, server.version];
  }

  get state(): SaveState {
    return this.standing;
  }

  get reason(): string | null {
    return this.why;
  }

  get conflicts(): readonly DraftConflict[] {
    return this.open;
  }

  /** Of the server's document that this page knows. */
  get knownVersion(): number {
    return this.version;
  }

  /** Whether something typed is not acknowledged. */
  get unacknowledged(): boolean {
    return this.inFlight || this.open.length > 0 || this.dirty;
  }

  private get dirty(): boolean {
    return !saysTheSame(this.set, this.base);
  }

  edit(set: Fields): void {
    if (set === this.set) {
      return;
    }
    this.set = set;
    if (!this.dirty && !this.inFlight && this.open.length === 0) {
      this.settle();
      return;
    }
    this.keep();
    if (this.open.length === 0) {
      this.turn(this.attempts > 0 ? 'unsent' : 'saving');
      this.schedule(PAUSE);
    }
  }

  /** At once: the page is left, or the connection is back. */
  flush(): void {
    this.callOff();
    if (!this.inFlight && this.open.length === 0 && this.dirty) {
      void this.send();
    }
  }

  wake(): void {
    this.attempts = 0;
    this.flush();
  }

  /** What was kept by a page that is gone: ours, and what stands here is what it meets. */
  adopt({ set, base }: KeptDraft): void {
    if (!saysTheSame(set, base)) {
      this.bringTogether({ base, mine: set, theirs: this.set }, '');
    }
  }

  /** The server's draft was read anew. */
  refresh(server: StandingDraft): void {
    if (!this.inFlight && this.open.length === 0 && server.version > this.version) {
      this.meet(server);
    }
  }

  /** Chooses a side of a conflict. What was typed since stays. */
  resolve(key: string, side: Side): void {
    const [meeting, conflict] = [this.meeting, this.open.find((one) => one.key === key)];
    if (meeting === null || conflict === undefined) {
      return;
    }
    this.open = this.open.filter((one) => one !== conflict);
    if (side !== conflict.stands) {
      this.settleOtherwise(meeting, { [key]: side });
    }
    if (this.open.length === 0) {
      this.meeting = null;
    }
    this.goOn('at-once');
  }

  /** No more timers. A request under way is still heard. */
  stop(): void {
    this.callOff();
    this.stopped = true;
  }

  private schedule(milliseconds: number): void {
    this.callOff();
    if (!this.stopped) {
      this.callOff = this.ports.later(milliseconds, () => this.flush());
    }
  }

  private async send(): Promise<void> {
    const sent = this.set;
    this.inFlight = true;
    this.keep();
    this.turn(this.attempts > 0 ? 'unsent' : 'saving');
    const outcome = await this.ports.send(sent, this.version);
    this.inFlight = false;
    this.take(outcome, sent);
  }

  private take(outcome: SendOutcome, sent: Fields): void {
    if (outcome.kind === 'saved') {
      [this.base, this.version, this.attempts] = [sent, outcome.version, 0];
      this.goOn();
    } else if (outcome.kind === 'stale') {
      this.meet(outcome.current);
    } else {
      this.failed(outcome);
    }
  }

  private settleOtherwise({ versions, choices, came }: Meeting, choice: Choices): void {
    const chosen = { ...choices, ...choice };
    const after = this.ports.merge(versions, chosen).set;
    const bring = (other: Fields): Fields => this.ports.merge({ base: came, mine: other, theirs: after }).set;
    this.set = bring(this.set);
    this.meeting = { versions, choices: chosen, came: after };
    this.ports.brought(this.set, bring, '');
  }

  private meet(theirs: StandingDraft): void {
    const versions = { base: this.base, mine: this.set, theirs: theirs.set };
    [this.base, this.version] = [theirs.set, theirs.version];
    this.bringTogether(versions, theirs.savedBy);
  }

  private bringTogether(versions: Versions, by: string): void {
    const { set, conflicts } = this.ports.merge(versions);
    const bring = (mine: Fields): Fields => this.ports.merge({ ...versions, mine }).set;
    const changes = !saysTheSame(set, this.set);
    [this.set, this.open] = [set, conflicts];
    this.meeting = conflicts.length === 0 ? null : { versions, choices: {}, came: set };
    if (changes) {
      this.ports.brought(set, bring, by);
    }
    this.goOn('at-once');
  }

  private goOn(when: 'after-a-pause' | 'at-once' = 'after-a-pause'): void {
    if (this.open.length > 0) {
      this.callOff();
      this.keep();
      this.turn('conflict');
    } else if (this.dirty) {
      this.keep();
      this.turn('saving');
      this.schedule(when === 'at-once' || this.stopped ? 0 : PAUSE);
      if (this.stopped) {
        this.flush();
      }
    } else {
      this.settle();
    }
  }

  private failed({ kind, reason }: Extract<SendOutcome, { readonly reason: string }>): void {
    this.turn(kind === 'refused' ? 'held' : 'unsent', reason);
    if (kind === 'unreachable') {
      this.schedule(Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.attempts));
      this.attempts += 1;
    }
  }

  private settle(): void {
    this.callOff();
    this.ports.forget();
    this.turn('saved');
  }

  private turn(state: SaveState, reason: string | null = null): void {
    [this.standing, this.why] = [state, reason];
    this.ports.changed();
  }

  /** While a conflict is open my side of it is kept, with what was typed since. */
  private keep(): void {
    const { set, base, version: baseVersion, meeting } = this;
    if (meeting === null) {
      this.ports.keep({ set, base, baseVersion });
    } else {
      const mine = this.ports.merge({ base: meeting.came, mine: meeting.versions.mine, theirs: set }).set;
      this.ports.keep({ set: mine, base: meeting.versions.base, baseVersion });
    }
  }
}
