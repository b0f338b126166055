import { Injectable } from '@nestjs/common';
import type { FieldError, NextCyclePreview, NextCycleRequest, PlannedAssignment, PlannedExemptionView, PlannedSet, SubstituteRequest, SubstituteView } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { digestOf } from '../../platform/digest/digest';
import { DomainError } from '../../platform/problem/domain-error';
import { CriteriaService } from '../criteria/criteria.service';
import type { CycleAssignment } from './cycle-assignment.entity';
import { inOrder, inUtc } from './cycle.mapper';
import { CycleParts } from './cycle-parts.service';
import type { SetHead } from './cycle.repository';
import { chosenSetErrors } from './next-cycle-sets';
import { assignmentRefusal, type ChosenSets, exemptionRefusal, NextCycleReading, type NextCycleSources, refOf, titleOf } from './next-cycle-sources.service';
import { type FormerExemption, NextCycleRepository } from './next-cycle.repository';
import { windowErrors } from './window-errors';

/** Everything that will be written, and what is shown of it. */
export interface NextCyclePlan {
  readonly fromCycleId: string;
  readonly leadAgencyId: string;
  readonly preview: NextCyclePreview;
  /** As chosen: one of another year is issued again. */
  readonly sets: readonly SetHead[];
  readonly substitutes: readonly SubstituteRequest[];
  readonly assignments: readonly CycleAssignment[];
  readonly exemptions: readonly FormerExemption[];
}

/** What was asked to carry over, apart from what can't. */
interface Sorted<T> {
  readonly kept: readonly T[];
  readonly warnings: readonly string[];
}

/** Works out a next cycle from a request, for its preview and for its writing alike. */
@Injectable()
export class NextCyclePlanner {
  constructor(
    private readonly reading: NextCycleReading,
    private readonly next: NextCycleRepository,
    private readonly parts: CycleParts,
    private readonly criteria: CriteriaService,
  ) {}

  /** Refuses wrong sets, dates and substitutes, each by its place, and what the former cycle does not have. What can't carry over into the chosen sets stays behind with a warning. */
  async plan(em: EntityManager, cycleId: string, request: NextCycleRequest): Promise<NextCyclePlan> {
    const sources = await this.reading.read(em, cycleId);
    const heads = await this.chosen(em, request, sources);
    assertWindows(request);
    await this.parts.assertAgencies(em, { leadAgencyId: sources.cycle.leadAgency.id, substitutes: request.substitutes });
    const sets = await this.reading.compile(em, heads);
    const assignments = sorted(named(request.assignmentIds, sources), (row) => assignmentRefusal(row, sources, sets), (row) => `Phân công tiêu chí ${row.code}`);
    const exemptions = sorted(granted(request.exemptions, sources), (row) => exemptionRefusal(row, sources, sets), (row) => `Miễn tiêu chí ${row.code} của ${sources.agencies.get(row.agencyId)?.name ?? ''}`);
    const shown = {
      ...{ year: sources.year, title: request.title.trim(), sets: await this.plannedSets(em, heads, sources) },
      windows: inOrder(request.windows.map(inUtc)),
      substitutes: request.substitutes.map((one) => substituteView(one, sources)),
      assignments: assignments.kept.map((row) => plannedAssignment(row, sources, sets)),
      exemptions: exemptions.kept.map((row) => plannedExemption(row, sources, sets)),
      warnings: [...assignments.warnings, ...exemptions.warnings, ...setWarnings(heads, sources)],
    };
    return {
      ...{ fromCycleId: cycleId, leadAgencyId: sources.cycle.leadAgency.id, sets: heads, substitutes: request.substitutes },
      ...{ assignments: assignments.kept, exemptions: exemptions.kept, preview: { ...shown, digest: digestOf({ shown, sets: heads.map(({ id }) => id) }) } },
    };
  }

  private async chosen(em: EntityManager, { criteriaSetIds }: NextCycleRequest, { year }: NextCycleSources): Promise<readonly SetHead[]> {
    const heads = new Map((await this.next.listSets(em, criteriaSetIds)).map((head) => [head.id, head]));
    const chosen = criteriaSetIds.map((id) => heads.get(id));
    const errors = chosenSetErrors(chosen, year);
    if (errors.length > 0) {
      throw new DomainError('cycle.set-invalid', {}, errors);
    }
    return chosen.filter((head) => head !== undefined);
  }

