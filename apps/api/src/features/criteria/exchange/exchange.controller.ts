import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { type Actor, type CriteriaSetImportView, MOST_IMPORT_BYTES } from '@par-index/contract';
import type { Request } from 'express';
import { Allow } from '../../../platform/access/allow';
import { CurrentActor } from '../../../platform/access/current-actor';
import { receiveBytes } from '../../../platform/http/multipart';
import { RecordId } from '../../../platform/http/record-id';
import { ImportQueryDto, WordQueryDto } from './exchange.dto';
import { ExchangeService, type HandedOut } from './exchange.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller()
export class ExchangeController {
  constructor(private readonly exchange: ExchangeService) {}

  @Get('criteria-sets/:id/workbook')
  @Allow('criteria-set.read')
  @ApiProduces(XLSX)
  async workbook(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<StreamableFile> {
    return sent(await this.exchange.workbook(actor, id), XLSX);
  }

  @Get('criteria-sets/:id/document.docx')
  @Allow('criteria-set.read')
  @ApiProduces(DOCX)
  async word(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() { layout = 'annex' }: WordQueryDto): Promise<StreamableFile> {
    return sent(await this.exchange.word(actor, id, layout), DOCX);
  }

  @Get('criteria-set-templates/workbook')
  @Allow('criteria-set.edit')
  @ApiProduces(XLSX)
  async template(): Promise<StreamableFile> {
    return sent(await this.exchange.template(), XLSX);
  }

  /** A dry run: whatever comes of it, nothing is stored. */
  @Post('criteria-sets/import')
  @HttpCode(200)
  @Allow('criteria-set.edit')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async preview(@CurrentActor() actor: Actor, @Query() { against }: ImportQueryDto, @Req() request: Request): Promise<CriteriaSetImportView> {
    return this.exchange.preview(actor, await receiveBytes(request, MOST_IMPORT_BYTES), against);
  }
}

const sent = ({ fileName, bytes }: HandedOut, type: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${fileName}"`, length: bytes.length });
