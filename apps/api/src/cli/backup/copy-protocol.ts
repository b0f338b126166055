import { once } from 'node:events';
import type { Client, Connection } from 'pg';

/** What a connection of the `pg` package can do besides what its types say: the two messages of COPY FROM STDIN. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** What the client of the `pg` package tells a query about; one that copies needs no more of it. */
abstract class Copying {
  readonly done: Promise<void>;
  protected settle!: { readonly ended: () => void; readonly failed: (error: unknown) => void };

  constructor(private readonly sql: string) {
    this.done = new Promise((ended, failed) => {
      this.settle = { ended, failed };
    });
  }

  readonly submit = (connection: Connection): void => connection.query(this.sql);
  readonly handleError = (error: Error): void => this.settle.failed(error);
  readonly handleReadyForQuery = (): void => this.settle.ended();
  readonly handleCommandComplete = (): void => undefined;
}

class CopyOut extends Copying {
  private taken: Promise<void> = Promise.resolve();

  constructor(
    sql: string,
    private readonly take: (chunk: Buffer) => Promise<void> | null,
  ) {
    super(sql);
  }

  /** The connection rests while a chunk is put away. */
  readonly handleCopyData = ({ chunk }: { readonly chunk: Buffer }, connection: Connection): void => {
    const put = this.take(chunk);
    if (put) {
      connection.stream.pause();
      this.taken = put.then(
        () => void connection.stream.resume(),
        (error: unknown) => void connection.stream.destroy(error as Error),
      );
    }
  };

  async ended(): Promise<void> {
    await this.done;
    await this.taken;
  }
}

class CopyIn extends Copying {
  constructor(
    sql: string,
    private readonly chunks: AsyncIterable<Buffer>,
  ) {
    super(sql);
  }

  readonly handleCopyInResponse = (connection: CopyConnection): void => {
    this.send(connection).then(
      () => connection.endCopyFrom(),
      (error: unknown) => {
        connection.sendCopyFail('the source of the copy failed');
        this.settle.failed(error);
      },
    );
  };

  private async send(connection: CopyConnection): Promise<void> {
    for await (const chunk of this.chunks) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) {
        await once(connection.stream, 'drain');
      }
    }
  }
}

/** `copy … to stdout`: hands over each chunk; where `take` gives a promise, the database waits for it. */
export function copyOut(client: Client, sql: string, take: (chunk: Buffer) => Promise<void> | null): Promise<void> {
  return client.query(new CopyOut(sql, take)).ended();
}

/** `copy … from stdin` with these chunks. */
export function copyIn(client: Client, sql: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  return client.query(new CopyIn(sql, chunks)).done;
}
