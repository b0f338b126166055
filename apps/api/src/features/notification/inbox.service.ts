import { Injectable } from '@nestjs/common';
import {
  type Actor,
  NOTIFICATION_KINDS,
  type NotificationCount,
  type NotificationPage,
  type NotificationPreference,
  type NotificationPreferencesView,
  type NotificationQuery,
  type NotificationView,
  STANDARD_DELIVERY,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { InboxRepository, type InboxRow } from './inbox.repository';

/** The own inbox, and how one wants to be told. Nobody reads anybody else's. */
@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: InboxRepository,
  ) {}

  /** Two statements, however many there are. */
  async list(actor: Actor, query: NotificationQuery): Promise<NotificationPage> {
    const em = this.dataSource.manager;
    const slice = sliceOf(query);
    const { total, unread } = await this.inbox.count(em, actor.id);
    const rows = await this.inbox.list(em, actor.id, query.unread ? 'unread' : 'all', slice);
    return { ...pageOf(rows.map(toView), query.unread ? unread : total, slice), unread };
  }

  async count(actor: Actor): Promise<NotificationCount> {
    return { unread: await this.inbox.countUnread(this.dataSource.manager, actor.id) };
  }

  /** Reading is nobody else's business: it leaves no line in the audit log. */
  async read(actor: Actor, id: string): Promise<void> {
    if (!(await this.inbox.markRead(this.dataSource.manager, actor.id, id))) {
      throw new DomainError('record.not-found');
    }
  }

  async readAll(actor: Actor, upTo: string): Promise<void> {
    await this.inbox.markAllRead(this.dataSource.manager, actor.id, upTo);
  }

  preferences(actor: Actor): Promise<NotificationPreferencesView> {
    return this.preferencesOf(this.dataSource.manager, actor);
  }

  /** For what is told from now on. */
  choose(actor: Actor, preferences: readonly NotificationPreference[]): Promise<NotificationPreferencesView> {
    return this.unitOfWork.run(actor, async (tx) => {
      await this.inbox.choose(tx.em, actor.id, preferences);
      await tx.audit('notification.chosen', { id: actor.id }, { deliveries: Object.fromEntries(preferences.map(({ kind, delivery }) => [kind, delivery])) });
      return this.preferencesOf(tx.em, actor);
    });
  }

  private async preferencesOf(em: EntityManager, actor: Actor): Promise<NotificationPreferencesView> {
    const email = await this.inbox.emailOf(em, actor.id);
    const chosen = await this.inbox.chosen(em, actor.id);
    return { email, preferences: NOTIFICATION_KINDS.map((kind) => ({ kind, delivery: chosen.get(kind) ?? STANDARD_DELIVERY[kind] })) };
  }
}

const toView = ({ createdAt, readAt, ...row }: InboxRow): NotificationView => ({ ...row, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null });
