import { Injectable } from '@nestjs/common';
import type { AgencyRef, EditionView } from '@par-index/contract';
import type { NodeResult } from '@par-index/scoring';
import type { EntityManager } from 'typeorm';
import type { AgencyRow, Sheet } from './published-row';
import type { SnapshotDocument } from './snapshot-document';

/** A published row as it is stored. */
export interface PublishedRow {
  readonly groupCode: string;
  readonly agency: AgencyRef;
  readonly rank: number;
  readonly index: number;
  readonly grade: string | null;
  readonly points: number;
  readonly applicableMax: number;
  readonly selfPoints: number;
  readonly surveyPoints: number;
  readonly bonus: number;
  readonly penalty: number;
  readonly fields: Readonly<Record<string, NodeResult>>;
}

export interface PublishedSheet extends PublishedRow {
  readonly sheet: Sheet;
}

export interface NewSnapshot {
  readonly cycleId: string;
  readonly document: SnapshotDocument;
  readonly digest: string;
  readonly reason: string;
  readonly publishedBy: string;
}

interface EditionRow {
  readonly id: string;
  readonly edition: number;
  readonly digest: string;
  readonly publishedAt: Date;
}

/** A snapshot with its document. */
export interface StoredDocument {
  readonly id: string;
  readonly digest: string;
  readonly document: SnapshotDocument;
}

const FIGURES = ['index', 'points', 'applicableMax', 'selfPoints', 'surveyPoints', 'bonus', 'penalty'] as const;

@Injectable()
export class SnapshotRepository {
  /** The newest edition of a cycle's result, or null where none was published. */
  async findNewest(em: EntityManager, cycleId: string): Promise<EditionView | null> {
    const [row]: readonly EditionRow[] = await em.query(
      'select id, edition, digest, published_at as "publishedAt" from result_snapshot where cycle_id = $1 order by edition desc limit 1',
      [cycleId],
    );
    return row ? toEdition(row) : null;
  }

  async findDocument(em: EntityManager, snapshotId: string): Promise<StoredDocument | null> {
    const [row]: readonly StoredDocument[] = await em.query('select id, digest, document from result_snapshot where id = $1', [snapshotId]);
    return row ?? null;
  }

  /** Every edition of every published cycle, or of those of one year, oldest first. */
  listIds(em: EntityManager, year: number | null): Promise<readonly { readonly id: string; readonly year: number; readonly edition: number }[]> {
    return em.query(
      `select s.id, c.year, s.edition from result_snapshot s join cycle c on c.id = s.cycle_id
       where $1::int is null or c.year = $1 order by c.year, s.published_at, s.edition`,
      [year],
    );
  }

  /** A group's rows by rank, without their sheets. */
  async listRows(em: EntityManager, snapshotId: string, groupCode: string): Promise<readonly PublishedRow[]> {
    const rows: readonly PublishedRow[] = await em.query(`${ROWS} where snapshot_id = $1 and group_code = $2 order by rank`, [snapshotId, groupCode]);
    return rows.map(withNumbers);
  }

  async findSheet(em: EntityManager, snapshotId: string, agency: { readonly id?: string; readonly code?: string }): Promise<PublishedSheet | null> {
    const [row]: readonly PublishedSheet[] = await em.query(`${SHEETS} where snapshot_id = $1 and (agency_id = $2::uuid or agency_code = $3)`, [
      snapshotId,
      agency.id ?? null,
      agency.code ?? null,
    ]);
    return row ? withNumbers(row) : null;
  }

  async listSheets(em: EntityManager, snapshotId: string): Promise<readonly PublishedSheet[]> {
    const rows: readonly PublishedSheet[] = await em.query(`${SHEETS} where snapshot_id = $1 order by group_code, agency_code`, [snapshotId]);
    return rows.map(withNumbers);
  }

  async insert(em: EntityManager, { cycleId, document, digest, reason, publishedBy }: NewSnapshot): Promise<EditionView> {
    const [row]: readonly EditionRow[] = await em.query(
      `insert into result_snapshot (cycle_id, edition, document, digest, reason, published_by)
       values ($1, $2, $3, $4, $5, $6) returning id, edition, digest, published_at as "publishedAt"`,
      [cycleId, document.edition, JSON.stringify(document), digest, reason, publishedBy],
    );
    if (!row) {
      throw new Error('The snapshot did not come back');
    }
    return toEdition(row);
  }

  /** All rows of one group in one statement. */
  async insertRows(em: EntityManager, snapshotId: string, groupCode: string, rows: readonly AgencyRow[]): Promise<void> {
    await em.query(INSERT_ROWS, [snapshotId, groupCode, JSON.stringify(rows.map(toInsert))]);
  }
}

const toEdition = ({ id, edition, digest, publishedAt }: EditionRow): EditionView => ({ snapshotId: id, edition, publishedAt: publishedAt.toISOString(), digest });

/** `numeric` comes as text. */
function withNumbers<R extends PublishedRow>(row: R): R {
  return { ...row, ...Object.fromEntries(FIGURES.map((figure) => [figure, Number(row[figure])])) };
}

function toInsert({ agency, result, fields, sheet }: AgencyRow) {
  const { rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty } = result;
  const { id, code, name, shortName } = agency;
  return { agencyId: id, code, name, shortName, rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty, fields, sheet };
}

const COLUMNS = `
  group_code as "groupCode", jsonb_build_object('id', agency_id, 'code', agency_code, 'name', agency_name, 'shortName', agency_short_name) as agency,
  rank, index, grade, points, applicable_max as "applicableMax", self_points as "selfPoints", survey_points as "surveyPoints", bonus, penalty, fields`;
const ROWS = `select ${COLUMNS} from result_row`;
const SHEETS = `select ${COLUMNS}, sheet from result_row`;

const INSERT_ROWS = `
  insert into result_row (snapshot_id, group_code, agency_id, agency_code, agency_name, agency_short_name, rank, index, grade,
    points, applicable_max, self_points, survey_points, bonus, penalty, fields, sheet)
  select $1::uuid, $2, "agencyId", code, name, "shortName", rank, index, grade, points, "applicableMax", "selfPoints", "surveyPoints", bonus, penalty, fields, sheet
  from jsonb_to_recordset($3::jsonb) as r("agencyId" uuid, code text, name text, "shortName" text, rank int, index numeric, grade text, points numeric,
    "applicableMax" numeric, "selfPoints" numeric, "surveyPoints" numeric, bonus numeric, penalty numeric, fields jsonb, sheet jsonb)`;
