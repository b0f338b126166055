import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { Actor, ConcludedView, CouncilItemSummary, CouncilItemView, CouncilView, Page, ReferredView } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { CloseItemDto, CouncilQueryDto, ProposeDto, ReferDto, VoteDto } from './council.dto';
import { CouncilReading } from './council-reading.service';
import { CouncilService } from './council.service';

@Controller()
export class CouncilController {
  constructor(
    private readonly reading: CouncilReading,
    private readonly council: CouncilService,
  ) {}

  @Get('cycles/:cycleId/council')
  @Allow('council.read')
  sitting(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string): Promise<CouncilView> {
    return this.reading.sitting(actor, cycleId);
  }

  @Get('cycles/:cycleId/council-items')
  @Allow('council.read')
  list(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Query() query: CouncilQueryDto): Promise<Page<CouncilItemSummary>> {
    return this.reading.list(actor, { cycleId, state: query.state ?? null, blind: query.blind ?? null, search: query.search ?? null, slice: sliceOf(query) });
  }

  @Post('cycles/:cycleId/council/conclusion')
  @HttpCode(200)
  @Allow('council.close')
  conclude(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string): Promise<ConcludedView> {
    return this.council.concludeAll(actor, cycleId);
  }

  @Get('council-items/:id')
  @Allow('council.read')
  async get(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Res({ passthrough: true }) response: Response): Promise<CouncilItemView> {
    return tagged(response, await this.reading.get(actor, id));
  }

  @Post('council-items/:id/proposals')
  @HttpCode(201)
  @Allow('council.vote')
  propose(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: ProposeDto): Promise<CouncilItemView> {
    return this.council.propose(actor, id, body);
  }

  @Put('council-items/:id/vote')
  @Allow('council.vote')
  vote(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { proposalId }: VoteDto): Promise<CouncilItemView> {
    return this.council.vote(actor, id, version, proposalId);
  }

  /** By the chair, or the member who leads in the chair's place. */
  @Post('council-items/:id/closing')
  @HttpCode(200)
  @Allow('council.vote')
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Body() body: CloseItemDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CouncilItemView> {
    return tagged(response, await this.council.close(actor, id, version, body));
  }

  @Post('assessments/:id/criteria/:code/referral')
  @HttpCode(201)
  @Allow('appraisal.decide')
  refer(@CurrentActor() actor: Actor, @Param('id', RecordId) assessmentId: string, @Param('code') code: string, @Body() { reason }: ReferDto): Promise<ReferredView> {
    return this.council.refer(actor, { assessmentId, code }, reason);
  }
}

function tagged(response: Response, view: CouncilItemView): CouncilItemView {
  setEtag(response, view.version);
  return view;
}
