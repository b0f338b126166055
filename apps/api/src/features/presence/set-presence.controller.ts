import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import type { Actor, SetPresenceView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { SetHeartbeatDto } from './presence.dto';
import { SetPresenceService } from './set-presence.service';

@Controller('criteria-sets/:id/presence')
export class SetPresenceController {
  constructor(private readonly presence: SetPresenceService) {}

  @Put(':pageId')
  @Allow('criteria-set.edit')
  note(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('pageId', RecordId) pageId: string, @Body() body: SetHeartbeatDto): Promise<SetPresenceView> {
    return this.presence.note(actor, pageId, id, body);
  }

  @Delete(':pageId')
  @HttpCode(204)
  @Allow('criteria-set.edit')
  leave(@CurrentActor() actor: Actor, @Param('pageId', RecordId) pageId: string): Promise<void> {
    return this.presence.leave(actor, pageId);
  }
}
