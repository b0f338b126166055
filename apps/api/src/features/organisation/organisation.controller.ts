import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor, AgencyGroupView, AgencyView, Page } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { AgencyQueryDto, CreateAgencyDto, CreateAgencyGroupDto, EditAgencyDto } from './organisation.dto';
import { OrganisationService } from './organisation.service';

@Controller()
export class OrganisationController {
  constructor(private readonly organisation: OrganisationService) {}

  @Get('agency-groups')
  @Allow('agency.read')
  listGroups(): Promise<readonly AgencyGroupView[]> {
    return this.organisation.listGroups();
  }

  @Post('agency-groups')
  @Allow('agency.edit')
  createGroup(@CurrentActor() actor: Actor, @Body() body: CreateAgencyGroupDto): Promise<AgencyGroupView> {
    return this.organisation.createGroup(actor, body);
  }

  @Get('agencies')
  @Allow('agency.read')
  listAgencies(@Query() query: AgencyQueryDto): Promise<Page<AgencyView>> {
    return this.organisation.listAgencies(query);
  }

  @Get('agencies/:id')
  @Allow('agency.read')
  @Versioned()
  getAgency(@Param('id', RecordId) id: string): Promise<AgencyView> {
    return this.organisation.getAgency(id);
  }

  @Post('agencies')
  @Allow('agency.edit')
  @Versioned()
  createAgency(@CurrentActor() actor: Actor, @Body() body: CreateAgencyDto): Promise<AgencyView> {
    return this.organisation.createAgency(actor, body);
  }

  @Put('agencies/:id')
  @Allow('agency.edit')
  @Versioned()
  editAgency(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Body() body: EditAgencyDto,
  ): Promise<AgencyView> {
    return this.organisation.editAgency(actor, id, { ...body, version });
  }
}
