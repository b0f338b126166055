import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import type { Actor, PresenceView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { HeartbeatDto } from './presence.dto';
import { PresenceService } from './presence.service';

@Controller('presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Put(':pageId')
  @Allow('assessment.read')
  note(@CurrentActor() actor: Actor, @Param('pageId', RecordId) pageId: string, @Body() body: HeartbeatDto): Promise<PresenceView> {
    return this.presence.note(actor, pageId, body);
  }

  @Delete(':pageId')
  @HttpCode(204)
  @Allow('assessment.read')
  leave(@CurrentActor() actor: Actor, @Param('pageId', RecordId) pageId: string): Promise<void> {
    return this.presence.leave(actor, pageId);
  }
}
