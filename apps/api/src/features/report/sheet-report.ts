import { type AnswerView, type AppraisalLayerView, type AssessmentView, type EvidenceLinkView, type Layer, LAYERS } from '@par-index/contract';
import {
  answerInWords,
  type AgencyAnswers,
  type Answer,
  type CompiledLeaf,
  type CompiledNode,
  type CompiledSet,
  type NodeResult,
  ruleInWords,
  type RunningTotals,
  runningTotals,
  scoreLeaf,
  sourceInWords,
} from '@par-index/scoring';
import { answersInForce, byCode, layersUpTo } from '../appraisal/rules.service';
import type { Figure, ReportLine, ReportTotals } from './sheet-workbook';

/** Whether the reader sees every criterion, or only those assigned to the own agency: sums over a part would mislead. */
export type Extent = 'whole' | 'part';

const WAITS = 'chờ tổng hợp';
const NOT_APPLICABLE = 'không áp dụng';
const LAYER_WORDS: Readonly<Record<Layer, string>> = { 'base': 'Số liệu gốc', 'appraisal-1': 'Lần 1', 'appraisal-2': 'Lần 2', 'council': 'Hội đồng' };

interface Sums {
  readonly self: RunningTotals;
  readonly layers: ReadonlyMap<Layer, RunningTotals>;
}

/** The lines and sums of the printed report, from what the reader may see of an assessment. */
export function sheetReportOf(set: CompiledSet, view: AssessmentView, extent: Extent): { readonly lines: readonly ReportLine[]; readonly totals: ReportTotals } {
  const sums = sumsOf(set, view);
  const stands: Stands = {
    set,
    sums: extent === 'whole' ? sums : null,
    answers: new Map(view.answers.map((answer) => [answer.code, answer])),
    evidence: byCode(view.evidence),
    layers: byCode(view.layers),
  };
  const lines = set.nodes.map((node) => (node.isLeaf ? leafLine(stands, node) : parentLine(stands, node)));
  return { lines, totals: totalsOf(sums, extent) };
}

interface Stands {
  readonly set: CompiledSet;
  readonly sums: Sums | null;
  readonly answers: ReadonlyMap<string, AnswerView>;
  readonly evidence: ReadonlyMap<string, readonly EvidenceLinkView[]>;
  readonly layers: ReadonlyMap<string, readonly AppraisalLayerView[]>;
}

/** Sums as they stood after each layer that is there; a column without a decision has none. */
function sumsOf(set: CompiledSet, view: AssessmentView): Sums {
  const agency = (answers: AgencyAnswers['answers']): AgencyAnswers => ({ code: view.agency.code, exempt: view.exemptions.map(({ code }) => code), answers });
  const there = LAYERS.filter((layer) => view.layers.some((one) => one.layer === layer));
  const after = (layer: Layer) => runningTotals(set, agency(answersInForce(set, view.answers, layersUpTo(view.layers, layer))));
  return { self: runningTotals(set, agency(answersInForce(set, view.answers, []))), layers: new Map(there.map((layer) => [layer, after(layer)])) };
}

function totalsOf({ self, layers }: Sums, extent: Extent): ReportTotals {
  const pointsAfter = (layer: Layer) => (extent === 'whole' ? (layers.get(layer)?.points ?? null) : null);
  return { max: self.applicableMax, self: extent === 'whole' ? self.points : null, layers: eachLayer(pointsAfter) };
}

const eachLayer = <T>(valueOf: (layer: Layer) => T): Readonly<Record<Layer, T>> =>
  Object.fromEntries(LAYERS.map((layer) => [layer, valueOf(layer)])) as Record<Layer, T>;

const depthOf = (code: string): number => code.split('.').length - 1;

