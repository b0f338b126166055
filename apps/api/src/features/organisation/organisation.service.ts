import { Injectable } from '@nestjs/common';
import type {
  Actor,
  AgencyGroupView,
  AgencyQuery,
  AgencyRef,
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
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { Agency } from './agency.entity';
import { AgencyGroup } from './agency-group.entity';
import { AgencyRepository } from './agency.repository';
import { toAgencyGroupView, toAgencyRef, toAgencyView } from './organisation.mapper';

const FIRST_GROUP = { code: 'so-ban-nganh', name: 'Sở, ban, ngành' } as const;

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

  async listActive(): Promise<readonly AgencyRef[]> {
    return (await this.agencies.listActive(this.dataSource.manager)).map(toAgencyRef);
  }

  /** Which of these ids are agencies. */
  async knownIds(em: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
    return ids.length === 0 ? [] : (await this.agencies.findMany(em, ids)).map(({ id }) => id);
  }

  /**
   * The id of the agency with this code, for a command that can't ask anybody: where there is no agency at all it is made, with its
   * group. Refuses an unknown code once there are agencies.
   */
  async firstAgency(tx: Transaction, { code, name }: { readonly code: string; readonly name: string }): Promise<string> {
    const known = await tx.em.findOneBy(Agency, { code });
    if (known) {
      return known.id;
    }
    if (await tx.em.exists(Agency)) {
      throw new DomainError('record.not-found', {}, [{ pointer: '/agencyCode', code: 'unknown', detail: `Không có cơ quan nào mang mã ${code}.` }]);
    }
    const group = (await this.agencies.listGroups(tx.em))[0] ?? (await this.insertGroup(tx, FIRST_GROUP));
    const { id } = await this.insertAgency(tx, { code, name, shortName: name, groupCode: group.code, parentId: null });
    return id;
  }

  createGroup(actor: Actor, { code, name }: CreateAgencyGroupRequest): Promise<AgencyGroupView> {
    return this.unitOfWork.run(actor, async (tx) => toAgencyGroupView(await this.insertGroup(tx, { code, name: name.trim() })));
  }

  createAgency(actor: Actor, request: CreateAgencyRequest): Promise<AgencyView> {
    const { code, groupCode, parentId = null } = request;
    return this.unitOfWork.run(actor, async (tx) => {
      await this.assertGroup(tx.em, groupCode);
      await this.assertParent(tx.em, parentId);
      return toAgencyView(await this.insertAgency(tx, { code, groupCode, parentId, name: request.name.trim(), shortName: request.shortName.trim() }));
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

  private async insertGroup(tx: Transaction, { code, name }: CreateAgencyGroupRequest): Promise<AgencyGroup> {
    const group = tx.em.create(AgencyGroup, { code, name });
    await refuseDuplicates(() => tx.em.insert(AgencyGroup, group), { pointer: '/code', detail: 'Mã nhóm cơ quan này đã có. Hãy chọn mã khác.' });
    const { id } = await tx.em.findOneByOrFail(AgencyGroup, { code });
    await tx.audit('agency-group.created', { id }, { code, name });
    return group;
  }

  private async insertAgency(tx: Transaction, fields: Required<CreateAgencyRequest>): Promise<Agency> {
    const duplicate = { pointer: '/code', detail: 'Mã cơ quan này đã có. Hãy chọn mã khác.' };
    const agency = await refuseDuplicates(() => tx.em.save(tx.em.create(Agency, { ...fields, active: true })), duplicate);
    await tx.audit('agency.created', { id: agency.id }, { code: fields.code, name: fields.name });
    return agency;
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
