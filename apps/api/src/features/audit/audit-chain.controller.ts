import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor, AuditChainView, AuditCheckView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { AuditChecks } from './audit-check.service';

/** Whether the log is whole: for those who run the system and those who publish its results. Nothing of any line is told but where it stands. */
@Controller()
export class AuditChainController {
  constructor(private readonly checks: AuditChecks) {}

  @Get('audit-chain')
  @Allow('audit.check')
  getChain(): Promise<AuditChainView> {
    return this.checks.getChain();
  }

  @Post('audit-checks')
  @Allow('audit.check')
  ask(@CurrentActor() actor: Actor): Promise<AuditCheckView> {
    return this.checks.ask(actor);
  }

  @Get('audit-checks/:id')
  @Allow('audit.check')
  get(@Param('id', RecordId) id: string): Promise<AuditCheckView> {
    return this.checks.get(id);
  }

  @Post('audit-checks/:id/cancellation')
  @HttpCode(200)
  @Allow('audit.check')
  cancel(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<AuditCheckView> {
    return this.checks.cancel(actor, id);
  }
}
