import type { OpenRanking, PublicField } from '@par-index/contract';
import type { NodeResult } from '@par-index/scoring';
import { canonicalJson } from '../../platform/digest/canonical-json';
import { type AgencyRow, type GroupDocument, rowsOf, type SnapshotDocument } from '../result/published-content.service';
import { csvOf, type CsvValue } from './csv';
import type { SchemaName } from './schemas';

/** One file of an edition, made from its snapshot alone. */
export interface OpenFile {
  readonly name: string;
  readonly mediaType: 'text/csv' | 'application/json';
  readonly title: string;
  readonly schema: SchemaName | null;
  readonly content: string;
}

/** The same snapshot and the same setting give the same bytes. */
export function openFilesOf(document: SnapshotDocument, isPublic: (field: PublicField) => boolean): readonly OpenFile[] {
  return document.groups.flatMap((group) => {
    const rows = rowsOf(group);
    const { groupCode, groupName } = group;
    return [
      json(`ranking-${groupCode}.json`, `Xếp hạng ${groupName}`, 'ranking', rankingOf(document, group, rows)),
      csv(`ranking-${groupCode}.csv`, `Xếp hạng ${groupName}`, rankingTable(group, rows)),
      ...(isPublic('criteria') ? [csv(`criteria-${groupCode}.csv`, `Điểm từng tiêu chí của ${groupName}`, criteriaTable(rows, isPublic('remarks') ? ['remark'] : []))] : []),
      ...(isPublic('answers') ? [json(`case-${groupCode}.json`, `Bộ tiêu chí và số liệu để tính lại kết quả của ${groupName}`, 'case', group.case)] : []),
    ];
  });
}

const json = (name: string, title: string, schema: SchemaName, content: unknown): OpenFile => ({
  ...{ name, title, schema },
  mediaType: 'application/json',
  content: canonicalJson(content),
});

const csv = (name: string, title: string, rows: readonly (readonly CsvValue[])[]): OpenFile => ({ name, title, schema: null, mediaType: 'text/csv', content: csvOf(rows) });

const pointsOf = (node: NodeResult | undefined): number | null => (node === undefined || 'excluded' in node ? null : node.points);

const fieldsOf = ({ case: { criteriaSet } }: GroupDocument) => criteriaSet.criteria.map(({ code, title, max }) => ({ code, title, max }));

const inOrder = (rows: readonly AgencyRow[]): readonly AgencyRow[] =>
  rows.toSorted((a, b) => a.result.rank - b.result.rank || (a.agency.code < b.agency.code ? -1 : 1));

function rankingOf({ cycle, edition }: SnapshotDocument, group: GroupDocument, rows: readonly AgencyRow[]): OpenRanking {
  const fields = fieldsOf(group);
  return {
    format: 'par-open-ranking/1',
    year: cycle.year,
    edition,
    group: group.groupCode,
    groupName: group.groupName,
    fields,
    agencies: inOrder(rows).map(({ agency, result }) => {
      const { rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty, nodes } = result;
      const byField = Object.fromEntries(fields.map(({ code }) => [code, pointsOf(nodes[code])]));
      return { code: agency.code, name: agency.name, rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty, fields: byField };
    }),
  };
}

const RANKING_HEAD = ['rank', 'agency_code', 'agency_name', 'index', 'grade', 'points', 'applicable_max', 'self_points', 'survey_points', 'bonus', 'penalty'];

function rankingTable(group: GroupDocument, rows: readonly AgencyRow[]): readonly (readonly CsvValue[])[] {
  const codes = fieldsOf(group).map(({ code }) => code);
  const lines = inOrder(rows).map(({ agency, result }) => {
    const { rank, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty, nodes } = result;
    const figures = [rank, agency.code, agency.name, index, grade, points, applicableMax, selfPoints, surveyPoints, bonus, penalty];
    return [...figures, ...codes.map((code) => pointsOf(nodes[code]))];
  });
  return [[...RANKING_HEAD, ...codes.map((code) => `field_${code}`)], ...lines];
}

function criteriaTable(rows: readonly AgencyRow[], more: readonly 'remark'[]): readonly (readonly CsvValue[])[] {
  const head = ['agency_code', 'criterion_code', 'criterion_title', 'max', 'points', 'excluded', ...more];
  const lines = inOrder(rows).flatMap(({ agency, sheet }) =>
    sheet.lines.map((line) => {
      const points = pointsOf(line.result);
      return [agency.code, line.code, line.title, line.max, points, points === null ? 1 : 0, ...more.map((field) => line[field])];
    }),
  );
  return [head, ...lines];
}
