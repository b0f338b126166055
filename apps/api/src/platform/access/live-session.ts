import type { Actor, RoleGrantView } from '@par-index/contract';
import type { Request } from 'express';

/** A session that has neither ended nor expired, of a person who is active. */
export interface LiveSession {
  readonly id: string;
  readonly actor: Actor;
  /** The actor's grants with the names of their agencies. */
  readonly grants: readonly RoleGrantView[];
  readonly userName: string;
  readonly fullName: string;
  /** Whether demonstration data is in the database. */
  readonly demo: boolean;
  readonly lastSeenAt: Date;
}

/** Finds the session of a cookie. Known to the platform as a promise; the identity feature keeps it. */
export abstract class SessionReader {
  /** In one query; null where the token opens nothing. Puts off the expiry of a session that is in use. */
  abstract findLive(token: string): Promise<LiveSession | null>;
}

/** What the access guard leaves on the request. */
export interface SignedInRequest extends Request {
  session?: LiveSession;
  actor?: Actor;
}
