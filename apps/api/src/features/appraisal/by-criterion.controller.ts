import { Body, Controller, Get, HttpCode, Injectable, Param, type PipeTransform, Post, Query } from '@nestjs/common';
import type { AcceptAcrossView, Actor, CriterionAppraisalView, CriterionChoices } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { AcceptanceAcross } from './acceptance-across.service';
import { DryRunQueryDto } from './appraisal.dto';
import { AcceptAcrossDto } from './by-criterion.dto';
import { type AcrossKey, ByCriterion } from './by-criterion.service';

/** For `@Param(AcrossKeyOf)`: what is no id names no cycle. */
@Injectable()
export class AcrossKeyOf implements PipeTransform<AcrossKey, AcrossKey> {
  private readonly recordId = new RecordId();

  transform({ cycleId, groupCode, code }: AcrossKey): AcrossKey {
    return { cycleId: this.recordId.transform(cycleId), groupCode, code };
  }
}

@Controller('appraisals/by-criterion')
export class ByCriterionController {
  constructor(
    private readonly byCriterion: ByCriterion,
    private readonly acceptance: AcceptanceAcross,
  ) {}

  @Get(':cycleId/:groupCode')
  @Allow('appraisal.read')
  choices(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Param('groupCode') groupCode: string): Promise<CriterionChoices> {
    return this.byCriterion.choices(actor, cycleId, groupCode);
  }

  @Get(':cycleId/:groupCode/:code')
  @Allow('appraisal.read')
  get(@CurrentActor() actor: Actor, @Param(AcrossKeyOf) key: AcrossKey): Promise<CriterionAppraisalView> {
    return this.byCriterion.get(actor, key);
  }

  @Post(':cycleId/:groupCode/:code/acceptance')
  @HttpCode(200)
  @Allow('appraisal.decide')
  accept(@CurrentActor() actor: Actor, @Param(AcrossKeyOf) key: AcrossKey, @Query() { dryRun }: DryRunQueryDto, @Body() request: AcceptAcrossDto): Promise<AcceptAcrossView> {
    return dryRun === 'true' ? this.acceptance.preview(actor, key, request) : this.acceptance.accept(actor, key, request);
  }
}
