import { Controller, Get, Param, Res } from '@nestjs/common';
import type { SealedLineView } from '@par-index/contract';
import type { Response } from 'express';
import { Public } from '../../platform/access/allow';
import { Config } from '../../platform/config/config';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { asPublic } from './public-extent';
import { PublicResults } from './public-result.service';
import { SealedResults } from './sealed-result.service';

/** Published results, open to everybody. Each answer carries the digest of its content: who has it already is answered 304. */
@Controller('public')
export class PublicResultController {
  constructor(
    private readonly results: PublicResults,
    private readonly config: Config,
    private readonly sealed: SealedResults,
  ) {}

  @Get('cycles')
  @Public()
  async listCycles(@Res() response: Response): Promise<void> {
    sendTagged(response, await this.results.listCycles());
  }

  /** Where the publication stands in the sealed log, to be checked with the seals and the public keys alone. */
  @Get('cycles/:year/seal')
  @Public()
  seal(@Param('year') year: string): Promise<SealedLineView> {
    return this.sealed.get(yearOf(year));
  }

  @Get('cycles/:year/groups/:groupCode')
  @Public()
  async getGroup(@Param('year') year: string, @Param('groupCode') groupCode: string, @Res() response: Response): Promise<void> {
    sendTagged(response, await this.results.getGroup(yearOf(year), groupCode));
  }

  @Get('cycles/:year/agencies/:code')
  @Public()
  async getSheet(@Param('year') year: string, @Param('code') code: string, @Res() response: Response): Promise<void> {
    sendTagged(response, asPublic(await this.results.getSheet(yearOf(year), code), this.config.publicFields));
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
