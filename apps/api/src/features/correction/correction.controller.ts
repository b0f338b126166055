import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor, CorrectionView, ReplayView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { CorrectSetDto, ReplayQueryDto } from './correction.dto';
import { CorrectionService } from './correction.service';
import { ReplayService } from './replay.service';

@Controller()
export class CorrectionController {
  constructor(
    private readonly replays: ReplayService,
    private readonly corrections: CorrectionService,
  ) {}

  @Get('criteria-sets/:id/replay')
  @Allow('criteria-set.edit')
  replay(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() { cycleId }: ReplayQueryDto): Promise<ReplayView> {
    return this.replays.get(actor, id, cycleId);
  }

  @Get('cycles/:cycleId/criteria-corrections')
  @Allow('criteria-set.edit')
  list(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string): Promise<readonly CorrectionView[]> {
    return this.corrections.list(actor, cycleId);
  }

  @Post('cycles/:cycleId/criteria-corrections')
  @HttpCode(200)
  @Allow('criteria-set.edit')
  correct(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @IfMatch() version: number, @Body() body: CorrectSetDto): Promise<CorrectionView> {
    return this.corrections.correct(actor, { cycleId, version }, body);
  }
}
