import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type HeartbeatRequest, presenceScopeOf, type PresenceView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import { DomainError } from '../../platform/problem/domain-error';
import { PresenceRepository } from './presence.repository';

/**
 * Who is at which criterion now. It changes no record and leaves no line anywhere, so it is no command: one statement by itself, without
 * the audit of the unit of work. It stands in the database, so that every process of the API knows the same.
 */
@Injectable()
export class PresenceService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly presence: PresenceRepository,
  ) {}

  onModuleInit(): void {
    this.events.on('clock.ticked', ({ em }) => this.presence.removeGone(em));
  }

  /** Refuses with `record.not-found` what is not there and what is not the actor's to see. */
  async note(actor: Actor, pageId: string, at: HeartbeatRequest): Promise<PresenceView> {
    const others = await this.presence.note(this.dataSource.manager, { userId: actor.id, pageId }, presenceScopeOf(actor), at);
    if (others === null) {
      throw new DomainError('record.not-found');
    }
    return { others };
  }

  /** The page is left. One that is not there is left already. */
  async leave(actor: Actor, pageId: string): Promise<void> {
    await this.presence.remove(this.dataSource.manager, { userId: actor.id, pageId });
  }
}
