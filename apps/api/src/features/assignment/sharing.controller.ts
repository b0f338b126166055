import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor, BalanceView, DepartmentBalance, ShareView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { ShareDto } from './assignment.dto';
import { PreviewQueryDto } from './assignment-query.dto';
import { Balances } from './balance.service';
import { SharingService } from './sharing.service';

/** Who of an appraising agency decides what, and how much of it. */
@Controller('cycles/:cycleId')
export class SharingController {
  constructor(
    private readonly sharing: SharingService,
    private readonly balances: Balances,
  ) {}

  @Get('balance')
  @Allow('assignment.read')
  list(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string): Promise<readonly DepartmentBalance[]> {
    return this.balances.list(actor, cycleId);
  }

  @Get('balance/:agencyId')
  @Allow('assignment.read')
  get(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Param('agencyId', RecordId) agencyId: string): Promise<BalanceView> {
    return this.balances.get(actor, cycleId, agencyId);
  }

  @Post('sharing')
  @HttpCode(200)
  @Allow('assignment.share')
  share(@CurrentActor() actor: Actor, @Param('cycleId', RecordId) cycleId: string, @Query() { dryRun }: PreviewQueryDto, @Body() body: ShareDto): Promise<ShareView> {
    return dryRun === 'true' ? this.sharing.preview(actor, cycleId, body) : this.sharing.share(actor, cycleId, body);
  }
}
