import { Injectable } from '@nestjs/common';
import { type Actor, agenciesOf, type AgencyRef, type DelegationKind, type DelegationState, holds, type PersonRef, type RoleGrant } from '@par-index/contract';
import type { EntityManager } from 'typeorm';
import type { Slice } from '../../platform/http/page.dto';

export interface DelegationRow {
  readonly id: string;
  readonly kind: DelegationKind;
  readonly agency: AgencyRef;
  readonly from: PersonRef;
  readonly to: PersonRef;
  /** Calendar days as text. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly revokeReason: string | null;
  readonly version: number;
  /** The day in Vietnam. */
  readonly today: string;
}

/** An active person with their own roles at one agency. */
export interface AgencyPerson extends PersonRef {
  readonly agency: AgencyRef;
  readonly grants: readonly RoleGrant[];
}

export interface DelegationFilter {
  readonly state?: DelegationState;
  readonly mine?: 'true' | 'false';
}

export const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/** $1 the reader, $2 whether they see all, $3 the agencies that they head. */
const IN_SIGHT = `(d.from_user_id = $1 or d.to_user_id = $1 or $2 or d.agency_id = any($3::uuid[]))`;

const STATE = `case when d.revoked_at is not null then 'revoked' when ${TODAY} < d.starts_on then 'coming' when ${TODAY} > d.ends_on then 'over' else 'active' end`;

const ROWS = `
  select d.id, d.kind, jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'shortName', g.short_name) as agency,
    jsonb_build_object('id', f.id, 'fullName', f.full_name) as "from", jsonb_build_object('id', t.id, 'fullName', t.full_name) as "to",
    d.starts_on::text as "startsOn", d.ends_on::text as "endsOn", d.reason, d.created_at as "createdAt", c.full_name as "createdBy",
    d.revoked_at as "revokedAt", r.full_name as "revokedBy", d.revoke_reason as "revokeReason", d.version, ${TODAY}::text as today
  from delegation d
  join agency g on g.id = d.agency_id
  join user_account f on f.id = d.from_user_id
  join user_account t on t.id = d.to_user_id
  join user_account c on c.id = d.created_by
  left join user_account r on r.id = d.revoked_by`;

const scopeOf = (actor: Actor): readonly unknown[] => [actor.id, holds(actor, ['home-affairs']), agenciesOf(actor, ['agency-head'])];

@Injectable()
export class DelegationRepository {
  /** Those that the reader may see, the newest first; and how many there are. */
  async page(em: EntityManager, actor: Actor, { state, mine }: DelegationFilter, { pageSize, skip }: Slice): Promise<readonly [readonly DelegationRow[], number]> {
    const where = `where ${IN_SIGHT} and ($4::text is null or ${STATE} = $4) and (not $5::boolean or d.from_user_id = $1 or d.to_user_id = $1)`;
    const parameters = [...scopeOf(actor), state ?? null, mine === 'true'];
    const [counted]: readonly { readonly total: number }[] = await em.query(`select count(*)::int as total from delegation d ${where}`, parameters);
    const rows: readonly DelegationRow[] = await em.query(`${ROWS} ${where} order by d.created_at desc, d.id limit $6 offset $7`, [...parameters, pageSize, skip]);
    return [rows, counted?.total ?? 0];
  }

  async find(em: EntityManager, actor: Actor, id: string): Promise<DelegationRow | null> {
    const rows: readonly DelegationRow[] = await em.query(`${ROWS} where ${IN_SIGHT} and d.id = $4`, [...scopeOf(actor), id]);
    return rows[0] ?? null;
  }

  /** Everybody active of these agencies with the roles that are their own there; of all agencies that appraise where none are named. */
  listPeople(em: EntityManager, agencyIds: readonly string[] | null): Promise<readonly AgencyPerson[]> {
    return em.query(
      `select u.id, u.full_name as "fullName", jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name) as agency,
         jsonb_agg(jsonb_build_object('role', g.role, 'agencyId', g.agency_id)) as grants
       from user_grant g join user_account u on u.id = g.user_id and u.active join agency a on a.id = g.agency_id
       where g.agency_id = any($1::uuid[]) or ($1::uuid[] is null and exists (
         select from user_grant h where h.agency_id = g.agency_id and h.role in ('appraiser', 'home-affairs')))
       group by u.id, a.id
       order by a.name collate "vi-x-icu", a.id, u.full_name collate "vi-x-icu", u.id`,
      [agencyIds],
    );
  }

  async today(em: EntityManager): Promise<string> {
    const rows: readonly { readonly today: string }[] = await em.query(`select ${TODAY}::text as today`);
    return rows[0]?.today ?? '';
  }

  /** Whether the person has left the same to somebody on any of these days. */
  async overlaps(em: EntityManager, { kind, agencyId, fromUserId, startsOn, endsOn }: Days): Promise<boolean> {
    const rows: readonly unknown[] = await em.query(
      `select from delegation where kind = $1 and agency_id = $2 and from_user_id = $3 and revoked_at is null and starts_on <= $5::date and ends_on >= $4::date`,
      [kind, agencyId, fromUserId, startsOn, endsOn],
    );
    return rows.length > 0;
  }
}

interface Days {
  readonly kind: DelegationKind;
  readonly agencyId: string;
  readonly fromUserId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
