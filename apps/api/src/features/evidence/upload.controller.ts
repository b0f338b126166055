import { Body, Controller, Delete, Get, Head, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { Actor, EvidenceDocumentView, EvidenceLinkView, UploadView } from '@par-index/contract';
import type { Request, Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { Config } from '../../platform/config/config';
import { IfMatch, setEtag } from '../../platform/http/if-match';
import { RecordId } from '../../platform/http/record-id';
import { AttachFieldsDto } from './evidence.dto';
import { assertPart, assertTus, assertWhole, TUS_VERSION, uploadLengthOf, uploadMetadataOf, uploadOffsetOf } from './upload-headers';
import { UploadFinishing } from './upload-finishing.service';
import { UploadService } from './upload.service';

const Tus = (): MethodDecorator => ApiHeader({ name: 'Tus-Resumable', required: true, description: `${TUS_VERSION}: the protocol of https://tus.io` });

/** Large files over bad lines, by tus 1.0.0 (creation, expiration, termination). */
@Controller('uploads')
export class UploadController {
  constructor(
    private readonly uploads: UploadService,
    private readonly finishing: UploadFinishing,
    private readonly config: Config,
  ) {}

  @Get()
  @Allow('evidence.edit')
  list(@CurrentActor() actor: Actor): Promise<readonly UploadView[]> {
    return this.uploads.list(actor);
  }

  @Post()
  @Allow('evidence.edit')
  @Tus()
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'Bytes of the whole file' })
  @ApiHeader({ name: 'Upload-Metadata', required: true, description: 'filename, and assessmentId with code or documentId; the values in base64' })
  @ApiResponse({ status: 201, description: 'Begun; Location says where its parts go' })
  async begin(@CurrentActor() actor: Actor, @Req() request: Request, @Res() response: Response): Promise<void> {
    speakTus(request, response, this.config.maxEvidenceBytes);
    assertWhole({ concat: request.get('upload-concat'), deferLength: request.get('upload-defer-length') });
    const bytes = uploadLengthOf(request.get('upload-length'), this.config.maxEvidenceBytes);
    const id = await this.uploads.begin(actor, uploadMetadataOf(request.get('upload-metadata')), bytes);
    await this.uploads.bytesOf.begin(id, request, response);
  }

  @Head(':id')
  @Allow('evidence.edit')
  @Tus()
  @ApiResponse({ status: 200, description: 'Upload-Offset says how many bytes have arrived, Upload-Length of how many' })
  async standing(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    speakTus(request, response, this.config.maxEvidenceBytes);
    const { finishedAt, bytes } = await this.uploads.getOwn(actor, id);
    if (finishedAt !== null) {
      response.status(200).set({ 'Upload-Offset': bytes, 'Upload-Length': bytes }).end();
      return;
    }
    await this.uploads.bytesOf.handle(request, response);
  }

  @Patch(':id')
  @Allow('evidence.edit')
  @Tus()
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'The byte at which this part begins: as many as have arrived' })
  @ApiHeader({ name: 'Content-Type', required: true, description: 'application/offset+octet-stream' })
  @ApiResponse({ status: 204, description: 'Taken; Upload-Offset says how many bytes have arrived' })
  async append(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    speakTus(request, response, this.config.maxEvidenceBytes);
    uploadOffsetOf(request.get('upload-offset'));
    assertPart(request.get('content-type'));
    await this.uploads.assertOpen(actor, id);
    await this.uploads.bytesOf.handle(request, response);
  }

  @Delete(':id')
  @Allow('evidence.edit')
  @Tus()
  @ApiResponse({ status: 204, description: 'Given up' })
  async discard(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    speakTus(request, response, this.config.maxEvidenceBytes);
    await this.uploads.discard(actor, id);
    await this.uploads.bytesOf.remove(id);
    response.status(204).end();
  }

  @Post(':id/attachment')
  @Allow('evidence.edit')
  attach(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() body: AttachFieldsDto): Promise<EvidenceLinkView> {
    return this.finishing.attach(actor, id, body);
  }

  @Put(':id/replacement')
  @Allow('evidence.edit')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('id', RecordId) id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EvidenceDocumentView> {
    const view = await this.finishing.replace(actor, id, version);
    setEtag(response, view.version);
    return view;
  }
}

/** What every answer of the protocol says of the server, refusals included. */
function speakTus(request: Request, response: Response, maxBytes: number): void {
  response.set({ 'Tus-Resumable': TUS_VERSION, 'Tus-Version': TUS_VERSION, 'Tus-Extension': 'creation,expiration,termination', 'Tus-Max-Size': String(maxBytes) });
  assertTus(request.get('tus-resumable'));
}
