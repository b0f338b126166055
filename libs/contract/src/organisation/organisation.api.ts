/** GET /agency-groups. A group of agencies that is ranked by itself, such as `so-ban-nganh` or `xa-phuong`. Data, not an enum. */
export interface AgencyGroupView {
  readonly code: string;
  readonly name: string;
}

export interface AgencyRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

export interface AgencyView extends AgencyRef {
  readonly groupCode: string;
  readonly parentId: string | null;
  readonly active: boolean;
  readonly version: number;
}

/** GET /agencies?search&groupCode&active&page, in Vietnamese order of names within the order of groups. GET /agencies/:id with ETag. */
export interface AgencyQuery {
  readonly page?: number;
  readonly pageSize?: number;
  readonly search?: string;
  readonly groupCode?: string;
  readonly active?: boolean;
}

/** POST /agencies */
export interface CreateAgencyRequest {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly groupCode: string;
  readonly parentId?: string | null;
}

/** PUT /agencies/:id, If-Match. An agency is never deleted; it is deactivated. */
export interface EditAgencyRequest {
  readonly name: string;
  readonly shortName: string;
  readonly groupCode: string;
  readonly active: boolean;
}

/** POST /agency-groups */
export interface CreateAgencyGroupRequest {
  readonly code: string;
  readonly name: string;
}
