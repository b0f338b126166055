import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor, CriteriaSetCheckView, CriteriaSetSummary, CriteriaSetView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
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
  @Versioned()
  get(@Param('id', RecordId) id: string): Promise<CriteriaSetView> {
    return this.criteria.get(id);
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
  @Versioned()
  load(@CurrentActor() actor: Actor, @Body() document: unknown): Promise<CriteriaSetView> {
    return this.criteria.load(actor, document);
  }
}
