import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { Actor, AnswerRevision, AppraisalLayerView, AssessmentSummary, AssessmentView, HistoryLine, Page, SavedAnswer } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { AnswerService } from './answer.service';
import { AssessmentReading } from './assessment-reading.service';
import { AssessmentQueryDto, MoveAssessmentDto, SaveAnswerDto } from './assessment.dto';
import { AssessmentService } from './assessment.service';

@Controller('assessments')
export class AssessmentController {
  constructor(
    private readonly reading: AssessmentReading,
    private readonly answers: AnswerService,
    private readonly assessments: AssessmentService,
  ) {}

  @Get()
  @Allow('assessment.read')
  list(@CurrentActor() actor: Actor, @Query() query: AssessmentQueryDto): Promise<Page<AssessmentSummary>> {
    return this.reading.list(actor, query);
  }

  @Get(':id')
  @Allow('assessment.read')
  async get(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Res({ passthrough: true }) response: Response): Promise<AssessmentView> {
    const view = await this.reading.get(actor, id);
    setEtag(response, view.version);
    return view;
  }

  @Get(':id/history')
  @Allow('assessment.read')
  history(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<readonly HistoryLine[]> {
    return this.reading.history(actor, id);
  }

  @Get(':id/answers/:code/history')
  @Allow('assessment.read')
  answerHistory(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('code') code: string): Promise<readonly AnswerRevision[]> {
    return this.reading.answerHistory(actor, id, code);
  }

  @Get(':id/answers/:code/decisions')
  @Allow('assessment.read')
  decisionHistory(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('code') code: string): Promise<readonly AppraisalLayerView[]> {
    return this.reading.decisionHistory(actor, id, code);
  }

  @Put(':id/answers/:code')
  @Allow('assessment.edit')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) assessmentId: string,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: SaveAnswerDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedAnswer> {
    const saved = await this.answers.save(actor, { assessmentId, code, version }, body);
    setEtag(response, saved.saved.version);
    return saved;
  }

  @Post(':id/transitions')
  @HttpCode(200)
  @Allow('assessment.edit', 'assessment.sign-off', 'assessment.oversee')
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Body() body: MoveAssessmentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AssessmentView> {
    const view = await this.assessments.move(actor, id, version, body);
    setEtag(response, view.version);
    return view;
  }
}
