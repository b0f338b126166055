import type { AgencyGroupView, AgencyRef, AgencyView } from '@par-index/contract';
import type { Agency } from './agency.entity';
import type { AgencyGroup } from './agency-group.entity';

export const toAgencyGroupView = ({ code, name }: AgencyGroup): AgencyGroupView => ({ code, name });

export const toAgencyRef = ({ id, code, name, shortName }: Agency): AgencyRef => ({ id, code, name, shortName });

export function toAgencyView(agency: Agency): AgencyView {
  const { groupCode, parentId, active, version } = agency;
  return { ...toAgencyRef(agency), groupCode, parentId, active, version };
}
