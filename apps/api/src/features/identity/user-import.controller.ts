import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import type { Actor, UserImportView } from '@par-index/contract';
import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import type { Request } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { receiveBytes } from '../../platform/http/multipart';
import { Origin } from '../../platform/http/origin';
import { OrganisationService } from '../organisation/organisation.service';
import { userImportTemplate } from './user-import-template';
import { UserImportService } from './user-import.service';

const MOST_BYTES = 5 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export class UserImportQueryDto {
  /** Said each time: nothing is written because somebody forgot a word. */
  @Transform(({ value }: { readonly value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly dryRun!: boolean;
}

@Controller('users/import')
export class UserImportController {
  constructor(
    private readonly imports: UserImportService,
    private readonly organisation: OrganisationService,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('user.edit')
  async import(@CurrentActor() actor: Actor, @Origin() origin: string, @Query() query: UserImportQueryDto, @Req() request: Request): Promise<UserImportView> {
    const file = await receiveBytes(request, MOST_BYTES);
    return this.imports.import(actor, { file, mode: query.dryRun ? 'dry-run' : 'write', origin });
  }

  @Get('template')
  @Allow('user.edit')
  async template(): Promise<StreamableFile> {
    const workbook = await userImportTemplate(await this.organisation.listActive());
    return new StreamableFile(workbook, { type: XLSX, disposition: 'attachment; filename="tai-khoan.xlsx"', length: workbook.length });
  }
}
