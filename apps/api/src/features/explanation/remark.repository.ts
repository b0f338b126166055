import { Injectable } from '@nestjs/common';
import type { RemarkSide, RemarkVisibility } from '@par-index/contract';
import type { EntityManager } from 'typeorm';

export interface StoredRemark {
  readonly id: string;
  readonly code: string;
  readonly side: RemarkSide;
  readonly visibility: RemarkVisibility;
  readonly asks: boolean;
  readonly text: string;
  readonly at: Date;
  readonly by: string;
  readonly from: string;
}

export interface RemarkWrite extends Pick<StoredRemark, 'code' | 'side' | 'visibility' | 'asks' | 'text'> {
  readonly assessmentId: string;
  readonly agencyId: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
}

/** What the remarks under one criterion come to, for one side. */
export interface RemarkSummary {
  readonly code: string;
  readonly remarks: number;
  /** The newest question to the agency. */
  readonly askedAt: Date | null;
  readonly asked: string | null;
  /** The agency's newest shared remark. */
  readonly answeredAt: Date | null;
}

/** Remarks, always for one side: what the other side keeps to itself never leaves the database. */
@Injectable()
export class RemarkRepository {
  /** Under one criterion, oldest first. */
  list(em: EntityManager, place: { readonly assessmentId: string; readonly code: string }, side: RemarkSide): Promise<readonly StoredRemark[]> {
    return em.query(
      `select r.id, r.code, r.side, r.visibility, r.asks, r.text, r.written_at as at, u.full_name as by, g.short_name as from
       from remark r join user_account u on u.id = r.written_by join agency g on g.id = r.agency_id
       where r.assessment_id = $1 and r.code = $2 and (r.visibility = 'shared' or (r.visibility = 'internal' and r.side = $3))
       order by r.written_at, r.id`,
      [place.assessmentId, place.code, side],
    );
  }

  /** Of all criteria that have any. */
  summarise(em: EntityManager, assessmentId: string, side: RemarkSide): Promise<readonly RemarkSummary[]> {
    return em.query(
      `select r.code, count(*)::int as remarks, max(r.written_at) filter (where r.asks) as "askedAt",
         (array_agg(r.text order by r.written_at desc, r.id) filter (where r.asks))[1] as asked,
         max(r.written_at) filter (where r.side = 'agency' and r.visibility = 'shared') as "answeredAt"
       from remark r
       where r.assessment_id = $1 and (r.visibility = 'shared' or (r.visibility = 'internal' and r.side = $2))
       group by r.code`,
      [assessmentId, side],
    );
  }

  async insert(em: EntityManager, { assessmentId, code, side, visibility, asks, text, agencyId, writtenBy, writtenAt }: RemarkWrite): Promise<void> {
    await em.query(
      `insert into remark (assessment_id, code, side, visibility, asks, text, agency_id, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [assessmentId, code, side, visibility, asks, text, agencyId, writtenBy, writtenAt],
    );
  }

  /** The question of appraisal 1 under one criterion; null where none was asked. */
  async findAsked(em: EntityManager, assessmentId: string, code: string): Promise<Date | null> {
    const [row]: readonly { readonly at: Date }[] = await em.query(
      `select decided_at as at from appraisal_layer where assessment_id = $1 and code = $2 and layer = 'appraisal-1' and explanation_wanted`,
      [assessmentId, code],
    );
    return row?.at ?? null;
  }
}
