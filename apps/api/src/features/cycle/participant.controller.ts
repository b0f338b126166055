import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import type { Actor, ExtensionLine, ProgressRow } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { ExemptDto, ExtendDto } from './cycle.dto';
import { type ParticipantKey, ParticipantKeyOf } from './participant-key';
import { ParticipantService } from './participant.service';

/** `If-Match` and `ETag` are the participant's version. */
@Controller('cycles/:cycleId/participants/:agencyId')
export class ParticipantController {
  constructor(private readonly participants: ParticipantService) {}

  @Put('extension')
  @Allow('cycle.edit')
  async extend(
    @CurrentActor() actor: Actor,
    @Param(ParticipantKeyOf) key: ParticipantKey,
    @IfMatch() version: number,
    @Body() body: ExtendDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgressRow> {
    return tagged(response, await this.participants.extend(actor, key, version, body));
  }

  @Get('extensions')
  @Allow('assessment.oversee', 'result.read-provisional')
  extensionsOf(@Param(ParticipantKeyOf) key: ParticipantKey): Promise<readonly ExtensionLine[]> {
    return this.participants.extensionsOf(key);
  }

  @Put('exemptions')
  @Allow('cycle.edit')
  async exempt(
    @CurrentActor() actor: Actor,
    @Param(ParticipantKeyOf) key: ParticipantKey,
    @IfMatch() version: number,
    @Body() body: ExemptDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProgressRow> {
    return tagged(response, await this.participants.exempt(actor, key, version, body));
  }
}

function tagged(response: Response, row: ProgressRow): ProgressRow {
  setEtag(response, row.participantVersion);
  return row;
}
