import { Controller, Get, Query } from '@nestjs/common';
import type { AuditEventView, AuditQuery, Page } from '@par-index/contract';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { Allow } from '../../platform/access/allow';
import { PageQueryDto } from '../../platform/http/page.dto';
import { AuditService } from './audit.service';

export class AuditQueryDto extends PageQueryDto implements AuditQuery {
  @IsOptional()
  @IsUUID()
  readonly subjectId?: string;

  @IsOptional()
  @IsUUID()
  readonly cycleId?: string;

  @IsOptional()
  @IsUUID()
  readonly actorId?: string;

  @IsOptional()
  @Matches(/^[a-z-]+\.[a-z-]+$/)
  readonly event?: string;
}

@Controller('audit-events')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow('audit.read')
  list(@Query() query: AuditQueryDto): Promise<Page<AuditEventView>> {
    return this.audit.list(query);
  }
}
