import { Controller, Get, Param, Query } from '@nestjs/common';
import type { MailDetailView, MailView, Page } from '@par-index/contract';
import { Allow } from '../../platform/access/allow';
import { PageQueryDto } from '../../platform/http/page.dto';
import { RecordId } from '../../platform/http/record-id';
import { MailPages } from './mail-page.service';

@Controller('mails')
export class MailController {
  constructor(private readonly mails: MailPages) {}

  @Get()
  @Allow('user.read')
  list(@Query() query: PageQueryDto): Promise<Page<MailView>> {
    return this.mails.list(query);
  }

  @Get(':id')
  @Allow('user.read')
  get(@Param('id', RecordId) id: string): Promise<MailDetailView> {
    return this.mails.get(id);
  }
}
