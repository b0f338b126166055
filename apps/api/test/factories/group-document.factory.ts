import type { Layer } from '@par-index/contract';
import type { Answer } from '@par-index/scoring';
import { groupDocumentOf } from '../../src/features/result/group-document';
import type { AgencyRecord, GroupDocument, LayerRecord } from '../../src/features/result/snapshot-document';
import { APPRAISED_SET } from './criteria-set.fixture';
import { DECLARED } from './province.factory';

/** One layer as a document keeps it. */
export function aLayer(code: string, layer: Layer, answer: Answer | null, more: Partial<LayerRecord> = {}): LayerRecord {
  const words = { reason: '', explanationWanted: false, question: '', decidedAt: '2026-11-20T02:00:00.000Z', decidedBy: 'Trần Thị B' };
  return { code, layer, kind: layer === 'base' ? 'accept' : 'correct', answer, points: null, version: 1, ...words, ...more };
}

/** Figures for everything that no agency answers itself: full points, no penalty. */
export const COMPLETE: readonly LayerRecord[] = [
  aLayer('2.1', 'appraisal-1', { points: 10 }),
  aLayer('2.2', 'base', { percent: 100 }),
  aLayer('2.3', 'base', { value: 100 }),
  aLayer('4.1', 'appraisal-1', { counts: { cham: 0 } }),
];

/** An agency with a full declaration that was accepted, unless told otherwise. */
export function anAgencyRecord(code: string, overrides: Partial<AgencyRecord> = {}): AgencyRecord {
  return { id: `id-${code}`, code, name: `Sở ${code}`, shortName: code, exemptions: [], declared: DECLARED, layers: COMPLETE, ...overrides };
}

/** A scored group of these agencies under `APPRAISED_SET`. */
export function aGroupDocument(...agencies: readonly AgencyRecord[]): GroupDocument {
  return groupDocumentOf({ groupCode: 'so-ban-nganh', groupName: 'Sở, ban, ngành', criteriaSet: APPRAISED_SET, agencies });
}
