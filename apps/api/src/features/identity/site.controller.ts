import { Controller, Get } from '@nestjs/common';
import type { SiteView } from '@par-index/contract';
import { Public } from '../../platform/access/allow';
import { SiteService } from './site.service';

@Controller('site')
export class SiteController {
  constructor(private readonly site: SiteService) {}

  @Get()
  @Public()
  get(): Promise<SiteView> {
    return this.site.get();
  }
}
