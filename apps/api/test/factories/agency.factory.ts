import type { DataSource } from 'typeorm';
import { Agency } from '../../src/features/organisation/agency.entity';
import { AgencyGroup } from '../../src/features/organisation/agency-group.entity';

let made = 0;

/** A code or a name that no other test of the run uses. */
export const unused = (prefix: string): string => `${prefix}-${process.pid}-${(made += 1)}`;

/** Saves a group where it is missing, and gives its code. */
export async function aGroup(db: DataSource, code = 'so-ban-nganh'): Promise<string> {
  await db
    .createQueryBuilder()
    .insert()
    .into(AgencyGroup)
    .values({ code, name: `Nhóm ${code}` })
    .orIgnore()
    .execute();
  return code;
}

/** Saves an agency: an active department of the group `so-ban-nganh`, unless told otherwise. Its group is made where it is missing. */
export async function anAgency(db: DataSource, overrides: Partial<Agency> = {}): Promise<Agency> {
  const code = overrides.code ?? unused('so');
  const groupCode = await aGroup(db, overrides.groupCode);
  const fields = { code, name: `Sở ${code}`, shortName: code, parentId: null, active: true, ...overrides, groupCode };
  return db.manager.save(db.manager.create(Agency, fields));
}
