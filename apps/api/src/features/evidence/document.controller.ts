import { Body, Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { Actor, DocumentDetail, EvidenceDocumentView, LibraryDocumentView, Page } from '@par-index/contract';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { receiveUpload } from '../../platform/http/multipart';
import { RecordId } from '../../platform/http/record-id';
import { Versioned } from '../../platform/http/versioned';
import { FileAnswers } from '../../platform/openapi/file-answers';
import { DocumentDetailService } from './document-detail.service';
import { DocumentService } from './document.service';
import { ContentQueryDto, DescribeEvidenceDto, EvidenceQueryDto } from './evidence.dto';
import { EvidenceContentService } from './evidence-content.service';
import { EvidenceService } from './evidence.service';
import { sendFile } from './send-file';

@Controller('evidence-documents')
export class DocumentController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly documents: DocumentService,
    private readonly details: DocumentDetailService,
    private readonly content: EvidenceContentService,
  ) {}

  @Get()
  @Allow('evidence.read')
  list(@CurrentActor() actor: Actor, @Query() query: EvidenceQueryDto): Promise<Page<LibraryDocumentView>> {
    return this.evidence.list(actor, query);
  }

  @Get(':id')
  @Allow('evidence.read')
  @Versioned()
  get(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<DocumentDetail> {
    return this.details.get(actor, id);
  }

  @Put(':id')
  @Allow('evidence.edit')
  async describe(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Body() body: DescribeEvidenceDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceDocumentView> {
    const view = await this.documents.describe(actor, id, version, body);
    setEtag(response, view.version);
    return view;
  }

  @Put(':id/content')
  @Allow('evidence.edit')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceDocumentView> {
    await this.documents.assertReplaceable(actor, id, version);
    const view = await receiveUpload(request, (upload) => this.documents.replace(actor, id, version, upload));
    setEtag(response, view.version);
    return view;
  }

  @Get(':id/content')
  @Allow('evidence.read')
  @FileAnswers()
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @Query() query: ContentQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.content.get(actor, id, query.fileVersion);
    const disposition = query.inline === true && file.shown ? 'inline' : 'attachment';
    await sendFile({ file, disposition, request, response }, (range) => this.content.open(file, range));
  }
}
