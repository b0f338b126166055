import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Actor, CriteriaSetCheckView, CriteriaSetSummary, CriteriaSetView, SetDifferenceView } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { CriteriaService } from './criteria.service';
import { DifferenceService } from './difference.service';
import { CriteriaSetQueryDto, DifferenceQueryDto } from './draft.dto';

@Controller('criteria-sets')
export class CriteriaController {
  constructor(
    private readonly criteria: CriteriaService,
    private readonly differences: DifferenceService,
  ) {}

  @Get()
  @Allow('criteria-set.read')
  list(@CurrentActor() actor: Actor, @Query() query: CriteriaSetQueryDto): Promise<readonly CriteriaSetSummary[]> {
    return this.criteria.list(actor, query);
  }

  @Get(':id')
  @Allow('criteria-set.read')
  @Versioned()
  get(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CriteriaSetView> {
    return this.criteria.get(actor, id);
  }

  /** The document alone, as it is loaded again. */
  @Get(':id/document.json')
  @Allow('criteria-set.read')
  @ApiProduces('application/json')
  async download(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Res() response: Response): Promise<void> {
    const { document, code, versionNumber } = await this.criteria.get(actor, id);
    const name = `${code.replace(/[^A-Za-z0-9.-]+/g, '-') || 'bo-tieu-chi'}${versionNumber === 0 ? '-nhap' : `-v${versionNumber}`}.json`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`).type('application/json').send(`${JSON.stringify(document, null, 2)}\n`);
  }

  @Get(':id/difference')
  @Allow('criteria-set.read')
  difference(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() { with: other }: DifferenceQueryDto): Promise<SetDifferenceView> {
    return this.differences.get(actor, id, other);
  }

  /** The body is whatever JSON it is: the library's checks say what is wrong with it, field by field. */
  @Post('check')
  @HttpCode(200)
  @Allow('criteria-set.edit')
  check(@Body() document: unknown): Promise<CriteriaSetCheckView> {
    return this.criteria.check(document);
  }

  @Post()
  @Allow('criteria-set.edit')
  @Versioned()
  load(@CurrentActor() actor: Actor, @Body() document: unknown): Promise<CriteriaSetView> {
    return this.criteria.load(actor, document);
  }
}
