import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../platform/database/domain-events';
import { FORGET_AFTER } from './sign-in-delay';

/** Days for which a spent or expired link can still be told from one that never was. */
const LINKS_KEPT_DAYS = 30;

/** Forgets, with each tick of the clock, what opens nothing and slows nobody down any more. The audit trail remembers. */
@Injectable()
export class HousekeepingService implements OnModuleInit {
  constructor(private readonly events: DomainEvents) {}

  onModuleInit(): void {
    this.events.on('clock.ticked', ({ em }) => this.tidy(em));
  }

  private async tidy(em: EntityManager): Promise<void> {
    await em.query('delete from session where expires_at <= now() or ends_at <= now()');
    await em.query('delete from sign_in_attempt where greatest(last_at, waits_until) < now() - make_interval(secs => $1)', [FORGET_AFTER]);
    await em.query('delete from credential_link where least(expires_at, spent_at) < now() - make_interval(days => $1)', [LINKS_KEPT_DAYS]);
  }
}
