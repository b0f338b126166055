import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, BlindCandidatesView, BlindFiguresView, BlindSummary, CouncilItemView, CouncilView, Page } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { AssignBlindDto, BlindQueryDto, BlindSettingDto, GiveBlindDto, WithdrawBlindDto } from './blind.dto';
import { BlindReading } from './blind-reading.service';
import { BlindService } from './blind.service';

@Controller()
export class BlindController {
  constructor(
    private readonly reading: BlindReading,
    private readonly blind: BlindService,
  ) {}

  @Put('cycles/:cycleId/blind-setting')
  @Allow('council.assign')
  set(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @IfMatch() version: number, @Body() body: BlindSettingDto): Promise<CouncilView> {
    return this.blind.set(actor, cycleId, version, body);
  }

  @Get('cycles/:cycleId/blind-appraisals')
  @Allow('council.read')
  list(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Query() query: BlindQueryDto): Promise<Page<BlindSummary>> {
    return this.reading.list(actor, { cycleId, mine: query.mine === 'true', slice: sliceOf(query) });
  }

  /** Over what both have appraised: home affairs and the chair alone. */
  @Get('cycles/:cycleId/blind-figures')
  @Allow('council.assign')
  figures(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string): Promise<BlindFiguresView> {
    return this.reading.figures(actor, cycleId);
  }

  @Get('council-items/:id/blind-candidates')
  @Allow('council.assign')
  candidates(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<BlindCandidatesView> {
    return this.reading.candidates(actor, id);
  }

  @Post('council-items/:id/blind-appraisal')
  @HttpCode(201)
  @Allow('council.assign')
  assign(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { memberIds }: AssignBlindDto): Promise<CouncilItemView> {
    return this.blind.assign(actor, id, memberIds);
  }

  @Post('council-items/:id/blind-opinion')
  @HttpCode(201)
  @Allow('council.vote')
  give(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: GiveBlindDto): Promise<CouncilItemView> {
    return this.blind.give(actor, id, body);
  }

  @Post('council-items/:id/blind-withdrawal')
  @HttpCode(200)
  @Allow('council.assign')
  withdraw(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { reason }: WithdrawBlindDto): Promise<CouncilItemView> {
    return this.blind.withdraw(actor, id, version, reason);
  }
}
