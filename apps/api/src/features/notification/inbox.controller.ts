import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, NotificationCount, NotificationPage, NotificationPreferencesView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { InboxService } from './inbox.service';
import { NotificationQueryDto, ReadAllDto, SetNotificationPreferencesDto } from './notification.dto';

@Controller()
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get('notifications')
  @Allow('account.own')
  list(@CurrentActor() actor: Actor, @Query() query: NotificationQueryDto): Promise<NotificationPage> {
    return this.inbox.list(actor, query);
  }

  @Get('notifications/count')
  @Allow('account.own')
  count(@CurrentActor() actor: Actor): Promise<NotificationCount> {
    return this.inbox.count(actor);
  }

  @Post('notifications/reading')
  @HttpCode(204)
  @Allow('account.own')
  readAll(@CurrentActor() actor: Actor, @Body() { upTo }: ReadAllDto): Promise<void> {
    return this.inbox.readAll(actor, upTo);
  }

  @Post('notifications/:id/reading')
  @HttpCode(204)
  @Allow('account.own')
  read(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.inbox.read(actor, id);
  }

  @Get('account/notification-preferences')
  @Allow('account.own')
  preferences(@CurrentActor() actor: Actor): Promise<NotificationPreferencesView> {
    return this.inbox.preferences(actor);
  }

  @Put('account/notification-preferences')
  @Allow('account.own')
  choose(@CurrentActor() actor: Actor, @Body() { preferences }: SetNotificationPreferencesDto): Promise<NotificationPreferencesView> {
    return this.inbox.choose(actor, preferences);
  }
}
