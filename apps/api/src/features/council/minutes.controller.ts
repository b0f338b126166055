import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Actor } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { MinutesQueryDto } from './minutes.dto';
import { type MinutesFormat, MinutesService } from './minutes.service';

const MEDIA_TYPES: Readonly<Record<MinutesFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

@Controller('cycles/:cycleId/council/minutes')
export class MinutesController {
  constructor(private readonly minutes: MinutesService) {}

  @Get()
  @Allow('council.read')
  async download(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @Query() { format }: MinutesQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const { name, bytes } = await this.minutes.write(actor, cycleId, format);
    response.attachment(name).setHeader('Content-Type', MEDIA_TYPES[format]).end(bytes);
  }
}
