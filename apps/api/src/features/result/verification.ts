import type { VerificationView } from '@par-index/contract';
import { type AgencyResult, scoreCase } from '@par-index/scoring';
import { canonicalJson } from '../../platform/digest/canonical-json';
import { digestOf } from '../../platform/digest/digest';
import type { GroupDocument, SnapshotDocument } from './snapshot-document';

type Difference = VerificationView['differences'][number];

/** A stored row, as far as it repeats the document. */
export interface StoredFigures {
  readonly agencyCode: string;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** A snapshot as it stands in the database. */
export interface StoredSnapshot {
  readonly snapshotId: string;
  readonly digest: string;
  readonly document: SnapshotDocument;
  readonly rows: readonly StoredFigures[];
}

/**
 * Computes a snapshot again from its own case and compares, field by field: the document with its digest, the recomputed result with
 * the stored one, and the rows that readers see (`expectedRows`, made from the document) with those that are stored.
 */
export function verify(snapshot: StoredSnapshot, expectedRows: readonly StoredFigures[]): VerificationView {
  const { groups } = snapshot.document;
  const results = groups.flatMap((group) => resultDifferences(group));
  const rows = rowDifferences(snapshot.rows, expectedRows);
  return {
    snapshotId: snapshot.snapshotId,
    digest: snapshot.digest,
    digestHolds: digestOf(snapshot.document) === snapshot.digest,
    resultHolds: results.length === 0 && rows.length === 0,
    agencies: groups.reduce((count, { agencies }) => count + agencies.length, 0),
    differences: [...results, ...rows],
  };
}

/** A document from which nothing can be computed any more. */
export function unreadable({ snapshotId, digest, document }: StoredSnapshot, error: unknown): VerificationView {
  const recomputed = error instanceof Error ? error.message : String(error);
  const difference = { agencyCode: '', field: 'document', stored: digest, recomputed: recomputed.slice(0, LONGEST) };
  return { snapshotId, digest, digestHolds: digestOf(document) === digest, resultHolds: false, agencies: 0, differences: [difference] };
}

function resultDifferences(group: GroupDocument): readonly Difference[] {
  const outcome = scoreCase(group.case);
  if (!outcome.ok) {
    const found = outcome.findings.map(({ code, pointer }) => `${code} ${pointer}`).join('; ');
    return [{ agencyCode: group.groupCode, field: 'case', stored: 'par-scoring-case/1', recomputed: found }];
  }
  const stored = new Map(group.result.agencies.map((agency) => [agency.code, agency]));
  const recomputed = new Map(outcome.result.agencies.map((agency) => [agency.code, agency]));
  const codes = [...new Set([...stored.keys(), ...recomputed.keys()])];
  return codes.flatMap((code) => agencyDifferences(code, stored.get(code), recomputed.get(code)));
}

function agencyDifferences(agencyCode: string, stored: AgencyResult | undefined, recomputed: AgencyResult | undefined): readonly Difference[] {
  return fieldDifferences(agencyCode, flat(stored), flat(recomputed));
}

/** One field for each figure and each node, so that a difference is named. */
function flat(result: AgencyResult | undefined): Readonly<Record<string, unknown>> {
  if (!result) {
    return {};
  }
  const { nodes, ...figures } = result;
  return { ...figures, ...Object.fromEntries(Object.entries(nodes).map(([code, node]) => [`nodes.${code}`, node])) };
}

function rowDifferences(stored: readonly StoredFigures[], expected: readonly StoredFigures[]): readonly Difference[] {
  const storedBy = new Map(stored.map((row) => [row.agencyCode, row.figures]));
  const expectedBy = new Map(expected.map((row) => [row.agencyCode, row.figures]));
  const codes = [...new Set([...storedBy.keys(), ...expectedBy.keys()])];
  return codes.flatMap((code) => fieldDifferences(code, inRow(storedBy.get(code)), inRow(expectedBy.get(code))));
}

const inRow = (figures: Readonly<Record<string, unknown>> = {}) => Object.fromEntries(Object.entries(figures).map(([name, value]) => [`row.${name}`, value]));

const LONGEST = 200;

function fieldDifferences(agencyCode: string, stored: Readonly<Record<string, unknown>>, recomputed: Readonly<Record<string, unknown>>): readonly Difference[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(recomputed)])];
  return names
    .map((field) => ({ agencyCode, field, stored: text(stored[field]), recomputed: text(recomputed[field]) }))
    .filter((difference) => difference.stored !== difference.recomputed)
    .map((difference) => ({ ...difference, stored: difference.stored.slice(0, LONGEST), recomputed: difference.recomputed.slice(0, LONGEST) }));
}

const text = (value: unknown): string => (value === undefined ? '–' : canonicalJson(value));
