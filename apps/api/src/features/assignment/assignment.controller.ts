import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor, AssignmentChangeView, AssignmentHistoryLine, AssignmentMatrixView, Page } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { PageQueryDto } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { ChangeAssignmentDto, ChangeSubstitutesDto } from './assignment.dto';
import { AssignmentQueryDto, PreviewQueryDto } from './assignment-query.dto';
import { AssignmentMatrix } from './assignment-matrix.service';
import { AssignmentService } from './assignment.service';

/** Which agency appraises what. A change carries the digest of its preview, in the place of a version. */
@Controller('cycles/:cycleId/assignment')
export class AssignmentController {
  constructor(
    private readonly assignment: AssignmentService,
    private readonly matrix: AssignmentMatrix,
  ) {}

  @Get()
  @Allow('assignment.read', 'council.read')
  get(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Query() { groupCode }: AssignmentQueryDto): Promise<AssignmentMatrixView> {
    return this.matrix.get(actor, cycleId, groupCode);
  }

  @Get('history')
  @Allow('assignment.edit', 'council.read')
  history(@Param('cycleId', RecordId) cycleId: string, @Query() query: PageQueryDto): Promise<Page<AssignmentHistoryLine>> {
    return this.matrix.history(cycleId, query);
  }

  @Post('changes')
  @HttpCode(200)
  @Allow('assignment.edit')
  change(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @Query() { dryRun }: PreviewQueryDto,
    @Body() body: ChangeAssignmentDto,
  ): Promise<AssignmentChangeView> {
    return dryRun === 'true' ? this.assignment.previewChange(actor, cycleId, body) : this.assignment.changeAppraisers(actor, cycleId, body);
  }

  @Post('substitutes')
  @HttpCode(200)
  @Allow('assignment.edit')
  substitute(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @Query() { dryRun }: PreviewQueryDto,
    @Body() body: ChangeSubstitutesDto,
  ): Promise<AssignmentChangeView> {
    return dryRun === 'true' ? this.assignment.previewSubstitutes(actor, cycleId, body) : this.assignment.changeSubstitutes(actor, cycleId, body);
  }
}
