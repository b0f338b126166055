import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Actor } from '@par-index/contract';
import type { Response } from 'express';
import { Allow } from '../../platform/access/allow';
import { CurrentActor } from '../../platform/access/current-actor';
import { RecordId } from '../../platform/http/record-id';
import { attachmentNamed } from './file-name';
import { RankingQueryDto } from './report.dto';
import { type Report, ReportService } from './report.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller('reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get('cycles/:cycleId/ranking.xlsx')
  @Allow('report.export')
  async ranking(
    @CurrentActor() actor: Actor,
    @Param('cycleId', RecordId) cycleId: string,
    @Query() { groupCode }: RankingQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    await send(response, await this.reports.ranking(actor, cycleId, groupCode));
  }

  @Get('assessments/:assessmentId/sheet.xlsx')
  @Allow('report.export')
  async sheet(@CurrentActor() actor: Actor, @Param('assessmentId', RecordId) assessmentId: string, @Res() response: Response): Promise<void> {
    await send(response, await this.reports.sheet(actor, assessmentId));
  }
}

/** Writes the workbook straight into the answer. */
async function send(response: Response, { fileName, workbook }: Report): Promise<void> {
  response.setHeader('Content-Type', XLSX).setHeader('Content-Disposition', attachmentNamed(fileName));
  await workbook.xlsx.write(response);
  response.end();
}
