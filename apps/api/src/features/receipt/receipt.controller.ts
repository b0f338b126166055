import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { Actor, Receipt, ReceiptView, SubmittedContent } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { Origin } from '../../platform/http/origin';
import { RecordId } from '../../platform/http/record-id';
import { ReceiptService } from './receipt.service';

@Controller()
export class ReceiptController {
  constructor(private readonly receipts: ReceiptService) {}

  @Get('assessments/:id/receipts')
  @Allow('assessment.read')
  list(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<readonly ReceiptView[]> {
    return this.receipts.listOf(actor, id);
  }

  @Get('receipts/:number')
  @Allow('assessment.read')
  get(@CurrentActor() actor: Actor, @Param('number') number: string): Promise<ReceiptView> {
    return this.receipts.get(actor, number);
  }

  @Get('receipts/:number/file')
  @Allow('assessment.read')
  async file(@CurrentActor() actor: Actor, @Param('number') number: string, @Res({ passthrough: true }) response: Response): Promise<Receipt> {
    const receipt = await this.receipts.getFile(actor, number);
    response.attachment(`bien-nhan-${receipt.number}.json`);
    return receipt;
  }

  @Get('receipts/:number/content')
  @Allow('assessment.read')
  async content(@CurrentActor() actor: Actor, @Param('number') number: string, @Res({ passthrough: true }) response: Response): Promise<SubmittedContent> {
    const content = await this.receipts.getContent(actor, number);
    response.attachment(`noi-dung-da-nop-${content.number}.json`);
    return content;
  }

  @Get('receipts/:number/pdf')
  @Allow('assessment.read')
  async pdf(@CurrentActor() actor: Actor, @Param('number') typed: string, @Origin() origin: string): Promise<StreamableFile> {
    const { number, bytes } = await this.receipts.getPdf(actor, typed, origin);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="bien-nhan-${number}.pdf"` });
  }
}
