import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { RootLogger } from './root-logger';

/** Lines of a request carry its id. The requests themselves are logged by `requestLog`. */
export const loggingModule = (): DynamicModule =>
  LoggerModule.forRootAsync({
    inject: [RootLogger],
    useFactory: ({ pino }: RootLogger) => ({ useExisting: true, pinoHttp: { logger: pino } }),
  });
