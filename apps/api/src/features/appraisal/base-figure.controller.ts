import { Body, Controller, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { Actor, AppraisalLayerView, ImportedBaseFigures } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { BaseFigureDto, ImportBaseFiguresDto } from './appraisal.dto';
import { BaseFigureService } from './base-figure.service';
import { type CriterionKey, CriterionKeyOf } from './criterion-key';

/** Accepted figures of survey and imported criteria. Appraisers come in for the sake of the substitute of the lead agency. */
@Controller()
export class BaseFigureController {
  constructor(private readonly figures: BaseFigureService) {}

  @Put('assessments/:assessmentId/base-figures/:code')
  @Allow('base-figure.edit', 'appraisal.decide')
  async enter(
    @CurrentActor() actor: Actor,
    @Param(CriterionKeyOf) key: CriterionKey,
    @IfMatch() version: number,
    @Body() request: BaseFigureDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AppraisalLayerView> {
    const layer = await this.figures.enter(actor, { ...key, version, request });
    setEtag(response, layer.version);
    return layer;
  }

  @Post('cycles/:cycleId/base-figures/:code')
  @HttpCode(200)
  @Allow('base-figure.edit', 'appraisal.decide')
  import(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @Param('code') code: string,
    @Body() request: ImportBaseFiguresDto,
  ): Promise<ImportedBaseFigures> {
    return this.figures.import(actor, { cycleId, code }, request);
  }
}
