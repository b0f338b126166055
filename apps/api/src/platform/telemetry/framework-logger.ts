import type { LoggerService } from '@nestjs/common';

/** Parts of the framework that tell at every start what is in the source already. */
const CHATTY: ReadonlySet<unknown> = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Passes on all that the framework says, but for its stories at the start. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly target: LoggerService) {}

  log(message: unknown, ...rest: unknown[]): void {
    if (!CHATTY.has(rest.at(-1))) {
      this.target.log(message, ...rest);
    }
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.target.error(message, ...rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.target.warn(message, ...rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.target.debug?.(message, ...rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.target.verbose?.(message, ...rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.target.fatal?.(message, ...rest);
  }
}
