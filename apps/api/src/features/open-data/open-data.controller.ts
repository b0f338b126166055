import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/access/allow';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { OpenData } from './open-data.service';
import { isSchemaName, SCHEMAS } from './schemas';

/** Published results for programs, open to everybody and to pages of other sites. */
@Controller('public')
export class OpenDataController {
  constructor(private readonly openData: OpenData) {}

  @Get('open-data')
  @Public()
  async list(@Res() response: Response): Promise<void> {
    send(response, await this.openData.list());
  }

  @Get('open-data/:year/:edition')
  @Public()
  async manifest(@Param('year') year: string, @Param('edition') edition: string, @Res() response: Response): Promise<void> {
    send(response, await this.openData.manifest(numberOf(year), numberOf(edition)));
  }

  @Get('open-data/:year/:edition/:file')
  @Public()
  async file(@Param('year') year: string, @Param('edition') edition: string, @Param('file') name: string, @Res() response: Response): Promise<void> {
    const { file, bytes } = await this.openData.file(numberOf(year), numberOf(edition), name);
    tag(response, file.sha256).type(`${file.mediaType}; charset=utf-8`).send(bytes);
  }

  @Get('open-data-schemas/:name')
  @Public()
  schema(@Param('name') name: string, @Res() response: Response): void {
    const schema = name.replace(/\.json$/, '');
    if (!isSchemaName(schema)) {
      throw new DomainError('record.not-found');
    }
    send(response, SCHEMAS[schema]);
  }
}

/** Four digits at most, so that what is no year and no edition is simply not there. */
function numberOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) {
    throw new DomainError('result.none');
  }
  return Number(text);
}

/** May be kept by anybody and read by any site; asked for again, it is answered 304. */
const tag = (response: Response, digest: string): Response =>
  response.set({ 'ETag': `"${digest}"`, 'Cache-Control': 'public, no-cache', 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });

function send(response: Response, view: object): void {
  tag(response, digestOf(view)).json(view);
}
