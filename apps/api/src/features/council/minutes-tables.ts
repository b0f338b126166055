import { AlignmentType, BorderStyle, convertMillimetersToTwip, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { figure, type MinutesContent, type MinutesItem, type MinutesProposal, OUTCOME_WORDS, proposalWords, soundText, STATE_WORDS } from './minutes-content';

interface Words {
  readonly text: string;
  readonly bold?: true;
  readonly italics?: true;
  readonly underline?: object;
  readonly size?: number;
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const WITHOUT_LINES = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
/** Millimetres: 165 is what the margins leave. */
const ITEM_WIDTHS = [10, 30, 37, 46, 27, 15] as const;
const ITEM_HEADS = ['TT', 'Cơ quan', 'Tiêu chí', 'Phương án và số phiếu', 'Kết luận', 'Điểm'] as const;
const SMALL = 24;

/** The body and the issuer on the left, the country's name and motto on the right. */
export function letterhead({ province }: Pick<MinutesContent, 'province'>): Table {
  const left = [
    { text: `UBND TỈNH ${province.toLocaleUpperCase('vi')}`, size: 26 },
    { text: 'HỘI ĐỒNG THẨM ĐỊNH', bold: true, size: 26 },
    { text: 'Số:        /BB-HĐTĐ', size: 26 },
  ] as const;
  const right = [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, size: 26 },
    { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, underline: {}, size: 28 },
    { text: `${province}, ngày      tháng      năm`, italics: true, size: 28 },
  ] as const;
  return plainTable([65, 100], [left, right]);
}

export function signatures(): Table {
  const place = (office: string): readonly Words[] => [{ text: office, bold: true }, { text: '(Ký, ghi rõ họ tên)', italics: true }];
  return plainTable([82, 83], [place('THƯ KÝ'), place('CHỦ TỊCH HỘI ĐỒNG')]);
}

/** Agency, criterion, proposals with votes, outcome, points; the head on every page. */
export function itemTable(items: readonly MinutesItem[]): Table {
  const head = new TableRow({ tableHeader: true, children: ITEM_HEADS.map((text, index) => cell(ITEM_WIDTHS[index] ?? 0, [lineOf({ text, bold: true, size: SMALL })])) });
  return table(ITEM_WIDTHS, [head, ...items.map(rowOf)]);
}

function rowOf(item: MinutesItem, index: number): TableRow {
  const { agency, code, title, proposals, entitled, cast, points } = item;
  const columns: readonly (readonly string[])[] = [
    [String(index + 1)],
    [agency],
    [`${code} ${title}`],
    [...proposals.map(proposalLine), `Được biểu quyết: ${entitled}; đã biểu quyết: ${cast}`],
    conclusionOf(item),
    [figure(points)],
  ];
  return new TableRow({ cantSplit: true, children: columns.map((lines, at) => cell(ITEM_WIDTHS[at] ?? 0, lines.map((text) => lineOf({ text, size: SMALL }, AlignmentType.LEFT)))) });
}

function proposalLine(proposal: MinutesProposal): string {
  const votes = proposal.votes === null ? '' : `: ${proposal.votes} phiếu`;
  const reason = proposal.reason === '' ? '' : `. ${proposal.reason}`;
  return `${proposalWords(proposal)}, ${figure(proposal.points)} điểm${votes}${reason}`;
}

function conclusionOf({ outcome, state, chairReason, proposals }: MinutesItem): readonly string[] {
  if (outcome === null) {
    return [STATE_WORDS[state]];
  }
  const carried = proposals.filter((proposal) => proposal.carried).map(proposalWords);
  return [OUTCOME_WORDS[outcome], ...carried, ...(chairReason === '' ? [] : [chairReason])];
}

const plainTable = (widths: readonly number[], columns: readonly (readonly Words[])[]): Table =>
  table(widths, [new TableRow({ children: columns.map((lines, index) => cell(widths[index] ?? 0, lines.map((words) => lineOf(words)))) })], WITHOUT_LINES);

const table = (widths: readonly number[], rows: readonly TableRow[], borders?: typeof WITHOUT_LINES): Table =>
  new Table({
    rows: [...rows],
    columnWidths: widths.map((width) => convertMillimetersToTwip(width)),
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + convertMillimetersToTwip(width), 0), type: WidthType.DXA },
    ...(borders ? { borders } : {}),
  });

const cell = (width: number, children: readonly Paragraph[]): TableCell => new TableCell({ children: [...children], width: { size: convertMillimetersToTwip(width), type: WidthType.DXA } });

const lineOf = ({ text, ...style }: Words, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.CENTER): Paragraph =>
  new Paragraph({ alignment, children: [new TextRun({ ...style, text: soundText(text) })] });
