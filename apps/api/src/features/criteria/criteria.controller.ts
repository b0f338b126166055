import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Actor, CriteriaSetCheckView, CriteriaSetSummary, CriteriaSetView } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { setEtag } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { CriteriaService } from './criteria.service';

@Controller('criteria-sets')
export class CriteriaController {
  constructor(private readonly criteria: CriteriaService) {}

  @Get()
  @Allow('criteria-set.read')
  list(): Promise<readonly CriteriaSetSummary[]> {
    return this.criteria.list();
  }

  @Get(':id')
  @Allow('criteria-set.read')
  async get(@Param('id', RecordId) id: string, @Res({ passthrough: true }) response: Response): Promise<CriteriaSetView> {
    const view = await this.criteria.get(id);
    setEtag(response, view.version);
    return view;
  }

  /** The body is whatever JSON it is: the library's checks say what is wrong with it, field by field. */
  @Post('check')
  @HttpCode(200)
  @Allow('criteria-set.edit')
  check(@Body() document: unknown): CriteriaSetCheckView {
    return this.criteria.check(document);
  }

  @Post()
  @Allow('criteria-set.edit')
  async load(@CurrentActor() actor: Actor, @Body() document: unknown, @Res({ passthrough: true }) response: Response): Promise<CriteriaSetView> {
    const view = await this.criteria.load(actor, document);
    setEtag(response, view.version);
    return view;
  }
}
