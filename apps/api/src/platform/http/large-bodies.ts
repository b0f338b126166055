import type { Permission } from '@par-index/contract';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { LiveSession, SessionReader } from '../access/live-session';
import { sessionTokenOf } from '../access/session-cookie';
import { DomainError } from '../problem/domain-error';

export interface LargeBodies {
  /** Bytes that anybody may send; up to them nothing is asked here. */
  readonly common: number;
  /** As `express.json` takes it. */
  readonly limit: string;
  readonly permission: Permission;
}

/** Longer than the common limit, or of a length that nobody has said. */
const isLarge = ({ headers }: Request, common: number): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > common;

/** Reads a large body only for whoever may send one: of all others not a byte is parsed. */
export function largeBodies(sessions: SessionReader, { common, limit, permission }: LargeBodies): RequestHandler {
  const parse = express.json({ limit });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!isLarge(request, common) || !request.is('application/json')) {
      next();
      return;
    }
    const token = sessionTokenOf(request);
    Promise.resolve(token === null ? null : sessions.findLive(token)).then((session) => {
      const refusal = refusalOf(session, permission);
      if (refusal) {
        next(refusal);
        return;
      }
      parse(request, response, next);
    }, next);
  };
}

function refusalOf(session: LiveSession | null, permission: Permission): DomainError | null {
  if (!session) {
    return new DomainError('access.unauthenticated');
  }
  return session.actor.permissions.has(permission) ? null : new DomainError('access.denied');
}
