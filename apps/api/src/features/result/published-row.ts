import type { AppraisalLayerView, FieldHead, SheetLine } from '@par-index/contract';
import { type AgencyResult, bestOfRelative, compileCriteriaSet, type CompiledNode, type CompiledSet, type ExactValue, type NodeResult, scoreLeaf } from '@par-index/scoring';
import { byCode, changesPoints, highestOf } from '../appraisal/rules.service';
import type { AgencyRecord, GroupDocument, LayerRecord } from './snapshot-document';

/** One agency's place in a ranking with its sheet, made from the group's document alone. */
export interface AgencyRow {
  readonly agency: AgencyRecord;
  readonly result: AgencyResult;
  /** By the code of the field. */
  readonly fields: Readonly<Record<string, NodeResult>>;
  readonly sheet: Sheet;
}

/** `best` and `exempt` are what the explanation of a leaf needs from outside of its answer. */
export interface Sheet {
  readonly lines: readonly StoredLine[];
  readonly best: Readonly<Record<string, ExactValue>>;
  readonly exempt: readonly string[];
}

/** A line without its trace: that is worked out again when it is read. */
export type StoredLine = Omit<SheetLine, 'trace'>;

/** The top-level criteria of a set: the columns of its ranking. */
export function fieldHeadsOf(set: CompiledSet): readonly FieldHead[] {
  return set.nodes.filter(({ parent }) => parent === null).map(({ code, title, max, section }) => ({ code, title, max, section }));
}

/** Every agency of the group with its sheet, in the order of the case. */
export function rowsOf(group: GroupDocument): readonly AgencyRow[] {
  const set = compileCriteriaSet(group.case.criteriaSet);
  const best = bestOfRelative(set, group.case.agencies);
  const fields = fieldHeadsOf(set);
  return group.result.agencies.map((result, place) => {
    const agency = inPlace(group.agencies, place);
    const answers = inPlace(group.case.agencies, place).answers;
    const lines = linesOf(set, { agency, result, answers });
    return {
      agency,
      result,
      fields: Object.fromEntries(fields.map(({ code }) => [code, nodeResult(result, code)])),
      sheet: { lines, best, exempt: agency.exemptions.map(({ code }) => code) },
    };
  });
}

interface Scored {
  readonly agency: AgencyRecord;
  readonly result: AgencyResult;
  readonly answers: GroupDocument['case']['agencies'][number]['answers'];
}

function linesOf(set: CompiledSet, scored: Scored): readonly StoredLine[] {
  const layersBy = byCode(scored.agency.layers);
  return set.nodes.map((node) => lineOf(set, node, scored, layersBy.get(node.code) ?? []));
}

function lineOf(set: CompiledSet, node: CompiledNode, { agency, result, answers }: Scored, layers: readonly LayerRecord[]): StoredLine {
  const { code, title, max, isLeaf } = node;
  const line = { code, title, max, depth: code.split('.').length - 1, leaf: isLeaf, result: nodeResult(result, code) };
  if (!isLeaf) {
    return { ...line, declared: null, selfPoints: null, inForce: null, layers: [], remark: '' };
  }
  const declared = agency.declared[code] ?? null;
  const inForce = answers[code] ?? null;
  const selfPoints = declared === null ? null : scoreLeaf(set, code, declared).points;
  return { ...line, declared, selfPoints, inForce, layers: layers.map(layerView), remark: remarkOf(set, { code, declared, inForce, layers }) };
}

interface Remarked {
  readonly code: string;
  readonly declared: AgencyRecord['declared'][string] | null;
  readonly inForce: AgencyRecord['declared'][string] | null;
  readonly layers: readonly LayerRecord[];
}

/** The reason of the layer in force where its points differ from the declared ones. */
function remarkOf(set: CompiledSet, { code, declared, inForce, layers }: Remarked): string {
  const reason = highestOf(layers)?.reason ?? '';
  return reason !== '' && changesPoints(set, code, { from: declared, to: inForce }) ? reason : '';
}

const layerView = (layer: LayerRecord): AppraisalLayerView => ({ ...layer });

/** A node that the result does not name is excluded. */
const nodeResult = (result: AgencyResult, code: string): NodeResult => result.nodes[code] ?? { excluded: true };

function inPlace<T>(list: readonly T[], place: number): T {
  const item = list[place];
  if (item === undefined) {
    throw new RangeError(`The document has no agency in place ${place}`);
  }
  return item;
}
