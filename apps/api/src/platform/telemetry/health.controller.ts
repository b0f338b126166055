import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Public } from '../access/allow';
import { Shutdown } from '../http/shutdown';

interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly missing: readonly ('database' | 'migrations' | 'stopping')[];
}

/** For whoever watches the server: is it alive, and may requests be sent to it. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shutdown: Shutdown,
  ) {}

  @Get('live')
  @Public()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const missing = await this.missing();
    response.status(missing.length === 0 ? 200 : 503).setHeader('Cache-Control', 'no-store');
    return { status: missing.length === 0 ? 'ready' : 'not-ready', missing };
  }

  private async missing(): Promise<Readiness['missing']> {
    if (this.shutdown.stopping) {
      return ['stopping'];
    }
    try {
      return (await this.dataSource.showMigrations()) ? ['migrations'] : [];
    } catch {
      return ['database'];
    }
  }
}
