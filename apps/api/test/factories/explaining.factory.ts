import type { Phase } from '@par-index/contract';
import type { Cycle } from '../../src/features/cycle/cycle.entity';
import { Explanation } from '../../src/features/explanation/explanation.entity';
import type { AppraisalLayer } from '../../src/features/appraisal/appraisal-layer.entity';
import { aPerson } from './actor.factory';
import { inItsTime, WHILE_EXPLAINING } from './in-its-time';
import { aLayer } from './layer.factory';
import type { Assessed, AssessedFields, Province } from './province.factory';

/** What appraisal 1 and the figures came to: 1.1 lowered and asked about, 2.1 short, 4.1 deducted, 2.2 and 2.3 short by their figures; 1.2 accepted. */
export const LOSSES: readonly Partial<AppraisalLayer>[] = [
  { explanationWanted: true, question: 'Báo cáo nào ghi 95 %?' },
  { code: '1.2', kind: 'accept', answer: { choice: 'thieu' }, points: '5', reason: '' },
  { code: '2.1', answer: { points: 7.5 }, points: '7.5' },
  { code: '4.1', answer: { counts: { cham: 2 } }, points: '0.5' },
  { code: '2.2', layer: 'base', answer: { percent: 80 }, points: '16' },
  { code: '2.3', layer: 'base', answer: { value: 60 }, points: '6' },
];

/** An assessment whose differences are open, in a cycle of its own in the middle of the explanation, unless told otherwise. */
export async function anExplaining(province: Province, fields: AssessedFields & { readonly phase?: Phase; readonly losses?: typeof LOSSES } = {}): Promise<Assessed> {
  const { phase = 'explanation', losses = LOSSES, ...given } = fields;
  const cycle: Cycle = given.cycle ?? (await province.cycle(phase));
  const assessed = await province.assessed({ state: 'explaining', ...given, cycle });
  for (const loss of losses) {
    await aLayer(province.db, assessed.id, loss);
  }
  await province.db.query('insert into explanation_round (assessment_id) values ($1)', [assessed.id]);
  return assessed;
}

/** Saves what an agency says to one difference: an explanation of `1.1`, unless told otherwise. */
export async function anExplanation({ db }: Province, assessmentId: string, overrides: Partial<Explanation> = {}): Promise<Explanation> {
  const updatedBy = overrides.updatedBy ?? (await aPerson(db)).id;
  const fields = { code: '1.1', stance: 'explain' as const, text: 'Báo cáo số 12 ghi 95 %', late: false };
  return inItsTime(db, assessmentId, WHILE_EXPLAINING, (em) => em.save(em.create(Explanation, { ...fields, ...overrides, assessmentId, updatedBy })));
}
