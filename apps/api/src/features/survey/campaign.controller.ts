import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import type { Actor, CampaignProgress, CampaignSummary, CampaignView, CreatedDevice, DeviceView, InvitationCode, InvitationImportView, InvitationView, OfficeImportView, Page } from '@par-index/contract';
import type { Request } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch } from '../../platform/http/if-match';
import { receiveBytes } from '../../platform/http/multipart';
import { Origin } from '../../platform/http/origin';
import { PageQueryDto, sliceOf } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { CampaignCourse } from './campaign-course.service';
import { Campaigns } from './campaign.service';
import { Devices } from './device.service';
import { Invitations } from './invitation.service';
import { Offices } from './office.service';
import { Posters } from './poster.service';
import { CampaignQueryDto, CloseCampaignDto, CreateDeviceDto, DryRunQueryDto, InvitationImportQueryDto, ReissueInvitationDto, WriteCampaignDto, WriteOfficesDto } from './survey.dto';
import { MOST_SHEET_BYTES, workbookAnswer } from './workbook-answer';

/** Campaigns: what they ask, whom and when, and how they go. */
@Controller('survey-campaigns')
export class CampaignController {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly course: CampaignCourse,
    private readonly offices: Offices,
    private readonly invitations: Invitations,
    private readonly devices: Devices,
    private readonly posters: Posters,
  ) {}

  @Get()
  @Allow('survey.read')
  list(@Query() query: CampaignQueryDto): Promise<Page<CampaignSummary>> {
    return this.campaigns.list(sliceOf(query), query.search ?? null, query.state ?? null);
  }

  @Post()
  @Versioned()
  @Allow('survey.edit')
  create(@CurrentActor() actor: Actor, @Body() request: WriteCampaignDto): Promise<CampaignView> {
    return this.campaigns.create(actor, request);
  }

  @Get(':id')
  @Versioned()
  @Allow('survey.read')
  get(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CampaignView> {
    return this.campaigns.get(actor, id);
  }

  @Put(':id')
  @Versioned()
  @Allow('survey.edit')
  edit(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() request: WriteCampaignDto): Promise<CampaignView> {
    return this.campaigns.edit(actor, id, version, request);
  }

  @Post(':id/opening')
  @HttpCode(200)
  @Versioned()
  @Allow('survey.edit')
  open(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<CampaignView> {
    return this.course.open(actor, id, version);
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Versioned()
  @Allow('survey.edit')
  close(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { reason }: CloseCampaignDto): Promise<CampaignView> {
    return this.course.close(actor, id, version, reason);
  }

  @Get(':id/progress')
  @Allow('survey.read')
  progress(@Param('id', RecordId) id: string): Promise<CampaignProgress> {
    return this.campaigns.progress(id);
  }

  @Put(':id/offices')
  @Versioned()
  @Allow('survey.edit')
  writeOffices(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() request: WriteOfficesDto): Promise<CampaignView> {
    return this.offices.write(actor, id, version, request);
  }

  @Post(':id/offices/import')
  @HttpCode(200)
  @Allow('survey.edit')
  async importOffices(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Query() { dryRun }: DryRunQueryDto,
    @Req() request: Request,
  ): Promise<OfficeImportView> {
    return this.offices.import(actor, id, { file: await receiveBytes(request, MOST_SHEET_BYTES), mode: dryRun ? 'dry-run' : 'write', version });
  }

  @Get(':id/offices/template')
  @Allow('survey.edit')
  async officeTemplate(): Promise<StreamableFile> {
    return workbookAnswer(await this.offices.template(), 'co-quan-khao-sat.xlsx');
  }

  @Get(':id/offices/:officeId/poster.pdf')
  @Allow('survey.read')
  async poster(@Param('id', RecordId) id: string, @Param('officeId', RecordId) officeId: string, @Origin() origin: string): Promise<StreamableFile> {
    const { bytes, linkCode } = await this.posters.poster(id, officeId, origin);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="khao-sat-${linkCode}.pdf"` });
  }

  @Get(':id/offices/:officeId/code.svg')
  @Allow('survey.read')
  async code(@Param('id', RecordId) id: string, @Param('officeId', RecordId) officeId: string, @Origin() origin: string): Promise<StreamableFile> {
    return new StreamableFile(await this.posters.code(id, officeId, origin), { type: 'image/svg+xml' });
  }

  @Get(':id/invitations')
  @Allow('survey.edit')
  listInvitations(@Param('id', RecordId) id: string, @Query() query: PageQueryDto): Promise<Page<InvitationView>> {
    return this.invitations.list(id, sliceOf(query), query.search ?? null);
  }

  @Post(':id/invitations/import')
  @HttpCode(200)
  @Allow('survey.edit')
  async importInvitations(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @Query() { dryRun, groupCode, mail }: InvitationImportQueryDto,
    @Origin() origin: string,
    @Req() request: Request,
  ): Promise<InvitationImportView> {
    const file = await receiveBytes(request, MOST_SHEET_BYTES);
    return this.invitations.import(actor, id, { file, mode: dryRun ? 'dry-run' : 'write', groupCode, delivery: mail ? 'mail' : 'print', origin });
  }

  @Get(':id/invitations/template')
  @Allow('survey.edit')
  async invitationTemplate(): Promise<StreamableFile> {
    return workbookAnswer(await this.invitations.template(), 'nguoi-duoc-moi.xlsx');
  }

  @Post(':id/invitations/:invitationId/code')
  @HttpCode(200)
  @Allow('survey.edit')
  reissue(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) campaignId: string,
    @Param('invitationId', RecordId) invitationId: string,
    @Body() { mail }: ReissueInvitationDto,
    @Origin() origin: string,
  ): Promise<InvitationCode> {
    return this.invitations.reissue(actor, { campaignId, invitationId }, { delivery: mail ? 'mail' : 'print', origin });
  }

  @Get(':id/devices')
  @Allow('survey.read')
  listDevices(@Param('id', RecordId) id: string): Promise<readonly DeviceView[]> {
    return this.devices.list(id);
  }

  @Post(':id/devices')
  @Allow('survey.edit')
  register(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() request: CreateDeviceDto): Promise<CreatedDevice> {
    return this.devices.register(actor, id, request);
  }

  @Post(':id/devices/:deviceId/revocation')
  @HttpCode(200)
  @Allow('survey.edit')
  revoke(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('deviceId', RecordId) deviceId: string): Promise<DeviceView> {
    return this.devices.revoke(actor, id, deviceId);
  }
}