function parentLine({ sums }: Stands, { code, title, max }: CompiledNode): ReportLine {
  return {
    ...{ code, title, depth: depthOf(code), leaf: false, max, declared: '', rule: '', evidence: '', remark: '' },
    self: nodeFigure(sums?.self.nodes[code]),
    layers: eachLayer((layer) => nodeFigure(sums?.layers.get(layer)?.nodes[code])),
  };
}

const nodeFigure = (node: NodeResult | undefined): Figure => (node === undefined ? null : 'excluded' in node ? NOT_APPLICABLE : node.points);

function leafLine({ set, answers, evidence, layers }: Stands, { code, title, max }: CompiledNode): ReportLine {
  const leaf = leafOf(set, code);
  const answer = answers.get(code);
  const standing = layers.get(code) ?? [];
  return {
    ...{ code, title, depth: depthOf(code), leaf: true, max },
    declared: declaredInWords(leaf, answer, standing),
    rule: ruleInWords(leaf.rule, max).join('\n'),
    evidence: evidenceInWords(evidence.get(code) ?? [], answer),
    self: leaf.source === 'self' && answer ? figureOf(set, code, answer.answer) : null,
    layers: eachLayer((layer) => layerFigure(set, standing.find((one) => one.layer === layer))),
    remark: standing.flatMap(remarkOf).join('\n'),
  };
}

function leafOf(set: CompiledSet, code: string): CompiledLeaf {
  const leaf = set.leaf(code);
  if (!leaf) {
    throw new RangeError(`${code} is no leaf of the set`);
  }
  return leaf;
}

const layerFigure = (set: CompiledSet, layer: AppraisalLayerView | undefined): Figure => (layer ? figureOf(set, layer.code, layer.answer) : null);

function figureOf(set: CompiledSet, code: string, answer: Answer | null): Figure {
  const { points, excluded } = scoreLeaf(set, code, answer);
  return points ?? (excluded ? NOT_APPLICABLE : WAITS);
}

/** The agency's own figures with its note; for what it must not score itself, where the figure comes from. */
function declaredInWords(leaf: CompiledLeaf, answer: AnswerView | undefined, layers: readonly AppraisalLayerView[]): string {
  if (leaf.source !== 'self') {
    const base = layers.find(({ layer }) => layer === 'base')?.answer;
    const source = sourceInWords(leaf.source);
    return [`${source.slice(0, 1).toLocaleUpperCase('vi')}${source.slice(1)}`, ...(base ? [answerInWords(leaf.rule, base)] : [])].join(': ');
  }
  const figures = answer?.answer ? [answerInWords(leaf.rule, answer.answer)] : [];
  return [...figures, ...(answer?.note ? [`Thuyết minh: ${answer.note}`] : [])].join('\n');
}

/** One line for each document: number, date, issuer, title, and where in it to look. */
function evidenceInWords(links: readonly EvidenceLinkView[], answer: AnswerView | undefined): string {
  const explanation = answer?.evidenceExplanation ? [`Giải trình thay tài liệu: ${answer.evidenceExplanation}`] : [];
  return [...links.map(documentInWords), ...explanation].join('\n');
}

function documentInWords({ document, section, page }: EvidenceLinkView): string {
  const { documentNumber, issuedOn, issuer, title, url } = document;
  const issued = issuedOn === null ? '' : `ngày ${issuedOn.split('-').reverse().join('/')}`;
  const place = [section, ...(page === null ? [] : [`trang ${page}`])].filter((part) => part !== '').join(', ');
  const head = [documentNumber, issued, issuer].filter((part) => part !== '').join(' ');
  const body = [title, url ?? ''].filter((part) => part !== '').join(', ');
  return `- ${[head, body].filter((part) => part !== '').join(': ')}${place === '' ? '' : ` (${place})`}`;
}

function remarkOf({ layer, reason, explanationWanted, question }: AppraisalLayerView): readonly string[] {
  const remark = reason === '' ? [] : [`${LAYER_WORDS[layer]}: ${reason}`];
  return explanationWanted ? [...remark, `Đề nghị giải trình: ${question}`] : remark;
}
