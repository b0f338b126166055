import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor, ExternalImportView, ExternalResultView, FreeTextView, Page, PaperFigures, SurveyResults, SuspicionsView } from '@par-index/contract';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { receiveBytes } from '../../platform/http/multipart';
import { sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { ExternalResults } from './external-result.service';
import { FormExport } from './form-export.service';
import { FormReview } from './form-review.service';
import { PaperForms } from './paper.service';
import { SurveyResultService } from './result.service';
import { DryRunQueryDto, ExcludeFormDto, PaperEntryDto, ResultsQueryDto, TextsQueryDto } from './survey.dto';
import { MOST_SHEET_BYTES, workbookAnswer, XLSX } from './workbook-answer';

/** What a campaign comes to: results and single forms. */
@Controller('survey-campaigns/:id')
export class SurveyResultController {
  constructor(
    private readonly results: SurveyResultService,
    private readonly review: FormReview,
    private readonly formExport: FormExport,
    private readonly papers: PaperForms,
    private readonly external: ExternalResults,
  ) {}

  @Get('results')
  @Allow('survey.read')
  get(@Param('id', RecordId) id: string, @Query() { officeId, groupCode }: ResultsQueryDto): Promise<SurveyResults> {
    return this.results.get(id, { officeId: officeId ?? null, groupCode: groupCode ?? null });
  }

  @Get('results.xlsx')
  @Allow('survey.read')
  async workbook(@Param('id', RecordId) id: string, @Query() { officeId, groupCode }: ResultsQueryDto): Promise<StreamableFile> {
    return workbookAnswer(await this.results.workbook(id, { officeId: officeId ?? null, groupCode: groupCode ?? null }), 'ket-qua-khao-sat.xlsx');
  }

  /** Written while it is read; a failure in the middle cuts the answer. */
  @Get('forms.xlsx')
  @Allow('survey.edit')
  async export(@Param('id', RecordId) id: string, @Res() response: Response): Promise<void> {
    await this.formExport.titleOf(id);
    response.setHeader('Content-Type', XLSX).setHeader('Content-Disposition', `attachment; filename="phieu-khao-sat.xlsx"`);
    await this.formExport.write(id, response);
  }

  @Get('texts')
  @Allow('survey.read')
  texts(@Param('id', RecordId) id: string, @Query() query: TextsQueryDto): Promise<Page<FreeTextView>> {
    return this.review.texts(id, { question: query.question ?? null, search: query.search ?? null }, sliceOf(query));
  }

  @Get('suspicions')
  @Allow('survey.edit')
  suspicions(@Param('id', RecordId) id: string): Promise<SuspicionsView> {
    return this.review.suspicions(id);
  }

  @Post('forms/:formId/exclusion')
  @HttpCode(200)
  @Allow('survey.edit')
  exclude(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('formId', RecordId) formId: string, @Body() { reason }: ExcludeFormDto): Promise<SuspicionsView> {
    return this.review.exclude(actor, id, formId, reason);
  }

  @Post('forms/:formId/restoration')
  @HttpCode(200)
  @Allow('survey.edit')
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('formId', RecordId) formId: string, @Body() { reason }: ExcludeFormDto): Promise<SuspicionsView> {
    return this.review.restore(actor, id, formId, reason);
  }

  @Put('paper-forms/:number/entries/:pass')
  @Allow('survey.edit')
  enterPaper(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) campaignId: string,
    @Param('number') number: string,
    @Param('pass', ParseIntPipe) pass: number,
    @Body() request: PaperEntryDto,
  ): Promise<PaperFigures> {
    return this.papers.enter(actor, { campaignId, number, pass }, request);
  }

  @Get('paper-figures')
  @Allow('survey.read')
  paperFigures(@Param('id', RecordId) id: string): Promise<PaperFigures> {
    return this.papers.figures(id);
  }

  @Get('external-results')
  @Allow('survey.read')
  listExternal(@Param('id', RecordId) id: string): Promise<readonly ExternalResultView[]> {
    return this.external.list(id);
  }

  @Post('external-results/import')
  @HttpCode(200)
  @Allow('survey.edit')
  async importExternal(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() { dryRun }: DryRunQueryDto, @Req() request: Request): Promise<ExternalImportView> {
    return this.external.import(actor, id, { file: await receiveBytes(request, MOST_SHEET_BYTES), mode: dryRun ? 'dry-run' : 'write' });
  }

  @Get('external-results/template')
  @Allow('survey.edit')
  async externalTemplate(): Promise<StreamableFile> {
    return workbookAnswer(await this.external.template(), 'ket-qua-khao-sat.xlsx');
  }
}
