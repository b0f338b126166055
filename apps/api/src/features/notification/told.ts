import type { NotificationParts } from '@par-index/contract';

/** One person to be told, and what of. */
export interface Told {
  readonly userId: string;
  readonly subjectId: string;
  readonly cycleId: string;
  readonly path: string;
  readonly parts: NotificationParts;
  /** Told once for ever under this key; null: each time it happens. */
  readonly onceKey?: string | null;
}
