import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../access/allow';
import { HealthService, type Readiness } from './health.service';

/** For whoever watches the server: is it alive, and may requests be sent to it. */
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Public()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.health.readiness();
    response.status(readiness.status === 'ready' ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return readiness;
  }
}
