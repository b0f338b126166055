import type { INestApplication } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { Shutdown } from './shutdown';

/**
 * Ends the server when it is asked to, by a signal or because its starter is gone: requests in flight first, then the connections
 * to the database. Leaves with 0.
 */
export function stopOnRequest(app: INestApplication): void {
  const shutdown = app.get(Shutdown);
  const stop = async (): Promise<void> => {
    if (shutdown.stopping) {
      return;
    }
    app.get(Logger).log({ msg: 'stopping' });
    await shutdown.drain(app.getHttpServer());
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => void stop());
  }
  if (process.send) {
    process.on('disconnect', () => void stop());
  }
}
