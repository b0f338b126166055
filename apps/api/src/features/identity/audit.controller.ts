import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { type Actor, AUDIT_FILE_FORMATS, type AuditEventView, type AuditExportQuery, type AuditFileFormat, type AuditQuery, type Page } from '@par-index/contract';
import { IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { PageQueryDto } from '../../platform/http/page.dto';
import { AuditService } from './audit.service';

const MOMENT = { strict: true, strictSeparator: true } as const;

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

  @IsOptional()
  @IsISO8601(MOMENT)
  readonly from?: string;

  @IsOptional()
  @IsISO8601(MOMENT)
  readonly until?: string;
}

export class AuditExportQueryDto extends AuditQueryDto implements AuditExportQuery {
  @IsIn(AUDIT_FILE_FORMATS)
  readonly format!: AuditFileFormat;
}

const TYPES: Readonly<Record<AuditFileFormat, string>> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

@Controller('audit-events')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow('audit.read')
  list(@Query() query: AuditQueryDto): Promise<Page<AuditEventView>> {
    return this.audit.list(query);
  }

  /** What the list shows with the same query, as a file. */
  @Get('export')
  @Allow('audit.read')
  async export(@CurrentActor() actor: Actor, @Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    const bytes = await this.audit.export(actor, query);
    return new StreamableFile(bytes, { type: TYPES[query.format], disposition: `attachment; filename="nhat-ky.${query.format}"`, length: bytes.length });
  }
}
