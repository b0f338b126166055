import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Server } from 'node:http';
import { problemOf } from '../problem/problem-of';
import { DomainError } from '../problem/domain-error';

/** Milliseconds that requests in flight get to end. */
const GRACE = 15_000;

/** Ends the server without dropping what it accepted. */
@Injectable()
export class Shutdown {
  private asked = false;

  get stopping(): boolean {
    return this.asked;
  }

  /** From the first moment of stopping, whoever still sends on an open connection is told to come back. */
  readonly refuseWhenStopping = (request: Request & { readonly id?: unknown }, response: Response, next: NextFunction): void => {
    if (!this.asked) {
      next();
      return;
    }
    const problem = problemOf(new DomainError('server.stopping'), String(request.id ?? ''));
    response.set({ 'Connection': 'close', 'Retry-After': '5' }).status(503).type('application/problem+json').send(JSON.stringify(problem));
  };

  /** Takes no new connections, and returns when the last request has been answered; after the grace it cuts those that hang. */
  async drain(server: Server): Promise<void> {
    this.asked = true;
    const empty = new Promise<void>((closed) => server.close(() => closed()));
    server.closeIdleConnections();
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const cut = setTimeout(() => server.closeAllConnections(), GRACE);
    await empty;
    clearInterval(idle);
    clearTimeout(cut);
  }
}
