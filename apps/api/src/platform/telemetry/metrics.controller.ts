import { Controller, Get, Headers, Res } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Response } from 'express';
import { Public } from '../access/allow';
import { Config } from '../config/config';
import { DomainError } from '../problem/domain-error';
import { Metrics } from './metrics';

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** For Prometheus, with the token as its bearer. Without the setting, or without the token, there is nothing here. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  async read(@Headers('authorization') authorization: string | undefined, @Res() response: Response): Promise<void> {
    const { METRICS_TOKEN } = this.config;
    if (METRICS_TOKEN === undefined || !timingSafeEqual(digestOf(authorization ?? ''), digestOf(`Bearer ${METRICS_TOKEN}`))) {
      throw new DomainError('record.not-found');
    }
    const { contentType, body } = await this.metrics.text();
    response.set({ 'Content-Type': contentType, 'Cache-Control': 'no-store' }).send(body);
  }
}
