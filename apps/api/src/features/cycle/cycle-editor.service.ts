import { Injectable } from '@nestjs/common';
import type { EditCycleRequest, Fields, PhaseWindow, SubstituteRequest } from '@par-index/contract';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import type { Transaction } from '../../platform/database/unit-of-work';
import { canonicalJson } from '../../platform/digest/canonical-json';
import { DomainError } from '../../platform/problem/domain-error';
import type { Cycle } from './cycle.entity';
import { inOrder, inUtc, toPhaseWindow } from './cycle.mapper';
import { CycleParts } from './cycle-parts.service';
import { CycleRepository } from './cycle.repository';
import { changeWindows } from './window-changes';
import { windowErrors } from './window-errors';

/** What can be edited of a cycle, as the audit log tells it. */
interface CycleFields {
  readonly title: string;
  readonly windows: readonly PhaseWindow[];
  readonly criteriaSetIds: readonly string[];
  readonly substitutes: readonly SubstituteRequest[];
}

/** The change of a cycle that its caller has locked. */
@Injectable()
export class CycleEditor {
  constructor(
    private readonly cycles: CycleRepository,
    private readonly parts: CycleParts,
  ) {}

  async edit(tx: Transaction, cycle: Cycle, request: EditCycleRequest): Promise<void> {
    const before = await this.fieldsOf(tx, cycle);
    const after = changed(before, request, cycle);
    const reason = request.reason?.trim() || null;
    if (cycle.phase !== 'preparing' && reason === null) {
      throw new DomainError('reason.required');
    }
    await this.write(tx, cycle, { before, after });
    const [was, is] = difference(before, after);
    await tx.audit('cycle.edited', { id: cycle.id, cycleId: cycle.id }, { before: was, after: is, reason });
  }

  private async fieldsOf({ em }: Transaction, { id, title }: Cycle): Promise<CycleFields> {
    const windows = inOrder((await this.cycles.listWindows(em, id)).map(toPhaseWindow));
    return { title, windows, criteriaSetIds: await this.cycles.listSetIds(em, id), substitutes: await this.cycles.listSubstitutes(em, id) };
  }

  private async write(
    { em }: Transaction,
    cycle: Cycle,
    { before, after }: { readonly before: CycleFields; readonly after: CycleFields },
  ): Promise<void> {
    await this.cycles.replaceWindows(em, cycle.id, after.windows);
    if (!same(before.criteriaSetIds, after.criteriaSetIds)) {
      await this.cycles.replaceSets(em, cycle.id, await this.parts.getSets(em, after.criteriaSetIds, cycle.year));
    }
    if (!same(before.substitutes, after.substitutes)) {
      await this.parts.assertAgencies(em, { substitutes: after.substitutes });
      await this.cycles.replaceSubstitutes(em, cycle.id, after.substitutes);
    }
    await refuseDuplicates(() => this.cycles.rename(em, cycle, after.title), TITLE_TAKEN);
  }
}

function changed(before: CycleFields, request: EditCycleRequest, { phase }: Cycle): CycleFields {
  const { windows, errors } = changeWindows(before.windows, request.windows, phase);
  const wrong = [...errors, ...windowErrors(request.windows, phase)];
  if (wrong.length > 0) {
    throw new DomainError('cycle.dates-disordered', {}, wrong);
  }
  const after: CycleFields = {
    title: request.title.trim(),
    windows: inOrder(windows.map(inUtc)),
    criteriaSetIds: request.criteriaSetIds ?? before.criteriaSetIds,
    substitutes: request.substitutes ?? before.substitutes,
  };
  if (phase !== 'preparing' && !(same(before.criteriaSetIds, after.criteriaSetIds) && same(before.substitutes, after.substitutes))) {
    throw new DomainError('cycle.phase-illegal', { phase });
  }
  return after;
}

/** Whether both lists hold the same things, in whatever order. */
const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  canonicalJson(a.map(canonicalJson).sort()) === canonicalJson(b.map(canonicalJson).sort());

/** Of both, the fields that differ. */
function difference(before: CycleFields, after: CycleFields): readonly [Fields, Fields] {
  const names = (Object.keys(before) as (keyof CycleFields)[]).filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]));
  const only = (fields: CycleFields): Fields => Object.fromEntries(names.map((name) => [name, fields[name]]));
  return [only(before), only(after)];
}

export const TITLE_TAKEN = { pointer: '/title', detail: 'Năm này đã có một kỳ đánh giá cùng tên. Hãy đặt tên khác.' } as const;
