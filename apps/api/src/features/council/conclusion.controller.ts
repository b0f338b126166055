import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, ActingChairView, CouncilAssessment, Page } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { PageQueryDto, sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { ConcludeDto, NameChairDto } from './conclusion.dto';
import { ConclusionService } from './conclusion.service';

@Controller()
export class ConclusionController {
  constructor(private readonly conclusions: ConclusionService) {}

  @Get('cycles/:cycleId/council-assessments')
  @Allow('council.read')
  list(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Query() query: PageQueryDto): Promise<Page<CouncilAssessment>> {
    return this.conclusions.list(actor, { cycleId, search: query.search ?? null, slice: sliceOf(query) });
  }

  /** By the chair, or the member who leads in the chair's place. */
  @Post('assessments/:id/council-conclusion')
  @HttpCode(200)
  @Allow('council.vote')
  conclude(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { reason }: ConcludeDto): Promise<CouncilAssessment> {
    return this.conclusions.conclude(actor, id, version, reason);
  }

  @Get('assessments/:id/acting-chair')
  @Allow('council.name-chair')
  actingChair(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ActingChairView> {
    return this.conclusions.actingChair(actor, id);
  }

  @Put('assessments/:id/acting-chair')
  @Allow('council.name-chair')
  nameChair(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() body: NameChairDto): Promise<ActingChairView> {
    return this.conclusions.nameChair(actor, id, version, body);
  }
}
