import { Injectable } from '@nestjs/common';
import type { AgencyRef, AssessmentState, ExemptionView, ExtensiblePhase, ExtensionView, ProgressMark } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import { containing } from '../../platform/database/search';
import type { Slice } from '../../platform/http/page.dto';
import { extendedFor, PROGRESS_SUMMARY, progressCount, progressRows } from './progress.sql';

/** A leaf that the agency scores itself and that counts. */
export interface CountedLeaf {
  readonly setId: string;
  readonly code: string;
  readonly excludesNotApplicable: boolean;
}

export interface ProgressFilter {
  readonly groupCode?: string;
  readonly state?: AssessmentState;
  readonly marked?: ProgressMark;
  readonly search?: string;
  readonly agencyId?: string;
}

export interface ProgressRecord {
  readonly assessmentId: string;
  readonly agency: AgencyRef;
  readonly groupCode: string;
  readonly state: AssessmentState;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly notSubmitted: boolean;
  readonly participantVersion: number;
  readonly answered: number;
  readonly toAnswer: number;
  readonly decided: number;
  readonly toDecide: number;
  readonly exemptions: readonly ExemptionView[];
  readonly extensions: readonly ExtensionView[];
}

export interface StateCount {
  readonly state: AssessmentState;
  readonly count: number;
  readonly late: number;
  readonly notSubmitted: number;
  readonly extended: number;
}

const CONDITIONS = `($2::text is null or g.group_code = $2) and ($3::text is null or a.state = $3)
  and ($4::text is null or fold(g.name) like fold($4) or fold(g.short_name) like fold($4)) and ($5::uuid is null or g.id = $5)
  and ($6::text is null or case $6::text when 'late' then a.late when 'not-submitted' then a.not_submitted else ${extendedFor('$7')} end)`;

@Injectable()
export class ProgressRepository {
  /** By group, then by name in Vietnamese order. */
  list(em: EntityManager, cycleId: string, { leaves, filter, slice, extended }: ProgressQuery): Promise<readonly ProgressRecord[]> {
    const parameters = [cycleId, ...valuesOf(filter), extended, slice.pageSize, slice.skip, JSON.stringify(leaves)];
    return em.query(progressRows(CONDITIONS, 'order by place limit $8 offset $9'), parameters);
  }

  /** How many there are on all pages together. */
  async countAll(em: EntityManager, cycleId: string, { filter, extended }: Pick<ProgressQuery, 'filter' | 'extended'>): Promise<number> {
    const [row]: readonly { readonly total: number }[] = await em.query(progressCount(CONDITIONS), [cycleId, ...valuesOf(filter), extended]);
    return row?.total ?? 0;
  }

  /** `extended` counts the extensions of one phase. */
  countByState(em: EntityManager, cycleId: string, extended: ExtensiblePhase | null): Promise<readonly StateCount[]> {
    return em.query(PROGRESS_SUMMARY, [cycleId, extended]);
  }
}

export interface ProgressQuery {
  readonly leaves: readonly CountedLeaf[];
  readonly filter: ProgressFilter;
  readonly slice: Slice;
  /** The phase whose extensions count: the one that the agencies work by now. */
  readonly extended: ExtensiblePhase | null;
}

function valuesOf({ groupCode, state, search = '', agencyId, marked }: ProgressFilter): readonly unknown[] {
  return [groupCode ?? null, state ?? null, search.trim() === '' ? null : containing(search), agencyId ?? null, marked ?? null];
}
