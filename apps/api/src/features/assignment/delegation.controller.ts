import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor, DelegationChoice, DelegationView, Page } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { DelegateDto, DelegationQueryDto, RevokeDelegationDto } from './delegation.dto';
import { DelegationService } from './delegation.service';

@Controller('delegations')
export class DelegationController {
  constructor(private readonly delegations: DelegationService) {}

  /** For everybody: one may stand in for somebody without having anything to delegate. */
  @Get()
  @Allow('account.own')
  list(@CurrentActor() actor: Actor, @Query() query: DelegationQueryDto): Promise<Page<DelegationView>> {
    return this.delegations.list(actor, query);
  }

  @Get('choices')
  @Allow('delegation.edit')
  choices(@CurrentActor() actor: Actor): Promise<readonly DelegationChoice[]> {
    return this.delegations.choices(actor);
  }

  @Post()
  @Allow('delegation.edit')
  @Versioned()
  delegate(@CurrentActor() actor: Actor, @Body() body: DelegateDto): Promise<DelegationView> {
    return this.delegations.delegate(actor, body);
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Allow('delegation.edit')
  @Versioned()
  revoke(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { reason }: RevokeDelegationDto): Promise<DelegationView> {
    return this.delegations.revoke(actor, id, version, reason);
  }
}
