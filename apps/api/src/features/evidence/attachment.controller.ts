import { Body, Controller, Delete, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Actor, EvidenceLinkView } from '@par-index/contract';
import type { Request } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { receiveUpload } from '../../platform/http/multipart';
import { RecordId } from '../../platform/http/record-id';
import { AttachmentService } from './attachment.service';
import { AnchorEvidenceDto, LinkEvidenceDto, PlaceEvidenceDto, ReferenceEvidenceDto } from './evidence.dto';

@Controller()
export class AttachmentController {
  constructor(private readonly attachments: AttachmentService) {}

  @Post('assessments/:id/criteria/:code/evidence')
  @Allow('evidence.edit')
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) assessmentId: string,
    @Param('code') code: string,
    @Req() request: Request,
  ): Promise<EvidenceLinkView> {
    await this.attachments.assertOpen(actor, { assessmentId, code });
    return receiveUpload(request, (upload) => this.attachments.attach(actor, { assessmentId, code }, upload));
  }

  @Post('assessments/:id/criteria/:code/evidence-links')
  @Allow('evidence.edit')
  link(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) assessmentId: string,
    @Param('code') code: string,
    @Body() body: LinkEvidenceDto,
  ): Promise<EvidenceLinkView> {
    return this.attachments.link(actor, { assessmentId, code }, body);
  }

  @Post('assessments/:id/criteria/:code/evidence-references')
  @Allow('evidence.edit')
  reference(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) assessmentId: string,
    @Param('code') code: string,
    @Body() body: ReferenceEvidenceDto,
  ): Promise<EvidenceLinkView> {
    return this.attachments.reference(actor, { assessmentId, code }, body);
  }

  @Put('evidence-links/:id/place')
  @Allow('evidence.edit')
  place(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: PlaceEvidenceDto): Promise<EvidenceLinkView> {
    return this.attachments.place(actor, id, body);
  }

  @Put('evidence-links/:id/anchors')
  @Allow('evidence.edit')
  anchor(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: AnchorEvidenceDto): Promise<EvidenceLinkView> {
    return this.attachments.anchor(actor, id, body);
  }

  @Delete('evidence-links/:id')
  @HttpCode(204)
  @Allow('evidence.edit')
  detach(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.attachments.detach(actor, id);
  }
}
