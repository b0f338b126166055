import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, CycleView, Page, PhasePreview, ProgressRow, ProgressSummary } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { CreateCycleDto, EditCycleDto, OpenPhaseDto } from './cycle.dto';
import { CycleService } from './cycle.service';
import { PhaseService } from './phase.service';
import { ProgressQueryDto } from './progress.dto';
import { ProgressService } from './progress.service';

@Controller('cycles')
export class CycleController {
  constructor(
    private readonly cycles: CycleService,
    private readonly phases: PhaseService,
    private readonly progress: ProgressService,
  ) {}

  @Get()
  @Allow('cycle.read')
  list(@CurrentActor() actor: Actor): Promise<readonly CycleView[]> {
    return this.cycles.list(actor);
  }

  @Post()
  @Allow('cycle.edit')
  @Versioned()
  create(@CurrentActor() actor: Actor, @Body() body: CreateCycleDto): Promise<CycleView> {
    return this.cycles.create(actor, body);
  }

  @Get(':id')
  @Allow('cycle.read')
  @Versioned()
  get(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CycleView> {
    return this.cycles.get(actor, id);
  }

  @Put(':id')
  @Allow('cycle.edit')
  @Versioned()
  edit(
    @Param('id', RecordId) id: string,
    @Body() body: EditCycleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
  ): Promise<CycleView> {
    return this.cycles.edit(actor, id, version, body);
  }

  @Get(':id/phase-preview')
  @Allow('cycle.edit')
  preview(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<PhasePreview> {
    return this.phases.preview(actor, id);
  }

  @Post(':id/phase')
  @HttpCode(200)
  @Allow('cycle.edit')
  @Versioned()
  open(
    @Param('id', RecordId) id: string,
    @Body() body: OpenPhaseDto,
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
  ): Promise<CycleView> {
    return this.phases.open(actor, id, version, body);
  }

  @Get(':id/progress')
  @Allow('assessment.oversee', 'result.read-provisional')
  listProgress(@Param('id', RecordId) id: string, @Query() query: ProgressQueryDto): Promise<Page<ProgressRow>> {
    return this.progress.list(id, query);
  }

  @Get(':id/progress/summary')
  @Allow('assessment.oversee', 'result.read-provisional')
  summarise(@Param('id', RecordId) id: string): Promise<ProgressSummary> {
    return this.progress.summary(id);
  }
}
