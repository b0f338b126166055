import type { ExplanationEntry } from '@par-index/contract';
import type { StoredExplanation } from './explanation.repository';

export function toEntry({ code, stance, text, late, updatedAt, updatedBy, version }: StoredExplanation): ExplanationEntry {
  return { code, stance, text, late, updatedAt: updatedAt.toISOString(), updatedBy, version };
}
