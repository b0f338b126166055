import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor, MappingsView, RenewedProposals, SurveyProposalsView } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { Mappings } from './mapping.service';
import { Proposals } from './proposal.service';
import { DecideProposalsDto, WriteMappingsDto } from './survey.dto';

/** From results into the index. */
@Controller('survey-campaigns/:id')
export class ProposalController {
  constructor(
    private readonly mappings: Mappings,
    private readonly proposals: Proposals,
  ) {}

  @Get('mappings')
  @Allow('survey.read')
  getMappings(@Param('id', RecordId) id: string): Promise<MappingsView> {
    return this.mappings.get(id);
  }

  @Put('mappings')
  @Allow('survey.edit')
  writeMappings(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() request: WriteMappingsDto): Promise<MappingsView> {
    return this.mappings.write(actor, id, version, request);
  }

  /** Appraisers come in for the sake of the substitute of the lead agency. */
  @Get('proposals')
  @Allow('survey.read', 'base-figure.edit', 'appraisal.decide')
  listProposals(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<SurveyProposalsView> {
    return this.proposals.list(actor, id);
  }

  @Post('proposals/acceptance')
  @HttpCode(200)
  @Allow('base-figure.edit', 'appraisal.decide')
  accept(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() request: DecideProposalsDto): Promise<SurveyProposalsView> {
    return this.proposals.accept(actor, id, request);
  }

  @Post('proposals/rejection')
  @HttpCode(200)
  @Allow('base-figure.edit', 'appraisal.decide')
  reject(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() request: DecideProposalsDto): Promise<SurveyProposalsView> {
    return this.proposals.reject(actor, id, request);
  }

  @Post('proposals/renewal')
  @HttpCode(200)
  @Allow('survey.edit')
  renew(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<RenewedProposals> {
    return this.proposals.renew(actor, id);
  }
}
