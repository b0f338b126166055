import type { PartResult, Satisfaction, SurveyResults } from '@par-index/contract';
import exceljs, { type Worksheet } from 'exceljs';

type Cell = string | number | null;

const HIDDEN = 'ít phiếu';
const FIGURES = ['Số ý kiến', 'Hài lòng', 'Tỷ lệ %', 'KTC 95 % từ', 'KTC 95 % đến'] as const;

/** Results as they are shown on the page: hidden parts stay hidden. */
export async function resultWorkbook(title: string, results: SurveyResults): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  fill(workbook.addWorksheet('Tổng hợp'), ['Nội dung', ...FIGURES], [
    [title, null, null, null, null, null],
    ['Số phiếu', results.forms, null, null, null, null],
    ['Mẫu hoặc số người được mời', results.asked, null, null, null, null],
    ['Tỷ lệ không trả lời %', numberOf(results.nonResponsePercent), null, null, null, null],
    ...results.factors.map((factor) => [factor.title.vi, ...figuresOf(factor)]),
  ]);
  fill(workbook.addWorksheet('Câu hỏi'), ['Câu hỏi', 'Lựa chọn', 'Số phiếu', 'Tỷ lệ %', 'Trung bình'], results.questions.flatMap(questionRows));
  fill(workbook.addWorksheet('Cơ quan'), ['Cơ quan', 'Số phiếu', 'Cỡ mẫu', ...FIGURES], results.offices.map(partRow));
  fill(workbook.addWorksheet('Nhóm'), ['Nhóm', 'Số phiếu', 'Cỡ mẫu', ...FIGURES], results.groups.map(partRow));
  if (results.agencies.some(({ hidden, options }) => !hidden && options.length > 0)) {
    fill(workbook.addWorksheet('Đánh giá cơ quan'), ['Cơ quan', 'Nội dung', ...FIGURES], results.agencies.map(({ agency, key, satisfaction }) => [agency.name, textOf(results, key), ...figuresOf(satisfaction)]));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function questionRows({ text, hidden, options, mean }: SurveyResults['questions'][number]): readonly (readonly Cell[])[] {
  if (hidden) {
    return [[text.vi, HIDDEN, null, null, null]];
  }
  return options.map(({ label, count, percent }, place) => [place === 0 ? text.vi : null, label.vi, count, numberOf(percent), place === 0 ? numberOf(mean?.text ?? null) : null]);
}

const partRow = ({ name, forms, target, satisfaction, hidden }: PartResult): readonly Cell[] => [name, hidden ? HIDDEN : forms, target, ...figuresOf(satisfaction)];

const figuresOf = (satisfaction: Satisfaction | null): readonly Cell[] =>
  satisfaction === null
    ? [HIDDEN, null, null, null, null]
    : [satisfaction.counted, satisfaction.satisfied, numberOf(satisfaction.percent), numberOf(satisfaction.low), numberOf(satisfaction.high)];

const textOf = ({ questions }: SurveyResults, key: string): string => questions.find((question) => question.key === key)?.text.vi ?? key;

/** Decimal text as a number of the sheet: two decimals, which a double holds. */
const numberOf = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** Texts are written as texts: never as a formula. */
function fill(sheet: Worksheet, heading: readonly string[], rows: readonly (readonly Cell[])[]): void {
  sheet.addRow([...heading]).font = { bold: true };
  rows.forEach((row) => void sheet.addRow([...row]));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.getColumn(1).width = 60;
}
