import type { ImportDoubt } from '@par-index/contract';
import type { CriteriaRow, CriteriaTable } from './criteria-table';
import type { Fields } from './fields';
import { saidMeasure } from './line-measure';
import { piecesOf } from './line-award';
import { CodeReader } from './word-codes';
import { isNote, type Names, nodeFields } from './word-node';
import type { RowDoubt, WordNode } from './word-rows';
import { titleOf } from './word-text';

export interface WordSet {
  readonly criteria: readonly Fields[];
  readonly doubts: readonly ImportDoubt[];
  /** Rows that name a criterion, and lines that say how one is scored. */
  readonly counts: { readonly criteria: number; readonly lines: number };
}

/** Whether a paragraph behind a title says how points are given, rather than going on with the title. */
const isRuleLine = (text: string): boolean =>
  isNote(text) || saidMeasure(text) !== null || piecesOf(text).some(({ award }) => award !== null) || /^(?:[-–+•*]|mỗi |cứ mỗi |cộng điểm |đạt tất cả |chấm trực tiếp |điểm = |tính theo |trừ |tất cả |tổng cộng )/iu.test(text);

/** A row without an ordinal says how the criterion before it is scored; its points may stand in their own column. */
function lineTexts({ title, max, maxText, rule }: CriteriaRow): readonly string[] {
  const [only] = title;
  const hasAward = title.some((text) => piecesOf(text).some(({ award }) => award !== null));
  const own = title.length === 1 && only !== undefined && !hasAward && max !== null ? [`${only.replace(/\s*:$/, '')}: ${maxText}`] : title;
  return [...own, ...rule];
}

class TreeReader {
  readonly roots: WordNode[] = [];
  readonly stray: RowDoubt[] = [];
  private readonly codes = new CodeReader();
  private readonly open: WordNode[] = [];
  private lines = 0;

  get lineCount(): number {
    return this.lines;
  }

  add(row: CriteriaRow): void {
    const read = row.ordinal === '' ? null : this.codes.read(row.ordinal);
    if (read === null || row.title.length === 0) {
      this.line(row, row.ordinal);
    } else {
      this.node(row, read.code, read.assumed);
    }
  }

  private node(row: CriteriaRow, code: string, assumed: string | null): void {
    const [first = '', ...rest] = row.title;
    const goesOn = rest.findIndex(isRuleLine);
    const titles = goesOn === -1 ? rest : rest.slice(0, goesOn);
    const printed = [first, ...titles].join(' ');
    const node: WordNode = { row, code, title: titleOf(printed), lines: [], evidence: [], appraiser: [], note: [], children: [], doubts: [] };
    if (assumed !== null) {
      node.doubts.push({ row: row.number, line: `${row.ordinal} ${printed}`, reason: 'Số thứ tự trong văn bản không phải là mã của tiêu chí.', assumed });
    }
    if (titles.length > 0) {
      node.doubts.push({ row: row.number, line: printed, reason: 'Tên tiêu chí gồm nhiều đoạn.', assumed: 'Ghép các đoạn thành một tên.' });
    }
    this.place(node);
    this.more(node, row, [...rest.slice(titles.length), ...row.rule]);
  }

  private place(node: WordNode): void {
    while (this.open.length > 0 && !node.code.startsWith(`${this.open.at(-1)?.code}.`)) {
      this.open.pop();
    }
    const parent = this.open.at(-1);
    const missing = parent === undefined ? node.code.includes('.') : node.code.slice(0, node.code.lastIndexOf('.')) !== parent.code;
    if (missing) {
      node.doubts.push({ row: node.row.number, line: `${node.row.ordinal} ${node.title}`, reason: 'Không thấy tiêu chí cấp trên trực tiếp.', assumed: parent ? `Nằm dưới ${parent.code}.` : 'Là cấp trên cùng.' });
    }
    (parent?.children ?? this.roots).push(node);
    this.open.push(node);
  }

  private line(row: CriteriaRow, ordinal: string): void {
    const node = this.open.at(-1);
    const texts = lineTexts(row);
    if (node === undefined) {
      this.stray.push({ row: row.number, line: [ordinal, ...texts].join(' ').trim(), reason: 'Dòng đứng trước tiêu chí đầu tiên, không có số thứ tự.', assumed: 'Dòng này không được nạp.' });
      return;
    }
    this.more(node, row, texts);
  }

  private more(node: WordNode, row: CriteriaRow, texts: readonly string[]): void {
    const lines = texts.filter((text) => !isNote(text));
    this.lines += lines.length;
    node.lines.push(...lines.map((text) => ({ row: row.number, text })));
    node.note.push(...texts.filter(isNote));
    node.evidence.push(...row.evidence);
    node.appraiser.push(...row.appraiser);
    node.note.push(...row.note);
  }
}

/** The tree of criteria that a table of a decision says, with rules proposed and everything doubtful marked. */
export function wordSet({ rows, total }: CriteriaTable, names: Names): WordSet {
  const reader = new TreeReader();
  rows.forEach((row) => reader.add(row));
  const doubts: ImportDoubt[] = reader.stray.map((doubt) => ({ ...doubt, pointer: '/criteria', code: null }));
  const criteria = reader.roots.map((node, index) => build(node, { names, doubts, pointer: `/criteria/${index}`, top: true }));
  const scored = criteria.filter((fields) => fields['section'] === undefined).reduce((sum, fields) => sum + Math.round(Number(fields['max'] ?? 0) * 10_000), 0);
  if (total !== null && scored !== Math.round(total * 10_000)) {
    doubts.push({ pointer: '/criteria', code: null, row: 0, line: `Tổng cộng: ${String(total).replace('.', ',')}`, reason: 'Dòng tổng cộng khác tổng điểm tối đa đọc được.', assumed: 'Giữ điểm của từng tiêu chí.' });
  }
  return { criteria, doubts, counts: { criteria: count(reader.roots), lines: reader.lineCount } };
}

const count = (nodes: readonly WordNode[]): number => nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);

interface Building {
  readonly names: Names;
  readonly doubts: ImportDoubt[];
  readonly pointer: string;
  readonly top: boolean;
}

function build(node: WordNode, { names, doubts, pointer, top }: Building): Fields {
  const { fields, found } = nodeFields(node, names, top ? 'top' : 'below');
  doubts.push(...[...node.doubts, ...found].map((doubt) => ({ ...doubt, pointer, code: node.code })));
  const children = node.children.map((child, index) => build(child, { names, doubts, pointer: `${pointer}/children/${index}`, top: false }));
  return children.length === 0 ? fields : { ...fields, children };
}

