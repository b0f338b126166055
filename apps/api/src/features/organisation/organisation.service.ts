import { Injectable } from '@nestjs/common';
import type {
  Actor,
  AgencyGroupView,
  AgencyQuery,
  AgencyView,
  CreateAgencyGroupRequest,
  CreateAgencyRequest,
  EditAgencyRequest,
  Fields,
  Page,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockVersion } from '../../platform/database/lock';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { Agency } from './agency.entity';
import { AgencyGroup } from './agency-group.entity';
import { AgencyRepository } from './agency.repository';
import { toAgencyGroupView, toAgencyView } from './organisation.mapper';

const fieldsOf = ({ name, shortName, groupCode, active }: EditAgencyRequest): Fields => ({ name, shortName, groupCode, active });

@Injectable()
export class OrganisationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgencyRepository,
  ) {}

  async listGroups(): Promise<readonly AgencyGroupView[]> {
    return (await this.agencies.listGroups(this.dataSource.manager)).map(toAgencyGroupView);
  }

  async listAgencies(query: AgencyQuery): Promise<Page<AgencyView>> {
    const slice = sliceOf(query);
    const [agencies, total] = await this.agencies.list(this.dataSource.manager, query, slice);
    return pageOf(agencies.map(toAgencyView), total, slice);
  }

  async getAgency(id: string): Promise<AgencyView> {
    const agency = await this.agencies.find(this.dataSource.manager, id);
    if (!agency) {
      throw new DomainError('record.not-found');
    }
    return toAgencyView(agency);
  }

  /** Which of these ids are agencies. */
  async knownIds(em: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
    return ids.length === 0 ? [] : (await this.agencies.findMany(em, ids)).map(({ id }) => id);
  }

  createGroup(actor: Actor, { code, name }: CreateAgencyGroupRequest): Promise<AgencyGroupView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const group = tx.em.create(AgencyGroup, { code, name: name.trim() });
      await refuseDuplicates(() => tx.em.insert(AgencyGroup, group), { pointer: '/code', detail: 'Mã nhóm cơ quan này đã có. Hãy chọn mã khác.' });
      const { id } = await tx.em.findOneByOrFail(AgencyGroup, { code });
      await tx.audit('agency-group.created', { id }, { code, name: group.name });
      return toAgencyGroupView(group);
    });
  }

  createAgency(actor: Actor, request: CreateAgencyRequest): Promise<AgencyView> {
    const { code, groupCode, parentId = null } = request;
    return this.unitOfWork.run(actor, async (tx) => {
      await this.assertGroup(tx.em, groupCode);
      await this.assertParent(tx.em, parentId);
      const fields = { code, groupCode, parentId, name: request.name.trim(), shortName: request.shortName.trim(), active: true };
      const duplicate = { pointer: '/code', detail: 'Mã cơ quan này đã có. Hãy chọn mã khác.' };
      const agency = await refuseDuplicates(() => tx.em.save(tx.em.create(Agency, fields)), duplicate);
      await tx.audit('agency.created', { id: agency.id }, { code, name: agency.name });
      return toAgencyView(agency);
    });
  }

  editAgency(actor: Actor, id: string, request: EditAgencyRequest & { readonly version: number }): Promise<AgencyView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const agency = await lockVersion(tx.em, Agency, { id }, request.version);
      await this.assertGroup(tx.em, request.groupCode);
      const before = fieldsOf(agency);
      Object.assign(agency, fieldsOf(request), { name: request.name.trim(), shortName: request.shortName.trim() });
      await tx.em.save(agency);
      await tx.audit('agency.edited', { id }, { before, after: fieldsOf(agency) });
      return toAgencyView(agency);
    });
  }

  private async assertGroup(em: EntityManager, code: string): Promise<void> {
    if (!(await this.agencies.findGroup(em, code))) {
      const detail = 'Chưa có nhóm cơ quan này. Hãy chọn nhóm trong danh sách, hoặc tạo nhóm trước.';
      throw new DomainError('request.invalid', {}, [{ pointer: '/groupCode', code: 'unknown', detail }]);
    }
  }

  private async assertParent(em: EntityManager, id: string | null): Promise<void> {
    if (id !== null && !(await this.agencies.find(em, id))) {
      throw new DomainError('request.invalid', {}, [{ pointer: '/parentId', code: 'unknown', detail: 'Không có cơ quan cấp trên này. Hãy chọn trong danh sách.' }]);
    }
  }
}
