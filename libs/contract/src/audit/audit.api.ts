import type { AuditEventName } from './audit-events';

/** GET /audit-events?subjectId&cycleId&actorId&event&page, newest first. */
export interface AuditEventView {
  readonly id: string;
  readonly at: string;
  readonly event: AuditEventName;
  /** Null where the clock, a command or somebody not signed in acted. */
  readonly actor: { readonly id: string; readonly userName: string; readonly fullName: string } | null;
  readonly subjectId: string;
  readonly cycleId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface AuditQuery {
  readonly page?: number;
  readonly pageSize?: number;
  readonly subjectId?: string;
  readonly cycleId?: string;
  readonly actorId?: string;
  readonly event?: string;
}
