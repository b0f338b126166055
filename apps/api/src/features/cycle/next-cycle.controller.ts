import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor, CycleView, NextCyclePreview, NextCycleProposal, PlannedExemptionView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { NextCycleDto, RemovePlannedExemptionDto } from './next-cycle.dto';
import { NextCycleService } from './next-cycle.service';
import { PlannedExemptions } from './planned-exemption.service';

/** The cycle of the year after, from one that there is. */
@Controller('cycles/:id')
export class NextCycleController {
  constructor(
    private readonly next: NextCycleService,
    private readonly exemptions: PlannedExemptions,
  ) {}

  @Get('next-cycle')
  @Allow('cycle.edit')
  propose(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<NextCycleProposal> {
    return this.next.propose(actor, id);
  }

  @Post('next-cycle/preview')
  @HttpCode(200)
  @Allow('cycle.edit')
  preview(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: NextCycleDto): Promise<NextCyclePreview> {
    return this.next.preview(actor, id, body);
  }

  /** Answers the cycle that was created. */
  @Post('next-cycle')
  @Allow('cycle.edit')
  @Versioned()
  create(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: NextCycleDto): Promise<CycleView> {
    return this.next.create(actor, id, body);
  }

  @Get('planned-exemptions')
  @Allow('cycle.edit')
  listExemptions(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<readonly PlannedExemptionView[]> {
    return this.exemptions.list(actor, id);
  }

  @Post('planned-exemptions/removal')
  @HttpCode(200)
  @Allow('cycle.edit')
  removeExemption(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() body: RemovePlannedExemptionDto): Promise<readonly PlannedExemptionView[]> {
    return this.exemptions.remove(actor, id, version, body);
  }
}
