import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/access/allow';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { PublicResults } from './public-result.service';

/** Published results, open to everybody. Each answer carries the digest of its content: who has it already is answered 304. */
@Controller('public')
export class PublicResultController {
  constructor(private readonly results: PublicResults) {}

  @Get('cycles')
  @Public()
  async listCycles(@Res() response: Response): Promise<void> {
    sendTagged(response, await this.results.listCycles());
  }

  @Get('cycles/:year/groups/:groupCode')
  @Public()
  async getGroup(@Param('year') year: string, @Param('groupCode') groupCode: string, @Res() response: Response): Promise<void> {
    sendTagged(response, await this.results.getGroup(yearOf(year), groupCode));
  }

  @Get('cycles/:year/agencies/:code')
  @Public()
  async getSheet(@Param('year') year: string, @Param('code') code: string, @Res() response: Response): Promise<void> {
    sendTagged(response, await this.results.getSheet(yearOf(year), code));
  }
}

/** What is no year has no result. */
function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) {
    throw new DomainError('result.none');
  }
  return Number(text);
}

/** May be kept by anybody, and is asked for again each time: Express answers 304 to the tag that it carries. */
function sendTagged(response: Response, view: object): void {
  response.setHeader('ETag', `"${digestOf(view)}"`).setHeader('Cache-Control', 'public, no-cache').json(view);
}
