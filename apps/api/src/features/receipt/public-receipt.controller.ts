import { Body, Controller, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import type { PublicReceipt, ReceiptCheck, ReceiptKeyView, SealedLineView } from '@par-index/contract';
import { Public } from '../../platform/access/allow';
import { Origin } from '../../platform/http/origin';
import { receiptCode } from './receipt-code';
import { ReceiptService } from './receipt.service';

/** Whether a receipt is genuine, for everybody: what was handed in when, and nothing of any answer or score. */
@Controller('public')
export class PublicReceiptController {
  constructor(private readonly receipts: ReceiptService) {}

  @Get('receipt-keys')
  @Public()
  listKeys(): Promise<readonly ReceiptKeyView[]> {
    return this.receipts.listKeys();
  }

  @Get('receipts/:number')
  @Public()
  get(@Param('number') number: string): Promise<PublicReceipt> {
    return this.receipts.getPublic(number);
  }

  /** The code that leads a telephone to the page of the check. */
  @Get('receipts/:number/code.svg')
  @Public()
  async code(@Param('number') typed: string, @Origin() origin: string): Promise<StreamableFile> {
    const { number } = await this.receipts.getPublic(typed);
    return new StreamableFile(Buffer.from(await receiptCode(origin, number)), { type: 'image/svg+xml' });
  }

  /** Where the receipt stands in the sealed log, to be checked with the seals and the public keys alone. */
  @Get('receipts/:number/seal')
  @Public()
  seal(@Param('number') number: string): Promise<SealedLineView> {
    return this.receipts.getSeal(number);
  }

  /** The body is whatever JSON somebody holds: what is wrong with it is the answer. */
  @Post('receipts/check')
  @HttpCode(200)
  @Public()
  check(@Body() shown: unknown): Promise<ReceiptCheck> {
    return this.receipts.check(shown);
  }
}
