import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor, AssessmentHints, CriterionHints, HintView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { DismissHintDto, RestoreHintDto } from './hint.dto';
import { HintService } from './hint.service';

@Controller('appraisals')
export class HintController {
  constructor(private readonly hints: HintService) {}

  @Get(':assessmentId/hints')
  @Allow('appraisal.read')
  ofAssessment(@CurrentActor() actor: Actor, @Param('assessmentId', RecordId) assessmentId: string): Promise<AssessmentHints> {
    return this.hints.ofAssessment(actor, assessmentId);
  }

  @Get('by-criterion/:cycleId/:groupCode/:code/hints')
  @Allow('appraisal.read')
  ofCriterion(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @Param('groupCode') groupCode: string,
    @Param('code') code: string,
  ): Promise<CriterionHints> {
    return this.hints.ofCriterion(actor, { cycleId, groupCode, code });
  }

  @Post(':assessmentId/hints/:code/dismissals')
  @HttpCode(200)
  @Allow('appraisal.decide')
  dismiss(@CurrentActor() actor: Actor, @Param('assessmentId', RecordId) assessmentId: string, @Param('code') code: string, @Body() request: DismissHintDto): Promise<HintView> {
    return this.hints.dismiss(actor, { assessmentId, code, request });
  }

  @Post(':assessmentId/hints/:code/restorations')
  @HttpCode(200)
  @Allow('appraisal.decide')
  restore(@CurrentActor() actor: Actor, @Param('assessmentId', RecordId) assessmentId: string, @Param('code') code: string, @Body() request: RestoreHintDto): Promise<HintView> {
    return this.hints.restore(actor, { assessmentId, code, request });
  }
}
