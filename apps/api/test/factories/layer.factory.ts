import type { Layer, Phase } from '@par-index/contract';
import type { DataSource } from 'typeorm';
import { AppraisalAssignment } from '../../src/features/assignment/appraisal-assignment.entity';
import { AppraisalLayer } from '../../src/features/appraisal/appraisal-layer.entity';
import { aPerson } from './actor.factory';
import { inItsTime } from './in-its-time';

/** In which each layer is written. */
const PHASE_OF: Readonly<Record<Layer, Phase>> = { 'base': 'appraisal', 'appraisal-1': 'appraisal', 'appraisal-2': 'reappraisal', 'council': 'council' };

/** Assigns criteria of an assessment to an agency. */
export async function assign(db: DataSource, assessmentId: string, agencyId: string, codes: readonly string[]): Promise<void> {
  await db.manager.insert(AppraisalAssignment, codes.map((code) => ({ assessmentId, code, agencyId })));
}

/** Saves a layer: appraisal 1 that corrects criterion `1.1` of `APPRAISED_SET` to 10 points, unless told otherwise. */
export async function aLayer(db: DataSource, assessmentId: string, overrides: Partial<AppraisalLayer> = {}): Promise<AppraisalLayer> {
  const decidedBy = overrides.decidedBy ?? (await aPerson(db)).id;
  const correction = { layer: 'appraisal-1' as const, kind: 'correct' as const, answer: { numerator: 80, denominator: 100 }, points: '10' };
  const fields = { code: '1.1', ...correction, reason: 'Báo cáo ghi 80 %', explanationWanted: false, question: '' };
  const phase = PHASE_OF[overrides.layer ?? 'appraisal-1'];
  return inItsTime(db, assessmentId, { phase }, (em) => em.save(em.create(AppraisalLayer, { ...fields, ...overrides, assessmentId, decidedBy })));
}
