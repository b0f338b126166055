import { Injectable } from '@nestjs/common';
import { type Actor, type AgencyLineageView, descentErrors, type DescendRequest, type EditLineageRequest, type FieldError, type Fields, kindErrors, type RemoveLineageRequest } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { assertVersion, lockVersion } from '../../platform/database/lock';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { Agency } from './agency.entity';
import { AgencyLineage } from './agency-lineage.entity';
import { AgencyRepository } from './agency.repository';
import { LineageRepository } from './lineage.repository';

/**
 * A common table expression `ancestor(agency_id, ancestor_id, renamed)`: each of the agencies `ids` itself and all that it came from until the end of `year`, however
 * many steps ago; `renamed` where every step was a new name alone. Features to the right read history through it, in the queries that they have anyway.
 */
export const ancestorsOf = (ids: string, year: string): string => `
  recursive ancestor(agency_id, ancestor_id, renamed) as (
    select id, id, true from unnest(${ids}::uuid[]) as id
    union
    select d.agency_id, l.predecessor_id, d.renamed and l.kind = 'rename'
    from ancestor d join agency_lineage l on l.successor_id = d.ancestor_id and l.effective_on < make_date(${year} + 1, 1, 1))`;

/** What agencies came from: merges, splits and new names, as data. */
@Injectable()
export class LineageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly lineages: LineageRepository,
    private readonly agencies: AgencyRepository,
  ) {}

  /** Refuses an agency that is not there with `record.not-found`. */
  async get(agencyId: string): Promise<AgencyLineageView> {
    const em = this.dataSource.manager;
    await this.getAgency(em, agencyId);
    return this.viewOf(em, agencyId);
  }

  /** Records that the agency came from others, all lines or none. Refuses what the contract's rule refuses, field by field. */
  descend(actor: Actor, agencyId: string, request: DescendRequest): Promise<AgencyLineageView> {
    const { predecessorIds, ...facts } = request;
    return this.unitOfWork.run(actor, async (tx) => {
      const recorded = await this.lineages.holdAll(tx.em);
      await this.getAgency(tx.em, agencyId);
      const predecessors = await this.agencies.findMany(tx.em, predecessorIds);
      refuse([...unknownErrors(predecessorIds, predecessors), ...descentErrors({ successorId: agencyId, predecessorIds, kind: facts.kind }, recorded)]);
      await this.lineages.insert(tx.em, predecessorIds.map((predecessorId) => ({ predecessorId, successorId: agencyId, ...trimmed(facts) })));
      await tx.audit('agency-lineage.recorded', { id: agencyId }, { predecessors: predecessors.map(({ code }) => code), ...trimmed(facts) });
      return this.viewOf(tx.em, agencyId);
    });
  }

  /** Answers the lineage of the successor. */
  edit(actor: Actor, id: string, version: number, request: EditLineageRequest): Promise<AgencyLineageView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const recorded = await this.lineages.holdAll(tx.em);
      const line = await lockVersion(tx.em, AgencyLineage, { id }, version);
      const before = factsOf(line);
      refuse(kindErrors({ ...line, kind: request.kind }, recorded.filter((one) => one.id !== id)));
      await tx.em.save(Object.assign(line, trimmed(request)));
      await tx.audit('agency-lineage.edited', { id: line.successorId }, { before, after: factsOf(line) });
      return this.viewOf(tx.em, line.successorId);
    });
  }

  /** Takes a line away that was a mistake; what it was stays in the audit log, with the reason. Answers the lineage of the successor. */
  remove(actor: Actor, id: string, version: number, { reason }: RemoveLineageRequest): Promise<AgencyLineageView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const line = (await this.lineages.holdAll(tx.em)).find((one) => one.id === id);
      if (!line) {
        throw new DomainError('record.not-found');
      }
      assertVersion(line, version);
      await tx.em.delete(AgencyLineage, { id });
      await this.auditRemoval(tx, line, reason.trim());
      return this.viewOf(tx.em, line.successorId);
    });
  }

  private async auditRemoval(tx: Transaction, line: AgencyLineage, reason: string): Promise<void> {
    const predecessor = await this.getAgency(tx.em, line.predecessorId);
    await tx.audit('agency-lineage.removed', { id: line.successorId }, { predecessor: predecessor.code, before: factsOf(line), reason });
  }

  private async getAgency(em: EntityManager, id: string): Promise<Agency> {
    const agency = await this.agencies.find(em, id);
    if (!agency) {
      throw new DomainError('record.not-found');
    }
    return agency;
  }

  private async viewOf(em: EntityManager, agencyId: string): Promise<AgencyLineageView> {
    const lines = await this.lineages.list(em, agencyId);
    return { predecessors: lines.filter(({ successor }) => successor.id === agencyId), successors: lines.filter(({ predecessor }) => predecessor.id === agencyId) };
  }
}

const trimmed = ({ kind, effectiveOn, legalBasis }: EditLineageRequest): EditLineageRequest => ({ kind, effectiveOn, legalBasis: legalBasis.trim() });

const factsOf = ({ kind, effectiveOn, legalBasis }: AgencyLineage): Fields => ({ kind, effectiveOn, legalBasis });

const unknownErrors = (ids: readonly string[], known: readonly Agency[]): readonly FieldError[] =>
  ids.flatMap((id, at) => (known.some((agency) => agency.id === id) ? [] : [{ pointer: `/predecessorIds/${at}`, code: 'unknown', detail: 'Không có cơ quan này. Hãy chọn trong danh sách.' }]));

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) {
    throw new DomainError('request.invalid', {}, errors);
  }
}
