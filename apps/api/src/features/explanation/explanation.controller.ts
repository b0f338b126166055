import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { Actor, ExplanationEntry, ExplanationRevisionView, ExplanationView, ThreadView } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { SaveExplanationDto, WriteRemarkDto } from './explanation.dto';
import { ExplanationReading } from './explanation-reading.service';
import { ExplanationService } from './explanation.service';
import { RemarkService } from './remark.service';

/** The explanation round. It is submitted, as every move of an assessment, by `POST /assessments/:id/transitions`. */
@Controller('assessments')
export class ExplanationController {
  constructor(
    private readonly reading: ExplanationReading,
    private readonly explanations: ExplanationService,
    private readonly remarks: RemarkService,
  ) {}

  @Get(':id/explanation')
  @Allow('assessment.read')
  async get(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Res({ passthrough: true }) response: Response): Promise<ExplanationView> {
    const view = await this.reading.get(actor, id);
    setEtag(response, view.version);
    return view;
  }

  @Get(':id/explanations/:code/history')
  @Allow('assessment.read')
  history(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('code') code: string): Promise<readonly ExplanationRevisionView[]> {
    return this.reading.history(actor, id, code);
  }

  @Put(':id/explanations/:code')
  @Allow('explanation.edit')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) assessmentId: string,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() body: SaveExplanationDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ExplanationEntry> {
    const entry = await this.explanations.save(actor, { assessmentId, code, version }, body);
    setEtag(response, entry.version);
    return entry;
  }

  @Get(':id/criteria/:code/remarks')
  @Allow('assessment.read')
  thread(@CurrentActor() actor: Actor, @Param('id', RecordId) assessmentId: string, @Param('code') code: string): Promise<ThreadView> {
    return this.remarks.thread(actor, { assessmentId, code });
  }

  @Post(':id/criteria/:code/remarks')
  @HttpCode(201)
  @Allow('remark.write')
  write(@CurrentActor() actor: Actor, @Param('id', RecordId) assessmentId: string, @Param('code') code: string, @Body() body: WriteRemarkDto): Promise<ThreadView> {
    return this.remarks.write(actor, { assessmentId, code }, body);
  }
}
