import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor, AgencySheetView, EditionView, GroupResultView, PublicationCheck, VerificationView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { PublicationService } from './publication.service';
import { GroupQueryDto, PublishDto } from './result.dto';
import { ResultService } from './result.service';
import { Verification } from './verification.service';

@Controller()
export class ResultController {
  constructor(
    private readonly results: ResultService,
    private readonly publications: PublicationService,
    private readonly verification: Verification,
  ) {}

  @Get('cycles/:cycleId/results')
  @Allow('result.read-published')
  getGroup(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Query() { groupCode }: GroupQueryDto): Promise<GroupResultView> {
    return this.results.getGroup(actor, cycleId, groupCode);
  }

  @Get('cycles/:cycleId/results/agencies/:agencyId')
  @Allow('result.read-published')
  getSheet(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @Param('agencyId', RecordId) agencyId: string,
  ): Promise<AgencySheetView> {
    return this.results.getSheet(actor, cycleId, agencyId);
  }

  @Get('cycles/:cycleId/publication-check')
  @Allow('result.publish')
  check(@Param('cycleId', RecordId) cycleId: string): Promise<PublicationCheck> {
    return this.publications.check(cycleId);
  }

  /** If-Match is the cycle's version. */
  @Post('cycles/:cycleId/publication')
  @HttpCode(200)
  @Allow('result.publish')
  publish(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @IfMatch() version: number,
    @Body() request: PublishDto,
  ): Promise<EditionView> {
    return this.publications.publish(actor, cycleId, version, request);
  }

  @Get('snapshots/:snapshotId/verification')
  @Allow('result.read-provisional', 'audit.read')
  verify(@Param('snapshotId', RecordId) snapshotId: string): Promise<VerificationView> {
    return this.verification.verify(snapshotId);
  }
}
