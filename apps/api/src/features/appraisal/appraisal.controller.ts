import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { AcceptRestView, Actor, AppraisalSummary, AppraisalView, ClosedAppraisalView, DecidedView, Page } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { AcceptRestDto, AppraisalQueryDto, CloseAppraisalDto, DecideDto, DryRunQueryDto } from './appraisal.dto';
import { AppraisalService } from './appraisal.service';
import { AppraisalViews } from './appraisal-view.service';
import { type CriterionKey, CriterionKeyOf } from './criterion-key';
import { Worklists } from './worklist.service';

@Controller('appraisals')
export class AppraisalController {
  constructor(
    private readonly appraisals: AppraisalService,
    private readonly views: AppraisalViews,
    private readonly worklists: Worklists,
  ) {}

  @Get()
  @Allow('appraisal.read')
  list(@CurrentActor() actor: Actor, @Query() query: AppraisalQueryDto): Promise<Page<AppraisalSummary>> {
    return this.worklists.list(actor, query);
  }

  @Get(':assessmentId')
  @Allow('appraisal.read')
  get(@CurrentActor() actor: Actor, @Param('assessmentId', RecordId) assessmentId: string): Promise<AppraisalView> {
    return this.views.get(actor, assessmentId);
  }

  /** The ETag of the answer is the version of the layer that was written. */
  @Put(':assessmentId/decisions/:code')
  @Allow('appraisal.decide')
  async decide(
    @CurrentActor() actor: Actor,
    @Param(CriterionKeyOf) key: CriterionKey,
    @IfMatch() version: number,
    @Body() request: DecideDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DecidedView> {
    const decided = await this.appraisals.decide(actor, { ...key, version, request });
    setEtag(response, decided.layer.version);
    return decided;
  }

  @Post(':assessmentId/acceptance')
  @HttpCode(200)
  @Allow('appraisal.decide')
  accept(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', RecordId) assessmentId: string,
    @Query() { dryRun }: DryRunQueryDto,
    @Body() request: AcceptRestDto,
  ): Promise<AcceptRestView> {
    return dryRun === 'true' ? this.appraisals.previewAcceptance(actor, assessmentId, request) : this.appraisals.accept(actor, assessmentId, request);
  }

  @Post(':assessmentId/closing')
  @HttpCode(200)
  @Allow('assessment.oversee')
  close(
    @CurrentActor() actor: Actor,
    @Param('assessmentId', RecordId) assessmentId: string,
    @Body() { reason }: CloseAppraisalDto,
  ): Promise<ClosedAppraisalView> {
    return this.appraisals.close(actor, assessmentId, reason);
  }
}
