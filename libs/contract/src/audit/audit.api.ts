import type { AuditEventName } from './audit-events';

/** GET /audit-events?subjectId&cycleId&actorId&event&from&until&search&page, newest first. */
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
  /** ISO 8601; `from` is included, `until` is not. */
  readonly from?: string;
  readonly until?: string;
  /** In what is shown of the line, the name of the person, or an id. */
  readonly search?: string;
}

export const AUDIT_FILE_FORMATS = ['xlsx', 'csv'] as const;
export type AuditFileFormat = (typeof AUDIT_FILE_FORMATS)[number];

/** GET /audit-events/export: the same lines as a file, 50,000 at most. */
export interface AuditExportQuery extends AuditQuery {
  readonly format: AuditFileFormat;
}
