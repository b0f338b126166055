import type { Actor, AuditEventName, AuditPayloads, Phase } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { AuditEvent } from '../audit/audit-event.entity';

/** What one feature tells the features to the right of it. A feature adds its own by declaration merging. */
export interface DomainEventPayloads {
  'cycle.phase-opened': { readonly cycleId: string; readonly from: Phase; readonly to: Phase; readonly reason: string };
  'cycle.clock-waits': { readonly cycleId: string; readonly to: Phase; readonly waitsFor: readonly string[] };
  'cycle.published': { readonly cycleId: string };
  'clock.ticked': { readonly at: Date };
  /** The council may vote on something of an assessment; `code` where it is one criterion. Its members of other agencies are told. */
  'council.vote-wanted': AboutCriterion;
  /** Two members of the council are asked to appraise one criterion without seeing each other: they alone are told. */
  'council.blind-wanted': AboutCriterion & { readonly itemId: string; readonly memberIds: readonly string[] };
  /** The set of a running cycle was replaced: the people of every agency are told, with the criteria that are to be answered again. */
  'criteria-set.corrected': { readonly cycleId: string; readonly reason: string; readonly assessments: readonly { readonly assessmentId: string; readonly setAside: readonly string[] }[] };
  /** An agency has petitioned: home affairs of other agencies is told. */
  'petition.filed': AboutCriterion;
  /** Its people are told. */
  'petition.answered': AboutCriterion;
  /** A mail to somebody who need not have an account. Its words are the recipient's alone: they are not kept once it is sent. */
  'survey.mail-wanted': { readonly address: string; readonly subject: string; readonly text: string; readonly html: string };
}

interface AboutCriterion {
  readonly cycleId: string;
  readonly assessmentId: string;
  readonly code: string | null;
}

export type DomainEventName = keyof DomainEventPayloads;

/** Where an event goes; all that a transaction knows of those who listen. */
export interface EventSink {
  raise<E extends DomainEventName>(tx: Transaction, name: E, payload: DomainEventPayloads[E]): Promise<void>;
}

/** What an audit line is about, and the cycle it belongs to where it belongs to one. */
export interface AuditSubject {
  readonly id: string;
  readonly cycleId?: string | null;
}

/** One transaction, on behalf of one actor; `actor` is null where the clock or a command acts. `now` is the database's time. */
export class Transaction {
  constructor(
    readonly em: EntityManager,
    readonly actor: Actor | null,
    readonly now: Date,
    private readonly events: EventSink,
  ) {}

  async audit<E extends AuditEventName>(event: E, subject: AuditSubject, payload: AuditPayloads[E]): Promise<void> {
    const line = { event, subjectId: subject.id, cycleId: subject.cycleId ?? null, payload, actorId: this.actor?.id ?? null, at: this.now };
    await this.em.createQueryBuilder().insert().into(AuditEvent).values(line as object).updateEntity(false).execute();
  }

  /** Lets the features to the right act in this very transaction: what they refuse, undoes everything. */
  raise<E extends DomainEventName>(name: E, payload: DomainEventPayloads[E]): Promise<void> {
    return this.events.raise(this, name, payload);
  }
}
