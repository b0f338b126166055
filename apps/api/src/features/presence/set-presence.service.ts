import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor, SetHeartbeatRequest, SetPresenceView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import { DomainError } from '../../platform/problem/domain-error';
import { SetPresenceRepository } from './set-presence.repository';

/** Who has a criteria set open now. No command, as `PresenceService` is none. */
@Injectable()
export class SetPresenceService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly presence: SetPresenceRepository,
  ) {}

  onModuleInit(): void {
    this.events.on('clock.ticked', ({ em }) => this.presence.removeGone(em));
  }

  /** Refuses a set that is not there with `record.not-found`. */
  async note(actor: Actor, pageId: string, setId: string, at: SetHeartbeatRequest): Promise<SetPresenceView> {
    const others = await this.presence.note(this.dataSource.manager, { userId: actor.id, pageId }, setId, at);
    if (others === null) {
      throw new DomainError('record.not-found');
    }
    return { others };
  }

  async leave(actor: Actor, pageId: string): Promise<void> {
    await this.presence.remove(this.dataSource.manager, { userId: actor.id, pageId });
  }
}
