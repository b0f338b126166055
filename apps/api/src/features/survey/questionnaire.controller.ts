import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, Page, QuestionnaireCheck, QuestionnaireSummary, QuestionnaireView, RespondentGroupView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { PageQueryDto, sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { CreateRespondentGroupDto, EditRespondentGroupDto, WriteQuestionnaireDto } from './survey.dto';
import { Questionnaires } from './questionnaire.service';
import { RespondentGroups } from './respondent-group.service';

/** What is asked, and who can be asked. */
@Controller()
export class QuestionnaireController {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly groups: RespondentGroups,
  ) {}

  @Get('respondent-groups')
  @Allow('survey.read')
  listGroups(): Promise<readonly RespondentGroupView[]> {
    return this.groups.list();
  }

  @Post('respondent-groups')
  @Allow('survey.edit')
  createGroup(@CurrentActor() actor: Actor, @Body() request: CreateRespondentGroupDto): Promise<RespondentGroupView> {
    return this.groups.create(actor, request);
  }

  @Put('respondent-groups/:code')
  @Allow('survey.edit')
  editGroup(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() request: EditRespondentGroupDto): Promise<RespondentGroupView> {
    return this.groups.edit(actor, code, request);
  }

  @Get('survey-questionnaires')
  @Allow('survey.read')
  list(@Query() query: PageQueryDto): Promise<Page<QuestionnaireSummary>> {
    return this.questionnaires.list(sliceOf(query));
  }

  @Post('survey-questionnaires/check')
  @HttpCode(200)
  @Allow('survey.edit')
  check(@Body() { document }: WriteQuestionnaireDto): QuestionnaireCheck {
    return this.questionnaires.check(document);
  }

  @Get('survey-questionnaires/:id')
  @Versioned()
  @Allow('survey.read')
  get(@Param('id', RecordId) id: string): Promise<QuestionnaireView> {
    return this.questionnaires.get(id);
  }

  @Post('survey-questionnaires')
  @Versioned()
  @Allow('survey.edit')
  create(@CurrentActor() actor: Actor, @Body() request: WriteQuestionnaireDto): Promise<QuestionnaireView> {
    return this.questionnaires.create(actor, request);
  }

  @Put('survey-questionnaires/:id')
  @Versioned()
  @Allow('survey.edit')
  edit(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() request: WriteQuestionnaireDto): Promise<QuestionnaireView> {
    return this.questionnaires.edit(actor, id, version, request);
  }

  @Post('survey-questionnaires/:id/issue')
  @HttpCode(200)
  @Versioned()
  @Allow('survey.edit')
  issue(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<QuestionnaireView> {
    return this.questionnaires.issue(actor, id, version);
  }
}
