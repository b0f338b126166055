import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type { AuditSealView, Page, SealCheck } from '@par-index/contract';
import { Public } from '../../platform/access/allow';
import { Origin } from '../../platform/http/origin';
import { PageQueryDto } from '../../platform/http/page.dto';
import { SealReading } from './seal-reading.service';

/** Seals over the audit log, for everybody: signed roots and counts, nothing of any line. */
@Controller('public/audit-seals')
export class PublicSealController {
  constructor(private readonly seals: SealReading) {}

  @Get()
  @Public()
  list(@Query() query: PageQueryDto): Promise<Page<AuditSealView>> {
    return this.seals.list(query);
  }

  @Get(':root')
  @Public()
  get(@Param('root') root: string): Promise<AuditSealView> {
    return this.seals.get(root);
  }

  /** The code that leads a telephone to the page of the check. */
  @Get(':root/code.svg')
  @Public()
  async code(@Param('root') root: string, @Origin() origin: string): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.seals.getCode(root, origin)), { type: 'image/svg+xml' });
  }

  /** The body is whatever JSON somebody holds: what is wrong with it is the answer. */
  @Post('check')
  @HttpCode(200)
  @Public()
  check(@Body() shown: unknown): Promise<SealCheck> {
    return this.seals.check(shown);
  }
}
