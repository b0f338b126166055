import { Injectable } from '@nestjs/common';
import type { DemoPerson, SiteView } from '@par-index/contract';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config';

const DEMO_PEOPLE = `
  select u.user_name "userName", u.full_name "fullName", d.purpose,
    coalesce((select json_agg(distinct g.role) from user_grant g where g.user_id = u.id), '[]') roles,
    coalesce((select min(a.name) from user_grant g join agency a on a.id = g.agency_id where g.user_id = u.id), '') "agencyName"
  from demo_person d join user_account u on u.id = d.user_id and u.active order by d.position`;

@Injectable()
export class SiteService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  /** What the sign-in page needs. The demonstration's people are shown only where one may sign in as them. */
  async get(): Promise<SiteView> {
    const people: readonly DemoPerson[] = await this.dataSource.query(DEMO_PEOPLE);
    const { PAR_PROVINCE_NAME: provinceName, PAR_DEMO, maxEvidenceBytes } = this.config;
    return { provinceName, demo: people.length > 0, demoPeople: PAR_DEMO ? people : [], maxEvidenceBytes };
  }
}