  private async plannedSets(em: EntityManager, heads: readonly SetHead[], sources: NextCycleSources): Promise<readonly PlannedSet[]> {
    const planned: PlannedSet[] = [];
    for (const head of heads) {
      const { groupCode } = head;
      const group = { groupCode, groupName: sources.groups.find((one) => one.groupCode === groupCode)?.groupName ?? groupCode, agencies: invited(sources, groupCode) };
      const again = head.year === sources.year ? null : await this.criteria.previewReissue(em, head.id, sources.year);
      const told = again ? { title: again.set.title, versionNumber: again.versionNumber, reissuedFrom: `${head.title}, phiên bản ${head.versionNumber}` } : { title: head.title, versionNumber: head.versionNumber, reissuedFrom: null };
      planned.push({ ...group, ...told });
    }
    return planned;
  }
}

const invited = ({ agencies }: NextCycleSources, groupCode: string): number => [...agencies.values()].filter((agency) => agency.active && agency.groupCode === groupCode).length;

function assertWindows({ windows }: NextCycleRequest): void {
  const errors = windowErrors(windows, 'preparing');
  if (errors.length > 0) {
    throw new DomainError('cycle.dates-disordered', {}, errors);
  }
}

/** The former assignments by their ids. Refuses one that the former cycle does not have. */
function named(ids: readonly string[], { assignments }: NextCycleSources): readonly CycleAssignment[] {
  const missing = ids.flatMap((id, at): readonly FieldError[] => (assignments.some((row) => row.id === id) ? [] : [stranger(`/assignmentIds/${at}`, 'Kỳ trước không còn phân công này. Hãy tải lại trang.')]));
  refuse(missing);
  return assignments.filter(({ id }) => ids.includes(id));
}

function granted(keys: NextCycleRequest['exemptions'], { exemptions }: NextCycleSources): readonly FormerExemption[] {
  const isMeant = (row: FormerExemption) => (key: NextCycleRequest['exemptions'][number]): boolean => key.agencyId === row.agencyId && key.code === row.code;
  refuse(keys.flatMap((key, at) => (exemptions.some((row) => isMeant(row)(key)) ? [] : [stranger(`/exemptions/${at}`, 'Kỳ trước không còn miễn tiêu chí này. Hãy tải lại trang.')])));
  return exemptions.filter((row) => keys.some(isMeant(row)));
}

const stranger = (pointer: string, detail: string): FieldError => ({ pointer, code: 'record.not-found', detail });

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
}

function sorted<T>(rows: readonly T[], refusalOf: (row: T) => string | null, wordOf: (row: T) => string): Sorted<T> {
  const judged = rows.map((row) => ({ row, refusal: refusalOf(row) }));
  return {
    kept: judged.filter(({ refusal }) => refusal === null).map(({ row }) => row),
    warnings: judged.flatMap(({ row, refusal }) => (refusal === null ? [] : [`${wordOf(row)} không chuyển sang được: ${refusal}`])),
  };
}

function setWarnings(heads: readonly SetHead[], { year, cycle }: NextCycleSources): readonly string[] {
  const again = heads.filter((head) => head.year !== year).map(({ title, year: of }) => `«${title}» được viết cho năm ${of}: hãy rà lại mốc thời gian và văn bản nêu trong tiêu chí trước khi mở kỳ.`);
  const open = cycle.sets.filter(({ groupCode }) => !heads.some((head) => head.groupCode === groupCode));
  return [...again, ...open.map(({ groupName }) => `Nhóm ${groupName} chưa có bộ tiêu chí: chưa cơ quan nào của nhóm được mời.`)];
}

function substituteView({ ownerAgencyId, substituteAgencyId }: SubstituteRequest, sources: NextCycleSources): SubstituteView {
  return { owner: known(sources, ownerAgencyId), substitute: known(sources, substituteAgencyId) };
}

function plannedAssignment({ groupCode, code, assessedAgencyId, agencyId }: CycleAssignment, sources: NextCycleSources, sets: ChosenSets): PlannedAssignment {
  return { groupCode, code, title: titleOf(sets, groupCode, code), assessed: assessedAgencyId === null ? null : known(sources, assessedAgencyId), agency: known(sources, agencyId) };
}

function plannedExemption({ agencyId, groupCode, code, reason }: FormerExemption, sources: NextCycleSources, sets: ChosenSets): PlannedExemptionView {
  return { agency: known(sources, agencyId), code, title: titleOf(sets, groupCode, code), reason };
}

function known({ agencies }: NextCycleSources, id: string) {
  const agency = agencies.get(id);
  if (!agency) {
    throw new Error(`There is no agency ${id}`);
  }
  return refOf(agency);
}
