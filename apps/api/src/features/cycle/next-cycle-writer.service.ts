import { Injectable } from '@nestjs/common';
import type { Actor } from '@par-index/contract';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import type { Transaction } from '../../platform/database/unit-of-work';
import { CriteriaService } from '../criteria/criteria.service';
import { TITLE_TAKEN } from './cycle-editor.service';
import type { CycleRow } from './cycle-row';
import { CycleRepository } from './cycle.repository';
import type { NextCyclePlan } from './next-cycle-planner.service';
import { NextCycleRepository } from './next-cycle.repository';

/** Writes what was planned, with its audit lines. */
@Injectable()
export class NextCycleWriter {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly next: NextCycleRepository,
    private readonly criteria: CriteriaService,
  ) {}

  async write(tx: Transaction, actor: Actor, plan: NextCyclePlan): Promise<CycleRow> {
    const { preview, leadAgencyId, fromCycleId } = plan;
    const { year, title, windows } = preview;
    const cycle = await refuseDuplicates(() => this.cycles.insert(tx.em, { year, title, leadAgencyId }), TITLE_TAKEN);
    await this.cycles.replaceWindows(tx.em, cycle.id, windows);
    await this.cycles.replaceSets(tx.em, cycle.id, await this.setsOf(tx, actor, plan));
    await this.cycles.replaceSubstitutes(tx.em, cycle.id, plan.substitutes);
    await this.next.insertAssignments(tx.em, cycle.id, plan.assignments);
    await this.next.insertExemptions(tx.em, cycle.id, plan.exemptions);
    const subject = { id: cycle.id, cycleId: cycle.id };
    await tx.audit('cycle.created', subject, { year, title });
    await tx.audit('cycle.carried-over', subject, { fromCycleId, substitutes: plan.substitutes.length, assignments: plan.assignments.length, exemptions: plan.exemptions.length });
    return this.cycles.get(tx.em, cycle.id);
  }

  private async setsOf(tx: Transaction, actor: Actor, { sets, preview: { year } }: NextCyclePlan): Promise<readonly { readonly id: string; readonly groupCode: string }[]> {
    const written: { readonly id: string; readonly groupCode: string }[] = [];
    for (const set of sets) {
      written.push(set.year === year ? set : await this.criteria.reissue(tx, actor, set.id, year));
    }
    return written;
  }
}
