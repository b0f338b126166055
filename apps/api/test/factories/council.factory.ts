import type { CouncilItemSummary, CouncilItemView, Page } from '@par-index/contract';
import type { Cycle } from '../../src/features/cycle/cycle.entity';
import type { Browser, TestApp } from '../app';
import { anExplaining, anExplanation } from './explaining.factory';
import type { Assessed, Province } from './province.factory';

/** An assessment whose criterion 1.1 (10 of the 20 points declared) is before the council. */
export interface BeforeCouncil {
  readonly one: Assessed;
  readonly cycle: Cycle;
  readonly item: CouncilItemView;
}

export const versionOfCycle = async ({ db }: TestApp, { id }: Cycle): Promise<number> => ((await db.query('select version from cycle where id = $1', [id])) as { version: number }[])[0]?.version ?? 0;

/** Explained 1.1 and agreed to the rest, in a cycle of its own in phase `reappraisal`, done with the second appraisal. */
export async function anExplained(test: TestApp, province: Province): Promise<{ readonly one: Assessed; readonly cycle: Cycle }> {
  const cycle = await province.cycle('explanation');
  const one = await anExplaining(province, { cycle });
  await anExplanation(province, one.id);
  const head = await province.person('agency-head', one.agency);
  await test.db.query('update explanation_round set submitted_at = now(), submitted_by = $2 where assessment_id = $1', [one.id, head.id]);
  await test.db.query(`update assessment set state = 'reappraised' where id = $1`, [one.id]);
  await test.db.query(`update cycle set phase = 'reappraisal' where id = $1`, [cycle.id]);
  return { one, cycle };
}

/** The same with the council sitting: its vote on 1.1 is open, as a reader of the council sees it. */
export async function aCouncil(test: TestApp, province: Province, { homeAffairs, reader }: { readonly homeAffairs: Browser; readonly reader: Browser }): Promise<BeforeCouncil> {
  const { one, cycle } = await anExplained(test, province);
  const opening = homeAffairs.post(`/api/v1/cycles/${cycle.id}/phase`).set('if-match', `"${await versionOfCycle(test, cycle)}"`);
  await opening.send({ to: 'council', reason: 'Theo kế hoạch' }).expect(200);
  const { items }: Page<CouncilItemSummary> = (await reader.get(`/api/v1/cycles/${cycle.id}/council-items`).expect(200)).body;
  return { one, cycle, item: (await reader.get(`/api/v1/council-items/${items[0]?.id ?? ''}`).expect(200)).body };
}
