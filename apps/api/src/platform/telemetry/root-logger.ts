import { Inject, Injectable } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { Config } from '../config/config';

/** Where every line of the log comes from: JSON on the standard output. */
@Injectable()
export class RootLogger {
  readonly pino: Logger;

  constructor(@Inject(Config) { LOG_LEVEL }: Config) {
    const timestamp = (): string => `,"time":"${new Date().toISOString()}"`;
    this.pino = pino({ level: LOG_LEVEL, base: null, timestamp, formatters: { level: (level) => ({ level }) } });
  }
}
