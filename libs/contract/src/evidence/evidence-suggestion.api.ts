import type { EvidenceFileView } from './evidence.api';
import type { FreshnessWarning } from './evidence.workflow';

/** GET /assessments/:id/evidence-suggestions, for the agency itself: what stood under its criteria the year before and does not stand there now. Each is reused by hand, with POST …/evidence-links. */
export interface EvidenceSuggestion {
  readonly code: string;
  readonly documentId: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: string | null;
  readonly issuer: string;
  readonly url: string | null;
  /** The newest version. */
  readonly file: EvidenceFileView | null;
  /** Where in it one looked then. */
  readonly section: string;
  readonly page: number | null;
  readonly usedYear: number;
  readonly usedCycleTitle: string;
  /** Why it may not serve for the year that is assessed; said, never enforced. */
  readonly warnings: readonly FreshnessWarning[];
}
